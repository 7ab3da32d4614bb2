"""Spreadsheets: numbers are numbers, text is never a formula."""

import io
import time
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from sample_document import INJECTION, document, full_document

from prongsai.documents import xlsx
from prongsai.documents.model import Cell, Column, Paragraph, Row, Table


def opened(made):
    return openpyxl.load_workbook(io.BytesIO(made))


def of_texts(*texts, caption="ท"):
    return Table(caption, (Column("ก", 1),), tuple(Row((Cell(text),)) for text in texts))


def test_every_table_has_a_sheet_and_the_first_lists_them():
    book = opened(xlsx.render(full_document()))
    first = book.worksheets[0]

    assert book.sheetnames == ["รายการตาราง", "1 คะแนนตามเครื่องมือ", "2 มาตรการ"]
    assert first["A1"].value == "รายงานตัวอย่าง พ.ศ. 2565"
    assert [(cell.value, cell.hyperlink.location) for cell in (first["A5"], first["A6"])] == [
        ("ตารางที่ 1  คะแนนตามเครื่องมือ", "'1 คะแนนตามเครื่องมือ'!A1"),
        ("ตารางที่ 2  มาตรการ", "'2 มาตรการ'!A1"),
    ]


@pytest.mark.parametrize("digits", ["arabic", "thai"])
def test_numbers_are_numbers_in_either_digits(digits):
    sheet = opened(xlsx.render(full_document(digits=digits))).worksheets[1]

    assert [sheet.cell(5, place).value for place in (1, 2, 3)] == ["แบบวัด", 98.795, 1200]
    assert [sheet.cell(5, place).number_format for place in (2, 3)] == ["#,##0.00", "#,##0"]
    assert sheet["B6"].value == "ไม่แสดง"


def test_heads_stay_in_sight_and_on_every_printed_page():
    sheet = opened(xlsx.render(full_document())).worksheets[1]

    assert [cell.value for cell in sheet[3]] == ["เครื่องมือ", "คะแนน", "มูลค่า\n(บาท)"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A4", "$3:$3")
    assert sheet["A1"].value == "ตารางที่ 1  คะแนนตามเครื่องมือ"
    assert sheet["A8"].value == "ปัดเศษเมื่อพิมพ์"
    assert {str(each) for each in sheet.merged_cells.ranges} == {"A4:C4"}


def test_cells_that_span_are_merged_and_bullets_are_lines():
    sheet = opened(xlsx.render(full_document())).worksheets[2]

    assert {str(each) for each in sheet.merged_cells.ranges} == {"A4:A5"}
    assert sheet["B4"].value.endswith("\n• ข้อย่อย ก\n• ข้อย่อย ข")
    assert (sheet["C4"].value, sheet["C5"].value) == ("O12", "43")


def test_no_text_becomes_a_formula():
    texts = ("=1+1", "+1", "-1", "@SUM(A1)", "#N/A", '=HYPERLINK("http://x")', INJECTION)
    made = xlsx.render(document(of_texts(*texts, caption="=1+1"), title="=1+1"))
    cells = [sheet.cell(line, 1) for sheet in opened(made).worksheets for line in range(1, sheet.max_row + 1)]

    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert [cell.value for cell in opened(made).worksheets[1]["A"]][3:] == list(texts)
    assert [cell.quotePrefix for cell in opened(made).worksheets[1]["A"]][3:] == [True] * 4 + [
        False,
        True,
        False,
    ]
    sheets = [name for name in zipfile.ZipFile(io.BytesIO(made)).namelist() if "worksheets" in name]
    assert not any(b"<f>" in zipfile.ZipFile(io.BytesIO(made)).read(name) for name in sheets)


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("ก" * 50, "1 " + "ก" * 29),
        ("a[b]:c*d?e/f\\g'", "1 a b c d e f g"),
        ("", "1"),
        ("บรรทัด\nสอง", "1 บรรทัด สอง"),
    ],
)
def test_sheets_have_names_that_excel_takes(caption, name):
    made = xlsx.render(document(of_texts("ก", caption=caption), of_texts("ข", caption=caption)))

    assert opened(made).sheetnames[1:] == [name, f"2{name[1:]}"]


def test_the_same_document_gives_the_same_bytes():
    first = xlsx.render(full_document())
    time.sleep(1.1)  # openpyxl writes down the second

    assert xlsx.render(full_document()) == first
    assert opened(first).properties.modified.isoformat() == "2026-11-22T02:00:00"


def test_exact_values_stay_exact():
    table = Table("ท", (Column("ก", 1, "number"),), (Row((Cell(value=Decimal("0.1"), places=0),)),))
    sheet = opened(xlsx.render(document(table, Paragraph("ก")))).worksheets[1]

    assert (sheet["A4"].value, sheet["A4"].number_format) == (0.1, "#,##0")
