"""What a table read from a file is, and how a file is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.core.text import Language, Text

MOST_CELLS = 1_000_000  # in one file; more is no table that a person made
MOST_LETTERS = 50_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table.

    line      where it stands in the file, from 1: a line of a CSV, a row of a sheet, a row of a Word table.
    cells     texts without outer space; "" where a cell is empty.
    repeated  indexes of cells whose text was repeated out of a merged cell.
    """

    line: int
    cells: tuple[str, ...]
    repeated: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that hold something, all equally long. `name` is that of the sheet; of a Word table its number."""

    name: str
    rows: tuple[Row, ...]


class TableError(ValueError):
    """A file cannot be read as tables, or its tables hold what they must not. Says every problem."""

    def __init__(self, name: str, *problems: Text) -> None:
        super().__init__(name, *(problem.en for problem in problems))
        self.name = name
        self.problems = problems

    def in_(self, language: Language) -> str:
        head = _HEAD.fill(name=self.name, count=len(self.problems)).in_(language)
        return "\n".join([head, *(f"  {problem.in_(language)}" for problem in self.problems)])

    def __str__(self) -> str:
        return self.in_("en")


class Unreadable(Exception):
    """Why a file cannot be read; the reader of tables adds its name."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.en)
        self.what = what


def place(line: int, column: int | None = None) -> Text:
    """Where something stands: "line 3, column C". `column` counts from 0."""
    if column is None:
        return _LINE.fill(line=line)
    return _PLACE.fill(line=line, column=letters(column))


def letters(column: int) -> str:
    """Name a column as spreadsheets do: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def table(name: str, lines: Sequence[tuple[int, Sequence[str], frozenset[int]]]) -> Table | None:
    """Leave out empty rows and empty columns on the right; None where nothing is left."""
    rows = [(line, [cell.strip() for cell in cells], repeated) for line, cells, repeated in lines]
    width = max((_width(cells) for _, cells, _ in rows), default=0)
    kept = tuple(
        Row(line, tuple(cells[:width]) + ("",) * (width - len(cells)), repeated)
        for line, cells, repeated in rows
        if any(cells)
    )
    return Table(name, kept) if kept else None


def _width(cells: Sequence[str]) -> int:
    return max((index + 1 for index, cell in enumerate(cells) if cell), default=0)


_HEAD = Text(th="{name} มีข้อผิดพลาด {count} แห่ง:", en="{name} has {count} problem(s):")
_LINE = Text(th="บรรทัด {line}", en="line {line}")
_PLACE = Text(th="บรรทัด {line} คอลัมน์ {column}", en="line {line}, column {column}")
TOO_MANY_CELLS = Text(
    th="มีช่องเกิน {most:,} ช่อง โปรดแบ่งไฟล์ หรือลบช่องว่างที่มีรูปแบบท้ายแผ่นงาน",
    en="more than {most:,} cells. Divide the file, or delete formatted empty cells at the end of the sheet.",
).fill(most=MOST_CELLS)
TOO_MANY_LETTERS = Text(
    th="ข้อความรวมกันยาวเกิน {most:,} ตัวอักษร โปรดแบ่งไฟล์",
    en="more than {most:,} letters of text. Divide the file.",
).fill(most=MOST_LETTERS)
