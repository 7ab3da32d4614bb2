"""Charts as our own SVG: one picture for the page, the PDF and the Word file.

Every chart has a title and a description, says every value in words, needs no colour to be
understood, and holds neither script, style nor address.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.text import Language

NARROW = 420  # fits a phone: the letters stay readable there
WIDE = 680  # fits the width of an A4 page


_VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def drawn_width(svg: str) -> int:
    """The width a chart was drawn for, in its own units.

    raises  ValueError for a picture that is not ours.
    """
    view = _VIEW.search(svg)
    if not view:
        raise ValueError("A figure needs an SVG with a viewBox that begins at 0 0.")
    return round(float(view[1]))


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


def bars(
    title: str,
    description: str,
    rows: Sequence[Bar],
    *,
    language: Language,
    reference: Reference | None = None,
    minimum: Decimal | int = 0,
    maximum: Decimal | int = 100,
    previous_label: str = "",
    key: str = "bars",
    width: int = NARROW,
) -> str:
    """Draw horizontal bars. A minimum above 0 is said below the axis."""
    raise NotImplementedError


def waterfall(
    title: str,
    description: str,
    steps: Sequence[Step],
    *,
    language: Language,
    start: Decimal | int = 100,
    start_label: str = "",
    total_label: str = "",
    total_text: str = "",
    minimum: Decimal | int | None = None,
    key: str = "waterfall",
    width: int = NARROW,
) -> str:
    """Draw where the points went: from `start` down by every loss to what is left."""
    raise NotImplementedError


def lines(
    title: str,
    description: str,
    series: Sequence[Series],
    *,
    language: Language,
    reference: Reference | None = None,
    minimum: Decimal | int | None = None,
    maximum: Decimal | int = 100,
    key: str = "lines",
    width: int = NARROW,
) -> str:
    """Draw the years. Without a minimum the axis begins just below the lowest value, and says so."""
    raise NotImplementedError
