"""On which days sheets come in."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

Chance = np.random.Generator
FIRST = date(2022, 4, 4)
REMINDED = 0.6  # of the offices remind, some more than once


def honest_days(chance: Chance, sheets: int) -> list[date]:
    """Two to six weeks, no two days alike, more after a reminder or a meeting."""
    many = int(chance.integers(10, 31))
    weights = chance.gamma(chance.uniform(0.5, 2), size=many) * np.exp(
        -np.arange(many) * chance.uniform(0, 0.1)
    )
    if chance.random() < REMINDED:
        reminded = chance.integers(0, many, chance.integers(1, 3))
        weights[reminded] += weights.sum() * chance.uniform(0.05, 0.3)
    days = chance.choice(many, sheets, p=weights / weights.sum())
    return [FIRST + timedelta(int(day)) for day in days]


def one_sitting(chance: Chance, days: list[date], share: float) -> list[date]:
    """The same, with a share of the sheets on one day."""
    many = round(share * len(days))
    day = days[int(chance.integers(len(days)))]
    return [day] * many + days[many:]
