"""Spreadsheets: XLSX and ODS, through calamine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from prongsai.core.text import Text
from prongsai.documents import archive, extent
from prongsai.documents.rows import Table, Unreadable, table

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_EXACT = 15  # digits that a spreadsheet keeps; more are traces of binary arithmetic


def read_xlsx(content: bytes) -> tuple[Table, ...]:
    entries = archive.opened(content)
    if "xl/workbook.xml" not in entries:
        raise Unreadable(_NO_SHEETS.fill(kind="XLSX"))
    extent.measure_xlsx(entries)
    return tuple(_tables(archive.packed(entries)))


def read_ods(content: bytes) -> tuple[Table, ...]:
    entries = archive.opened(content)
    if b"office:spreadsheet" not in entries.get("content.xml", b""):
        raise Unreadable(_NO_SHEETS.fill(kind="ODS"))
    extent.measure_ods(entries["content.xml"])
    return tuple(_tables(archive.packed(entries, _ODS)))


def _tables(file: Any) -> Iterator[Table]:
    """Visible sheets that hold something, each row with its own number."""
    try:
        with CalamineWorkbook.from_filelike(file) as book:
            for sheet in book.sheets_metadata:
                if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible:
                    found = _table(book, sheet.name)
                    if found:
                        yield found
    except CalamineError as error:
        raise Unreadable(_DAMAGED.fill(why=error)) from None


def _table(book: CalamineWorkbook, name: str) -> Table | None:
    sheet = book.get_sheet_by_name(name)
    above, left = sheet.start or (0, 0)
    rows = enumerate(sheet.to_python(skip_empty_area=True), start=above + 1)
    blank = [""] * left
    return table(name, [(line, blank + [text(value) for value in row], frozenset()) for line, row in rows])


def text(value: object) -> str:
    """Write a value as a person would have typed it: 3, 98.46, 2022-03-01, TRUE."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{Decimal(f'{value:.{_EXACT}g}'):f}"
    if isinstance(value, datetime):
        return str(value.date() if value.time() == time() else value)
    return value.isoformat() if isinstance(value, date | time) else str(value)


_NO_SHEETS = Text(
    th="เนื้อในไม่ใช่สมุดงาน {kind} โปรดตั้งนามสกุลไฟล์ให้ตรง หรือบันทึกใหม่",
    en="holds no {kind} workbook. Give the file its true ending, or save it again.",
)
_DAMAGED = Text(
    th="อ่านแผ่นงานไม่ได้ ({why}) โปรดเปิดแล้วบันทึกใหม่", en="its sheets cannot be read ({why}). Save it again."
)
