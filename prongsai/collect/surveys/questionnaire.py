"""The questions of one survey as a form, and what comes back from it as one byte a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from prongsai.core.framework import Framework, Indicator, Instrument, Question, Row
from prongsai.core.score import SurveyCounts

BLANK = 0  # not answered; a choice is its place in the scale plus one


@dataclass(frozen=True, slots=True)
class Reading:
    """What was posted.

    answers    one byte a row.
    missing    codes of the rows that were left blank.
    strangers  names and values that are not of this survey.
    """

    answers: bytes
    missing: tuple[str, ...]
    strangers: tuple[str, ...]


@dataclass(frozen=True)
class Questionnaire:
    """sections  (indicator, questions) in the order of the framework; a question's rows are its parts."""

    framework: Framework
    instrument: Instrument
    sections: tuple[tuple[Indicator, tuple[Question, ...]], ...]
    rows: tuple[Row, ...]
    bytes_of: Mapping[str, Mapping[str, int]]  # row code -> choice code -> byte

    @property
    def size(self) -> int:
        return len(self.rows)

    def read(self, posted: Mapping[str, str]) -> Reading:
        """Turn row codes and choice codes into bytes: one look-up an answer. An empty value is a blank."""
        answers, known = bytearray(self.size), self.bytes_of
        for place, row in enumerate(self.rows):
            if choice := posted.get(row.code):
                answers[place] = known[row.code].get(choice, BLANK)
        strangers = tuple(
            name if name not in known else f"{name}={value}"
            for name, value in posted.items()
            if name not in known or (value and value not in known[name])
        )
        return Reading(bytes(answers), self.missing(bytes(answers)), strangers)

    def missing(self, answers: bytes) -> tuple[str, ...]:
        return tuple(row.code for row, answer in zip(self.rows, answers, strict=True) if answer == BLANK)

    def answered(self, answers: bytes) -> dict[str, str]:
        """Give the choice code by row code; blank rows are left out."""
        return {
            row.code: row.scale.choices[answer - 1].code
            for row, answer in zip(self.rows, answers, strict=True)
            if answer != BLANK
        }

    def fits(self, answers: bytes) -> bool:
        """Say whether these bytes are a sheet of this survey."""
        return len(answers) == self.size and all(map(self.has, range(self.size), answers))

    def has(self, place: int, answer: int) -> bool:
        """Say whether the row at this place has such a choice; a blank is one."""
        return BLANK <= answer <= len(self.rows[place].scale.choices)

    def counts(self, sheets: Iterable[bytes]) -> SurveyCounts:
        """Count the choices of each row."""
        table = np.frombuffer(b"".join(sheets), np.uint8).reshape(-1, self.size)
        by_row = {
            row.code: tuple(
                int(n) for n in np.bincount(table[:, place], minlength=len(row.scale.choices) + 1)[1:]
            )
            for place, row in enumerate(self.rows)
        }
        return SurveyCounts(len(table), by_row)


def questionnaire(framework: Framework, code: str) -> Questionnaire:
    """Give the survey of an instrument."""
    return _made(framework.code, framework.scoring_hash, framework.wording_hash, code, _Kept(framework))


class _Kept:
    """A framework that is passed beside its hashes: equal to any other, since they tell it apart."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=64)
def _made(_code: str, _scoring: str, _wording: str, code: str, kept: _Kept) -> Questionnaire:
    framework = kept.framework
    instrument = framework.part(code)
    if not isinstance(instrument, Instrument):
        raise KeyError(code)
    rows = framework.rows_of(code)
    sections = tuple(
        (indicator, tuple(part for part in indicator.parts if isinstance(part, Question)))
        for indicator in instrument.parts
    )
    bytes_of = {
        row.code: {choice.code: place for place, choice in enumerate(row.scale.choices, start=1)}
        for row in rows
    }
    return Questionnaire(framework, instrument, sections, rows, bytes_of)
