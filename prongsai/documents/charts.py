"""Charts as our own SVG: one picture for the page, the PDF and the Word file.

Every chart has a title and a description, says every value in words, needs no colour to be
understood, and holds neither script, style nor address.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from prongsai.core.text import Language, Text
from prongsai.documents.drawing import (
    BLUE,
    INK,
    LINE,
    RED,
    SMALL,
    SOFT,
    TRACK,
    Axis,
    Paper,
    plain,
    round_below,
    say_cut,
    wide,
    wrap,
)
from prongsai.documents.lanes import SIDE_BY_SIDE, THICK, Lane, Lanes, Named, lay_lanes
from prongsai.documents.plotted import NARROW, WIDE, Bar, Point, Reference, Series, Step
from prongsai.documents.years import lines

__all__ = ["NARROW", "WIDE", "Bar", "Point", "Reference", "Series", "Step"]
__all__ += ["bars", "lines", "waterfall"]

PREVIOUS = Text("ปีก่อน", "Previous year")
FULL = Text("คะแนนเต็ม", "Full score")
LEFT = Text("คะแนนที่ได้", "Score")


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
    paper = Paper(key, width, language)
    ends = Decimal(minimum), Decimal(maximum)
    marked = any(row.previous is not None for row in rows)
    top = _legend(paper, reference, (previous_label or PREVIOUS.in_(language)) if marked else "")
    lanes = lay_lanes([Named(row.label, row.text, row.value is None) for row in rows], width=width, top=top)
    axis = Axis(*ends, lanes.start, lanes.end)
    lanes.grid(paper, axis)
    for row, lane in zip(rows, lanes.each, strict=True):
        lane.words(paper)
        if row.value is not None:
            paper.rect(lanes.start, lane.y, lanes.end - lanes.start, THICK, fill=TRACK)
            paper.rect(lanes.start, lane.y, axis.at(row.value) - lanes.start, THICK, fill=BLUE)
    if reference:
        _reference_line(paper, lanes, axis.at(reference.value), reference.label)
    for row, lane in zip(rows, lanes.each, strict=True):
        if row.previous is not None:
            _diamond(paper, axis.at(row.previous), lane.y + THICK / 2)
    return paper.svg(say_cut(paper, lanes.bottom + 40, axis), title, description)


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
    """Draw where the points went: from `start` down by every loss to what is left.

    minimum  where the axis begins; without it, a round value below what is left. It is said if not 0.
    """
    paper = Paper(key, width, language)
    full = Decimal(start)
    left_over = full - sum((step.lost for step in steps), Decimal(0))
    low = round_below(left_over, full) if minimum is None else Decimal(minimum)
    named = [
        Named(start_label or FULL.in_(language), plain(full)),
        *(Named(step.label, step.text) for step in steps),
        Named(total_label or LEFT.in_(language), total_text or plain(left_over)),
    ]
    lanes = lay_lanes(named, width=width, top=0)
    axis = Axis(low, full, lanes.start, lanes.end)
    lanes.grid(paper, axis)
    stripes = paper.hatch("lost", RED)
    running = full
    for place, lane in enumerate(lanes.each):
        lane.words(paper, bold=place in (0, len(steps) + 1))
        if 0 < place <= len(steps):
            after = running - steps[place - 1].lost
            _fall(paper, lane, (axis.at(after), axis.at(running)), stripes)
            running = after
        else:
            paper.rect(lanes.start, lane.y, axis.at(running) - lanes.start, THICK, fill=BLUE)
    return paper.svg(say_cut(paper, lanes.bottom + 40, axis), title, description)


def _legend(paper: Paper, reference: Reference | None, previous: str) -> float:
    """Say what the marks mean, and give the y where the lanes begin."""
    y = 0.0
    if previous:
        _diamond(paper, 8, y + 9)
        y = _key_line(paper, previous, y)
    if reference and paper.width < SIDE_BY_SIDE:
        paper.line((8, y + 1), (8, y + 17), stroke=RED, thick=2.4)
        y = _key_line(paper, reference.label, y)
    return y + (24 if reference and paper.width >= SIDE_BY_SIDE else 0)


def _key_line(paper: Paper, label: str, y: float) -> float:
    below = paper.lines(22, y + 14, wrap(label, paper.width - 22, SMALL), size=SMALL, fill=SOFT)
    return below - SMALL * LINE + 10


def _reference_line(paper: Paper, lanes: Lanes, x: float, label: str) -> None:
    """Draw the mean: across all lanes with its label above, or over each bar where names are in the way."""
    if not lanes.side_by_side:
        for lane in lanes.each:
            if not lane.row.missing:
                _haloed(paper, x, lane.y - 3, lane.y + THICK + 3)
        return
    _haloed(paper, x, lanes.top, lanes.bottom)
    half = wide(label, SMALL) / 2
    middle = min(max(x, half), paper.width - half)
    paper.text(middle, lanes.top - 7, label, size=SMALL, anchor="middle", fill=RED)


def _haloed(paper: Paper, x: float, top: float, bottom: float) -> None:
    paper.line((x, top), (x, bottom), stroke="#ffffff", thick=4.4)
    paper.line((x, top), (x, bottom), stroke=RED, thick=2.4)


def _diamond(paper: Paper, x: float, y: float, size: float = 6) -> None:
    paper.outline([(x - size, y), (x, y - size), (x + size, y), (x, y + size)], fill="#ffffff", stroke=INK)


def _fall(paper: Paper, lane: Lane, span: tuple[float, float], stripes: str) -> None:
    """Draw a loss: a striped piece between two heights of the score, never too thin to be seen."""
    after, before = span
    wide_enough = max(before - after, 2.0)
    paper.rect(before - wide_enough, lane.y, wide_enough, THICK, fill=stripes, more=f' stroke="{RED}"')
