"""The rows of a sheet on the screen, in the order in which they stand on the paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.surveys.models import PaperSheet
from prongsai.collect.surveys.paper.drawing import places_differing
from prongsai.collect.surveys.paper.entry import Entry
from prongsai.collect.surveys.questionnaire import BLANK, Questionnaire
from prongsai.core.framework import Row


@dataclass(frozen=True, slots=True)
class Cell:
    """One row to type. choices: (number of the box, label, whether it was typed)."""

    code: str
    text: str
    typed: str
    wrong: str
    choices: tuple[tuple[str, str, bool], ...]
    is_first: bool  # the cursor stands here at first


@dataclass(frozen=True, slots=True)
class Difference:
    """A row that the two typed differently. options: (answer, label)."""

    name: str
    code: str
    text: str
    first: str
    second: str
    options: tuple[tuple[int, str], ...]
    chosen: str = ""


def sections(form: Questionnaire, entry: Entry) -> list[tuple[str, list[Cell]]]:
    """Give the rows under the names of their indicators."""
    first = next((row.code for row in form.rows if row.code in entry.wrong), form.rows[0].code)
    return [
        (
            said(indicator.name),
            [
                _cell(row, entry, is_first=row.code == first)
                for question in questions
                for row in question.parts
            ],
        )
        for indicator, questions in form.sections
    ]


def differences(form: Questionnaire, sheet: PaperSheet, chosen: dict[str, str]) -> Iterator[Difference]:
    """Give the rows to be settled. chosen: name of the row -> the answer that was taken."""
    first, second = bytes(sheet.answers), bytes(sheet.second or b"")
    for place in places_differing(sheet):
        row, name = form.rows[place], f"place-{place}"
        typed = (first[place], second[place])
        others = (answer for answer in range(len(row.scale.choices) + 1) if answer not in typed)
        options = tuple((answer, label(row, answer)) for answer in (*typed, *others))
        yield Difference(
            name, row.code, said(row.name), options[0][1], options[1][1], options, chosen.get(name, "")
        )


def label(row: Row, answer: int) -> str:
    """Say an answer as it stands on the paper: 3 Much."""
    words = _("no answer") if answer == BLANK else said(row.scale.choices[answer - 1].label)
    return f"{answer} {words}"


def _cell(row: Row, entry: Entry, *, is_first: bool) -> Cell:
    typed = entry.cells.get(row.code, "")
    choices = tuple(
        (str(number), said(choice.label), typed == str(number))
        for number, choice in enumerate(row.scale.choices, start=1)
    )
    return Cell(row.code, said(row.name), typed, entry.wrong.get(row.code, ""), choices, is_first)
