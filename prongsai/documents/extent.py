"""How much a spreadsheet would hold once it is read.

calamine keeps a sheet as one block from its first to its last cell, repeats an ODS cell as often as the file
says, and writes a shared text out for each cell. A file of a few lines can ask for more than a machine has,
so its extent is measured in the XML first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from prongsai.core.text import Text
from prongsai.documents.archive import Entries, walk
from prongsai.documents.rows import MOST_CELLS, MOST_LETTERS, TOO_MANY_CELLS, TOO_MANY_LETTERS, Unreadable

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[0-9]{1,9}")
_SHARED = "xl/sharedstrings.xml"  # the one place where calamine looks for them
_HOLDING = ("v", "f", "is")
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def measure_xlsx(entries: Entries) -> None:
    """Refuse a workbook with too many cells in a sheet or too much text. Raises Unreadable."""
    texts = _Texts()
    for name, data in entries.items():
        if name.lower() == _SHARED:
            walk(data, {"StartElementHandler": texts.start, "CharacterDataHandler": texts.letters}, name)
    for name, data in entries.items():
        sheet = _Sheet(texts.lengths)
        handlers = {
            "StartElementHandler": sheet.start,
            "EndElementHandler": sheet.end,
            "CharacterDataHandler": sheet.letters,
        }
        walk(data, handlers, name)
        _refuse(sheet.rows * sheet.columns, sheet.total)


def measure_ods(content: bytes) -> None:
    """The same for the one entry that holds the sheets of an ODS."""
    book = _Book()
    handlers = {
        "StartElementHandler": book.start,
        "EndElementHandler": book.end,
        "CharacterDataHandler": book.letters,
    }
    walk(content, handlers, "content.xml")


def _refuse(cells: int, letters: int) -> None:
    if cells > MOST_CELLS:
        raise Unreadable(TOO_MANY_CELLS)
    if letters > MOST_LETTERS:
        raise Unreadable(TOO_MANY_LETTERS)


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


class _Texts:
    """Lengths of the shared texts of a workbook."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        if _local(name) == "si":
            self.lengths.append(0)

    def letters(self, data: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(data)


class _Sheet:
    """Last row, last column and letters of one sheet of a workbook."""

    def __init__(self, shared: list[int]) -> None:
        self.shared = shared
        self.rows = self.columns = self.total = 0
        self._row = self._column = 0
        self._number: str | None = None  # of a shared text, while it is read

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        kind = _local(name)
        if kind == "row":
            self._row, self._column = self._place(attributes.get("r"), self._row + 1), 0
        elif kind == "c":
            self._move(attributes.get("r"))
            self._number = "" if attributes.get("t") == "s" else None
        elif kind in _HOLDING:  # a cell that is only coloured is none to calamine
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)
            _refuse(self.rows * self.columns, 0)

    def end(self, name: str) -> None:
        if _local(name) == "c" and self._number is not None:
            number = self._place(self._number.strip() or "0", 0)
            self.total += self.shared[number] if number < len(self.shared) else 0
            self._number = None

    def letters(self, data: str) -> None:
        if self._number is None:
            self.total += len(data)
        else:
            self._number += data

    def _move(self, reference: str | None) -> None:
        self._column += 1
        if reference is not None:
            found = _CELL.fullmatch(reference)
            if not found:
                raise Unreadable(_NO_PLACE.fill(place=reference[:20]))
            self._row, self._column = int(found[2]), _column(found[1])

    def _place(self, written: str | None, otherwise: int) -> int:
        if written is None:
            return otherwise
        if not _NUMBER.fullmatch(written):
            raise Unreadable(_NO_PLACE.fill(place=written[:20]))
        return int(written)


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class _Book:
    """Extent of each table of an ODS, repeated cells and rows counted as often as they stand."""

    def __init__(self) -> None:
        self._table()

    def _table(self) -> None:
        self.columns = self.total = 0
        self._row = self._rows = self._column = self._times = 0
        self._in_row = self._in_cell = 0
        self._holds = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == f"{_TABLE} table":
            self._table()
        elif name == f"{_TABLE} table-row":
            self._rows = _times(attributes, "number-rows-repeated")
            self._column = self._in_row = 0
        elif name in (f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"):
            self._times = _times(attributes, "number-columns-repeated")
            self._in_cell = 0
            self._holds = any(key.startswith(_OFFICE) or key == f"{_TABLE} formula" for key in attributes)

    def letters(self, data: str) -> None:
        self._in_cell += len(data)

    def end(self, name: str) -> None:
        if name == f"{_TABLE} table-row":
            self._row += self._rows
        elif name in (f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell"):
            self._column += self._times
            if self._holds or self._in_cell:
                self.columns = max(self.columns, self._column)
                self.total += self._in_cell * self._times * self._rows
                _refuse(self.columns * (self._row + self._rows), self.total)


def _times(attributes: Mapping[str, str], name: str) -> int:
    written = attributes.get(f"{_TABLE} {name}", "1")
    if not _NUMBER.fullmatch(written):
        raise Unreadable(_NO_PLACE.fill(place=written[:20]))
    return int(written)


_NO_PLACE = Text(
    th="มีช่องที่ตำแหน่งเสียหาย ({place}) โปรดเปิดแล้วบันทึกใหม่",
    en="a cell says a place that cannot be ({place}). Save the file again.",
)
