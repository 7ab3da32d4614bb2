"""Reading tables out of the files that people send: CSV, XLSX, ODS, DOCX.

Every cell is a text; what it means is for whoever asked for the table. Files come from strangers: nothing is
unpacked, repeated or followed before it was measured.
"""

from __future__ import annotations

from collections.abc import Callable

from prongsai.core.text import Text
from prongsai.documents import csv_tables, docx_tables, sheet_tables
from prongsai.documents.rows import Row, Table, TableError, Unreadable, place

__all__ = ["ENDINGS", "MOST_BYTES", "Row", "Table", "TableError", "place", "read_tables"]

MOST_BYTES = 20_000_000
_ZIP = b"PK\x03\x04"


def _sheet_or_text(content: bytes, name: str) -> tuple[Table, ...]:
    if content.startswith(_ZIP):
        raise Unreadable(_NOT_TEXT)
    return csv_tables.read(content, name)


_READERS: dict[str, Callable[[bytes, str], tuple[Table, ...]]] = {
    ".csv": _sheet_or_text,
    ".tsv": _sheet_or_text,
    ".txt": _sheet_or_text,
    ".xlsx": lambda content, _name: sheet_tables.read_xlsx(content),
    ".ods": lambda content, _name: sheet_tables.read_ods(content),
    ".docx": lambda content, _name: docx_tables.read(content),
}
ENDINGS = tuple(_READERS)


def read_tables(content: bytes, name: str) -> tuple[Table, ...]:
    """Read every table that holds something. The ending of `name` says what kind of file it is.

    returns  at least one table; its rows carry their line in the file, for `place`.
    raises   TableError, a pair of Thai and English sentences, if the file cannot be read.
    """
    try:
        found = _reader(content, name)(content, name)
    except Unreadable as unreadable:
        raise TableError(name, unreadable.what) from None
    if not found:
        raise TableError(name, _EMPTY)
    return found


def _reader(content: bytes, name: str) -> Callable[[bytes, str], tuple[Table, ...]]:
    dot, ending = name.rpartition(".")[1:]
    reader = _READERS.get(f"{dot}{ending}".lower())
    if reader is None:
        raise Unreadable(_ENDING.fill(endings=", ".join(ENDINGS)))
    if len(content) > MOST_BYTES:
        raise Unreadable(_TOO_LARGE.fill(most=MOST_BYTES // 1_000_000))
    return reader


_ENDING = Text(
    th="ชนิดไฟล์ใช้ไม่ได้ ต้องเป็น {endings}", en="not a kind of file that can be read. Use one of {endings}."
)
_TOO_LARGE = Text(th="ใหญ่เกิน {most} MB โปรดแบ่งไฟล์", en="larger than {most} MB. Divide the file.")
_NOT_TEXT = Text(
    th="เป็นสมุดงานหรือเอกสารที่ตั้งนามสกุลผิด โปรดเปลี่ยนเป็น .xlsx, .ods หรือ .docx",
    en="a workbook or document with the wrong ending. Change it to .xlsx, .ods or .docx.",
)
_EMPTY = Text(
    th="ไม่มีข้อมูลในตาราง โปรดตรวจว่าเลือกไฟล์ถูก", en="holds no table with anything in it. Is it the right file?"
)
