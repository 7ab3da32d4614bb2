"""PDFs: what is read of them with poppler and without, and what is said of those that cannot be read."""

import io
import shutil
import zlib
from json import dumps

import docx
import pytest
from made_files import HEADS, READ, ROWS, converted, scan, table_in_typst, typeset

from prongsai.collect.evidence.reading import pdf, poppler, tools
from prongsai.collect.evidence.reading.content import Block, Grid, Kind, Link
from prongsai.collect.evidence.reading.pdf_pages import Pages
from prongsai.collect.evidence.reading.read import read
from prongsai.collect.evidence.reading.skeleton import find
from prongsai.core.text import Text

ONE, TWO, THREE = (Text(f"หน้า {n}", f"page {n}") for n in (1, 2, 3))
PAGES = """= แผนการใช้จ่ายประจำปี ๒๕๖๖
๑. น้ำและไฟ #link("https://one.example/a")[ที่นี่]
#pagebreak() ก่อนหน้านี้ประกาศเจตจำนงสุจริตของผู้บริหารแล้ว"""
WITH_POPPLER = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed here.")
WITH_OFFICE = pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed here."
)


@pytest.fixture
def without_poppler(monkeypatch):
    monkeypatch.setattr(poppler, "look", lambda _path: None)


@WITH_POPPLER
def test_lines_are_read_with_their_page_and_links_with_theirs():
    content = read(typeset(PAGES), address="https://one.example/f.pdf")

    assert content.blocks == (
        Block("แผนการใช้จ่ายประจำปี 2566", ONE),
        Block("1. น้ำและไฟ ที่นี่", ONE, is_entry=True),
        Block("ก่อนหน้านี้ประกาศเจตจำนงสุจริตของผู้บริหารแล้ว", TWO),
    )
    assert content.links == (Link("https://one.example/a", "", ONE),)
    assert (content.kind, content.title, content.language, content.pages) == (
        Kind.PDF,
        "แผนการใช้จ่าย",
        "th",
        2,
    )
    assert content.is_whole


def test_without_poppler_the_same_lines_are_read(without_poppler):
    content = read(typeset(PAGES))

    assert [(block.text, block.place) for block in content.blocks] == [
        ("แผนการใช้จ่ายประจำปี 2566", ONE),
        ("1. น้ำและไฟ ที่นี่", ONE),
        ("ก่อนหน้านี้ประกาศเจตจำนงสุจริตของผู้บริหารแล้ว", TWO),
    ]
    assert (content.title, content.pages, content.is_whole) == ("แผนการใช้จ่าย", 2, True)


@WITH_POPPLER
@pytest.mark.parametrize("font", ["Laksaman", "Sarabun"])
def test_a_table_is_seen_on_the_page(font):
    content = read(typeset("แผน\n\n" + table_in_typst() + "\nลงชื่อ ผู้อำนวยการ", font))

    (found,) = content.tables
    assert (found.heads, len(found.rows), found.place) == (
        HEADS,
        3,
        Text("หน้า 1 ตารางที่ 1", "page 1, table 1"),
    )
    assert find(content, ROWS[1][1]) == ONE


@WITH_POPPLER
def test_cells_of_several_lines_stay_together():
    assert read(typeset(table_in_typst())).tables == (
        Grid(Text("หน้า 1 ตารางที่ 1", "page 1, table 1"), HEADS, READ, is_marked=False),
    )


@WITH_POPPLER
def test_text_is_no_table():
    assert read(typeset("ก ข ค\n\nง จ ฉ\n\n" + "คำ " * 300)).tables == ()


@pytest.mark.parametrize("look", [poppler.look, lambda _path: None])
def test_scanned_pages_are_found(monkeypatch, look):
    monkeypatch.setattr(poppler, "look", look)

    content = read(scan(pages=2))

    assert (content.scanned_pages, content.pages, content.text, content.is_whole) == ((1, 2), 2, "", False)


@WITH_POPPLER
def test_a_page_with_a_picture_and_text_is_not_scanned(monkeypatch):
    monkeypatch.setattr(poppler, "_pictures", lambda _path: frozenset({1, 2}))

    content = read(typeset("ข้อความที่ยาวพอจะเป็นหน้าเอกสารหนึ่งหน้าแล้ว #pagebreak() ๑"))

    assert content.scanned_pages == (2,)


@WITH_POPPLER
def test_hundreds_of_pages_are_read_up_to_a_limit_and_said_so():
    content = read(typeset("ก #pagebreak() " * 304 + "ก"))

    assert (content.pages, len(content.blocks)) == (305, 300)
    assert content.left_out == (Text("อ่าน 300 หน้าแรกจาก 305 หน้า", "The first 300 of 305 pages were read."),)


def lines_of(monkeypatch, *texts):
    monkeypatch.setattr(poppler, "look", lambda _path: Pages(count=len(texts), texts=texts))
    return read(b"%PDF-1.4")


def test_private_glyphs_are_mended_or_said_to_be_unread(monkeypatch):
    content = lines_of(monkeypatch, "ท\uf70aีนี\uf70a", "\ue001\ue002\ue003 ก", "ตัวอักษรเกือบทั้งหมดอ่านได้ \ue001")

    assert content.blocks[0] == Block("ที่นี่", ONE)
    assert content.left_out == (
        Text(
            "ตัวอักษรในหน้า 2 ใช้รหัสเฉพาะของแบบอักษร จึงอ่านไม่ออกบางส่วนหรือทั้งหมด",
            "Letters on page 2 have codes that only their font knows, and were not all read.",
        ),
    )


def test_words_that_are_only_drawn_are_said_to_be_unread(monkeypatch):
    assert [text.en for text in lines_of(monkeypatch, "", "\n").left_out] == [
        "There are no letters to read; the words may be drawn."
    ]


@WITH_OFFICE
@WITH_POPPLER
def test_a_pdf_of_an_office_program_is_read(tmp_path):
    written = docx.Document()
    table = written.add_table(len(ROWS), len(HEADS))
    for cells, row in zip(ROWS, table.rows, strict=True):
        for text, cell in zip(cells, row.cells, strict=True):
            cell.text = text
    saved = io.BytesIO()
    written.save(saved)
    made = converted(saved.getvalue(), "a.docx", "pdf", tmp_path)
    password = dumps(
        {
            "EncryptFile": {"type": "boolean", "value": "true"},
            "DocumentOpenPassword": {"type": "string", "value": "x"},
        }
    )
    locked = converted(saved.getvalue(), "a.docx", f"pdf:writer_pdf_Export:{password}", tmp_path)

    assert [(table.heads, table.rows) for table in read(made).tables] == [(HEADS, READ)]
    assert read(locked).unreadable == Text(
        "ไฟล์ PDF มีรหัสผ่าน จึงอ่านไม่ได้", "The PDF has a password and cannot be read."
    )


@pytest.mark.parametrize("content", [b"%PDF-1.7\n", b"%PDF-1.4 \xff\xfe garbage %%EOF", typeset("ก")[:300]])
def test_a_broken_pdf_says_so(content):
    assert read(content).unreadable == Text(
        "ไฟล์ PDF เสียหาย อ่านไม่ได้", "The PDF is damaged and cannot be read."
    )


def bomb(stream):
    packed = zlib.compress(stream, 9)
    font = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources%b>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream endobj\ntrailer<</Root 1 0 R>>"
    ) % (font, len(packed), packed)


def test_a_page_that_unpacks_to_a_flood_is_given_up_and_said_to_be_unread(monkeypatch):
    monkeypatch.setattr(tools, "SECONDS", 1)

    content = read(bomb(b"BT /F 1 Tf (boom) Tj ET " * 1_500_000))

    assert (content.text, content.is_whole) == ("", False)


def test_a_program_that_is_not_there_is_none():
    assert tools.run(["no-such-program"]) is None


def test_a_program_is_stopped_in_time_and_in_its_flood():
    assert tools.run(["sleep", "60"], seconds=0.1) == b""
    assert len(tools.run(["yes"], seconds=20) or b"") == tools.MOST_OUTPUT


def test_nothing_is_left_on_the_disk(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf.tempfile, "tempdir", str(tmp_path))

    read(typeset("ก"))

    assert list(tmp_path.iterdir()) == []
