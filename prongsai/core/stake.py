"""What each part is worth of the 100, and how much of it was lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from prongsai.core.framework import Framework, Part
from prongsai.core.score import FULL, WHOLE, Score


@dataclass(frozen=True, slots=True)
class Stake:
    """Points of the 100-point total.

    worth  what the part can bring at most.
    lost   what it did not bring; None where it has no figure.
    """

    code: str
    worth: Fraction
    lost: Fraction | None


def stakes(score: Score) -> dict[str, Stake]:
    """Points at stake and lost by code, for the whole tree below `score` (its own worth is 100)."""
    return {stake.code: stake for stake in _stakes(score, WHOLE)}


def worths(framework: Framework) -> dict[str, Fraction]:
    """What each part is worth of the 100 before anything is scored, by code."""
    found: dict[str, Fraction] = {}

    def note(part: Part, share: Fraction) -> None:
        found[part.code] = share * FULL
        for below in getattr(part, "parts", ()):
            note(below, share * below.weight)

    for instrument in framework.instruments:
        note(instrument, instrument.weight)
    return found


def _stakes(score: Score, share: Fraction) -> Iterator[Stake]:
    lost = None if score.points is None else share * (FULL - score.points)
    yield Stake(score.code, share * FULL, lost)
    for part in score.parts:
        yield from _stakes(part, share * part.weight)
