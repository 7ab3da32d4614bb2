"""A table or list that was brought in, by the names of its columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

from prongsai.collect.assessments.problems import IntakeError, Place, Problem
from prongsai.core import codes
from prongsai.core.text import Text
from prongsai.core.thai import plain
from prongsai.documents.tables import Row, Table, TableError, read_tables
from prongsai.frameworks.reading import Block

Notes = list[Problem]


@dataclass(frozen=True, slots=True)
class Column:
    """names  what may stand at its head, the one that we write first."""

    names: tuple[str, ...]
    is_required: bool = False


@dataclass(slots=True)
class Ledger:
    """Everything there is to say about one file. Notes say what was left out without harm."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    notes: Notes = field(default_factory=list)

    def problem(self, place: Place, message: Text) -> None:
        self.problems.append(Problem(place, message))

    def note(self, place: Place, message: Text) -> None:
        self.notes.append(Problem(place, message))

    def settle(self, notes: Notes | None = None) -> None:
        """Hand the notes over, or refuse the file with every problem.

        raises  IntakeError
        """
        if self.problems:
            ordered = sorted(self.problems, key=lambda each: (each.place.line, each.place.column or 0))
            raise IntakeError(self.file, ordered)
        if notes is not None:
            notes.extend(self.notes)


@dataclass(frozen=True, slots=True)
class Record:
    """One line by the names of its columns."""

    line: int
    values: Mapping[str, str]
    columns: Mapping[str, int]

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    def place(self, name: str = "", *, code: str = "") -> Place:
        return Place(self.line, self.columns.get(name), code)


def head_and_lines(content: bytes, ledger: Ledger) -> tuple[Row, Sequence[Row]]:
    """Open a file, of a workbook its first sheet that holds something. Its first line is the head.

    raises  IntakeError if it cannot be opened as a table or has no line.
    """
    found = _tables(content, ledger)
    for unused in found[1:]:
        ledger.note(Place(), _OTHER_SHEET.fill(sheet=shown(unused.name)))
    return found[0].rows[0], found[0].rows[1:]


def _tables(content: bytes, ledger: Ledger) -> Sequence[Table]:
    try:
        return read_tables(content, ledger.file)
    except TableError as error:
        raise IntakeError(ledger.file, [Problem(Place(), each) for each in error.problems]) from None


def records(content: bytes, columns: Mapping[str, Column], ledger: Ledger) -> Iterator[Record]:
    """Give every line of a table whose columns are named by `columns`; others are noted and left out.

    raises  IntakeError if the file is not a table or a required column is not there.
    """
    head, lines = head_and_lines(content, ledger)
    found = _places(head, columns, ledger)
    wanted = [name for name, column in columns.items() if column.is_required and name not in found]
    for name in wanted:
        ledger.problem(Place(head.line), _NO_COLUMN.fill(names=" / ".join(columns[name].names[:2])))
    if wanted:
        ledger.settle()
    for line in lines:
        yield Record(line.line, {name: line.cells[place] for name, place in found.items()}, found)


def entries(blocks: Iterable[Block], columns: Mapping[str, Column], ledger: Ledger) -> Iterator[Record]:
    """Give mappings of a YAML file as the lines of a table; a list in one of them stands as `a; b`."""
    names = _names(columns)
    for block in blocks:
        values: dict[str, str] = {}
        for typed, value in block.items():
            place, name = Place(block.origins[typed].line), names.get(plain(typed))
            if name is None:
                ledger.note(place, _UNUSED.fill(head=shown(typed)))
            elif name in values:
                ledger.problem(place, _TWICE.fill(head=shown(typed)))
            elif isinstance(value, Block):
                ledger.problem(place, _NO_TEXT.fill(head=shown(typed)))
            else:
                values[name] = _written(value)
        yield Record(block.origin.line, values, {})


def is_yaml(filename: str) -> bool:
    return filename.lower().endswith((".yaml", ".yml"))


def _written(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_written(each) for each in value)
    return "" if value is None else str(value).strip()


def _places(head: Row, columns: Mapping[str, Column], ledger: Ledger) -> dict[str, int]:
    names = _names(columns)
    found: dict[str, int] = {}
    for place, typed in enumerate(head.cells):
        name = names.get(plain(typed))
        if name is None and typed:
            ledger.note(Place(head.line, place), _UNUSED.fill(head=shown(typed)))
        elif name in found:
            ledger.problem(Place(head.line, place), _TWICE.fill(head=shown(typed)))
        elif name is not None:
            found[name] = place
    return found


def _names(columns: Mapping[str, Column]) -> dict[str, str]:
    return {plain(name): key for key, column in columns.items() for name in column.names}


def code_of(typed: str, known: Collection[str]) -> str:
    """The known code that a cell begins with (`O1`, `๐1`, `ข้อ 1`, `i1.1 wording`); "" if there is none."""
    numbers = {code.lstrip(ascii_lowercase): code for code in known}
    is_clear = len(numbers) == len(known)
    words = typed.strip("[]() ").split()
    for length in (len(words), 1, 2):
        code = codes.canonical(" ".join(words[:length]).rstrip(".:)]"))
        if code in known:
            return code
        if is_clear and code in numbers:
            return numbers[code]
    return ""


def span(known: Sequence[str]) -> str:
    """`o1 … o43`."""
    return f"{known[0]} … {known[-1]}" if len(known) > 1 else "".join(known)


def shown(typed: str) -> str:
    """A cell's text as a message quotes it."""
    text = " ".join(typed.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


_LONGEST = 40
_OTHER_SHEET = Text(
    th="ไม่ได้อ่านแผ่นงาน '{sheet}' อ่านเฉพาะแผ่นแรก", en="the sheet '{sheet}' was not read, only the first one."
)
_NO_COLUMN = Text(
    th="ไม่มีคอลัมน์ {names} บรรทัดแรกต้องเป็นชื่อคอลัมน์",
    en="no column {names}. The first line must name the columns.",
)
_UNUSED = Text(th="ไม่ได้ใช้คอลัมน์ '{head}'", en="the column '{head}' was not used.")
_NO_TEXT = Text(th="'{head}' ต้องเป็นข้อความหรือรายการ", en="'{head}' must be a text or a list.")
_TWICE = Text(
    th="คอลัมน์ '{head}' มีซ้ำ โปรดเก็บไว้คอลัมน์เดียว",
    en="the column '{head}' stands there twice. Keep one of the two.",
)
