"""The questionnaire as its page shows it: a page for each indicator, numbered, with what was answered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from string import ascii_letters

from prongsai.collect.surveys.questionnaire import Questionnaire
from prongsai.core.framework import Question, Row
from prongsai.core.text import Language


@dataclass(frozen=True, slots=True)
class ShownRow:
    """choices  (value, label, whether it was taken)."""

    code: str
    number: str  # "3.1"
    text: str
    topic: str
    is_missing: bool
    choices: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """topic  stands above several rows; a single row speaks for itself."""

    number: str
    topic: str
    rows: tuple[ShownRow, ...]


@dataclass(frozen=True, slots=True)
class ShownPage:
    number: int
    name: str
    questions: tuple[ShownQuestion, ...]


@dataclass(frozen=True, slots=True)
class Showing:
    """Makes the pages of one respondent. answers: row code -> choice code; missing: codes to be marked."""

    language: Language
    answers: Mapping[str, str]
    missing: Collection[str] = frozenset()

    def pages(self, asked: Questionnaire) -> tuple[ShownPage, ...]:
        return tuple(
            ShownPage(number, indicator.name.in_(self.language), tuple(map(self._question, questions)))
            for number, (indicator, questions) in enumerate(asked.sections, start=1)
        )

    def _question(self, question: Question) -> ShownQuestion:
        topic, number = question.name.in_(self.language), question.code.lstrip(ascii_letters)
        is_alone = len(question.parts) == 1
        rows = tuple(
            self._row(row, topic, number if is_alone else row.code.lstrip(ascii_letters))
            for row in question.parts
        )
        return ShownQuestion(number, "" if is_alone else topic, rows)

    def _row(self, row: Row, topic: str, number: str) -> ShownRow:
        taken = self.answers.get(row.code)
        choices = tuple(
            (each.code, each.label.in_(self.language), each.code == taken) for each in row.scale.choices
        )
        return ShownRow(
            row.code, number, row.name.in_(self.language), topic, row.code in self.missing, choices
        )


def missing_rows(pages: tuple[ShownPage, ...]) -> Iterator[ShownRow]:
    """The rows that are marked as left blank, in order."""
    return (row for page in pages for question in page.questions for row in question.rows if row.is_missing)
