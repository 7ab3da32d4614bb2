"""What a measure is: which indicators it answers, and in which practices it is carried out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One row of the measures table: what is done, how it is followed, what is reported, when, by whom.

    starts_on, ends_on  first and last day of the period.
    owners              names of the responsible groups, at least one.
    """

    practice: str
    monitoring: str
    reporting: str
    starts_on: date
    ends_on: date
    owners: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """indicators  codes of the indicators it answers; empty if it answers none."""

    name: str
    indicators: tuple[str, ...]
    practices: tuple[Practice, ...]
