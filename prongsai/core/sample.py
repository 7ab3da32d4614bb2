"""How many must answer, how many did, and how far the figure could lie from the truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, sqrt

from prongsai.core.framework import Framework, Row, SampleRule, Sampling
from prongsai.core.score import FULL, Score

# 95 of 100 samples lie within this many standard errors.
NORMAL_95 = 1.96


class SampleError(ValueError):
    """The rule cannot be applied. The message says what is missing."""


@dataclass(frozen=True, slots=True)
class Sample:
    """How many of one instrument's people answered, of how many that were needed."""

    instrument: str
    population: int | None
    needed: int | None
    answered: int

    @property
    def reached(self) -> Fraction | None:
        """Share of the required sample, 0 and up; 1 means enough."""
        return Fraction(self.answered, self.needed) if self.needed else None


def needed(sampling: Sampling, *, population: int | None = None, office_class: str = "") -> int:
    """How many must answer at least.

    raises  SampleError if the rule needs a population or a class of office that was not given.
    """
    if sampling.rule is SampleRule.QUOTA:
        if office_class not in sampling.quotas:
            known = ", ".join(sampling.quotas)
            raise SampleError(f"No quota for the class '{office_class}'. Known classes: {known}.")
        quota = sampling.quotas[office_class]
        return quota if population is None else min(quota, population)
    if population is None or population < 0:
        raise SampleError("The number of people that could answer is needed, 0 or more.")
    if sampling.cap is not None and population > (sampling.cap_above or 0):
        return sampling.cap
    return min(population, max(sampling.floor, ceil(population * sampling.percent / 100)))


def margins(score: Score, framework: Framework, populations: Mapping[str, int]) -> dict[str, float]:
    """Half the width of the 95 % interval around each survey figure, in points, by code.

    Only counts per row are kept, so nothing is known of how one person's answers hang together.
    The margins of parts are therefore added by weight, as if they hung together fully: the true
    interval is at most this wide. Two imagined answers, one at each end of the scale, are put to
    every row, so that a few answers that all agree do not look certain. Where everyone answered,
    nothing is left to chance and the margin is 0. Where streams have equal shares, the pooled counts do not
    tell how sure a figure is, and it has no margin.
    populations  instrument code -> how many could have answered (finite population correction).
    """
    found: dict[str, float] = {}
    rows = {row.code: row for row in framework.rows if row.code not in framework.equal_rows}
    for instrument in score.parts:
        _margin(instrument, rows, populations.get(instrument.code), found)
    return found


def distinguishable(one: float, other: float, *, margin: float, other_margin: float = 0.0) -> bool:
    """Whether two figures lie further apart than chance explains (95 %, the two samples independent)."""
    return abs(one - other) > sqrt(margin**2 + other_margin**2)


def _margin(
    score: Score, rows: dict[str, Row], population: int | None, found: dict[str, float]
) -> float | None:
    if score.code in rows:
        margin = (
            _row_margin(score.counts, rows[score.code], population)
            if score.is_scored and score.counts
            else None
        )
    else:
        below = [(part.weight, _margin(part, rows, population, found)) for part in score.parts]
        if not score.is_scored or score.is_published or not below or any(m is None for _, m in below):
            return None
        margin = sum(float(weight) * m for weight, m in below if m is not None)
    if margin is not None:
        found[score.code] = min(margin, float(FULL))
    return margin


def _row_margin(counts: Sequence[int], row: Row, population: int | None) -> float:
    pairs = [(float(p), n) for n, p in zip(counts, row.choice_points, strict=True) if p is not None]
    answered = sum(n for _, n in pairs)
    low, high = min(p for p, _ in pairs), max(p for p, _ in pairs)
    widened = [*pairs, (low, 1), (high, 1)]
    size = answered + 2
    mean = sum(p * n for p, n in widened) / size
    variance = sum((p - mean) ** 2 * n for p, n in widened) / (size - 1)
    left = 1.0
    if population is not None and population > 1:
        left = max(population - answered, 0) / (population - 1)
    return NORMAL_95 * sqrt(variance / answered * left)
