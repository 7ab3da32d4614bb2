"""What a document may be, and what is made ready for every writer alike."""

import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st
from sample_document import MEASURES, document, full_document

from prongsai.documents import FORMATS, words
from prongsai.documents.model import (
    Cell,
    Column,
    DocumentError,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
    places,
)
from prongsai.documents.prepare import numbered, prepared, sections

THREE = (Column("ก", 1), Column("ข", 1), Column("ค", 1))


def rows(*lengths):
    """A table of three columns; each cell is (columns, rows)."""
    return tuple(Row(tuple(Cell("ช", columns=c, rows=r) for c, r in line)) for line in lengths)


@pytest.mark.parametrize(
    ("cells", "starts"),
    [
        ([[(1, 1)] * 3], [[0, 1, 2]]),
        ([[(1, 2), (2, 1)], [(1, 1), (1, 1)]], [[0, 1], [1, 2]]),
        ([[(1, 1), (1, 2), (1, 1)], [(1, 1), (1, 1)]], [[0, 1, 2], [0, 2]]),
        ([[(3, 2)], []], [[0], []]),
    ],
)
def test_cells_find_their_columns(cells, starts):
    assert places(Table("ท", THREE, rows(*cells))) == starts


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ([[(1, 1)] * 2], "row 1 does not fill 3 columns"),
        ([[(1, 1)] * 4], "row 1: 'ช' does not fit"),
        ([[(2, 1), (2, 1)]], "row 1: 'ช' does not fit"),
        ([[(3, 2)]], "row 1: 'ช' does not fit"),
        ([[(1, 1), (1, 2), (1, 1)], [(2, 1)]], "row 2: 'ช' does not fit"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(cells, problem):
    with pytest.raises(DocumentError, match=problem):
        Table("ท", THREE, rows(*cells))


def test_a_table_needs_columns_and_a_document_a_time_zone():
    with pytest.raises(DocumentError, match="needs columns"):
        Table("ท", (), ())
    with pytest.raises(DocumentError, match="above 0"):
        Table("ท", (Column("ก", 0),), ())
    with pytest.raises(DocumentError, match="time zone"):
        document(made_at=datetime(2026, 11, 22))  # noqa: DTZ001  # that is the fault


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Cell(value=Decimal("98.785")), "98.79"),
        (Cell(value=Decimal("-0.005")), "-0.01"),
        (Cell(value=Decimal("1234567.891"), places=1), "1,234,567.9"),
        (Cell(value=Decimal("2.5"), places=0), "3"),
        (Cell("ไม่แสดง", value=Decimal(1)), "ไม่แสดง"),
        (Cell(), ""),
    ],
)
def test_a_cell_shows_its_text_or_its_number(cell, shown):
    assert cell.shown == shown


@pytest.mark.parametrize(
    ("told", "turned"),
    [
        ("ปี 2565 ได้ 98.79", "ปี ๒๕๖๕ ได้ ๙๘.๗๙"),
        ("1,234.50 (ร้อยละ 5)", "๑,๒๓๔.๕๐ (ร้อยละ ๕)"),
        ("ข้อO12 และ PDF/A-2a ที่ https://a.th/2565/1", "ข้อO12 และ PDF/A-2a ที่ https://a.th/2565/1"),
        ("obec-2565 ๑1", "obec-2565 ๑๑"),
    ],
)
def test_thai_digits_stand_in_running_text(told, turned):
    assert words.with_digits(told, "thai") == turned
    assert words.with_digits(told, "arabic") == told


def test_codes_and_verbatim_text_keep_their_digits():
    ready = prepared(document(MEASURES, Paragraph("12", verbatim=True), Paragraph("12"), digits="thai"))
    table, verbatim, plain = ready.blocks

    assert [row.cells[-1].text for row in table.rows] == ["O12", "43"]
    assert [row.cells[0].text for row in table.rows] == ["มาตรการที่ ๑", "แนวที่ ๒"]
    assert (verbatim.text, plain.text) == ("12", "๑๒")


def test_a_group_over_a_column_of_codes_is_running_text():
    columns = (Column("ข้อ", 1, "code"), Column("ก", 1))
    table = Table("ท", columns, (Row((Cell("กลุ่มที่ 9", columns=2),), "group"), Row((Cell("9"), Cell("9")))))
    (ready,) = prepared(document(table, digits="thai")).blocks

    assert [[cell.text for cell in row.cells] for row in ready.rows] == [["กลุ่มที่ ๙"], ["9", "๙"]]


@given(st.text())
def test_what_is_cleaned_can_be_written_anywhere(text):
    cleaned = words.clean(text)

    assert words.clean(cleaned) == cleaned
    assert not set(cleaned) & set(map(chr, [*range(9), 11, 12, 13, *range(14, 32), 127, 0xFFFE, 0xFFFF]))
    cleaned.encode()


def test_no_heading_leaves_a_level_out():
    ready = prepared(document(Heading("ก", 3), Heading("ข", 3), Heading("ค", 1), Heading("ง", 2)))

    assert [heading.level for heading in ready.blocks] == [1, 2, 1, 2]


def test_tables_and_figures_are_numbered_apart():
    names = [each.name for each in numbered(full_document(language="en")) if hasattr(each, "name")]

    assert names == ["Table 1", "Figure 1", "Table 2"]


def test_a_landscape_table_takes_its_heading_and_few_words_along():
    head, words_, far = Heading("ก"), Paragraph("ข"), Paragraph("ไกล")

    assert [
        (each.landscape, each.blocks)
        for each in sections((far, PageBreak(), head, words_, MEASURES, PageBreak(), far))
    ] == [
        (False, (far,)),
        (True, (head, words_, MEASURES)),
        (False, (far,)),
    ]
    assert [each.blocks for each in sections((far, far, far, MEASURES))] == [(far, far, far), (MEASURES,)]
    assert sections(()) == []


def test_every_format_writes_and_says_what_it_is():
    starts = {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK", "html": b"<!doctype html>"}

    assert set(FORMATS) == set(starts)
    for name, form in FORMATS.items():
        assert form.render(replace(full_document(), blocks=(MEASURES,))).startswith(starts[name])
        assert form.suffix == f".{name}"


def test_neither_django_nor_a_writer_is_loaded_before_it_is_needed():
    heavy = {"django", "docx", "openpyxl", "typst", "fontTools"}
    code = f"import sys, prongsai.documents.charts; print(sorted({heavy} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout == "[]\n"
