"""Reads an export once and keeps counts alone. What is of a person is dropped here, in memory."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.collect.assessments.problems import Place
from prongsai.collect.assessments.tabular import Ledger, Notes, head_and_lines
from prongsai.collect.surveys.importing import personal
from prongsai.collect.surveys.importing.cells import Cells
from prongsai.collect.surveys.importing.rows import Rows
from prongsai.collect.surveys.importing.tally import Column, Dropped, Tally, Why
from prongsai.collect.surveys.importing.titles import one_line
from prongsai.core.text import Text
from prongsai.documents.tables import Row as Line

MOST_COLUMNS = 300


def read_export(rows: Rows, content: bytes, filename: str, *, notes: Notes | None = None) -> Tally:
    """Count what each column holds that may be an answer.

    notes    what was left out without harm is added to it.
    raises   IntakeError if the file is no table of answers under titles.
    """
    ledger = Ledger(filename)
    head, lines = head_and_lines(content, ledger)
    titles = [one_line(each) for each in head.cells]
    if any(map(personal.is_an_answer, titles)):
        ledger.problem(Place(head.line), _NO_TITLES)
    if len(titles) > MOST_COLUMNS:
        ledger.problem(Place(), _TOO_WIDE.fill(most=MOST_COLUMNS))
    ledger.settle()
    tally = _tally(rows, titles, lines)
    if not tally.sheets:
        ledger.problem(Place(), _NO_SHEET)
    ledger.settle(notes)
    return tally


def _tally(rows: Rows, titles: Sequence[str], lines: Sequence[Line]) -> Tally:
    dropped = {column: why for column, title in enumerate(titles) if (why := _by_title(title))}
    cells = Cells(rows, {each: title for each, title in enumerate(titles) if each not in dropped}, lines)
    dropped |= {
        each: why for each in range(len(titles)) if each not in dropped and (why := cells.why_not(each))
    }
    left = [column for column in range(len(titles)) if column not in dropped]
    labels = list(dict.fromkeys(label for column in left for label in cells.counted(column)[0]))
    sheets = sum(any(line.cells[column] for column in left) for line in lines)
    return Tally(
        sheets,
        len(lines) - sheets,
        tuple(_column(titles[each], each, cells, labels) for each in left),
        tuple(labels),
        tuple(Dropped(titles[column], column, dropped[column]) for column in sorted(dropped)),
    )


def _by_title(title: str) -> Why | None:
    if personal.is_about_a_person(title):
        return Why.PERSONAL
    return Why.SERVICE if personal.is_of_the_service(title) else None


def _column(title: str, place: int, cells: Cells, labels: Sequence[object]) -> Column:
    counts, lost = cells.counted(place)
    return Column(title, place, tuple((labels.index(label), many) for label, many in counts.items()), lost)


_NO_TITLES = Text(
    th="บรรทัดแรกเป็นคำตอบ ไม่ใช่ชื่อคอลัมน์ โปรดส่งออกจากระบบแบบสอบถามใหม่ ให้บรรทัดแรกเป็นคำถาม",
    en="the first line holds an answer, not titles. Export it again, with the questions in its first line.",
)
_TOO_WIDE = Text(
    th="มีเกิน {most} คอลัมน์ โปรดตรวจว่าเลือกไฟล์ถูก", en="more than {most} columns. Is it the right file?"
)
_NO_SHEET = Text(
    th="ไม่พบคอลัมน์ที่มีคำตอบของแบบสำรวจนี้เลย โปรดตรวจว่าเลือกไฟล์ถูก และบรรทัดแรกเป็นคำถาม",
    en="no column holds answers of this survey. Is it the right file, with the questions in its first line?",
)
