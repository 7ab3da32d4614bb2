"""Reading tables that people send: text files, and what holds for every kind."""

import pytest
from hypothesis import given, settings, strategies as st
from office_files import cells, refusal

from prongsai.documents.tables import MOST_BYTES, Row, Table, TableError, place, read_tables

NUL = "holds a NUL character. The file is damaged or is no text; save it again as CSV UTF-8."
QUOTES = "its quotation marks do not match or a cell is too long"
LONG = "field larger than field limit (131072)"
WORDS = st.text("abกขำ1 ", min_size=1).map(str.strip).filter(bool)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_csv_in_every_charset_that_thai_offices_save(charset):
    content = "ตัวชี้วัด,คะแนน\n1,99.48\n".encode(charset)

    assert cells(content, "a.csv") == [(1, "ตัวชี้วัด", "คะแนน"), (2, "1", "99.48")]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_every_separator(separator):
    content = f"a{separator}b\n1{separator}2\n3{separator}4\n".encode()

    assert cells(content, "a.csv") == [(1, "a", "b"), (2, "1", "2"), (3, "3", "4")]


def test_commas_inside_cells_do_not_make_the_separator():
    assert cells(b"a;b\n1,5;2,5\n3,5;4\n", "a.csv") == [(1, "a", "b"), (2, "1,5", "2,5"), (3, "3,5", "4")]


def test_the_separator_that_excel_declares_counts_and_its_line_too():
    assert cells(b"sep=;\r\na;b,c\r\n1;2\r\n", "a.csv") == [(2, "a", "b,c"), (3, "1", "2")]


def test_lines_are_those_of_the_file():
    content = b'a,b\r\n\r\n"1\nmore",2\r\n , \r\n3,\r\n'

    assert cells(content, "a.txt") == [(1, "a", "b"), (3, "1\nmore", "2"), (6, "3", "")]


def test_one_column_is_a_table():
    assert cells("รหัส\no1\n".encode(), "a.csv") == [(1, "รหัส"), (2, "o1")]


def test_the_table_is_named_after_the_file():
    assert read_tables(b"a", "oit.2565.csv") == (Table("oit.2565", (Row(1, ("a",)),)),)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "holds no table with anything in it. Is it the right file?"),
        (b"\n,,\n \n", "holds no table with anything in it. Is it the right file?"),
        (b"a,b\n1,\x00\n", f"line 2: {NUL}"),
        (
            "กขค,ข\nกขค".encode() + b"\xff,2",
            "line 2: its UTF-8 is damaged. Save the file again as CSV UTF-8.",
        ),
        (b"a,b\n1,\xdb\xdc\n", "line 2: neither UTF-8 nor Thai Windows (CP874). Save the file as CSV UTF-8."),
        (b"\xff\xfea", "line 1: neither UTF-8 nor Thai Windows (CP874). Save the file as CSV UTF-8."),
        (b'a,b\n1,"2\n3,4\n', f"row from line 2: {QUOTES} (unexpected end of data). Correct it."),
        (b'a,b\n"x"y,2\n', f"row from line 2: {QUOTES} (',' expected after '\"'). Correct it."),
        (b"a," + b"x" * 140_000, f"row from line 1: {QUOTES} ({LONG}). Correct it."),
        (b"PK\x03\x04", "a workbook or document with the wrong ending. Change it to .xlsx, .ods or .docx."),
    ],
)
def test_a_csv_that_cannot_be_read_says_where(content, problem):
    assert refusal(content, "a.csv") == problem


def test_csv_with_too_many_cells_is_refused(monkeypatch):
    monkeypatch.setattr("prongsai.documents.csv_tables.MOST_CELLS", 3)

    assert refusal(b"a,b\n1,2\n", "a.csv").startswith("more than 1,000,000 cells.")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1))
def test_whatever_is_written_is_read(table):
    table = [["ข้อ", "คะแนน"], *table]
    content = "\n".join(";".join(line) for line in table).encode("cp874")

    assert [line[1:] for line in cells(content, "a.csv")] == [tuple(line) for line in table]


def test_thai_windows_that_happens_to_be_utf8_is_told_by_its_letters():
    assert cells("a,ำก\n".encode("cp874"), "a.csv") == [(1, "a", "ำก")]
    assert cells("a,\u00a0café\n".encode(), "a.csv") == [(1, "a", "café")]
    assert cells("ข้อ,ӡ\n".encode(), "a.csv") == [(1, "ข้อ", "ӡ")]
    assert cells("ӡ\n".encode("utf-8-sig"), "a.csv") == [(1, "ӡ")]
    assert cells("ۀ\n".encode(), "a.csv") == [(1, "ۀ")]  # no CP874 at all


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.xlsx", "a.ods", "a.docx"]))
def test_any_bytes_are_read_or_refused(content, name):
    try:
        found = read_tables(content, name)
    except TableError as error:
        found = error.problems

    assert len(found) == 1


@pytest.mark.parametrize("name", ["a.xls", "a.pdf", "a", "csv", "a.csv.exe"])
def test_another_ending_is_refused(name):
    assert refusal(b"a,b", name) == (
        "not a kind of file that can be read. Use one of .csv, .tsv, .txt, .xlsx, .ods, .docx."
    )


def test_the_case_of_the_ending_does_not_matter():
    assert cells(b"a", "A.CSV") == [(1, "a")]


def test_a_large_file_is_refused_unread():
    assert refusal(b"\xff" * (MOST_BYTES + 1), "a.csv") == "larger than 20 MB. Divide the file."


def test_refusals_are_said_in_thai():
    assert refusal(b"", "a.csv", "th") == "ไม่มีข้อมูลในตาราง โปรดตรวจว่าเลือกไฟล์ถูก"
    with pytest.raises(TableError, match=r"^a\.csv has 1 problem"):
        read_tables(b"", "a.csv")


@pytest.mark.parametrize(
    ("line", "column", "th", "en"),
    [
        (3, 2, "บรรทัด 3 คอลัมน์ C", "line 3, column C"),
        (1, 25, "บรรทัด 1 คอลัมน์ Z", "line 1, column Z"),
        (1, 26, "บรรทัด 1 คอลัมน์ AA", "line 1, column AA"),
        (9, 16383, "บรรทัด 9 คอลัมน์ XFD", "line 9, column XFD"),
        (3, None, "บรรทัด 3", "line 3"),
    ],
)
def test_places_are_named_as_spreadsheets_name_them(line, column, th, en):
    assert (place(line, column).th, place(line, column).en) == (th, en)
