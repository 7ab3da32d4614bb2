"""Signs on a single sheet that little trouble was taken over it."""

from __future__ import annotations

import numpy as np

from prongsai.collect.surveys.belief.form import Mask, Real
from prongsai.collect.surveys.belief.table import Table, share

FLAT = 0.8  # of the rows with several choices are answered alike
APART = 0.45  # of the scale between rows whose good end stands last and rows where it stands first
FEW = 0.1
SOME = 0.2
OFTEN = 0.3


def is_flat(table: Table) -> Mask:
    """[sheet] the same choice nearly everywhere, although that contradicts itself, or is not the best one.

    All best answers are not flat in this sense: they are what a happy person gives.
    """
    seen = table.seen & table.form.is_long
    below = [
        share((table.ranks == rank) & (table.form.best > rank), seen) for rank in range(table.form.best.max())
    ]
    found: Mask = np.max(below, axis=0) > FLAT
    if table.form.turned.any():
        same = [share(table.choices == choice, seen) for choice in range(1, table.form.ranks.shape[1])]
        found |= np.max(same, axis=0) > FLAT
    return found


def is_misread(table: Table) -> Mask:
    """[sheet] good answers where the good end stands last, bad ones where it stands first."""
    turned = table.form.turned
    if not turned.any():
        return np.zeros(len(table.ranks), bool)
    ahead, back = _height(table, table.form.is_long & ~turned), _height(table, turned)
    found: Mask = ahead - back > APART
    return found


def is_random(table: Table) -> Mask:
    """[sheet] grave things told and low and high answers mixed: what answering without reading gives."""
    long = table.form.is_long
    short = ~long
    if not short.any():
        return np.zeros(len(table.ranks), bool)
    seen = table.seen
    grave = share(~table.is_best, seen & short) > OFTEN
    low = share(table.ranks <= table.form.best // 2, seen & long) > SOME
    high = share(table.is_best, seen & long) > FEW
    return grave & low & high


def longest_string(table: Table) -> Real:
    """[sheet] the longest run of one choice, as a share of the rows."""
    choices, rows = table.choices, table.choices.shape[1]
    run = np.ones(len(choices))
    longest = np.ones(len(choices))
    for row in range(1, rows):
        goes_on = (choices[:, row] == choices[:, row - 1]) & (choices[:, row] > 0)
        run = np.where(goes_on, run + 1, 1)
        longest = np.maximum(longest, run)
    found: Real = longest / max(1, rows)
    return found


def _height(table: Table, rows: Mask) -> Real:
    """[sheet] mean rank on some rows, 0-1; the middle where none is answered."""
    seen = table.seen & rows
    total = np.where(seen, table.ranks / np.maximum(1, table.form.best), 0).sum(axis=1)
    found: Real = np.where(seen.any(axis=1), total / np.maximum(1, seen.sum(axis=1)), 0.5)
    return found
