"""Counts the answers of a survey file. Columns that could name a person are left unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from prongsai.collect.assessments.problems import Place
from prongsai.collect.assessments.tabular import Ledger, Notes, code_of, head_and_lines, shown, span
from prongsai.core import codes
from prongsai.core.framework import Framework, Instrument, Kind, Row as AnswerRow, Scale
from prongsai.core.score import SurveyCounts
from prongsai.core.text import Text
from prongsai.core.thai import plain
from prongsai.documents.tables import Row


def read_answers(
    framework: Framework, instrument_code: str, content: bytes, filename: str, *, notes: Notes | None = None
) -> SurveyCounts:
    """Count the answers of one survey: one line a respondent, one column a row code.

    A cell holds the code or the label of a choice; an empty one is not answered. A line without any
    answer is not a sheet. What a form export adds (time, number, e-mail) is left unread.
    notes    what was left out without harm is added to it.
    raises   IntakeError with every problem, each with its line and column.
    """
    ledger = Ledger(filename)
    survey = _survey(framework, instrument_code, ledger)
    rows = {row.code: row for row in framework.rows_of(survey.code)}
    head, lines = head_and_lines(content, ledger)
    columns = {column: rows[code] for column, code in _columns(head, _Heads(survey), ledger).items()}
    _say_what_is_absent(rows, {row.code for row in columns.values()}, ledger)
    counts = {row.code: [0] * len(row.scale.choices) for row in columns.values()}
    choices = {row.code: _choices(row.scale) for row in columns.values()}
    sheets = sum(_count(line, columns, choices, counts, ledger) for line in lines)
    _refuse_nameless(head, lines, ledger)
    if not sheets:
        ledger.problem(Place(), _NO_SHEET)
    if sheets < len(lines):
        ledger.note(Place(), _BLANK_SHEETS.fill(count=len(lines) - sheets))
    ledger.settle(notes)
    return SurveyCounts(sheets, {code: tuple(each) for code, each in counts.items()})


class _Heads:
    """What may stand at the head of a column of one survey."""

    def __init__(self, survey: Instrument) -> None:
        questions = [question for indicator in survey.parts for question in indicator.parts]
        self.rows_by_question = {each.code: [row.code for row in each.parts] for each in questions}
        self.rows = [code for below in self.rows_by_question.values() for code in below]
        named = [
            (plain(name), row.code)
            for question in questions
            for row in question.parts
            if isinstance(row, AnswerRow)
            for name in {row.name.th, row.name.en} - {""}
        ]
        times = Counter(name for name, _ in named)
        self._by_name = {name: code for name, code in named if times[name] == 1}

    def row(self, typed: str) -> str:
        """By code, by wording (as forms export the question itself), or `i2` where it has one row."""
        only = self.below(typed)
        code = self._by_name.get(plain(typed)) or code_of(typed, self.rows)
        return code or (only[0] if len(only) == 1 else "")

    def below(self, typed: str) -> list[str]:
        return self.rows_by_question.get(codes.canonical(typed), [])


def _survey(framework: Framework, code: str, ledger: Ledger) -> Instrument:
    surveys = {each.code: each for each in framework.instruments if each.kind is Kind.SURVEY}
    if code not in surveys:
        ledger.problem(Place(), _NO_SUCH_SURVEY.fill(code=code, known=", ".join(surveys)))
    elif not framework.rows_of(code):
        ledger.problem(Place(), _NO_ROWS.fill(framework=framework.code, survey=code))
    ledger.settle()
    return surveys[code]


def _columns(head: Row, heads: _Heads, ledger: Ledger) -> dict[int, str]:
    """Row code of each column, by the column's number."""
    columns: dict[int, str] = {}
    for column, typed in enumerate(head.cells):
        code = heads.row(typed)
        place = Place(head.line, column, code)
        if code and code in columns.values():
            ledger.problem(place, _ROW_TWICE.fill(row=code))
        elif code:
            columns[column] = code
        elif plain(typed) in _OF_FORMS:
            ledger.note(place, _LEFT_UNREAD.fill(head=shown(typed)))
        elif below := heads.below(typed):
            ledger.problem(place, _MANY_ROWS.fill(question=shown(typed), rows=", ".join(below)))
        elif typed:
            ledger.problem(place, _NO_SUCH_ROW.fill(head=shown(typed), known=span(heads.rows)))
    return columns


def _say_what_is_absent(rows: Collection[str], there: Collection[str], ledger: Ledger) -> None:
    absent = [code for code in rows if code not in there]
    if absent and there:
        ledger.note(Place(), _ABSENT.fill(rows=", ".join(absent)))
    if not there:
        ledger.problem(Place(), _NO_ROW_AT_ALL.fill(known=span(tuple(rows))))


def _count(
    line: Row,
    columns: Mapping[int, AnswerRow],
    choices: Mapping[str, Mapping[str, int]],
    counts: Mapping[str, list[int]],
    ledger: Ledger,
) -> bool:
    """Count one sheet; returns whether it holds an answer."""
    is_answered = False
    for column, row in columns.items():
        typed = line.cells[column]
        if not typed:
            continue
        is_answered = True
        choice = choices[row.code].get(plain(typed).removesuffix(".0"))
        if choice is None:
            message = _NO_SUCH_CHOICE.fill(typed=shown(typed), choices=_offered(row.scale))
            ledger.problem(Place(line.line, column, row.code), message)
        else:
            counts[row.code][choice] += 1
    return is_answered


def _choices(scale: Scale) -> dict[str, int]:
    """Place of each choice by everything that names it, in plain form."""
    return {
        plain(name): place
        for place, choice in enumerate(scale.choices)
        for name in (choice.label.en, choice.label.th, choice.code)
        if name
    }


def _offered(scale: Scale) -> Text:
    th = ", ".join(f"{choice.code} = {choice.label.th}" for choice in scale.choices)
    return Text(th, ", ".join(f"{choice.code} = {choice.label.in_('en')}" for choice in scale.choices))


def _refuse_nameless(head: Row, lines: Sequence[Row], ledger: Ledger) -> None:
    """A column that holds something must say at its head what it is."""
    for column in [column for column, typed in enumerate(head.cells) if not typed]:
        filled = next((line for line in lines if line.cells[column]), None)
        if filled:
            ledger.problem(Place(filled.line, column), _NAMELESS.fill(line=head.line))


_OF_FORMS = {
    plain(head)
    for head in (
        *("timestamp", "date", "time", "start time", "completion time", "last modified time", "submitted at"),
        *("ประทับเวลา", "วันที่", "เวลา", "วันเวลา", "เวลาเริ่มต้น", "เวลาที่เริ่ม", "เวลาที่เสร็จสมบูรณ์"),
        *("id", "no", "no.", "#", "number", "ที่", "ลำดับ", "ลำดับที่", "หมายเลข"),
        *("email", "e-mail", "email address", "อีเมล", "อีเมล์", "ที่อยู่อีเมล", "ที่อยู่อีเมล์"),
        *("username", "user name", "name", "ชื่อ", "ชื่อผู้ใช้"),
    )
}
_NO_SUCH_SURVEY = Text(
    th="กรอบการประเมินนี้ไม่มีแบบสำรวจ '{code}' มีแต่: {known}",
    en="the framework has no survey '{code}'. It has: {known}.",
)
_NO_ROWS = Text(
    th="กรอบการประเมิน {framework} เป็นฉบับร่างที่ยังไม่มีข้อคำถามของ {survey} โปรดใช้คะแนนรายตัวชี้วัดแทน",
    en="the framework {framework} is a draft without the questions of {survey}. Bring in indicator figures.",
)
_NO_SHEET = Text(th="ไม่มีคำตอบแม้แต่บรรทัดเดียว", en="no line holds an answer.")
_BLANK_SHEETS = Text(
    th="{count} บรรทัดไม่มีคำตอบ จึงไม่นับเป็นผู้ตอบ",
    en="{count} line(s) without any answer were not counted as respondents.",
)
_LEFT_UNREAD = Text(
    th="ข้ามคอลัมน์ '{head}' และไม่เก็บข้อมูลในคอลัมน์นี้",
    en="the column '{head}' was left unread; nothing of it is kept.",
)
_MANY_ROWS = Text(
    th="'{question}' มีหลายข้อย่อย โปรดระบุข้อย่อย: {rows}",
    en="'{question}' has several rows. Name one of them: {rows}.",
)
_NO_SUCH_ROW = Text(
    th="ไม่มีข้อคำถาม '{head}' โปรดแก้หัวคอลัมน์เป็นรหัสข้อ ({known}) หรือลบคอลัมน์นี้",
    en="no row '{head}'. Head the column with a row code ({known}) or delete it.",
)
_ROW_TWICE = Text(
    th="ข้อ {row} มีหลายคอลัมน์ โปรดเก็บไว้คอลัมน์เดียว", en="{row} has more than one column. Keep one of them."
)
_ABSENT = Text(th="ไม่มีคอลัมน์ของข้อ {rows}", en="no column for {rows}.")
_NO_ROW_AT_ALL = Text(
    th="ไม่พบคอลัมน์ของข้อคำถามเลย บรรทัดแรกต้องเป็นรหัสข้อ ({known})",
    en="no column of any row was found. The first line must hold the row codes ({known}).",
)
_NO_SUCH_CHOICE = Text(
    th="'{typed}' ไม่ใช่ตัวเลือกของข้อนี้ ({choices}) ถ้าไม่ตอบให้เว้นว่าง",
    en="'{typed}' is not a choice of this row ({choices}). Leave it empty if it was not answered.",
)
_NAMELESS = Text(
    th="มีข้อมูลในคอลัมน์ที่ไม่มีชื่อ โปรดใส่รหัสข้อในบรรทัด {line} หรือลบคอลัมน์นี้",
    en="something stands in a column without a name. Put a row code in line {line} or delete the column.",
)
