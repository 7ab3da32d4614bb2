"""The tables of a document as a spreadsheet: one sheet a table, numbers as numbers, Arabic digits."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from prongsai.documents import words
from prongsai.documents.model import Cell, Column, Document, Row, Table, places
from prongsai.documents.package import settled
from prongsai.documents.prepare import Numbered, numbered, prepared

FONT = "TH SarabunPSK"
NAVY, GREY, WHITE = "FF1B365D", "FF4A5260", "FFFFFFFF"
TINTS = {"group": "FFE9EEF5", "total": "FFF5F7FA"}
CAPTION, WORDS, HEAD = 1, 2, 3  # rows of a sheet; the table begins below the head
NAME_LENGTH = 31  # of a sheet, at most
PAGE_LETTERS = {False: 90, True: 135}  # of a page's width, upright and landscape
FORMULA_SIGNS = "=+-@"
_EDGE = Side(style="thin", color="FFB9C2CE")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def render(document: Document) -> bytes:
    """Write the tables. The same document gives the same bytes; digits stay Arabic, for they are data."""
    document = prepared(replace(document, digits="arabic"))
    tables = list(_tables(document))
    book = Workbook()
    _set_properties(book, document)
    names = _write_first(book.worksheets[0], document, tables)
    for sheet, (name, table) in zip(names, tables, strict=True):
        _write_table(book.create_sheet(sheet), name, table)
    packed = io.BytesIO()
    book.save(packed)
    return settled(packed.getvalue(), document.made_at)


def _tables(document: Document) -> Iterator[tuple[str, Table]]:
    for each in numbered(document):
        if isinstance(each, Numbered) and isinstance(each.block, Table):
            yield each.name, each.block


def _set_properties(book: Workbook, document: Document) -> None:
    facts = book.properties
    facts.title, facts.subject, facts.language = document.title, document.subject, document.language
    facts.creator = facts.lastModifiedBy = document.author
    facts.created = document.made_at.astimezone(UTC).replace(tzinfo=None)


def _write_first(sheet: Worksheet, document: Document, tables: list[tuple[str, Table]]) -> list[str]:
    """Title, and a list of the tables that leads to their sheets; give the sheets' names."""
    sheet.title = words.LIST_OF_TABLES.in_(document.language)
    _write(_at(sheet, 1, 1), document.title, size=20, bold=True, ink=NAVY)
    _write(_at(sheet, 2, 1), document.author)
    _write(_at(sheet, 3, 1), document.subject, ink=GREY)
    names = []
    for place, (name, table) in enumerate(tables):
        names.append(sheet_name(place + 1, table.caption))
        link = _at(sheet, place + 5, 1)
        _write(link, f"{name}  {table.caption}", ink="FF1B4F8A", linked=True)
        link.hyperlink = Hyperlink(ref=link.coordinate, location=f"'{names[-1]}'!A1")
    sheet.column_dimensions["A"].width = PAGE_LETTERS[False]
    sheet.sheet_view.showGridLines = False
    return names


def sheet_name(number: int, caption: str) -> str:
    """A name that Excel takes: short, without its signs, and unlike the others by its number."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", caption).split())
    return f"{number} {plain}"[:NAME_LENGTH].strip()


def _write_table(sheet: Worksheet, name: str, table: Table) -> None:
    _write(_at(sheet, CAPTION, 1), f"{name}  {table.caption}", size=18, bold=True, ink=NAVY)
    whole = sum(column.width for column in table.columns)
    for place, column in enumerate(table.columns, start=1):
        head = _at(sheet, HEAD, place)
        _write(
            head, f"{column.title}\n({column.unit})" if column.unit else column.title, bold=True, ink=WHITE
        )
        _dress(head, column, fill=NAVY)
        if column.words:
            _write(_at(sheet, WORDS, place), column.words, ink=GREY)
            _dress(_at(sheet, WORDS, place), column, fill=TINTS["group"])
        width = max(column.width / whole * PAGE_LETTERS[table.landscape], 8)
        sheet.column_dimensions[get_column_letter(place)].width = width
    for line, (row, starts) in enumerate(zip(table.rows, places(table), strict=True), start=HEAD + 1):
        for cell, start in zip(row.cells, starts, strict=True):
            _write_cell(sheet, cell, line=line, start=start, row=row, columns=table.columns)
    if table.note:
        _write(_at(sheet, HEAD + len(table.rows) + 2, 1), table.note, ink=GREY)
    _set_pages(sheet, table)


def _write_cell(
    sheet: Worksheet, cell: Cell, *, line: int, start: int, row: Row, columns: tuple[Column, ...]
) -> None:
    written = _at(sheet, line, start + 1)
    bold = row.style != "body"
    if cell.value is None:
        lines = ([cell.text] if cell.text else []) + [f"• {item}" for item in cell.bullets]
        _write(written, "\n".join(lines), bold=bold)
    else:
        written.value = cell.value
        written.font = Font(name=FONT, size=16, bold=bold)
        written.number_format = "#,##0" + ("." + "0" * cell.places if cell.places else "")
    below, right = line + cell.rows - 1, start + cell.columns
    for at in range(line, below + 1):
        for place in range(start, right):
            _dress(_at(sheet, at, place + 1), columns[start], fill=TINTS.get(row.style, ""))
    if cell.rows > 1 or cell.columns > 1:
        sheet.merge_cells(start_row=line, end_row=below, start_column=start + 1, end_column=right)


def _at(sheet: Worksheet, line: int, place: int) -> SheetCell:
    return cast("SheetCell", sheet.cell(line, place))  # never one that a merged cell covers


def _write(
    cell: SheetCell, text: str, *, size: float = 16, bold: bool = False, ink: str = "", linked: bool = False
) -> None:
    """Write a text as a text, whatever it begins with: = + - @ never become a formula."""
    if text:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text[0] in FORMULA_SIGNS
    cell.font = Font(
        name=FONT, size=size, bold=bold, color=ink or None, underline="single" if linked else None
    )


def _dress(cell: SheetCell, column: Column, *, fill: str) -> None:
    side = "right" if column.kind == "number" else "left"
    cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=True)
    cell.border = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
    if fill:
        cell.fill = PatternFill("solid", fgColor=fill)


def _set_pages(sheet: Worksheet, table: Table) -> None:
    sheet.freeze_panes = f"A{HEAD + 1}"
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if table.landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
