"""What somebody does to a survey: fills in sheets, tells people what to answer, lets a machine answer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from prongsai.collect.surveys.belief.form import Form, Real, Whole
from prongsai.collect.surveys.belief.simulate.people import Office

Chance = np.random.Generator
Hand = Callable[[Chance, Form, Office, int], Whole]  # -> [sheet, row] sheets that somebody filled in


def exact(chance: Chance, form: Form, at: Office, sheets: int) -> Whole:
    """One sheet, copied."""
    return np.tile(_one(chance, form, at.ease), (sheets, 1))


def slight(chance: Chance, form: Form, at: Office, sheets: int) -> Whole:
    """One sheet, in each copy up to two, or up to eight, rows moved by a step."""
    most = chance.integers(3, 10)
    return _moved(chance, form, exact(chance, form, at, sheets), chance.integers(0, most, sheets))


def several(chance: Chance, form: Form, at: Office, sheets: int) -> Whole:
    """Two to four sheets in turn, up to four rows moved in each copy."""
    ones = np.stack([_one(chance, form, at.ease) for _ in range(chance.integers(2, 5))])
    turns = ones[np.arange(sheets) % len(ones)]
    return _moved(chance, form, turns, chance.integers(0, 5, sheets))


def varied(chance: Chance, form: Form, at: Office, sheets: int) -> Whole:
    """One picture of the office, every row of every sheet varied on purpose in 10 to 30 of 100 cases."""
    ranks = exact(chance, form, at, sheets)
    other = np.where(ranks == form.best, ranks - 1, ranks + 1)
    often = chance.uniform(0.1, 0.3)
    return np.where(form.is_long & (chance.random(ranks.shape) < often), other, ranks)


def all_best(_chance: Chance, form: Form, _at: Office, sheets: int) -> Whole:
    """The best choice of every row."""
    return np.tile(form.best, (sheets, 1))


def machine(chance: Chance, form: Form, _at: Office, sheets: int) -> Whole:
    """Any choice of any row."""
    return chance.integers(0, form.best + 1, (sheets, len(form.best)))


def fill(chance: Chance, form: Form, at: Office, hand: Hand, share: float) -> Whole:
    """Replace a share of an office's sheets."""
    ranks = at.ranks.copy()
    who = chance.permutation(len(ranks))[: round(share * len(ranks))]
    ranks[who] = hand(chance, form, at, len(who))
    return ranks


def _one(chance: Chance, form: Form, ease: Real) -> Whole:
    """Somebody's idea of a good sheet; it follows what is hard at the office more or less."""
    level = chance.uniform(0.8, 3.2)
    leaning = level + ease * chance.uniform(0, 1) + chance.logistic(size=len(ease))
    short_by = (leaning <= 0).astype(np.int64) + (leaning <= -2.5)  # noqa: PLR2004  # two steps are rare
    return np.where(form.is_long, np.maximum(0, form.best - short_by), form.best)


def _moved(chance: Chance, form: Form, ranks: Whole, many: Whole) -> Whole:
    """Move some rows of each sheet by a step."""
    order = np.argsort(chance.random(ranks.shape) + ~form.is_long, axis=1)
    chosen = np.empty_like(ranks, dtype=bool)
    np.put_along_axis(chosen, order, np.arange(ranks.shape[1]) < many[:, None], axis=1)
    down = (ranks == form.best) | (chance.random(ranks.shape) < 0.5)  # noqa: PLR2004  # either way
    step = np.where(down & (ranks > 0), -1, 1)
    return np.where(chosen & form.is_long, ranks + step, ranks)
