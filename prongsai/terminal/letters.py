"""Letters that a terminal may not know."""

from __future__ import annotations

import sys
from io import TextIOWrapper


def accept_every_letter() -> None:
    """A terminal that knows no Thai shows escapes instead of ending the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
