"""Sheets made by hand, and limits of honest surveys to judge them by."""

from __future__ import annotations

import numpy as np

from prongsai.collect.surveys.belief.form import form_of
from prongsai.collect.surveys.belief.measures import measures
from prongsai.collect.surveys.belief.simulate.scenes import as_bytes
from prongsai.collect.surveys.belief.table import table_of
from prongsai.frameworks import library

RULES = library.load("obec-2565")
FORM = form_of(RULES, "iit")
SIZE = len(FORM.codes)


def ranked(*ranks):
    """Sheets of the same rank in every row; a row with fewer choices takes its best."""
    return as_bytes(FORM, np.minimum(np.array(ranks)[:, None], FORM.best))


def chosen(choice, sheets=1):
    """Sheets with the same choice in every row; a row with fewer choices takes its last."""
    return np.tile(np.minimum(choice, FORM.best + 1).astype(np.uint8), (sheets, 1))


def different(sheets, seed=7):
    """Sheets of which no two are alike."""
    chance = np.random.default_rng(seed)
    ranks = np.minimum(chance.integers(1, 4, (sheets, SIZE)), FORM.best)
    return np.unique(as_bytes(FORM, ranks), axis=0)


def figure(code, sheets, days=()):
    return measures(table_of(FORM, sheets[np.lexsort(sheets.T[::-1])]), days)[code].figure
