"""Compile the Thai strings: `python -m prongsai.project.translations`; with --check say what is untranslated.

Done at set-up with polib, since a fresh machine has no msgfmt. Our folder comes before Wagtail's, so our
wording wins.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import polib

LOCALES = Path(__file__).parent / "locale"
_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")


def compile_all() -> list[Path]:
    """Write a .mo beside each .po that is newer than it; give those written."""
    written = []
    for source in sorted(LOCALES.rglob("*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(compiled))
            written.append(compiled)
    return written


def problems() -> list[str]:
    """Say every entry without a translation, unsure, or with other placeholders than its message."""
    found = []
    for source in sorted(LOCALES.rglob("*.po")):
        entries = [entry for entry in polib.pofile(str(source)) if not entry.obsolete]
        for entry in entries:
            place = f"{source.relative_to(LOCALES)}:{entry.linenum}: {entry.msgid[:60]!r}"
            if not entry.translated():
                found.append(f"{place} has no translation")
            elif _placeholders(entry.msgid) != _placeholders(entry.msgstr or entry.msgstr_plural.get(0, "")):
                found.append(f"{place} has other placeholders than its translation")
        names = [(entry.msgctxt, entry.msgid) for entry in entries]
        found += [
            f"{source.relative_to(LOCALES)}: {name[1]!r} stands twice"
            for name in set(names)
            if names.count(name) > 1
        ]
    return found


def _placeholders(text: str) -> set[str]:
    return {found.group() for found in _PLACEHOLDER.finditer(text)}


def main() -> int:
    if "--check" in sys.argv[1:]:
        found = problems()
        sys.stdout.writelines(f"{line}\n" for line in found)
        return 1 if found else 0
    for path in compile_all():
        sys.stdout.write(f"compiled {path.relative_to(LOCALES)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
