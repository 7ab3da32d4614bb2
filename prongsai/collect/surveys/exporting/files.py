"""The tables of a sealed survey as files that spreadsheet programs read."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from io import StringIO

from prongsai.collect.surveys.exporting.columns import in_words
from prongsai.collect.surveys.exporting.tables import Line
from prongsai.core.text import Language, Text
from prongsai.documents import xlsx
from prongsai.documents.model import Cell, Column, Document, Row, Table

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CAPTIONS = (Text("จำนวนคำตอบ", "Counts"), Text("สมุดรหัส", "Codebook"))


def csv_of(lines: Iterable[Line]) -> bytes:
    """UTF-8 with a mark at the beginning, so that spreadsheet programs read the Thai."""
    buffer = StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows([_cell(value) for value in line] for line in lines)
    return ("\ufeff" + buffer.getvalue()).encode()


def workbook(
    counts: Sequence[Line],
    codebook: Sequence[Line],
    *,
    title: str,
    office: str,
    made_at: datetime,
    language: Language,
) -> bytes:
    """Both tables as sheets of one workbook; the same tables and moment give the same bytes.

    made_at  aware: when the survey was sealed.
    """
    tables = zip(_CAPTIONS, (counts, codebook), strict=True)
    document = Document(
        title=title,
        language=language,
        author=office,
        subject="",
        header="",
        footer="",
        made_at=made_at,
        blocks=tuple(_table(caption, lines, language) for caption, lines in tables),
    )
    return xlsx.render(document)


def _cell(value: str | int) -> str:
    """Text that a spreadsheet program would run as a formula gets an apostrophe before it."""
    text = str(value)
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def _table(caption: Text, lines: Sequence[Line], language: Language) -> Table:
    """The head keeps the names that programs read; above it stands what they mean."""
    head, *body = lines
    columns = tuple(Column(str(name), 1, "code", words=in_words(str(name)).in_(language)) for name in head)
    rows = tuple(Row(tuple(_of(value) for value in line)) for line in body)
    return Table(caption.in_(language), columns, rows, landscape=True)


def _of(value: str | int) -> Cell:
    return Cell(value) if isinstance(value, str) else Cell(value=Decimal(value), places=0)
