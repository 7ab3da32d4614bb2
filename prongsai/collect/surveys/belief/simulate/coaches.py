"""People told what to answer on some rows, and answering for themselves on the others."""

from __future__ import annotations

import numpy as np

from prongsai.collect.surveys.belief.form import Form, Whole
from prongsai.collect.surveys.belief.simulate.people import Office

Chance = np.random.Generator
ENOUGH = 8  # rows


def weak_rows(chance: Chance, form: Form, at: Office) -> Whole:
    """Give a quarter to a half of the rows, the weak ones as far as somebody knew."""
    rows = len(form.best)
    weakest = np.argsort(at.ease + chance.normal(0, 0.4, rows))
    return weakest[: chance.integers(rows // 4, rows // 2 + 1)]


def one_indicator(chance: Chance, form: Form, _at: Office) -> Whole:
    """Give the rows of an indicator; of two where the first has few rows."""
    sizes = np.bincount(form.indicator)
    order = chance.permutation(len(sizes))
    return np.flatnonzero(np.isin(form.indicator, order[: 1 if sizes[order[0]] >= ENOUGH else 2]))


def tell(chance: Chance, form: Form, at: Office, rows: Whole, share: float) -> Whole:
    """Let a share of the people give the best answer on these rows; nine of ten answers at least follow."""
    ranks = at.ranks.copy()
    who = chance.permutation(len(ranks))[: round(share * len(ranks))]
    follows = chance.random((len(who), len(rows))) < chance.uniform(0.9, 1)
    cells = np.ix_(who, rows)
    ranks[cells] = np.where(follows, form.best[rows], ranks[cells])
    return ranks
