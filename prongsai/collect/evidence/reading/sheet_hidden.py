"""What a spreadsheet holds and does not show: sheets, rows, columns, comments. Secrets get out by them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from prongsai.collect.evidence.reading import places
from prongsai.collect.evidence.reading.content import Concern
from prongsai.collect.evidence.reading.normal import normal
from prongsai.collect.evidence.reading.ods_hidden import of_content
from prongsai.collect.evidence.reading.office_hidden import authors, comments, count_of
from prongsai.collect.evidence.reading.sheet_sentences import HIDDEN_COLUMNS, HIDDEN_ROWS, HIDDEN_SHEET
from prongsai.core.text import Text
from prongsai.documents.archive import Entries, opened, walk

_COMMENTS = re.compile(r"xl/(?:comments/)?comments?[0-9]*\.xml", re.IGNORECASE)
_PIVOT = re.compile(r"xl/pivotCache/pivotCacheRecords[^/]*\.xml", re.IGNORECASE)
_CELL = re.compile(r"([A-Z]{1,3})[0-9]+")
_HIDDEN = ("hidden", "veryHidden")


def of_xlsx(body: bytes) -> Iterator[Concern]:
    """Give what an XLSX hides. Raises Unreadable, as `archive.opened`."""
    entries = opened(body)
    for name, state, part in _sheets(entries):
        if state in _HIDDEN:
            yield Concern("hidden_sheet", HIDDEN_SHEET.fill(name=name), places.sheet(name))
        if part in entries:
            yield from _Look(entries[part], part).said(name)
    remarks = [name for name in entries if _COMMENTS.fullmatch(name)]
    yield from comments(sum(count_of(entries[name], name, ("comment",)) for name in remarks))
    if any(map(_PIVOT.fullmatch, entries)):
        yield Concern("pivot_cache", _CACHE, places.WHOLE)
    yield from authors(entries)


def of_ods(body: bytes) -> Iterator[Concern]:
    """The same of an ODS."""
    entries = opened(body)
    content = entries.get("content.xml", b"")
    yield from of_content(content)
    yield from comments(count_of(content, "content.xml", ("annotation",)))
    yield from authors(entries)


def _sheets(entries: Entries) -> list[tuple[str, str, str]]:
    """Name, state and entry of each sheet."""
    parts: dict[str, str] = {}
    sheets: list[tuple[str, str, str]] = []

    def relation(_element: str, attributes: Mapping[str, str]) -> None:
        target = attributes.get("Target", "")
        parts[attributes.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")

    def sheet(element: str, attributes: Mapping[str, str]) -> None:
        if element.endswith(" sheet"):
            part = next((value for key, value in attributes.items() if key.endswith(" id")), "")
            state = attributes.get("state", "visible")
            sheets.append((normal(attributes.get("name", "")), state, parts.get(part, "")))

    rels = "xl/_rels/workbook.xml.rels"
    walk(entries.get(rels, b"<none/>"), {"StartElementHandler": relation}, rels)
    walk(entries.get("xl/workbook.xml", b"<none/>"), {"StartElementHandler": sheet}, "xl/workbook.xml")
    return sheets


class _Look:
    """Rows and columns of one sheet that hold something and are not shown."""

    def __init__(self, data: bytes, name: str) -> None:
        self._hidden = False
        self._columns: set[int] = set()
        self._used: set[int] = set()
        self._rows: set[int] = set()
        self._row = 0
        walk(data, {"StartElementHandler": self._start}, name)

    def said(self, sheet: str) -> Iterator[Concern]:
        place = places.sheet(sheet)
        if self._rows:
            yield Concern("hidden_rows", HIDDEN_ROWS.fill(count=len(self._rows)), place)
        columns = self._columns & self._used
        if columns:
            yield Concern("hidden_columns", HIDDEN_COLUMNS.fill(count=len(columns)), place)

    def _start(self, element: str, attributes: Mapping[str, str]) -> None:
        tag = element.rpartition(" ")[2]
        if tag == "col" and _is(attributes.get("hidden")):
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdigit() and last.isdigit():
                self._columns.update(range(int(first[:5]), min(int(last[:5]), _LAST_COLUMN) + 1))
        elif tag == "row":
            self._row += 1
            self._hidden = _is(attributes.get("hidden"))
        elif tag == "c":
            self._column = _CELL.fullmatch(attributes.get("r", ""))
        elif tag in ("v", "is", "f"):
            if self._hidden:
                self._rows.add(self._row)
            if self._column:
                self._used.add(_number(self._column[1]))

    _column: re.Match[str] | None = None


def _is(written: str | None) -> bool:
    return written in ("1", "true")


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


_LAST_COLUMN = 16_384
_CACHE = Text(
    th="มีตาราง Pivot ซึ่งเก็บข้อมูลต้นทางทั้งหมดไว้ในไฟล์", en="A pivot table keeps all its source data in the file."
)
