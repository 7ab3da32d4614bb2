"""Whether part of the sheets follows one pattern that the others do not follow.

A mixture of two kinds of sheets: people of their own (Rasch 1960) and copies of one pattern, in which
every row has a chance of its own and nobody leans anywhere; after the mixed models of Rost (1990).
The clearest of several beginnings counts.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from prongsai.collect.surveys.belief import ease
from prongsai.collect.surveys.belief.beginnings import beginnings
from prongsai.collect.surveys.belief.form import Mask, Real
from prongsai.collect.surveys.belief.table import Table

ROUNDS = 15
MORE_LIKELY = 0.5
SPREADS = (0.3, 9.0)  # variance of people
LEAST, MOST = 0.03, 0.6  # share of the sheets that the pattern may take


class Pattern(NamedTuple):
    """One pattern among people of their own.

    own     people and rows of the others; `heavy` [sheet] how much each sheet counts as one of them.
    row     [row] chance of the best choice in the pattern; `part` its share of the sheets.
    gain    how much better the sheets are explained with the pattern; `size` how many belong to it.
    """

    own: ease.Ease
    spread: float
    row: Real
    part: float
    gain: float
    size: float

    @property
    def strength(self) -> float:
        """Clear and many: neither two twins nor a loose crowd comes far."""
        return float(np.sqrt(max(0.0, self.gain) * self.size))

    def has(self, table: Table) -> Mask:
        """[sheet] whether a sheet rather follows the pattern, also of sheets it was not found in."""
        best, seen = table.is_best & table.seen, table.seen
        persons = np.full(len(best), self.own.middle)
        for _ in range(8):
            persons = ease.toward(persons, self.own.rows, self.own.middle, best, seen)
        return _belonging(self, persons, best, seen)[0] > MORE_LIKELY


def find(table: Table, flock: Mask) -> Pattern:
    """Search; `flock` [sheet] is a crowd seen elsewhere, to begin with."""
    best, seen = table.is_best & table.seen, table.seen
    alone = ease.fit(best, seen)
    likely = ease.chance(alone.persons, alone.rows)
    own, spread = _others(alone, np.ones(len(best)))
    before = float(_as_own(own, spread, alone.persons, best, seen).sum())
    starts = [*beginnings(best, seen, likely), np.where(flock, 0.9, 0.05)]
    found = [_settle(alone, best, seen, start) for start in starts]
    return max((each._replace(gain=each.gain - before) for each in found), key=lambda each: each.strength)


def _settle(alone: ease.Ease, best: Mask, seen: Mask, belongs: Real) -> Pattern:
    """Expectation and maximisation in turn; `gain` is the whole log likelihood here."""
    people, part = alone, float(belongs.mean())
    usual = ease.chance(np.array([alone.middle]), alone.rows)[0]
    for _ in range(ROUNDS):
        people = ease.refit(people, best, seen, 1 - belongs, rounds=2)
        weights = belongs[:, None] * seen
        row = ((weights * best).sum(axis=0) + usual) / (weights.sum(axis=0) + 1)
        pattern = Pattern(*_others(people, 1 - belongs), row, part, 0.0, 0.0)
        belongs, whole = _belonging(pattern, people.persons, best, seen)
        part = float(np.clip(belongs.mean(), LEAST, MOST))
    return pattern._replace(gain=float(whole.sum()), size=float(belongs.sum()))


def _belonging(pattern: Pattern, persons: Real, best: Mask, seen: Mask) -> tuple[Real, Real]:
    """[sheet] chance to be of the pattern, and the log likelihood either way."""
    of_pattern = np.log(pattern.part) + ease.likelihood(pattern.row[None], best, seen)
    of_own = np.log1p(-pattern.part) + _as_own(pattern.own, pattern.spread, persons, best, seen)
    whole = np.logaddexp(of_pattern, of_own)
    return np.exp(of_pattern - whole), whole


def _others(people: ease.Ease, weights: Real) -> tuple[ease.Ease, float]:
    """Around what middle the others lie, and how far apart."""
    heavy = weights / max(1e-9, float(weights.sum()))
    middle = float(heavy @ people.persons)
    return people._replace(middle=middle), float(np.clip(heavy @ (people.persons - middle) ** 2, *SPREADS))


def _as_own(own: ease.Ease, spread: float, persons: Real, best: Mask, seen: Mask) -> Real:
    """[sheet] log likelihood as people of their own, whoever they are (Laplace's approximation)."""
    likely = ease.chance(persons, own.rows)
    known = (seen * likely * (1 - likely)).sum(axis=1) + 1 / ease.SPREAD
    there = (persons - own.middle) ** 2 / (2 * spread) + np.log(spread * known) / 2
    found: Real = ease.likelihood(likely, best, seen) - there
    return found
