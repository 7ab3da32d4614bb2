"""A figure beside last year's, a labelled mean, or other bodies'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.sample import distinguishable


@dataclass(frozen=True, slots=True)
class Difference:
    """Printed figures and what a reader gets by subtracting them.

    is_clear  whether they lie further apart than chance explains; None where no margin is known.
    """

    ours: Decimal
    other: Decimal
    is_clear: bool | None = None

    @property
    def change(self) -> Decimal:
        return self.ours - self.other


def difference(
    ours: Decimal, other: Decimal, *, margin: float | None = None, other_margin: float | None = None
) -> Difference:
    """Set two printed figures beside each other.

    margin        half the width of our 95 % interval, if the figure comes from a sample.
    other_margin  the same of the other figure; a labelled mean has none and is taken as exact.
    """
    if margin is None:
        return Difference(ours, other)
    is_clear = distinguishable(float(ours), float(other), margin=margin, other_margin=other_margin or 0.0)
    return Difference(ours, other, is_clear)


def ranks(totals: Mapping[str, Decimal]) -> dict[str, int]:
    """Rank bodies by printed total, the highest first; equal totals share a rank and the next is skipped."""
    ordered = sorted(totals.values(), reverse=True)
    first = {total: place for place, total in reversed(list(enumerate(ordered, start=1)))}
    return {code: first[total] for code, total in totals.items()}
