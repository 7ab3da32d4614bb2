"""The sheets of one survey as the statistics read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from prongsai.collect.surveys.belief.form import Form, Mask, Real, Whole

Bytes: TypeAlias = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Table:
    """Arrays are [sheet, row].

    choices  the bytes themselves, 0 where the row was not answered.
    ranks    how good the answer is, 0 the worst; -1 where it does not count.
    """

    form: Form
    choices: Bytes
    ranks: Whole

    @property
    def seen(self) -> Mask:
        seen: Mask = self.ranks >= 0
        return seen

    @property
    def is_best(self) -> Mask:
        best: Mask = self.ranks == self.form.best
        return best

    @property
    def short_of_best(self) -> Whole:
        """[sheet] rows answered, but not with the best choice."""
        missed: Whole = (self.seen & ~self.is_best).sum(axis=1)
        return missed

    @property
    def is_all_best(self) -> Mask:
        """[sheet] whether nothing but best answers was given, to half of the rows at least."""
        found: Mask = (self.short_of_best == 0) & (2 * self.seen.sum(axis=1) >= len(self.form.codes))
        return found

    def only(self, sheets: Mask | Whole) -> Table:
        return Table(self.form, self.choices[sheets], self.ranks[sheets])

    def without(self, cells: Mask) -> Table:
        """The same sheets with some cells not counted."""
        return Table(self.form, self.choices, np.where(cells, -1, self.ranks))


def table_of(form: Form, sheets: Bytes) -> Table:
    return Table(form, sheets, form.ranks[np.arange(len(form.codes)), sheets])


def share(values: Mask, of: Mask) -> Real:
    """[sheet] share of the cells of `of` that are in `values`; 0 where there is none."""
    found: Real = (values & of).sum(axis=1) / np.maximum(1, of.sum(axis=1))
    return found
