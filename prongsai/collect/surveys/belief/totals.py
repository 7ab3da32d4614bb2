"""Whether many sheets miss the best mark nearly equally often, with few above and few below.

A scan of windows of every width (Naus 1965) over the number of rows short of the best.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from prongsai.collect.surveys.belief.form import Mask, Real, Whole
from prongsai.collect.surveys.belief.table import Table

WIDEST = 0.2  # of the rows


class Heap(NamedTuple):
    strength: float
    inside: Mask  # [sheet]


def find(table: Table) -> Heap:
    rows = len(table.form.codes)
    answered = np.maximum(1, table.seen.sum(axis=1))
    missed = np.rint(table.short_of_best / answered * rows).astype(np.int64)
    below = np.concatenate([[0], np.cumsum(np.bincount(missed, minlength=rows + 1))])
    found = [(*_highest(below, width), width) for width in range(2, max(3, round(WIDEST * rows)) + 1)]
    strength, start, width = max(found)
    return Heap(strength, (missed >= start) & (missed < start + width))


def _highest(below: Whole, width: int) -> tuple[float, int]:
    """Strength and start of the clearest window; none starts at "all best" or in the worse half."""
    starts = np.arange(1, len(below) // 2 - width // 2)
    flank = width // 2 + 1
    middle = _between(below, starts, starts + width)
    around = _between(below, starts - flank, starts) + _between(below, starts + width, starts + width + flank)
    strength = (middle - around) / np.sqrt(middle + around + 1)
    place = int(strength.argmax())
    return float(strength[place]), int(starts[place])


def _between(below: Whole, first: Whole, after: Whole) -> Real:
    most = len(below) - 1
    found: Real = (below[np.clip(after, 0, most)] - below[np.clip(first, 0, most)]).astype(float)
    return found
