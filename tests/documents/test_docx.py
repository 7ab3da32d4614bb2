"""Word: real styles, Thai fonts everywhere, heads that repeat, and a file that another program opens."""

import io
import re
import shutil
import subprocess
import zipfile

import docx as word
import pytest
from docx.oxml.ns import qn
from sample_document import (
    CHART,
    INJECTION,
    LONG,
    document,
    full_document,
    read_pdf,
    squeezed,
)

from prongsai.documents import docx
from prongsai.documents.docx_styles import FONT, LOOKS, style_id
from prongsai.documents.model import Cell, Column, Contents, Figure, Heading, Paragraph, Row, Table


def opened(made):
    return word.Document(io.BytesIO(made))


def xml(made, part="word/document.xml"):
    return zipfile.ZipFile(io.BytesIO(made)).read(part).decode()


def test_every_block_has_its_style():
    file = opened(docx.render(full_document()))
    used = {(paragraph.style.name, paragraph.text) for paragraph in file.paragraphs}

    for style, text in (
        ("Title", "รายงานตัวอย่าง\nพ.ศ. 2565"),
        ("Heading 1", "ผลในภาพรวม"),
        ("Heading 2", "รายละเอียด"),  # never a level left out
        ("Lead", "ได้ 98.79 คะแนน"),
        ("Body Text", "จบ"),
        ("List Bullet", INJECTION),
        ("Caption", "ตารางที่ 1  คะแนนตามเครื่องมือ"),
        ("Caption", "ภาพที่ 1  คะแนนรายด้าน"),
        ("Note", "ปัดเศษเมื่อพิมพ์"),
        ("toc 1", "ผลในภาพรวม\t"),
        ("Signature", "ผู้อำนวยการ"),
    ):
        assert (style, text) in used


def test_every_style_says_its_font_size_and_weight_for_thai_too():
    styles = opened(docx.render(full_document())).styles.element
    fonts = list(styles.iter(qn("w:rFonts")))
    own = {style.get(qn("w:styleId")): style for style in styles.iter(qn("w:style"))}

    assert {
        font.get(qn(f"w:{script}")) for font in fonts for script in ("ascii", "hAnsi", "cs", "eastAsia")
    } == {FONT}
    for name, look in LOOKS.items():
        properties = own[style_id(name)].find(qn("w:rPr"))
        sizes = {properties.find(qn(tag)).get(qn("w:val")) for tag in ("w:sz", "w:szCs")}
        assert sizes == {str(int(look.size * 2))}
        assert (
            (properties.find(qn("w:b")) is None) == (properties.find(qn("w:bCs")) is None) == (not look.bold)
        )
    assert {lang.get(qn("w:bidi")) for lang in styles.iter(qn("w:lang"))} == {"th-TH"}


def test_heads_repeat_rows_stay_whole_and_widths_are_said_twice():
    tables = opened(docx.render(full_document())).tables

    for table in tables:
        first, *rest = table._tbl.tr_lst
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:tblHeader")) is None for row in rest)
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
        assert [int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in first.tc_lst] == grid
    whole = [row.trPr.find(qn("w:cantSplit")) is not None for row in tables[1]._tbl.tr_lst]
    assert whole == [True, False, True]  # the middle one would fill half a page
    assert sum(int(column.get(qn("w:w"))) for column in tables[0]._tbl.tblGrid.gridCol_lst) == pytest.approx(
        9355, abs=3
    )


def test_cells_that_come_down_from_above_are_merged():
    _, measures = opened(docx.render(full_document())).tables

    assert measures.cell(1, 0).text == measures.cell(2, 0).text == "มาตรการที่ 1"
    assert measures.cell(2, 1).text == "แนวที่ 2"
    assert measures.cell(1, 0)._tc is measures.cell(2, 0)._tc


def test_every_row_fills_the_grid():
    wide = Cell("กลาง", rows=2, columns=2)
    table = Table(
        "ท",
        tuple(Column(name, 1) for name in "กขคง"),
        (Row((Cell("1"), wide, Cell("2", rows=3))), Row((Cell("3"),)), Row((Cell("4", columns=3),))),
    )
    (made,) = opened(docx.render(document(table))).tables

    assert [[cell.text for cell in row.cells] for row in made.rows[1:]] == [
        ["1", "กลาง", "กลาง", "2"],
        ["3", "กลาง", "กลาง", "2"],
        ["4", "4", "4", "2"],
    ]


def test_pages_of_landscape_tables_lie_and_the_cover_has_no_head():
    sections = opened(docx.render(full_document())).sections

    assert [section.page_width > section.page_height for section in sections] == [False, True, False]
    assert [section.different_first_page_header_footer for section in sections] == [True, False, False]
    assert all(section.header.paragraphs[0].text == "หัวกระดาษ" for section in sections)


@pytest.mark.parametrize(
    ("digits", "page", "counted"),
    [("arabic", " PAGE ", "ARABIC"), ("thai", r" PAGE \* ThaiArabic ", "ThaiArabic")],
)
def test_page_numbers_and_captions_are_fields(digits, page, counted):
    made = docx.render(full_document(digits=digits))
    foot = xml(made, "word/footer1.xml")

    assert page in foot
    assert page.replace("PAGE", "NUMPAGES") in foot
    assert rf" SEQ ตารางที่ \* {counted} " in xml(made)


def test_the_contents_are_a_field_that_is_filled_already():
    made = docx.render(full_document())

    assert r' TOC \o "1-3" \h \z \u ' in xml(made)
    assert '<w:updateFields w:val="true"/>' in xml(made, "word/settings.xml")
    marks = set(re.findall(r'w:anchor="(\w+)"', xml(made)))
    assert marks == set(re.findall(r'w:name="(_Toc\w+)"', xml(made)))
    assert len(marks) == 3
    assert "updateFields" not in xml(docx.render(document(Paragraph("ก"))), "word/settings.xml")


def test_pictures_say_what_they_show():
    made = docx.render(document(Figure("ภาพ", CHART, 'ด้านที่ 1 ได้ "98.50" <คะแนน>')))
    (picture,) = opened(made).inline_shapes

    assert picture._inline.docPr.get("descr") == 'ด้านที่ 1 ได้ "98.50" <คะแนน>'
    assert picture.width.mm == pytest.approx(160)


def test_the_same_document_gives_the_same_bytes_and_no_time_but_its_own():
    first, second = docx.render(full_document()), docx.render(full_document())
    facts = opened(first).core_properties
    times = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(first)).infolist()}

    assert first == second
    assert times == {(2026, 11, 22, 2, 0, 0)}
    assert (facts.title, facts.author, facts.comments) == ("รายงานตัวอย่าง พ.ศ. 2565", "หน่วยงานตัวอย่าง", "")
    assert facts.created == facts.modified == facts.created.replace(2026, 11, 22, 2, 0, 0)


def test_text_is_text_whatever_it_looks_like():
    file = opened(
        docx.render(
            document(Heading(INJECTION), Paragraph(f"{INJECTION}\n\x07สอง\tแท็บ"), Contents(INJECTION))
        )
    )
    texts = [paragraph.text for paragraph in file.paragraphs]

    assert texts[0] == INJECTION
    assert texts[1] == f"{INJECTION}\nสอง\tแท็บ"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice Writer (soffice) is not installed here.")
def test_libreoffice_opens_it_and_finds_every_word(tmp_path):
    (tmp_path / "book.docx").write_bytes(docx.render(full_document()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"

    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), "book.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    seen = read_pdf((tmp_path / "book.pdf").read_bytes())

    for expected in ("ผลในภาพรวม", "มาตรการที่1", "98.80", "1,200", "ตารางที่2", "(นางสาวตัวอย่างใจดี)", "หน้า2จาก"):
        assert expected in seen
    assert squeezed(LONG)[:60] in seen
    assert seen.count("แนวปฏิบัติ") >= 1
