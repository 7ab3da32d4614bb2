"""How much attention a figure asks for. It is a question to the office, never a verdict."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    NONE = "none"  # as in honest surveys, or nothing to compare with
    LOOK = "look"  # rare in honest surveys
    CAUTION = "caution"  # so rare that the figures of the survey should be read with care
