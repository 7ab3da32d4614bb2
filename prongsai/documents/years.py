"""The chart of the years: lines above, every value in figures below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from math import cos, pi, sin

from prongsai.core.text import Language
from prongsai.documents.drawing import (
    BLUE,
    INK,
    LINE,
    RED,
    SIZE,
    SMALL,
    SOFT,
    Axis,
    Paper,
    plain,
    round_below,
    say_cut,
    wrap,
)
from prongsai.documents.plotted import NARROW, Reference, Series

PLOT = 190  # how high the plot is


@dataclass(frozen=True, slots=True)
class Look:
    """How a line is told from others without its colour: dashes and the shape of its points."""

    ink: str
    dash: str
    corners: int  # of the marker; 0 is round
    turn: float  # of the marker, in parts of a whole turn


LOOKS = (
    Look(BLUE, "", 0, 0),
    Look("#8a4300", "7 4", 4, 1 / 8),
    Look("#1c6639", "2 4", 3, -1 / 4),
    Look("#6a3d9a", "10 3 2 3", 4, 0),
    Look(INK, "4 2", 5, -1 / 4),
)


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
    """Draw the years, and every value in figures below them.

    minimum  where the axis begins; without it, a round value below the lowest. It is said if not 0.
    """
    paper = Paper(key, width, language)
    values = [point.value for one in series for point in one.points if point.value is not None]
    if reference:
        values.append(reference.value)
    high = Decimal(maximum)
    low = round_below(min(values, default=high), high) if minimum is None else Decimal(minimum)
    heights = Axis(low, high, PLOT + 14, 14)
    columns = _columns(series, width)
    _plot(paper, heights, columns)
    if reference:
        y = heights.at(reference.value)
        paper.line((columns[0] - 24, y), (width, y), stroke=RED, thick=1.6, dash="6 4")
    for place, one in enumerate(series):
        _trace(paper, one, heights, columns, LOOKS[place % len(LOOKS)])
    bottom = _figures(paper, series, columns, reference)
    return paper.svg(say_cut(paper, bottom, heights), title, description)


def _columns(series: Sequence[Series], width: float) -> list[float]:
    """Where each year stands."""
    count = max((len(one.points) for one in series), default=0)
    left, right = 60.0, width - 26.0
    if count < 2:  # noqa: PLR2004 - a single year stands in the middle
        return [(left + right) / 2] * count
    return [left + (right - left) * place / (count - 1) for place in range(count)]


def _plot(paper: Paper, heights: Axis, columns: list[float]) -> None:
    for tick in heights.ticks():
        y = heights.at(tick)
        paper.line((40, y), (paper.width, y))
        paper.text(34, y + 4.5, plain(tick), size=SMALL, anchor="end", fill=SOFT)
    for x in columns:
        paper.line((x, heights.start), (x, heights.start + 5), stroke=SOFT)
    paper.line((40, heights.start), (paper.width, heights.start), stroke=SOFT)


def _trace(paper: Paper, one: Series, heights: Axis, columns: list[float], look: Look) -> None:
    places = [
        (x, heights.at(point.value)) if point.value is not None else None
        for x, point in zip(columns, one.points, strict=True)
    ]
    for before, after in pairwise(places):
        if before and after:  # a year without a figure is a gap
            paper.line(before, after, stroke=look.ink, thick=2.4, dash=look.dash)
    for place in filter(None, places):
        _marker(paper, place, look)


def _marker(paper: Paper, place: tuple[float, float], look: Look, size: float = 5.5) -> None:
    corners = look.corners or 16
    angles = [(look.turn + corner / corners) * 2 * pi for corner in range(corners)]
    x, y = place
    points = [(x + size * cos(angle), y + size * sin(angle)) for angle in angles]
    paper.outline(points, fill=look.ink, stroke="#ffffff")


def _figures(
    paper: Paper, series: Sequence[Series], columns: list[float], reference: Reference | None
) -> float:
    """Write the years and, line by line, what each series says in figures below its name."""
    y = PLOT + 14 + 22.0
    for x, point in zip(columns, series[0].points if series else (), strict=True):
        paper.text(x, y, point.label, size=SMALL, anchor="middle", bold=True)
    y += 26
    for place, one in enumerate(series):
        look = LOOKS[place % len(LOOKS)]
        paper.line((0, y - 5), (28, y - 5), stroke=look.ink, thick=2.4, dash=look.dash)
        _marker(paper, (14, y - 5), look)
        y = paper.lines(36, y, wrap(one.label, paper.width - 36))
        for x, point in zip(columns, one.points, strict=True):
            paper.text(x, y, point.text, anchor="middle", bold=point.value is not None)
        y += SIZE * LINE + 6
    if reference:
        paper.line((0, y - 5), (28, y - 5), stroke=RED, thick=1.6, dash="6 4")
        y = paper.lines(36, y, wrap(reference.label, paper.width - 36)) + 4
    return y
