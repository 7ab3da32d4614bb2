"""What the statistics must know of the rows of an instrument, as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from prongsai.core.framework import Framework, Indicator, Question, Row

Whole: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]
Real: TypeAlias = NDArray[np.float64]

LEAST_REVERSED = 4  # rows; fewer say nothing about a direction


@dataclass(frozen=True, slots=True)
class Form:
    """Rows in the order of the sheet; all arrays are [row] but `ranks`.

    choices      how many choices the row has.
    ranks        [row, byte] how good the choice is, 0 the worst; -1 where it is not counted.
    best         the highest rank of the row.
    is_reversed  whether the first choice is the best.
    is_long      whether the row has more than two counted choices.
    indicator    number of the indicator; `question` number of the question.
    """

    codes: tuple[str, ...]
    choices: tuple[int, ...]
    ranks: Whole
    best: Whole
    is_reversed: Mask
    is_long: Mask
    indicator: Whole
    question: Whole

    @property
    def turned(self) -> Mask:
        """Rows with several choices whose good end stands first, where there are enough to tell."""
        rows: Mask = self.is_long & self.is_reversed
        return rows if rows.sum() >= LEAST_REVERSED else np.zeros_like(rows)


def form_of(framework: Framework, instrument: str) -> Form:
    rows = framework.rows_of(instrument)
    ranks = np.full((len(rows), 1 + max(len(row.scale.choices) for row in rows)), -1, np.int64)
    for place, row in enumerate(rows):
        ranks[place, 1 : 1 + len(row.choice_points)] = _ranks(row)
    best = ranks.max(axis=1)
    first = np.array([next(rank for rank in row[1:] if rank >= 0) for row in ranks])
    places = _places(framework.part(instrument))
    indicator, question = (np.array([places[row.code][level] for row in rows]) for level in (0, 1))
    return Form(
        codes=tuple(row.code for row in rows),
        choices=tuple(len(row.scale.choices) for row in rows),
        ranks=ranks,
        best=best,
        is_reversed=first == best,
        is_long=best > 1,
        indicator=indicator,
        question=question,
    )


def _ranks(row: Row) -> list[int]:
    ladder = sorted({points for points in row.choice_points if points is not None})
    return [-1 if points is None else ladder.index(points) for points in row.choice_points]


def _places(instrument: Any) -> dict[str, tuple[int, int]]:
    """Numbers of indicator and question by the code of the row."""
    found: dict[str, tuple[int, int]] = {}
    questions = 0
    for number, indicator in enumerate(part for part in instrument.parts if isinstance(part, Indicator)):
        for question in (part for part in indicator.parts if isinstance(part, Question)):
            found |= {row.code: (number, questions) for row in question.parts}
            questions += 1
    return found
