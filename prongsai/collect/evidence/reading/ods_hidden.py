"""Sheets, rows and columns of an ODS that are not shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from prongsai.collect.evidence.reading import places
from prongsai.collect.evidence.reading.content import Concern
from prongsai.collect.evidence.reading.normal import normal
from prongsai.collect.evidence.reading.sheet_sentences import HIDDEN_COLUMNS, HIDDEN_ROWS, HIDDEN_SHEET
from prongsai.documents.archive import walk

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0 "
_UNSEEN = ("collapse", "filter")


def of_content(data: bytes) -> Iterator[Concern]:
    """Give what the sheets of a content.xml hide. Raises Unreadable, as `archive.walk`."""
    look = _Look()
    handlers = {"StartElementHandler": look.start, "CharacterDataHandler": look.letters}
    walk(data, handlers, "content.xml")
    for name, style in look.sheets:
        place = places.sheet(name)
        if style in look.unseen:
            yield Concern("hidden_sheet", HIDDEN_SHEET.fill(name=name), place)
        if look.rows.get(name):
            yield Concern("hidden_rows", HIDDEN_ROWS.fill(count=len(look.rows[name])), place)
        if look.columns.get(name):
            yield Concern("hidden_columns", HIDDEN_COLUMNS.fill(count=look.columns[name]), place)


class _Look:
    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.unseen: set[str] = set()
        self.rows: dict[str, set[int]] = {}
        self.columns: dict[str, int] = {}
        self._style = ""
        self._row = 0
        self._hidden = False

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        hidden = attributes.get(f"{_TABLE}visibility") in _UNSEEN
        match element.removeprefix(_TABLE).removeprefix(_STYLE):
            case "style":
                self._style = attributes.get(f"{_STYLE}name", "")
            case "table-properties" if attributes.get(f"{_TABLE}display") == "false":
                self.unseen.add(self._style)
            case "table":
                name = normal(attributes.get(f"{_TABLE}name", ""))
                self.sheets.append((name, attributes.get(f"{_TABLE}style-name", "")))
                self._hidden = False
            case "table-column" if hidden and self.sheets:
                name = self.sheets[-1][0]
                self.columns[name] = self.columns.get(name, 0) + 1
            case "table-row":
                self._row += 1
                self._hidden = hidden

    def letters(self, data: str) -> None:
        if self._hidden and self.sheets and data.strip():
            self.rows.setdefault(self.sheets[-1][0], set()).add(self._row)
