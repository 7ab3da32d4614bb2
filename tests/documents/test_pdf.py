"""PDF: every Thai letter reads back, the standards are kept, no text is taken for markup."""

import io
import re
from dataclasses import replace

import pypdfium2
import pytest
from sample_document import INJECTION, LONG, document, full_document, read_pdf, squeezed

from prongsai.documents import charts, pdf, typeset
from prongsai.documents.model import Bullets, Cell, Column, Figure, Heading, PageBreak, Paragraph, Row, Table

CONSONANTS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
UPPER, LOWER, TONES = "ัิีึื", "ุู", "่้๊๋"
HARD = (
    "ฎุ ฏู ญู ฐุ ปี่ ปั๊ม น้ำ กล้ำ ค่ำ ก๊ำ ฟื้นฟู เปื้อน เปี่ยม ฝั่ง ป่า ฝ้าย ฟ้า ปู่ ฝีพาย ฤๅษี ฦๅ เก๊ะ เล่นโน้ต สิทธิ์ ศุกร์ พันธุ์ วิ่ง หนึ่ง ซึ่ง ทั้งนี้ "
    "ก็ เป็น เจ็บ ฯลฯ เรื่อย ๆ ฿๑,๒๓๔.๕๖ ๐๑๒๓๔๕๖๗๘๙ 0123456789 ข้อเสนอแนะ อิเล็กทรอนิกส์ ปีงบประมาณ อำนาจหน้าที่ ดำเนินงาน"
)


def clusters():
    """Every consonant with every vowel and tone that may stand on it or under it."""
    for consonant in CONSONANTS:
        for mark in (*UPPER, *LOWER):
            yield consonant + mark
            yield from (consonant + mark + tone for tone in TONES)
        for tone in TONES:
            yield from (consonant + tone, f"{consonant}{tone}ำ", f"เ{consonant}{tone}า")
        yield from (f"{consonant}ำ", f"เ{consonant}็ก", f"{consonant}์", f"{consonant}ิ์", f"{consonant}ุ์")
        yield from (f"เ{consonant}ี่ยม", f"เ{consonant}ื้อน", f"{consonant}ั้ง")


def without_edges(pages):
    """The words of the pages as one, without their heads and feet."""
    return re.sub(r"ท้ายกระดาษหน้า\d+จาก\d+|หัวกระดาษ", "", pages)


@pytest.mark.parametrize(
    "style",
    ["", "weight: 'bold'", "style: 'italic'", "weight: 'bold', style: 'italic'"],
    ids=["regular", "bold", "italic", "both"],
)
def test_every_thai_cluster_reads_back_word_for_word(style):
    words = [*clusters(), *HARD.split()]
    setup = f"#set document(title: [t])\n#set text(font: 'Sarabun', {style})\n".replace("'", '"')
    template = setup + '#sys.inputs.it.split(" ").map(box).join(" ")'

    made = typeset.pdf(template, inputs={"it": " ".join(words)}, timestamp=0)

    assert read_pdf(made, squeeze=False).split() == words


def test_text_of_every_place_reads_back():
    text = " ".join([HARD, *list(clusters())[::9]])
    table = Table(
        text[:300],
        (Column(text[:40], 1), Column("ข", 1)),
        (
            Row((Cell(text[:500]), Cell(bullets=(text[500:900],)))),
            Row((Cell(text[300:600]), Cell("")), "total"),
            Row((Cell(text[600:700], columns=2),), "group"),
        ),
    )

    made = read_pdf(pdf.render(document(Heading(text[:200]), Paragraph(text), Bullets((text,)), table)))

    pages = without_edges(made)
    for expected in (text, text[:300], text[:500], text[500:900], text[300:600], text[600:700], text[:40]):
        assert squeezed(expected) in pages


def test_the_file_says_what_it_is():
    made = pdf.render(full_document())

    reader = pypdfium2.PdfDocument(io.BytesIO(made))
    facts = reader.get_metadata_dict()

    assert (facts["Title"], facts["Author"]) == ("รายงานตัวอย่าง พ.ศ. 2565", "หน่วยงานตัวอย่าง")
    assert facts["CreationDate"] == "D:20261122020000Z"
    assert re.search(rb"<pdfaid:part>2</pdfaid:part>\s*<pdfaid:conformance>A<", made)
    assert re.search(rb"<pdfuaid:part>1<", made)
    assert re.search(rb"/Lang ?\(th\)", made)


def test_the_same_document_gives_the_same_bytes():
    assert pdf.render(full_document()) == pdf.render(full_document())


def test_no_text_is_taken_for_markup():
    hostile = document(
        Heading(INJECTION),
        Paragraph(INJECTION),
        Table(
            INJECTION, (Column(INJECTION, 1),), (Row((Cell(INJECTION, bullets=(INJECTION,)),)),), INJECTION
        ),
        title=INJECTION,
        header=INJECTION,
        keep_whole=("*b*", "$x$", "[", "#read"),
    )

    assert read_pdf(pdf.render(hostile)).count(squeezed(INJECTION)) >= 6


def test_thai_digits_are_a_choice_that_spares_codes_and_addresses():
    thai = read_pdf(pdf.render(full_document(digits="thai")))

    for told in ("ได้๙๘.๗๙คะแนน", "ตารางที่๑", "ภาพที่๑", "๙๘.๘๐", "๑,๒๐๐", "หน้า๒จาก", "พ.ศ.๒๕๖๕"):
        assert told in thai
    for kept in ("sha256:0123456789abcdef", "O12", "43"):
        assert kept in thai


def test_listed_words_are_never_broken_over_a_line():
    filler = "กว้าง " * 3
    lines = read_pdf(
        pdf.render(document(*(Paragraph("ก" * n + filler * 4 + "ข้อเสนอแนะ" * 6) for n in range(9)))),
        squeeze=False,
    )

    broken = {"ข้อ", "ข้อเสนอ"}
    assert not any(line.strip().endswith(tuple(broken)) for line in lines.splitlines())
    assert squeezed(lines).count("ข้อเสนอแนะ") == 54


def test_a_row_taller_than_a_page_loses_no_word():
    words = [f"คำที่{n}ของแถวยาว" for n in range(700)]
    table = Table("ยาว", (Column("ก", 1), Column("ข", 3)), (Row((Cell("ต้น"), Cell(" ".join(words)))),))

    made = read_pdf(pdf.render(document(table)))

    assert made.count("หัวกระดาษกข") >= 2  # the head again on the next page
    assert [word for word in words if word not in without_edges(made).replace("กข", "")] == []


def test_what_no_font_can_show_is_marked_and_no_mistake():
    made = read_pdf(pdf.render(document(Paragraph("ก😀ข中ค → ✓ \x00ง"))))

    assert "ก□ข□ค→✓ง" in made


def test_an_address_wider_than_its_cell_stays_in_it_and_whole():
    hash_ = "0123456789abcdef" * 4
    table = Table("ท", (Column("ก", 1), Column("ข", 9)), (Row((Cell(hash_), Cell("ข้าง"))),))

    assert hash_ in read_pdf(pdf.render(document(table)))


@pytest.mark.parametrize("blocks", [(), (PageBreak(), PageBreak()), (Heading("ก", 3), Heading("ข", 1))])
def test_odd_documents_are_still_documents(blocks):
    assert pdf.render(document(*blocks)).startswith(b"%PDF-1.7")


def test_words_of_charts_are_words_of_the_file():
    chart = charts.lines(
        "ปี", "ปี", [charts.Series("น้ำใจ", (charts.Point("2565", None, "ไม่แสดง"),))], language="th"
    )

    made = read_pdf(pdf.render(document(Figure("ภาพ", chart, "คำอธิบายภาพ"))))

    assert "น้ำใจ" in made
    assert "ไม่แสดง" in made


def test_a_landscape_table_takes_its_heading_along():
    made = pypdfium2.PdfDocument(pdf.render(replace(full_document(), language="th")))
    wide = [page for page in made if page.get_width() > page.get_height()]

    assert wide
    assert "มาตรการ" in squeezed(wide[0].get_textpage().get_text_bounded())[:60]
    assert LONG[:20] not in made[0].get_textpage().get_text_bounded()


def test_groups_within_groups_are_set():
    group = Row((Cell("กลุ่ม"), Cell("ย่อย")), "group")
    body = Row((Cell("ก"), Cell("ข")))
    table = Table("ท", (Column("ก", 1), Column("ข", 1)), (group, group, body, group, body, group, group))

    assert read_pdf(pdf.render(document(table))).count("กลุ่มย่อย") == 5


def test_a_small_table_stays_on_one_page():
    lines = tuple(Row((Cell(f"แถวที่ {n}"),)) for n in range(12))
    table = Table("ตารางเล็ก", (Column("ก", 1),), lines)
    filler = [Paragraph(LONG) for _ in range(7)]

    pages = read_pdf(pdf.render(document(*filler, table)), squeeze=False).split("\f")

    (page,) = [page for page in pages if "ตารางเล็ก" in page]
    assert all(f"แถวที่ {n}" in page for n in range(12))
    assert "แถวที่" not in pages[0]
