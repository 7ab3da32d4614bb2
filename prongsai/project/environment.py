"""What the machine says: typed values from environment variables, and one sentence where one is missing."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

_TRUE, _FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


def env_text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def env_bool(name: str, *, default: bool = False) -> bool:
    text = os.environ.get(name)
    if text is None:
        return default
    if text.strip().lower() in _TRUE | _FALSE:
        return text.strip().lower() in _TRUE
    raise ImproperlyConfigured(f"{name} is '{text}'. Set this environment variable to 1 or 0.")


def env_int(name: str, default: int) -> int:
    text = os.environ.get(name, str(default))
    try:
        return int(text)
    except ValueError:
        raise ImproperlyConfigured(
            f"{name} is '{text}'. Set this environment variable to a whole number."
        ) from None


def env_list(name: str, default: str = "") -> list[str]:
    return [part.strip() for part in env_text(name, default).split(",") if part.strip()]


def env_secret(name: str, *, file: Path | None = None) -> str:
    """Read a secret from NAME, from the file that NAME_FILE names, or from `file`, in this order."""
    if value := os.environ.get(name):
        return value
    named = os.environ.get(f"{name}_FILE")
    for path in (Path(named) if named else None, file):
        if path is not None and path.is_file() and (text := path.read_text(encoding="utf-8").strip()):
            return text
    place = f", or write it into {file}" if file else ""
    raise ImproperlyConfigured(
        f"{name} is missing: set the environment variable {name}, or {name}_FILE to a file with it{place}."
    )
