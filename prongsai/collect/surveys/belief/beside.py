"""The survey beside last year's, the other survey of the year, and bodies like this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from prongsai.collect.surveys.belief.levels import Level
from prongsai.collect.surveys.belief.statistic import Statistic
from prongsai.core.framework import Framework
from prongsai.core.score import Inputs, SurveyCounts, score

LEAST_BODIES = 8
FAR = 3.5  # of Iglewicz and Hoaglin
NORMAL = 0.6745  # the middle distance of a normal distribution, in its deviations
LEAST_DISTANCE = 0.5  # points; bodies that hardly differ make no wonder of a small step


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """All in points, 0-100.

    last_year    counts of the same survey a year before.
    other        figure of the other survey of this year.
    changes      of similar bodies, since last year; gaps: inside less outside.
    is_outside   whether our survey is the one outside.
    """

    last_year: SurveyCounts | None = None
    other: float | None = None
    changes: Sequence[float] = ()
    gaps: Sequence[float] = ()
    is_outside: bool = False


def statistics(
    framework: Framework, instrument: str, counts: SurveyCounts, beside: Beside
) -> list[Statistic]:
    ours = figure(framework, instrument, counts)
    found = []
    if ours is not None and beside.other is not None:
        gap = beside.other - ours if beside.is_outside else ours - beside.other
        found.append(_against("gap", gap, beside.gaps))
    before = None if beside.last_year is None else figure(framework, instrument, beside.last_year)
    if ours is not None and before is not None:
        found.append(_against("change", ours - before, beside.changes))
    return found


def figure(framework: Framework, instrument: str, counts: SurveyCounts) -> float | None:
    """Give the instrument's figure; rows that it does not have are left aside."""
    known = {code: each for code, each in counts.by_row.items() if code in framework.row_codes[instrument]}
    tree = score(framework, Inputs(surveys={instrument: SurveyCounts(counts.respondents, known)}))
    points = next(part.points for part in tree.parts if part.code == instrument)
    return None if points is None else float(points)


def _against(code: str, ours: float, others: Sequence[float]) -> Statistic:
    if len(others) < LEAST_BODIES:
        return Statistic(code, ours, None, Level.NONE)
    middle = float(np.median(others))
    distance = max(LEAST_DISTANCE, float(np.median(np.abs(np.array(others) - middle))))
    is_far = NORMAL * abs(ours - middle) / distance > FAR
    return Statistic(code, ours, middle, Level.LOOK if is_far else Level.NONE)
