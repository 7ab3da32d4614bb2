"""What a document is made of, before anyone asks for PDF, Word, a spreadsheet or a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from prongsai.core.text import Language

Digits = Literal["arabic", "thai"]
ParagraphStyle = Literal["body", "note", "lead"]
ColumnKind = Literal["text", "number", "code"]
RowStyle = Literal["body", "group", "total"]


class DocumentError(ValueError):
    """A document that no writer could set: says where and what to put right."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page. It stands alone."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of headings with their pages."""

    title: str


@dataclass(frozen=True, slots=True)
class Heading:
    """level  1 to 3."""

    text: str
    level: Literal[1, 2, 3] = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """verbatim  an address, a hash: digits stay as they are written."""

    text: str
    style: ParagraphStyle = "body"
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """width  share of the table's width; the writers divide by the sum of all.
    kind   number: to the right; code: digits are never turned into Thai ones.
    words  stand above the head of a spreadsheet, where programs read the head itself as a name.
    """

    title: str
    width: float
    kind: ColumnKind = "text"
    unit: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table: a text, a number or a short list.

    value    shown with `places` unless there is a text; always the number in a spreadsheet.
    rows     how many rows it covers, downwards; columns the same to the right. As in HTML,
             the covered places are left out of the rows that follow.
    bullets  lines below the text.
    """

    text: str = ""
    value: Decimal | None = None
    places: int = 2
    rows: int = 1
    columns: int = 1
    bullets: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The text, or the number as it is printed: thousands apart, ties away from zero."""
        if self.text or self.value is None:
            return self.text
        exact = self.value.quantize(Decimal(1).scaleb(-self.places), rounding=ROUND_HALF_UP)
        return f"{exact:,}"


@dataclass(frozen=True, slots=True)
class Row:
    """group: a band over the rows below it. total: a sum."""

    cells: tuple[Cell, ...]
    style: RowStyle = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """A numbered table. A landscape one stands on pages of its own."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    landscape: bool = False

    def __post_init__(self) -> None:
        if not self.columns or any(column.width <= 0 for column in self.columns):
            raise DocumentError(f"{self.caption}: a table needs columns, each with a width above 0.")
        places(self)


@dataclass(frozen=True, slots=True)
class Figure:
    """A numbered picture.

    svg          from `charts`.
    description  what a reader who cannot see it should know.
    narrow       the same picture for a small screen, if there is one.
    """

    caption: str
    svg: str
    description: str
    narrow: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Lines under a place to sign: name, post, date."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


Block = Cover | Contents | Heading | Paragraph | Bullets | Table | Figure | Signature | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    made_at     aware; the only time that is written into the files, so that the same document
                gives the same bytes.
    digits      thai: digits of running text and tables become ๐-๙; verbatim text, code columns
                and words with Latin letters (O12, PDF/A-2a, addresses) keep theirs.
    keep_whole  words that are never broken over a line.
    """

    title: str
    language: Language
    author: str
    subject: str
    header: str
    footer: str
    made_at: datetime
    digits: Digits = "arabic"
    keep_whole: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()

    def __post_init__(self) -> None:
        if self.made_at.tzinfo is None:
            raise DocumentError("made_at: say the time zone, so that the file says one moment.")


def places(table: Table) -> list[list[int]]:
    """Find the column, from 0, in which each cell of each row begins.

    raises  DocumentError for a row that leaves a column empty or fills one twice.
    """
    wide, deep = len(table.columns), len(table.rows)
    taken: set[tuple[int, int]] = set()
    found: list[list[int]] = []
    for line, row in enumerate(table.rows):
        starts: list[int] = []
        for cell in row.cells:
            start = next(place for place in range(wide + 1) if (line, place) not in taken)
            covers = {(line + d, start + a) for d in range(cell.rows) for a in range(cell.columns)}
            if start + cell.columns > wide or line + cell.rows > deep or covers & taken:
                raise DocumentError(f"{table.caption}: row {line + 1}: {cell.shown!r} does not fit. {_COUNT}")
            taken |= covers
            starts.append(start)
        if any((line, place) not in taken for place in range(wide)):
            raise DocumentError(f"{table.caption}: row {line + 1} does not fill {wide} columns. {_COUNT}")
        found.append(starts)
    return found


_COUNT = "Count cells that come down from above and cells over several columns."
