"""Reading the tables of Word documents."""

import io

import docx
import pytest
from office_files import cell, cells, refusal, word

from prongsai.documents.tables import Row, Table, read_tables


def test_docx_tables_are_numbered_and_merged_cells_unrolled():
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "หนึ่ง"
    table = document.add_table(3, 3)
    for line in range(3):
        for column in range(3):
            table.cell(line, column).text = f"{line}{column}"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "down"
    table.cell(2, 1).merge(table.cell(2, 2)).text = "along"
    target = io.BytesIO()
    document.save(target)

    assert read_tables(target.getvalue(), "a.docx") == (
        Table("1", (Row(1, ("หนึ่ง",)),)),
        Table(
            "2",
            (
                Row(1, ("down", "01", "02")),
                Row(2, ("down", "11", "12"), frozenset({0})),
                Row(3, ("20", "along", "along"), frozenset({2})),
            ),
        ),
    )


def test_what_was_added_counts_and_what_was_deleted_does_not():
    added = "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
    moved = "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
    gone = f"<w:del><w:r><w:delText>old</w:delText></w:r></w:del>{moved}"
    body = f"<w:tc><w:p>{added}{gone}<w:r><w:tab/><w:t>x</w:t><w:br/><w:t/></w:r></w:p><w:p/></w:tc>"
    deleted_row = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('gone')}</w:tr>"

    assert cells(word(f"<w:tbl>{deleted_row}<w:tr>{body}</w:tr></w:tbl>"), "a.docx") == [(2, "new\tx")]


def test_rows_in_content_controls_and_columns_left_out_are_read():
    left_out = "<w:trPr><w:gridBefore w:val='1'/></w:trPr>"
    inside = f"<w:sdt><w:sdtContent><w:tr>{left_out}{cell('a')}</w:tr></w:sdtContent></w:sdt>"

    assert cells(word(f"<w:tbl>{inside}<w:bookmarkStart/></w:tbl>"), "a.docx") == [(1, "", "a")]


def test_a_table_inside_a_cell_is_not_a_table_of_its_own():
    inner = f"<w:tbl><w:tr>{cell('inner')}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr><w:tc>{inner}<w:p><w:r><w:t>outer</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"

    assert [table.rows[0].cells for table in read_tables(word(body), "a.docx")] == [("outer",)]


def test_a_cell_merged_under_nothing_is_empty():
    assert cells(word(f"<w:tbl><w:tr>{cell('lost', '<w:vMerge/>')}{cell('x')}</w:tr></w:tbl>"), "a.docx") == [
        (1, "", "x")
    ]


@pytest.mark.parametrize("span", ["900000000", "64", "-1", "x", "", "²"])
def test_a_cell_over_columns_that_cannot_be_is_refused(span):
    content = word(f"<w:tbl><w:tr>{cell('x', f'<w:gridSpan w:val={span!r}/>')}</w:tr></w:tbl>")

    assert refusal(content, "a.docx") == (
        f"a cell is merged over a number of columns that cannot be ({span}). Save the file again."
    )


def test_too_much_in_word_is_refused(monkeypatch):
    content = word(f"<w:tbl><w:tr>{cell('xx')}{cell('x')}</w:tr></w:tbl>")
    monkeypatch.setattr("prongsai.documents.docx_tables.MOST_CELLS", 1)
    assert refusal(content, "a.docx").startswith("more than 1,000,000 cells.")
    monkeypatch.setattr("prongsai.documents.docx_tables.MOST_CELLS", 2)
    monkeypatch.setattr("prongsai.documents.docx_tables.MOST_LETTERS", 2)
    assert refusal(content, "a.docx") == "more than 50,000,000 letters of text. Divide the file."


def test_a_document_without_tables_says_so():
    assert refusal(word("<w:p/>"), "a.docx") == "holds no table with anything in it. Is it the right file?"
