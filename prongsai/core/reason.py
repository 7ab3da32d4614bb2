"""Why a score is not a figure."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """None of them is zero."""

    NONE = ""
    NOBODY_ANSWERED = "nobody_answered"
    NOT_REVIEWED = "not_reviewed"
    NO_FIGURE = "no_figure"  # neither a published figure nor the parts to make one
    PARTS_UNKNOWN = "parts_unknown"  # the framework is a draft that does not name the parts
    PARTS_MISSING = "parts_missing"
    TOO_FEW = "too_few"
    COMPLEMENT = "complement"  # it would give away a withheld figure beside it
    NOT_APPLICABLE = "not_applicable"
