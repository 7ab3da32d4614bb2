"""Whether some people give the best answers to certain rows, and answer as themselves elsewhere.

A search for a block of sheets and rows (Cheng and Church 2000) scored as a person-fit statistic (Drasgow,
Levine and Williams 1985): how much likelier a sheet becomes when the block is taken as told what to answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from prongsai.collect.surveys.belief import ease
from prongsai.collect.surveys.belief.form import Mask, Real, Whole
from prongsai.collect.surveys.belief.table import Table

ROUNDS = 6
TOLD = 0.95  # chance of the best choice where one was told
SHUNNED = 0.25
SHARES = (0.05, 0.1, 0.15, 0.2, 0.3)
FAR = 40.0
MORE_LIKELY = 0.5
FEWEST, MOST = 4, 0.65  # rows; share of the rows


class Block(NamedTuple):
    """gain: log likelihood won by the block; told [sheet]: chance to be in it; rows: their places."""

    gain: float
    told: Real
    rows: Whole

    @property
    def value(self) -> float:
        """A block must pay for its rows."""
        return self.gain - len(self.rows)

    @property
    def strength(self) -> float:
        return float(np.sqrt(max(0.0, self.gain) * self.told.sum()))


class Search:
    def __init__(self, table: Table, people: ease.Ease | None = None) -> None:
        self.best, self.seen, self.long = table.is_best & table.seen, table.seen, table.form.is_long
        self.indicator = table.form.indicator
        self.ease = people or ease.fit(self.best, self.seen)
        self.before = self._own(self.ease.persons, self.seen)[1]

    def find(self) -> Block:
        return max((self._grow(rows) for rows in self._starts()), key=lambda block: block.value)

    def told(self, table: Table, block: Block) -> Mask:
        """[sheet] whether a sheet is rather in the block; these need not be the sheets it was found in."""
        other = Search(table, self.ease._replace(persons=np.full(len(table.ranks), self.ease.middle)))
        return other._block(block.rows)[0].told > MORE_LIKELY

    def one_indicator(self) -> float:
        """How far one indicator stands out from the others as a block.

        Where people judge indicators apart by themselves, some find one better and as many find one worse;
        so what the same search wins in the other direction is taken away.
        """
        blocks = list(self._by_indicator())
        if not blocks[1:]:  # one has nothing to stand out from
            return 0.0
        won = [self._block(rows)[0].gain for rows in blocks]
        return float(max(won) - np.median(won) - self.spread())

    def spread(self) -> float:
        """What is won by taking an indicator as shunned by some."""
        return float(
            np.median([self._block(rows, told=SHUNNED)[0].gain for rows in self._by_indicator()] or [0.0])
        )

    def _by_indicator(self) -> Iterator[Whole]:
        for number in range(self.indicator.max() + 1):
            rows = np.flatnonzero((self.indicator == number) & self.long)
            if len(rows) > FEWEST:
                yield rows

    def _starts(self) -> Iterator[Whole]:
        """Give the hardest rows, each indicator, and both ends of the main ways in which sheets differ."""
        hardest = np.argsort(-self.ease.rows + FAR * ~self.long)
        for part in (5, 3, 2):
            yield hardest[: max(FEWEST, int(self.long.sum()) // part)]
        yield from self._by_indicator()
        rest = self.seen * (self.best - ease.chance(self.ease.persons, self.ease.rows))
        for way in np.linalg.svd(rest, full_matrices=False)[2][:3]:
            for sign in (1, -1):
                yield np.argsort(-sign * way + FAR * ~self.long)[: len(self.long) // 4]

    def _grow(self, rows: Whole) -> Block:
        """Take the sheets that fit the rows, then the rows that fit the sheets, and so on."""
        found = []
        for _ in range(ROUNDS):
            block, persons = self._block(rows)
            found.append(block)
            wanted = self._rows_of(block, persons)
            if np.array_equal(wanted, rows):
                break
            rows = wanted
        return max(found, key=lambda block: block.value)

    def _block(self, rows: Whole, *, told: float = TOLD) -> tuple[Block, Real]:
        outside = self.seen.copy()
        outside[:, rows] = False
        persons, after = self._own(self.ease.persons, outside)
        right = self.best[:, rows]
        inside = (right * np.log(told) + ~right * np.log1p(-told)) * self.seen[:, rows]
        likelier = np.exp(np.clip(after + inside.sum(axis=1) - self.before, -FAR, FAR))
        gain, part = max((float(np.log1p(part * (likelier - 1)).sum()), part) for part in SHARES)
        return Block(gain, part * likelier / (1 + part * (likelier - 1)), rows), persons

    def _rows_of(self, block: Block, persons: Real) -> Whole:
        likely = np.clip(ease.chance(persons, self.ease.rows), ease.SURE, 1 - ease.SURE)
        cells = np.where(self.best, np.log(TOLD / likely), np.log((1 - TOLD) / (1 - likely))) * self.seen
        won = np.where(self.long, block.told @ cells, -np.inf)
        many = np.clip((won > 1).sum(), FEWEST, int(MOST * len(won)))
        return np.sort(np.argsort(-won)[:many])

    def _own(self, persons: Real, seen: Mask) -> tuple[Real, Real]:
        """Give people by some of their answers, and how likely those are."""
        rows, middle = self.ease.rows, self.ease.middle
        for _ in range(5):
            persons = ease.toward(persons, rows, middle, self.best, seen)
        fits = ease.likelihood(ease.chance(persons, rows), self.best, seen)
        return persons, fits - (persons - middle) ** 2 / (2 * ease.SPREAD)
