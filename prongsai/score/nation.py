"""Every body of a nation at once, in NumPy, with the very figures that `core` prints.

Counts are whole numbers and come out exactly. Points are reckoned in float64; a figure that lies so
near to where its print changes that float64 could err is reckoned again by `core`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from math import ceil
from typing import TypeAlias

import numpy as np

from prongsai.core.framework import Framework
from prongsai.core.grade import printed_share, printed_total
from prongsai.core.rounding import printed
from prongsai.core.score import NOTHING, Inputs, Score, score
from prongsai.score.columns import Column, Real, columns, refuse_streams, weights
from prongsai.score.tally import Tally, Verdicts, Whole

# Points this near to where the print changes are reckoned again. float64 errs by about 1e-12 here.
NEAR = 1e-9
NONE = -1  # "no figure" among whole numbers
Exact: TypeAlias = Callable[[int], Score]


@dataclass(frozen=True, slots=True)
class Standings:
    """Figures of every body: of the total, each instrument and each indicator.

    points   code -> [body] points, unrounded, to within 1e-9; NaN where there is no figure.
    printed  code -> [body] printed figure in units of its last place: 98.79 is 9879; -1 for none.
    shares   instrument code -> [body] what it brings to the total, as printed, in the same units.
    grades   [body] position in the framework's grades; -1 for none.
    ranks    [body] 1 for the highest printed total, equal totals share a rank; 0 for none.
    """

    framework: Framework
    points: Mapping[str, Real]
    printed: Mapping[str, Whole]
    shares: Mapping[str, Whole]
    grades: Whole
    ranks: Whole

    def figure(self, code: str, body: int) -> Decimal | None:
        return _decimal(int(self.printed[code][body]), self.framework)

    def share(self, instrument: str, body: int) -> Decimal | None:
        return _decimal(int(self.shares[instrument][body]), self.framework)


def inputs(tallies: Mapping[str, Tally], verdicts: Verdicts, body: int) -> Inputs:
    """Give what one body has, as `core` takes it."""
    surveys = {code: counts for code, each in tallies.items() if (counts := each.of(body)) is not None}
    return Inputs(surveys, verdicts.of(body))


def scores(framework: Framework, tallies: Mapping[str, Tally], verdicts: Verdicts) -> Iterator[Score]:
    """Give every body's whole tree, exactly, one after the other.

    raises  ScoreError if tallies or verdicts do not fit the framework.
    """
    refuse_streams(framework, tallies)
    for body in range(len(verdicts.marks)):
        yield score(framework, inputs(tallies, verdicts, body))


def standings(framework: Framework, tallies: Mapping[str, Tally], verdicts: Verdicts) -> Standings:
    """Score, grade and rank every body at once.

    tallies  instrument code -> counts; an instrument that is absent has no figure anywhere.
    raises   ScoreError if tallies or verdicts do not fit the framework.
    """
    found = columns(framework, tallies, verdicts)
    exact = cache(lambda body: score(framework, inputs(tallies, verdicts, body)))
    shares = _shares(framework, found, exact)
    figures = {
        code: _printed(column.points, framework, partial(_exact_figure, exact, framework, code))
        for code, column in found.items()
        if code != framework.code
    }
    figures[framework.code] = _totals(framework, found[framework.code], shares, exact)
    return Standings(
        framework=framework,
        points={code: column.points for code, column in found.items()},
        printed=figures,
        shares=shares,
        grades=_grades(framework, figures),
        ranks=_ranks(figures[framework.code]),
    )


def _exact_figure(exact: Exact, framework: Framework, code: str, body: int) -> Decimal | None:
    return printed(exact(body).find(code).points or NOTHING, framework.rounding)


def _exact_share(exact: Exact, framework: Framework, code: str, body: int) -> Decimal | None:
    return printed_share(exact(body).find(code), framework)


def _shares(framework: Framework, found: Mapping[str, Column], exact: Exact) -> dict[str, Whole]:
    below = [found[each.code] for each in framework.instruments]
    effective = weights(framework.instruments, below)
    return {
        each.code: _printed(
            column.points * weight, framework, partial(_exact_share, exact, framework, each.code)
        )
        for each, column, weight in zip(framework.instruments, below, effective, strict=True)
    }


def _totals(framework: Framework, total: Column, shares: Mapping[str, Whole], exact: Exact) -> Whole:
    whole = _printed(total.points, framework, lambda body: printed_total(exact(body), framework))
    if not framework.rounding.parts_first:
        return whole
    parts = np.array(list(shares.values()))
    return np.where((parts != NONE).all(axis=0), parts.sum(axis=0), whole)


def _printed(points: Real, framework: Framework, exact: Callable[[int], Decimal | None]) -> Whole:
    """Round as the framework does, in units of the last place; near a boundary, ask for the exact print."""
    units = 10**framework.rounding.places
    low = np.floor(points * units)
    rest = points * units - low
    found = np.where(np.isnan(points), NONE, low + (rest > 0.5)).astype(np.int64)  # noqa: PLR2004  # a half
    for body in np.flatnonzero(np.abs(rest - 0.5) < NEAR * units).tolist():
        found[body] = int((exact(body) or Decimal(0)) * units)
    return found


def _grades(framework: Framework, figures: Mapping[str, Whole]) -> Whole:
    total = figures[framework.code]
    found = np.full(len(total), NONE)
    for place, each in reversed(list(enumerate(framework.grades))):
        reached = (total != NONE) & (total >= _least(each.total, framework))
        if each.each_instrument:
            least = _least(each.each_instrument, framework)
            reached &= np.all([figures[part.code] >= least for part in framework.instruments], axis=0)
        found[reached] = place
    return found


def _ranks(totals: Whole) -> Whole:
    has_figure = totals != NONE
    ordered = np.sort(totals[has_figure])
    higher = len(ordered) - np.searchsorted(ordered, totals, side="right")
    return np.where(has_figure, higher + 1, 0)


def _least(threshold: Fraction, framework: Framework) -> int:
    units: int = 10**framework.rounding.places
    return ceil(threshold * units)


def _decimal(figure: int, framework: Framework) -> Decimal | None:
    return None if figure == NONE else Decimal(figure).scaleb(-framework.rounding.places)
