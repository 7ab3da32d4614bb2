"""Reading spreadsheets: XLSX and ODS."""

from datetime import time, timedelta

import pytest
from office_files import MAIN, NUMBER, OFFICE, TEXT, cells, changed, ods, refusal, row, unzipped, zipped

from prongsai.documents import sheet_tables
from prongsai.documents.tables import Row, Table, read_tables

TOO_MANY = (
    "more than 1,000,000 cells. Divide the file, or delete formatted empty cells at the end of the sheet."
)
DAMAGED = "its part xl/worksheets/sheet1.xml is damaged on line 1 ({}). Open the file and save it again."
DOCTYPE = "not opened: holds a document type, which no office program writes. Save it again with one."
ENTITY = b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><worksheet "
NOBODY = b"<?xml version='1.0' encoding='nobody'?><worksheet "


def test_xlsx_values_are_written_as_a_person_would(xlsx):
    assert read_tables(xlsx, "a.xlsx") == (
        Table(
            "ผล",
            (
                Row(3, ("", "ตัวชี้วัด", "points", "", "", "")),
                Row(4, ("", "1", "98.46", "", "", "")),
                Row(5, ("", "2", "2022-03-01", "TRUE", "", "")),
                Row(6, ("", "", "", "0.3", "2022-03-01 09:30:00", "")),
                Row(7, ("", "", "", "", "", "ก")),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (3.0, "3"),
        (1e15, "1000000000000000"),
        (1.5e-7, "0.00000015"),
        (98.46000000000001, "98.46"),
        (False, "FALSE"),
        (time(9, 30), "09:30:00"),
        (timedelta(hours=25), "1 day, 1:00:00"),
        ("#N/A", "#N/A"),
    ],
)
def test_each_value_is_written_plainly(value, written):
    assert sheet_tables.text(value) == written


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (b'r="F7"', b'r="XFD1048576"', TOO_MANY),
        (b'r="F7"', b'r="f-7"', "a cell says a place that cannot be (f-7). Save the file again."),
        (b'<row r="7"', b'<row r="-7"', "a cell says a place that cannot be (-7). Save the file again."),
        (b"</worksheet>", b"", DAMAGED.format("no element found")),
        (b"<worksheet ", ENTITY, DOCTYPE),
        (b"<worksheet ", NOBODY, DAMAGED.format("unknown encoding: nobody")),
    ],
)
def test_a_spoilt_workbook_is_refused(xlsx, old, new, problem):
    assert refusal(changed(xlsx, (old, new)), "a.xlsx") == problem


def test_a_workbook_without_its_sheet_is_refused(xlsx):
    swap = (b"/xl/worksheets/sheet1.xml", b"/xl/nothing.xml")

    assert refusal(changed(xlsx, swap, entry="xl/_rels/workbook.xml.rels"), "a.xlsx") == (
        "its sheets cannot be read (ผล). Save it again."
    )


def test_cells_that_are_only_coloured_are_not_counted(xlsx):
    far = b'<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'

    assert read_tables(changed(xlsx, (b"</sheetData>", far)), "a.xlsx") == read_tables(xlsx, "a.xlsx")


def test_cells_without_a_place_stand_one_after_another(xlsx):
    inside = b'<row><c t="inlineStr"><is><t>x</t></is></c><c><v>5</v></c></row></sheetData>'
    added = changed(xlsx, (b"</sheetData>", inside))

    assert cells(added, "a.xlsx")[-1] == (8, "x", "5", "", "", "", "")


@pytest.fixture
def shared(xlsx):
    """A workbook whose last cells point at shared texts of these numbers."""

    def shared(*numbers, texts=("ร่วม", "x" * 101)):
        inside = "".join(f'<c t="s"><v>{number}</v></c>' for number in numbers)
        one = "".join(f"<si><t>{text}</t></si>" for text in texts)
        swap = (b"</sheetData>", f"<row>{inside}</row></sheetData>".encode())
        entries = unzipped(changed(xlsx, swap))
        entries["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">\n{one}</sst>'
        relations = entries["xl/_rels/workbook.xml.rels"].decode()
        more = f'<Relationship Id="rId99" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        entries["xl/_rels/workbook.xml.rels"] = relations.replace("</Rel", more + "</Rel")
        return zipped(entries)

    return shared


def test_shared_texts_are_read(shared):
    assert cells(shared(0, 0), "a.xlsx")[-1] == (8, "ร่วม", "ร่วม", "", "", "", "")


def test_a_shared_text_counts_as_often_as_it_is_shown(shared, monkeypatch):
    monkeypatch.setattr("prongsai.documents.extent.MOST_LETTERS", 20_000)

    assert cells(shared(1), "a.xlsx")[-1][1] == "x" * 101
    assert refusal(shared(*[1] * 200), "a.xlsx") == "more than 50,000,000 letters of text. Divide the file."


def test_a_shared_text_that_is_not_there_is_refused(shared):
    assert refusal(shared(99), "a.xlsx") == (
        "its sheets cannot be read (Cell string index not found in shared strings table). Save it again."
    )


def test_a_workbook_of_another_kind_is_refused(xlsx):
    assert refusal(xlsx, "a.ods") == "holds no ODS workbook. Give the file its true ending, or save it again."
    assert refusal(xlsx, "a.docx") == (
        "holds no Word document. Give the file its true ending, or save it again as .docx."
    )
    assert (
        refusal(ods(""), "a.xlsx")
        == "holds no XLSX workbook. Give the file its true ending, or save it again."
    )


def test_ods_as_libreoffice_writes_it():
    empty = '<table:table-cell table:number-columns-repeated="16380"/>'
    content = ods(
        row("<table:table-cell/>", times=' table:number-rows-repeated="3"')
        + row(
            '<table:table-cell table:number-columns-repeated="2"/>',
            TEXT.format(text="ก", more=""),
            NUMBER.format(value="3"),
            empty,
        )
        + row(empty, times=' table:number-rows-repeated="1048570"')
    )

    assert cells(content, "a.ods") == [(4, "", "", "ก", "3")]


def test_repeated_cells_are_repeated():
    twice = TEXT.format(text="ก", more=' table:number-columns-repeated="2"')

    assert cells(ods(row(twice, times=' table:number-rows-repeated="2"')), "a.ods") == [
        (1, "ก", "ก"),
        (2, "ก", "ก"),
    ]


@pytest.mark.parametrize(("columns", "lines"), [("900000000", "1"), ("1", "900000000"), ("1001", "1000")])
def test_cells_repeated_beyond_reason_are_refused(columns, lines):
    many = TEXT.format(text="x", more=f' table:number-columns-repeated="{columns}"')
    content = ods(row(many, times=f' table:number-rows-repeated="{lines}"'))

    assert refusal(content, "a.ods").startswith("more than 1,000,000 cells.")


def test_long_texts_repeated_beyond_reason_are_refused():
    many = TEXT.format(text="x" * 1000, more=' table:number-columns-repeated="999"')

    assert refusal(ods(row(many, times=' table:number-rows-repeated="999"')), "a.ods") == (
        "more than 50,000,000 letters of text. Divide the file."
    )


def test_a_repetition_that_is_no_number_is_refused():
    assert refusal(ods(row(TEXT.format(text="x", more=' table:number-columns-repeated="-1"'))), "a.ods") == (
        "a cell says a place that cannot be (-1). Save the file again."
    )
