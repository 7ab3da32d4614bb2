"""What honest answers to one survey look like: each person leans to the best choice, each row makes it hard.

The model of Rasch (1960), by penalised likelihood: the chance of the best choice is
sigmoid(person - row). People lie around `middle`, rows around 0.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from prongsai.collect.surveys.belief.form import Mask, Real

SPREAD = 4.0  # variance of people that is thought likely; 1 for rows
STEP = 1.5  # no estimate moves farther at once
SURE = 0.003  # no answer is thought less likely


class Ease(NamedTuple):
    """persons [sheet], rows [row]: in logits."""

    persons: Real
    rows: Real
    middle: float


def chance(persons: Real, rows: Real) -> Real:
    """[sheet, row] chance of the best choice."""
    found: Real = 1 / (1 + np.exp(rows - persons[:, None]))
    return found


def fit(best: Mask, seen: Mask, *, rounds: int = 8) -> Ease:
    right = (best & seen).sum()
    middle = float(np.log((right + 1) / (seen.sum() - right + 1)))
    ease = Ease(np.full(len(best), middle), np.zeros(best.shape[1]), middle)
    return refit(ease, best, seen, np.ones(len(best)), rounds=rounds)


def refit(ease: Ease, best: Mask, seen: Mask, weights: Real, *, rounds: int) -> Ease:
    """Improve by Newton's steps; `weights` [sheet] say how much a sheet tells about the rows."""
    persons, rows = ease.persons, ease.rows
    for _ in range(rounds):
        persons = toward(persons, rows, ease.middle, best, seen)
        likely = chance(persons, rows)
        heavy = seen * weights[:, None]
        slope = (heavy * (likely - best)).sum(axis=0) - rows
        bend = (heavy * likely * (1 - likely)).sum(axis=0) + 1
        rows = rows + np.clip(slope / bend, -STEP, STEP)
    return Ease(persons, rows, ease.middle)


def toward(persons: Real, rows: Real, middle: float, best: Mask, seen: Mask) -> Real:
    """One of Newton's steps for the people."""
    likely = chance(persons, rows)
    slope = (seen * (best - likely)).sum(axis=1) - (persons - middle) / SPREAD
    bend = (seen * likely * (1 - likely)).sum(axis=1) + 1 / SPREAD
    moved: Real = persons + np.clip(slope / bend, -STEP, STEP)
    return moved


def likelihood(likely: Real, best: Mask, seen: Mask) -> Real:
    """[sheet] log likelihood of the answers."""
    likely = np.clip(likely, SURE, 1 - SURE)
    found: Real = (np.where(best, np.log(likely), np.log1p(-likely)) * seen).sum(axis=1)
    return found
