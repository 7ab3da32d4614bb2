"""Small groups: what may be shown of a survey that few answered. All that leaves the system passes here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from prongsai.core.framework import Framework, Kind, Question, Row
from prongsai.core.grade import printed_total
from prongsai.core.groups import LEAST_FOR_BREAKDOWN, LEAST_FOR_MEAN
from prongsai.core.reason import Reason
from prongsai.core.score import Score, State

__all__ = ["LEAST_FOR_BREAKDOWN", "LEAST_FOR_MEAN", "veil"]


def veil(score: Score, framework: Framework) -> Score:
    """Withhold what few respondents stand behind, and what would give it away by subtraction.

    The official total stays; where it hides an instrument it is the printed figure, since an exact
    one tells by its denominator who answered what. What was published before stays too. Below any
    figure that stays, either nothing is withheld or at least two parts are.
    """
    fine = {part.code for part in framework.walk() if isinstance(part, Question | Row)}
    surveys = {part.code for part in framework.instruments if part.kind is Kind.SURVEY}
    parts = _hide_companion(
        [_veil_part(part, fine) if part.code in surveys else part for part in score.parts]
    )
    total = printed_total(score, framework)
    points = score.points if total is None or not _hidden(parts) else Fraction(total)
    return replace(score, points=points, parts=tuple(parts))


def _veil_part(score: Score, fine: set[str]) -> Score:
    """Veil one survey figure and all below it."""
    below = [_veil_part(part, fine) for part in score.parts]
    least = LEAST_FOR_BREAKDOWN if score.code in fine else LEAST_FOR_MEAN
    is_of_few = score.respondents is not None and score.respondents < least
    if _is_public(score):
        return replace(score, parts=tuple(below), contradicts=None if is_of_few else score.contradicts)
    if not score.is_scored:
        counts = score.counts if sum(score.counts) == 0 else ()
        return replace(score, counts=counts, parts=tuple(below))
    parts = _hide_companion(below)
    if is_of_few:
        return _withheld(score, Reason.TOO_FEW)
    if len(_hidden(parts)) == 1:  # no companion to hide it behind: the figure itself would give it away
        return _withheld(score, Reason.COMPLEMENT)
    return replace(score, parts=tuple(parts))


def _is_public(score: Score) -> bool:
    """Whether the figure was published, or is made of published ones alone."""
    return score.is_published or (bool(score.parts) and all(_is_public(part) for part in score.parts))


def _hide_companion(parts: Sequence[Score]) -> list[Score]:
    """A single withheld part could be computed from the others: withhold one more, of the fewest answers."""
    hidden = _hidden(parts)
    shown = [part for part in parts if part.is_scored and part.weight]
    if len(hidden) != 1 or not shown:
        return list(parts)
    companion = min(shown, key=lambda part: (part.respondents is None, part.respondents or 0, part.code))
    return [_withheld(part, Reason.COMPLEMENT) if part is companion else part for part in parts]


def _hidden(parts: Sequence[Score]) -> list[Score]:
    return [part for part in parts if part.state is State.WITHHELD and part.weight]


def _withheld(score: Score, reason: Reason) -> Score:
    return Score(score.code, State.WITHHELD, None, score.weight, respondents=score.respondents, reason=reason)
