"""The weak points: where to look first, and what within them cost most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from prongsai.core import codes
from prongsai.core.framework import Framework, Item, Row
from prongsai.core.rounding import printed
from prongsai.core.score import FULL, Score
from prongsai.core.stake import Stake, stakes


@dataclass(frozen=True, slots=True)
class Gap:
    """One indicator and what it lost.

    stake  points of the 100-point total.
    costs  its rows or items that lost points, dearest first.
    """

    code: str
    points: Fraction
    stake: Stake
    costs: tuple[Stake, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """weakest: lowest first. develop: the rest, highest first. unknown: indicators without a figure."""

    weakest: tuple[Gap, ...]
    develop: tuple[Gap, ...]
    unknown: tuple[str, ...]


def gaps(score: Score, framework: Framework) -> Gaps:
    """Split the indicators into weak points and points to develop.

    The framework declares how many are weak; those printed alike with the last of them are weak
    too, and one that lost nothing never is.
    """
    indicators = [indicator for instrument in score.parts for indicator in instrument.parts]
    figures = [each for each in indicators if each.points is not None]
    at_stake = stakes(score)
    leaves = {part.code for part in framework.walk() if isinstance(part, Item | Row)}
    found = sorted(
        (_gap(each, at_stake, leaves) for each in figures),
        key=lambda gap: (gap.points, codes.order(gap.code)),
    )
    marks = [printed(gap.points, framework.rounding) for gap in found if gap.points < FULL]
    limit = marks[: framework.weakest][-1] if marks and framework.weakest else None
    weak = [
        g
        for g in found
        if limit is not None and g.points < FULL and printed(g.points, framework.rounding) <= limit
    ]
    rest = sorted((g for g in found if g not in weak), key=lambda gap: (-gap.points, codes.order(gap.code)))
    unknown = tuple(each.code for each in indicators if each.points is None)
    return Gaps(tuple(weak), tuple(rest), unknown)


def dearest(found: Sequence[Stake]) -> tuple[Stake, ...]:
    """Those that lost points, dearest first."""
    lost = [stake for stake in found if stake.lost]
    return tuple(sorted(lost, key=lambda stake: (-(stake.lost or 0), codes.order(stake.code))))


def _gap(indicator: Score, at_stake: dict[str, Stake], leaves: set[str]) -> Gap:
    below = [at_stake[part.code] for part in indicator.walk() if part.code in leaves]
    return Gap(indicator.code, indicator.points or Fraction(0), at_stake[indicator.code], dearest(below))
