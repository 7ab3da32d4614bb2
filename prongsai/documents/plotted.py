"""What charts are drawn of. Values are rounded already; texts say them as printed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

NARROW = 360  # fits a phone: the letters stay readable there
WIDE = 640  # fits the width of an A4 page


@dataclass(frozen=True, slots=True)
class Bar:
    """value     None where there is no figure; `text` then says why.
    previous  last year's value, a small marker on the bar.
    """

    label: str
    value: Decimal | None
    text: str
    previous: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A labelled line across the chart: a mean, a pass mark. The label says the figure too."""

    label: str
    value: Decimal


@dataclass(frozen=True, slots=True)
class Step:
    """A part that lost points. `text` is the loss as printed."""

    label: str
    lost: Decimal
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """value  None where the year has no figure."""

    label: str
    value: Decimal | None
    text: str


@dataclass(frozen=True, slots=True)
class Series:
    """One line over the years. All series of a chart have the same point labels."""

    label: str
    points: tuple[Point, ...]
