"""What honest people do besides having a view: repeat themselves, hurry, misread, leave out."""

from __future__ import annotations

import numpy as np

from prongsai.collect.surveys.belief.form import Form, Mask, Whole

Chance = np.random.Generator


def with_habits(chance: Chance, form: Form, ranks: Whole, *, is_happy: bool) -> Whole:
    sheets = len(ranks)
    ranks = _repeat(chance, form, ranks)

    def some(most: float) -> Mask:
        found: Mask = chance.random(sheets) < chance.uniform(0, most)
        return found

    second = np.maximum(form.best - 1, ~form.is_long)
    many = some(0.4 if is_happy else 0.1)
    ranks[many] = form.best  # everything is fine
    fair = some(0.05)
    slips = chance.random(ranks.shape) < chance.uniform(0, 0.15)
    ranks[fair] = np.where(slips, ranks, second)[fair]  # everything is fairly fine
    alike = some(0.04)
    place = np.minimum(chance.integers(1, form.best.max() + 1, sheets)[:, None], form.best)
    ranks[alike] = np.where(form.is_reversed, form.best - place, place)[alike]  # the same choice all the way
    misread = some(0.08)[:, None] & form.is_reversed & form.is_long
    ranks = np.where(misread, form.best - ranks, ranks)
    careless = some(0.04)
    ranks[careless] = chance.integers(0, form.best + 1, ranks.shape)[careless]
    return np.where(_left_out(chance, ranks.shape, some(0.05)), -1, ranks)


def _repeat(chance: Chance, form: Form, ranks: Whole) -> Whole:
    """Rows of one question stick together."""
    often = chance.uniform(0, 0.5)
    for row in range(1, len(form.best)):
        is_same = (
            form.question[row] == form.question[row - 1]
            and form.is_reversed[row] == form.is_reversed[row - 1]
            and form.best[row] == form.best[row - 1]
        )
        if is_same:
            sticks = chance.random(len(ranks)) < often
            ranks[sticks, row] = ranks[sticks, row - 1]
    return ranks


def _left_out(chance: Chance, shape: tuple[int, ...], tired: Mask) -> Mask:
    sheets, rows = shape
    here_and_there = chance.random(shape) < chance.uniform(0, 0.02)
    ends: Whole = chance.integers(rows // 2, rows, sheets)[:, None]
    found: Mask = here_and_there | ((np.arange(rows) >= ends) & tired[:, None])
    return found
