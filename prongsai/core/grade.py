"""Grades, the distance to the next one, and the cheapest ways there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.core.framework import Framework, Grade, Kind, Ties
from prongsai.core.rounding import printed
from prongsai.core.score import FULL, NOTHING, Score
from prongsai.core.stake import stakes


def printed_share(instrument: Score, framework: Framework) -> Decimal | None:
    """What an instrument brings to the total, as printed: 29.40 of 30."""
    if instrument.points is None:
        return None
    return printed(instrument.points * instrument.weight, framework.rounding)


def printed_total(score: Score, framework: Framework) -> Decimal | None:
    """The total as printed, by the framework's rule on what is rounded first."""
    if score.points is None:
        return None
    shares = [printed_share(part, framework) for part in score.parts]
    if framework.rounding.parts_first and not score.is_published and None not in shares:
        return sum((share for share in shares if share is not None), Decimal(0))
    return printed(score.points, framework.rounding)


def grade(score: Score, framework: Framework) -> Grade | None:
    """The grade of a total, by its printed figures; None while there is no total.

    A grade that asks something of each instrument is neither given nor passed over while one of
    them has no figure.
    """
    total = printed_total(score, framework)
    if total is None:
        return None
    instruments = [None if p.points is None else printed(p.points, framework.rounding) for p in score.parts]
    for each in framework.grades:
        if total < each.total:
            continue
        if each.each_instrument and None in instruments:
            return None
        if all(figure is None or figure >= each.each_instrument for figure in instruments):
            return each
    return None


def level(points: Fraction, framework: Framework) -> Grade | None:
    """The letter of a single indicator; None where grades depend on all instruments."""
    if any(each.each_instrument for each in framework.grades):
        return None
    return next(each for each in framework.grades if printed(points, framework.rounding) >= each.total)


@dataclass(frozen=True, slots=True)
class Climb:
    """The way to the next grade. All points are of the 100-point total unless named otherwise.

    needed      points the total still lacks.
    items       the fewest items that bring it there, dearest first; empty if none are
                needed or they do not suffice.
    indicators  for each indicator that could do it alone: by how many of its own 100 points.
    instruments for each instrument under the least that the grade asks of it: by how many of
                its own 100 points it must rise.
    """

    grade: Grade
    needed: Fraction
    items: tuple[str, ...]
    indicators: Mapping[str, Fraction]
    instruments: Mapping[str, Fraction]


def climb(score: Score, framework: Framework) -> Climb | None:
    """How far the next grade is; None at the highest grade or without a total."""
    present = grade(score, framework)
    if present is None or score.points is None:
        return None
    above = framework.grades[: framework.grades.index(present)]
    if not above:
        return None
    target = above[-1]
    needed = max(NOTHING, _least(target.total, framework) - score.points)
    short = {
        part.code: _least(target.each_instrument, framework) - part.points
        for part in score.parts
        if part.points is not None and part.points < _least(target.each_instrument, framework)
    }
    return Climb(target, needed, _fewest_items(score, framework, needed, short), _alone(score, needed), short)


def _least(threshold: Fraction, framework: Framework) -> Fraction:
    """The least exact figure that is sure to be printed as the threshold."""
    if framework.rounding.ties is Ties.UP and not framework.rounding.parts_first:
        return threshold - Fraction(1, 2 * 10**framework.rounding.places)
    return threshold


def _fewest_items(
    score: Score, framework: Framework, needed: Fraction, short: Mapping[str, Fraction]
) -> tuple[str, ...]:
    """Dearest first until it suffices; then the cheapest that still does takes the place of the last."""
    wanted = _wanted_of_items(score, framework, needed, short)
    items = {item.code for item in framework.items}
    left = {stake.code: stake.lost for stake in stakes(score).values() if stake.code in items and stake.lost}
    chosen: list[str] = []
    while wanted > 0 and left:
        enough = [code for code, lost in left.items() if lost >= wanted]
        best = min(enough, key=left.__getitem__) if enough else max(left, key=left.__getitem__)
        chosen.append(best)
        wanted -= left.pop(best)
    return tuple(chosen) if wanted <= 0 else ()


def _wanted_of_items(
    score: Score, framework: Framework, needed: Fraction, short: Mapping[str, Fraction]
) -> Fraction:
    """Points of the total that items must bring once every survey under its least has risen to it."""
    surveys = {instrument.code for instrument in framework.instruments if instrument.kind is Kind.SURVEY}
    rises = {part.code: short[part.code] * part.weight for part in score.parts if part.code in short}
    from_surveys = sum((rise for code, rise in rises.items() if code in surveys), NOTHING)
    asked_of_items = [rise for code, rise in rises.items() if code not in surveys]
    return max([needed - from_surveys, *asked_of_items])


def _alone(score: Score, needed: Fraction) -> dict[str, Fraction]:
    if not needed:
        return {}
    rises = {
        part.code: (needed / (part.weight * instrument.weight), part.points)
        for instrument in score.parts
        for part in instrument.parts
        if part.points is not None and part.weight * instrument.weight
    }
    return {code: rise for code, (rise, points) in rises.items() if points + rise <= FULL}
