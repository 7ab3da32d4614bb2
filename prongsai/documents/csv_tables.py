"""Text files with commas, semicolons or tabs."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from contextlib import suppress
from itertools import islice

from prongsai.core.text import Text
from prongsai.documents.rows import MOST_CELLS, TOO_MANY_CELLS, Table, Unreadable, place, table

_SEPARATORS = (",", ";", "\t")
_LOOKED_AT = 30  # rows that tell what separates the cells
_EXCEL_SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_THAI_IN_UTF8 = re.compile(rb"\xe0[\xb8\xb9][\x80-\xbf]")
_THAI = re.compile("[ก-๛]")
_FOREIGN = re.compile("[\u0180-\u07ff]")  # letters of two bytes that no Thai office writes
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def read(content: bytes, name: str) -> tuple[Table, ...]:
    """Read UTF-8 with or without a mark at its start, UTF-16 with one, or Thai Windows (CP874)."""
    text = _decoded(content)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise Unreadable(_ZERO.fill(place=place(line)))
    found = table(name.rpartition(".")[0] or name, _rows(text))
    return (found,) if found else ()


def _decoded(content: bytes) -> str:
    marked = next((charset for mark, charset in _MARKS if content.startswith(mark)), "")
    try:
        text = content.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        if marked.startswith("utf-16"):
            raise Unreadable(_CHARSET.fill(place=place(1))) from None
        return _thai_windows(content, error.start)
    if not marked and _FOREIGN.search(text) and not _THAI.search(text):
        with suppress(UnicodeDecodeError):  # "ำก" in CP874 is a Cyrillic letter in UTF-8
            return content.decode("cp874")
    return text


def _thai_windows(content: bytes, broken: int) -> str:
    # A file that is mostly Thai in UTF-8 has a damaged place; read as CP874 it would be nonsense throughout.
    if 3 * len(_THAI_IN_UTF8.findall(content)) * 2 > sum(byte > 0x7F for byte in content):  # noqa: PLR2004  # ASCII ends there
        raise Unreadable(_BROKEN.fill(place=place(content[:broken].count(b"\n") + 1)))
    try:
        return content.decode("cp874")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Unreadable(_CHARSET.fill(place=place(line))) from None


def _rows(text: str) -> list[tuple[int, list[str], frozenset[int]]]:
    lines: list[tuple[int, list[str], frozenset[int]]] = []
    declared = _EXCEL_SEPARATOR.match(text)
    separator = declared[1] if declared else _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    starts, cells = 1, 0
    try:
        for row in reader:
            if not (declared and starts == 1):
                lines.append((starts, row, frozenset()))
            cells += len(row)
            if cells > MOST_CELLS:
                raise Unreadable(TOO_MANY_CELLS)
            starts = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(_QUOTES.fill(place=place(starts), why=error)) from None
    return lines


def _separator(text: str) -> str:
    """The separator that gives most rows the same number of cells, and more than one."""

    def agreement(separator: str) -> tuple[int, int]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            widths = Counter(len(row) for row in islice(reader, _LOOKED_AT) if len(row) > 1)
        except csv.Error:
            return (0, 0)
        width, rows = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
        return rows, width

    return max(_SEPARATORS, key=agreement)


_ZERO = Text(
    th="{place}: มีอักขระว่าง (NUL) ไฟล์เสียหายหรือไม่ใช่ไฟล์ข้อความ โปรดบันทึกใหม่เป็น CSV UTF-8",
    en="{place}: holds a NUL character. The file is damaged or is no text; save it again as CSV UTF-8.",
)
_BROKEN = Text(
    th="{place}: รหัสอักขระ UTF-8 เสียหาย โปรดบันทึกใหม่เป็น CSV UTF-8",
    en="{place}: its UTF-8 is damaged. Save the file again as CSV UTF-8.",
)
_CHARSET = Text(
    th="{place}: ไม่ใช่ทั้ง UTF-8 และภาษาไทยของ Windows (CP874) โปรดบันทึกใหม่เป็น CSV UTF-8",
    en="{place}: neither UTF-8 nor Thai Windows (CP874). Save the file as CSV UTF-8.",
)
_QUOTES = Text(
    th="แถวที่เริ่ม {place}: เครื่องหมายคำพูดไม่ครบคู่หรือช่องยาวเกินไป ({why}) โปรดแก้ไข",
    en="row from {place}: its quotation marks do not match or a cell is too long ({why}). Correct it.",
)
