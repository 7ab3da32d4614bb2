"""The figures of one survey's sheets, and which sheets each figure is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from prongsai.collect.surveys.belief import coaching, one_hand, plain, totals
from prongsai.collect.surveys.belief.form import Mask, Whole
from prongsai.collect.surveys.belief.table import Table

LEAST_FOR_PATTERNS = 20  # sheets; among fewer, a pattern is what chance gives
MOST_FOR_PATTERNS = 200  # sheets; of more, so many are taken at even distances in the order of their answers
TWINS = 2


class Measure(NamedTuple):
    """figure: a share, or a strength; sheets: [sheet] which it is about, where it can tell."""

    figure: float
    sheets: Callable[[], Mask] | None = None


def measures(table: Table, days: Sequence[date]) -> dict[str, Measure]:
    """Measure all that needs nothing but the survey; the sheets stand in the order of their answers."""
    flat, misread, random = plain.is_flat(table), plain.is_misread(table), plain.is_random(table)
    found = {
        "no_variation": Measure(float(flat.mean()), lambda: flat),
        "random": Measure(float(random.mean()), lambda: random),
        "misread": Measure(float(misread.mean())),
        "long_strings": Measure(float(plain.longest_string(table).mean())),
        "missing": Measure(float(1 - (table.choices > 0).mean())),
        "all_best": Measure(float(table.is_all_best.mean())),
        "ceiling": Measure(_beyond_the_rest(table)),
        "identical": _identical(table),
    }
    if days:
        found["burst"] = Measure(max(Counter(days).values()) / len(days))
    readable = ~(flat | random)
    if readable.sum() >= LEAST_FOR_PATTERNS:
        cells = misread[:, None] & table.form.turned
        found |= _patterns(table.without(cells), readable)
    return found


def _patterns(table: Table, readable: Mask) -> dict[str, Measure]:
    sample = _sample(table.only(readable))
    heap = totals.find(sample)
    search = coaching.Search(sample)
    block = search.find()
    found = {
        "close_totals": Measure(heap.strength),
        "coached": Measure(block.strength, lambda: readable & search.told(table, block)),
        "one_indicator": Measure(search.one_indicator()),
    }
    # People who find everything best are alike for a good reason; "ceiling" speaks of them.
    differing = sample.short_of_best > 0
    if differing.sum() >= LEAST_FOR_PATTERNS // 2:
        pattern = one_hand.find(sample.only(differing), heap.inside[differing])
        told = readable & (table.short_of_best > 0)
        found["one_hand"] = Measure(pattern.strength, lambda: told & pattern.has(table))
    return found


def _sample(table: Table) -> Table:
    return table.only(_places(len(table.choices)))


def _places(many: int) -> Whole:
    found: Whole = np.arange(many)
    if many > MOST_FOR_PATTERNS:
        found = np.linspace(0, many - 1, MOST_FOR_PATTERNS).astype(np.int64)
    return found


def _beyond_the_rest(table: Table) -> float:
    """How far the share of all-best sheets lies above what the other sheets lead to expect."""
    best = table.is_all_best
    others = table.only(~best)
    likely = (others.is_best & others.seen).sum() / max(1, others.seen.sum())
    return float(np.sqrt(best.mean()) - likely)


def _identical(table: Table) -> Measure:
    """Share of the sheets that have a twin, sheets with nothing but best answers left out.

    Twins grow more frequent by themselves the more sheets there are; of many, those of a sample count.
    """
    _, of = np.unique(table.choices, axis=0, return_inverse=True)
    places = _places(len(of))
    many = np.bincount(of.ravel()[places], minlength=len(of))
    twins = (many[of.ravel()] >= TWINS) & (table.short_of_best > 0)
    return Measure(float(twins[places].mean()), lambda: twins)
