"""Rows of a horizontal chart: a name, a lane to draw in, a figure. One above the other on a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.documents.drawing import LINE, SIZE, SMALL, SOFT, Axis, Paper, plain, wide, wrap

SIDE_BY_SIDE = 520  # from this width on, names stand beside their lanes
THICK = 15  # of a bar
GAP = 15  # between rows
EDGE = 7  # free on both sides of a lane that has the whole width: half a marker
BOLD = 1.06  # bold letters are so much wider


@dataclass(frozen=True, slots=True)
class Named:
    """What stands beside a lane. Where the figure is missing, the text says why, in the lane."""

    label: str
    text: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """y is the top of the bar; the name begins at (0, base), the figure ends at (end, figure)."""

    row: Named
    y: float
    label: tuple[str, ...]
    base: float
    figure: float
    start: float
    end: float

    def words(self, paper: Paper, *, bold: bool = False) -> None:
        """Write the name and the figure; in the lane why there is no figure."""
        y = self.base
        for line in self.label:
            paper.text(0, y, line, bold=bold)
            y += SIZE * LINE
        if self.row.missing:
            paper.text(self.start, self.y + SMALL - 1, self.row.text, size=SMALL, fill=SOFT)
        else:
            paper.text(self.end, self.figure, self.row.text, anchor="end", bold=True)


@dataclass(frozen=True, slots=True)
class Lanes:
    """All rows: the lanes run from start to end, the last one ends at bottom."""

    start: float
    end: float
    top: float
    bottom: float
    each: tuple[Lane, ...]

    @property
    def side_by_side(self) -> bool:
        return self.start > EDGE

    def grid(self, paper: Paper, axis: Axis) -> None:
        """Draw the ticks, and their figures below the last lane."""
        ticks = axis.ticks()
        for tick in ticks:
            x = axis.at(tick)
            if self.side_by_side:
                paper.line((x, self.top), (x, self.bottom))
            paper.line((x, self.bottom), (x, self.bottom + 5), stroke=SOFT)
            anchor = "end" if x > paper.width - 12 else "start" if x < 12 else "middle"  # noqa: PLR2004 - half a figure
            paper.text(x, self.bottom + 20, plain(tick), size=SMALL, anchor=anchor, fill=SOFT)
        paper.line((self.start, self.bottom), (self.end, self.bottom), stroke=SOFT)


def lay_lanes(rows: Sequence[Named], *, width: float, top: float) -> Lanes:
    """Place a lane for each row."""
    if width < SIDE_BY_SIDE:
        return _stacked(rows, width=width, top=top)
    start = round(width * 0.36)
    figures = max((_figure_room(row) for row in rows), default=0)
    end = width - min(max(figures, 50), width * 0.3)
    y, lanes = top, []
    for row in rows:
        lines = wrap(row.label, start - 14)
        high = max(len(lines) * SIZE * LINE, THICK) + GAP
        middle = y + high / 2
        figure = middle + SIZE * 0.34  # letters stand a third of their size above and below
        base = figure - (len(lines) - 1) * SIZE * LINE / 2
        lanes.append(Lane(row, middle - THICK / 2, tuple(lines), base, figure, start, width))
        y += high
    return Lanes(start, end, top, y, tuple(lanes))


def _stacked(rows: Sequence[Named], *, width: float, top: float) -> Lanes:
    y, lanes = top + 4, []
    for row in rows:
        lines = wrap(row.label, max(width - _figure_room(row), width * 0.4))
        base = y + SIZE * 1.1
        y = base + (len(lines) - 1) * SIZE * LINE + 8
        lanes.append(Lane(row, y, tuple(lines), base, y - 8, EDGE, width - EDGE))
        y += THICK + GAP * 0.7
    return Lanes(EDGE, width - EDGE, top, y, tuple(lanes))


def _figure_room(row: Named) -> float:
    return 0 if row.missing else wide(row.text) * BOLD + 12
