"""Frameworks are drawn as for the core; results are brought in as for assessments."""

import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS / room) for room in ("core", "collect", "analyse")]

from assessed import (  # noqa: E402, F401  # fixtures
    _in_english,
    administrator,
    assessment,
    body,
    editor,
    looker,
    office,
    other_office,
    viewer,
)
