"""Honest offices, as different from one another as is thought plausible.

Everything is a rank: 0 the worst choice of a row, `form.best` the best, -1 not answered.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from prongsai.collect.surveys.belief.form import Form, Real, Whole
from prongsai.collect.surveys.belief.simulate.habits import with_habits

Chance = np.random.Generator


class Office(NamedTuple):
    """ranks [sheet, row]; ease [row]: how easily a row gets the best answer there."""

    ranks: Whole
    ease: Real


def office(chance: Chance, form: Form, sheets: int, *, is_happy: bool = False) -> Office:
    """Let people of an office answer for themselves.

    A person has a mood, a view of each indicator, and a way with questions whose good end stands first;
    the office has a level, departments with their own rows, and rows that are hard.
    """
    ease = _ease(chance, form)
    level = chance.uniform(2, 4.5) if is_happy else chance.uniform(-0.8, 2)
    leaning = level + ease + _people(chance, form, sheets) + _departments(chance, form, sheets)
    leaning = leaning + chance.logistic(size=leaning.shape) * chance.uniform(0.6, 1)
    return Office(with_habits(chance, form, _ranks(chance, form, leaning), is_happy=is_happy), ease)


def _ease(chance: Chance, form: Form) -> Real:
    rows = chance.normal(0, chance.uniform(0.3, 1), len(form.best))
    indicators = chance.normal(0, chance.uniform(0, 0.5), form.indicator.max() + 1)
    found: Real = -rows - indicators[form.indicator]
    return found


def _people(chance: Chance, form: Form, sheets: int) -> Real:
    """[sheet, row] moods, not always symmetrical, of different weight for each row; views; ways."""
    skew = chance.uniform(0, 1)
    even, odd = chance.normal(size=sheets), 1 - chance.exponential(size=sheets)
    moods = chance.uniform(0.7, 2.2) * (np.sqrt(1 - skew**2 / 2) * even + skew * 0.7 * odd)
    weights = np.exp(chance.normal(0, chance.uniform(0.1, 0.35), len(form.best)))
    views = chance.normal(0, chance.uniform(0.2, 0.9), (sheets, form.indicator.max() + 1))
    ways = chance.normal(0, chance.uniform(0, 1), sheets)
    found: Real = moods[:, None] * weights + views[:, form.indicator] + ways[:, None] * form.is_reversed
    return found


def _departments(chance: Chance, form: Form, sheets: int) -> Real:
    many = chance.integers(1, 5)
    of = chance.integers(0, many, sheets)
    levels = chance.normal(0, chance.uniform(0, 0.6), (many, 1))
    rows = chance.normal(0, chance.uniform(0, 0.5), (many, len(form.best)))
    found: Real = (levels + rows)[of]
    return found


def _ranks(chance: Chance, form: Form, leaning: Real) -> Whole:
    """Cut what people lean to into choices; some keep to the ends of a scale, some to its middle."""
    steps = chance.uniform(1.2, 2.4) * np.exp(chance.normal(0, 0.25, len(leaning)))[:, None]
    long = sum((leaning > -step * steps).astype(np.int64) for step in range(int(form.best.max())))
    short = (leaning > -chance.uniform(1.5, 3.5)).astype(np.int64)
    missed = form.best.max() - form.best
    return np.where(form.is_long, np.maximum(0, long - missed), short)
