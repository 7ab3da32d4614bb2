"""A paper sheet as it stands on the screen: what was typed so far, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from prongsai.collect.surveys.models import PaperSheet
from prongsai.collect.surveys.paper.typed import read_number, read_rows, split_line
from prongsai.collect.surveys.questionnaire import Questionnaire

_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])


@dataclass(frozen=True, slots=True)
class Entry:
    """cells, wrong  row code -> the digit as typed, what is wrong with it.
    line      a whole line of digits that does not fit the rows yet.
    problems  what is wrong with the sheet as a whole.
    """

    number: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    suggestion: str = ""
    line: str = ""
    answers: bytes = b""
    wrong: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def is_right(self) -> bool:
        return not self.wrong and not self.problems

    @property
    def wrong_together(self) -> dict[str, list[str]]:
        """What is wrong -> codes of the rows, in order."""
        together: dict[str, list[str]] = {}
        for code, said in self.wrong.items():
            together.setdefault(said, []).append(code)
        return together

    def with_problem(self, said: str) -> Entry:
        return replace(self, problems=(*self.problems, said))


def entry_of(form: Questionnaire, sheet: PaperSheet) -> Entry:
    """A sheet as it was typed."""
    digits = (str(answer) for answer in bytes(sheet.answers))
    cells = dict(zip((row.code for row in form.rows), digits, strict=True))
    return Entry(str(sheet.number), cells, sheet.suggestion)


def read_entry(form: Questionnaire, posted: Mapping[str, str]) -> Entry:
    """Read digits row by row, or from a whole line; everything that is wrong is said at once."""
    entry = Entry(
        number=posted.get("number", ""),
        cells={row.code: posted.get(f"row-{row.code}", "") for row in form.rows},
        suggestion=_mended(posted.get("suggestion", "")),
        line=posted.get("line", ""),
    )
    if entry.line.strip():
        entry = _from_line(form, entry)
        if entry.problems:
            return entry
    typed = read_rows(form, entry.cells)
    return replace(entry, answers=typed.answers, wrong=typed.wrong)


def read_numbered(form: Questionnaire, posted: Mapping[str, str]) -> tuple[Entry, int]:
    """The same with the number on the paper, which is 0 where there is none."""
    entry, number = read_entry(form, posted), read_number(posted.get("number", ""))
    if number is None:
        return entry.with_problem(_("Type the number that stands on the paper: 1 to 999999.")), 0
    return entry, number


def _from_line(form: Questionnaire, entry: Entry) -> Entry:
    if any(cell.strip() for cell in entry.cells.values()):
        return entry.with_problem(_("Fill in either the rows or the whole line, not both."))
    try:
        return replace(entry, cells=split_line(form, entry.line), line="")
    except ValueError as error:
        return entry.with_problem(str(error))


def _mended(typed: str) -> str:
    """Bring line ends to one form, and drop what no key types."""
    return typed.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL).strip()
