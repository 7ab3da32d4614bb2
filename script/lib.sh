# What every script needs: a line on what happens, a clear end, and the environment in .venv.
# Sourced by script/demo, script/test, script/check and script/bench; not run by itself.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

say() { printf '==> %s\n' "$*"; }

stop() {
  printf 'Stopped: %s\n' "$*" >&2
  exit 1
}

find_python() {
  local each
  for each in "${PYTHON:-}" python3.13 python3.12 python3.11 python3; do
    [ -n "$each" ] && command -v "$each" >/dev/null 2>&1 || continue
    "$each" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    printf '%s\n' "$each"
    return
  done
  return 1
}

is_stale() { [ ! -e "$1" ] || [ pyproject.toml -nt "$1" ] || [ CHANGELOG.md -nt "$1" ]; }

newest_mark() {
  local newest=.venv/.installed-run each
  for each in .venv/.installed-*; do [ "$each" -nt "$newest" ] && newest=$each; done
  printf '%s\n' "$newest"
}

# Make .venv with the extras named (none, "test", "test,bench"); again only when pyproject.toml has changed.
environment() {
  local extras="${1:-}" python mark
  python=$(find_python) || stop "Python 3.11 or later with the venv module is needed. Install it (Debian: apt-get install python3 python3-venv), or name it: PYTHON=/path/to/python3 $0"
  [ -x .venv/bin/python ] || { say "Making .venv with $($python --version)" && "$python" -m venv .venv; } || stop "could not make .venv with $python."
  mark=".venv/.installed-${extras:-run}"
  if is_stale "$mark" && { [ -n "$extras" ] || is_stale "$(newest_mark)"; }; then # what tests need holds what it takes to run
    say "Installing what Prongsai stands on into .venv (a minute or two the first time)"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable ".${extras:+[$extras]}" ||
      stop "installing failed; the lines above say why. Run the same command again once it is put right."
    touch "$mark"
  fi
  PATH="$PWD/.venv/bin:$PATH"
  export PATH
}
