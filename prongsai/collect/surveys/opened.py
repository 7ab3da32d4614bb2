"""Sheets between their boxes and the table, in memory only."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from prongsai.collect.surveys.streams import STREAMS


@dataclass(frozen=True, slots=True)
class OpenedSheet:
    stream: str
    day: date
    answers: bytes


@dataclass
class Opened:
    """Everything that came out of the boxes of a survey. damaged: boxes that could not be opened."""

    sheets: list[OpenedSheet] = field(default_factory=list)
    suggestions: list[str] = field(default_factory=list)
    damaged: int = 0


def join_small(sheets: Sequence[OpenedSheet], least: int) -> list[OpenedSheet]:
    """Let no way of answering stand alone with fewer than `least` sheets, as far as there are others.

    Otherwise the three who answered on paper, or the one who was interviewed, would be known by that.
    Paper and screen of one way join first; then the smallest way joins the largest.
    """
    sizes = Counter(each.stream for each in sheets)
    joined = {
        kind.code: kind.of
        for kind in STREAMS.values()
        if kind.is_paper and min(sizes[kind.code], sizes[kind.of]) < least
    }
    joined_sheets = [replace(each, stream=joined.get(each.stream, each.stream)) for each in sheets]
    return _join_smallest(joined_sheets, least)


def _join_smallest(sheets: list[OpenedSheet], least: int) -> list[OpenedSheet]:
    sizes = Counter(each.stream for each in sheets)
    by_size = sorted(sizes, key=lambda code: (sizes[code], code))
    if len(sizes) <= 1 or sizes[by_size[0]] >= least:
        return sheets
    smallest, largest = by_size[0], by_size[-1]
    return _join_smallest(
        [replace(each, stream=largest if each.stream == smallest else each.stream) for each in sheets], least
    )


def deal_days(sheets: Sequence[OpenedSheet], chance: random.Random) -> list[OpenedSheet]:
    """Deal the days of each stream out anew among its sheets.

    How many sheets came in on which day stays right. Which of them came in on which day is gone, so
    that knowing when somebody answered says nothing about what.
    """
    days = defaultdict(list)
    for each in sheets:
        days[each.stream].append(each.day)
    for dealt in days.values():
        chance.shuffle(dealt)
    return [replace(each, day=days[each.stream].pop()) for each in sheets]
