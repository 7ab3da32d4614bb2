"""What a nation's sheets and verdicts come to: counts and marks of every body, as arrays.

A sheet holds one byte a row: 0 = not answered, else the place of the choice, from 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from prongsai.core.framework import Row
from prongsai.core.score import ItemResult, ScoreError, SurveyCounts

Bytes: TypeAlias = NDArray[np.uint8]
Whole: TypeAlias = NDArray[np.int64]

STRETCH = 16_384  # sheets


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one survey.

    rows         codes of the rows, in their order on the sheet.
    choices      how many choices each row has.
    respondents  [body] sheets.
    counts       [body, row, choice] answers; 0 where a row has fewer choices than others.
    """

    rows: tuple[str, ...]
    choices: tuple[int, ...]
    respondents: Whole
    counts: Whole

    def of(self, body: int) -> SurveyCounts | None:
        """Give what one body has; None if nobody answered there."""
        respondents = int(self.respondents[body])
        if not respondents:
            return None
        counts = zip(self.rows, self.choices, self.counts[body].tolist(), strict=True)
        return SurveyCounts(respondents, {code: tuple(each[:choices]) for code, choices, each in counts})


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What reviewers gave the items.

    items   codes of the items.
    marks   [body, item] bytes: 0 = not reviewed, else a place in `points`, from 1.
    points  what the marks stand for; None is "not applicable".
    """

    items: tuple[str, ...]
    marks: Bytes
    points: tuple[Fraction | None, ...] = (Fraction(0), Fraction(100))

    def of(self, body: int) -> dict[str, ItemResult]:
        marks = zip(self.items, self.marks[body].tolist(), strict=True)
        return {code: ItemResult(self.points[mark - 1]) for code, mark in marks if mark}


def tally(rows: Sequence[Row], bodies: NDArray[Any], answers: Bytes, *, size: int) -> Tally:
    """Count the sheets of one survey.

    bodies   [sheet] position of the body, 0 to `size` - 1.
    answers  [sheet, row] bytes.
    raises   ScoreError if the sheets have another number of rows, or a byte stands for no choice of its row.
    """
    choices = tuple(len(row.scale.choices) for row in rows)
    if answers.shape[1:] != (len(rows),):
        raise ScoreError(f"Sheets of the shape {answers.shape} do not hold {len(rows)} rows each.")
    turned = _turned(answers)
    _refuse_strange_bytes(rows, choices, turned)
    wide = max(choices, default=0) + 1
    start = bodies.astype(np.intp) * wide
    cells = np.empty_like(start)
    counts = np.empty((len(rows), size, wide - 1), np.int64)
    for place, marks in enumerate(turned):
        np.add(start, marks, out=cells)
        counts[place] = np.bincount(cells, minlength=size * wide).reshape(size, wide)[:, 1:]
    respondents = np.bincount(bodies, minlength=size).astype(np.int64)
    return Tally(tuple(row.code for row in rows), choices, respondents, counts.transpose(1, 0, 2))


def _turned(answers: Bytes) -> Bytes:
    """Turn [sheet, row] into [row, sheet], by stretches of sheets that fit the processor's cache."""
    turned = np.empty(answers.shape[::-1], np.uint8)
    for start in range(0, len(answers), STRETCH):
        turned[:, start : start + STRETCH] = answers[start : start + STRETCH].T
    return turned


def _refuse_strange_bytes(rows: Sequence[Row], choices: Sequence[int], turned: Bytes) -> None:
    highest = turned.max(axis=1, initial=0).tolist()
    wrong = [
        f"{row.code}: byte {high} stands for none of its {most} choices"
        for row, most, high in zip(rows, choices, highest, strict=True)
        if high > most
    ]
    if wrong:
        raise ScoreError("; ".join(wrong) + ".")
