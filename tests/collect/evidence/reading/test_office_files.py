"""Word documents and spreadsheets: what they show, and what they carry without showing it."""

import io
import zipfile

import docx
import openpyxl
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from made_files import HEADS, READ, ROWS
from office_files import word, zipped
from openpyxl.comments import Comment
from PIL import Image

from prongsai.collect.evidence.reading.content import Block, Concern, Content, Grid, Kind, Link, Picture
from prongsai.collect.evidence.reading.read import read
from prongsai.core.text import Text

AT = "https://one.example/files/a.docx"
TOP, WHOLE = Text("ต้นหน้า", "the top of the page"), Text("ทั้งไฟล์", "the whole file")
FIRST = Text("ตารางที่ 1", "table 1")
PLAN, FACTS = Text("แผ่นงาน “แผน”", "sheet “แผน”"), Text("แผ่นงาน “ข้อมูล”", "sheet “ข้อมูล”")
AUTHOR = Concern(
    "author",
    Text("คุณสมบัติของไฟล์บันทึกชื่อผู้จัดทำหรือผู้แก้ไขไว้", "The properties of the file name who wrote or changed it."),
    WHOLE,
)


def under(words):
    return Text(f"ใต้หัวข้อ “{words}”", f"under “{words}”")


def saved(file):
    target = io.BytesIO()
    file.save(target)
    return target.getvalue()


def document():
    written = docx.Document()
    written.core_properties.author = "python-docx"
    return written


def test_a_word_document_is_read_in_order():
    written = document()
    written.core_properties.title = "รายงาน"
    written.add_paragraph("คำนํา")
    written.add_heading("ผลการดำเนินงาน ๒๕๖๖", 2)
    written.add_paragraph("กิจกรรม", style="List Bullet")
    written.add_paragraph("บรรทัดหนึ่ง\n๑) บรรทัดสอง")
    written.sections[0].header.paragraphs[0].text = "สพป.ตัวอย่าง"
    table = written.add_table(len(ROWS), len(HEADS))
    for cells, row in zip(ROWS, table.rows, strict=True):
        for text, cell in zip(cells, row.cells, strict=True):
            cell.text = text
    place = under("ผลการดำเนินงาน 2566")

    assert read(saved(written)) == Content(
        kind=Kind.DOCX,
        title="รายงาน",
        blocks=(
            Block("คำนำ", TOP),
            Block("ผลการดำเนินงาน 2566", place, 2),
            Block("กิจกรรม", place, is_entry=True),
            Block("บรรทัดหนึ่ง", place),
            Block("1) บรรทัดสอง", place, is_entry=True),
            Block("สพป.ตัวอย่าง", Text("หัวกระดาษหรือท้ายกระดาษ", "a header or footer")),
        ),
        tables=(Grid(FIRST, HEADS, READ, is_marked=False),),
    )


def test_heads_that_are_repeated_on_each_page_are_marked():
    written = document()
    table = written.add_table(2, 2)
    for cell, text in zip(table._cells, "กข12", strict=True):
        cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))

    assert read(saved(written)).tables == (Grid(FIRST, ("ก", "ข"), (("1", "2"),)),)


def test_links_and_pictures_of_a_word_document_are_met():
    written = document()
    target = written.part.relate_to(
        "../b.pdf",
        RELATIONSHIP_TYPE.HYPERLINK,
        is_external=True,
    )
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{target}"><w:r><w:t>ดูไฟล์</w:t></w:r></w:hyperlink>'
    written.add_paragraph()._p.append(parse_xml(link))
    for alt in ("ผัง", ""):
        picture = io.BytesIO()
        Image.new("L", (9, 9)).save(picture, "PNG")
        written.add_picture(picture)
        written.element.body.xpath(".//wp:docPr")[-1].set("descr", alt)

    content = read(saved(written), address=AT)

    assert content.links == (Link("https://one.example/b.pdf", "ดูไฟล์", TOP),)
    assert content.pictures == (Picture("", "ผัง", TOP), Picture("", None, TOP))


def test_a_word_document_says_what_it_carries():
    written = document()
    written.core_properties.author = "นางสาวสมมติ นามแฝง"
    paragraph = written.add_paragraph("อยู่ ")
    mark = f'{nsdecls("w")} w:id="1" w:author="x" w:date="2023-01-01T00:00:00Z"'
    paragraph._p.append(parse_xml(f"<w:ins {mark}><w:r><w:t>เพิ่ม</w:t></w:r></w:ins>"))
    paragraph._p.append(parse_xml(f"<w:del {mark}><w:r><w:delText>ลบ</w:delText></w:r></w:del>"))
    paragraph.add_run("ซ่อน").font.hidden = True
    written.add_comment(paragraph.runs, text="ถามอีกที", author="x")

    content = read(saved(written))

    assert {concern.code: concern.said.en.partition(";")[0] for concern in content.concerns} == {
        "comments": "The file holds 1 comment(s).",
        "tracked_changes": "2 tracked change(s)",
        "hidden_text": "There are hidden words.",
        "author": AUTHOR.said.en,
    }
    assert content.text == "อยู่ เพิ่มซ่อน"
    assert "สมมติ" not in str(content.concerns)


def workbook():
    book = openpyxl.Workbook()
    book.properties.creator = "openpyxl"
    shown, hidden = book.active, book.create_sheet("ข้อมูล")
    shown.title = "แผน"
    for row in (("แผนจัดซื้อจัดจ้าง ๒๕๖๖",), (), *ROWS):
        shown.append(row)
    hidden.append(["ลับ"])
    return book, shown, hidden


def test_a_workbook_shows_its_sheets_and_says_what_it_hides():
    book, shown, hidden = workbook()
    book.properties.creator = "นางสาวสมมติ นามแฝง"
    hidden.sheet_state = "hidden"
    shown.row_dimensions[5].hidden = shown.row_dimensions[99].hidden = True
    shown.column_dimensions["C"].hidden = shown.column_dimensions["Z"].hidden = True
    shown["A1"].comment = Comment("ถามอีกที", "x")

    assert read(saved(book)) == Content(
        kind=Kind.XLSX,
        blocks=(Block("แผนจัดซื้อจัดจ้าง 2566", PLAN),),
        tables=(Grid(PLAN, HEADS, READ, is_marked=False),),
        concerns=(
            Concern("hidden_rows", Text("มีแถวที่ซ่อนไว้ 1 แถว", "1 row(s) are hidden."), PLAN),
            Concern("hidden_columns", Text("มีคอลัมน์ที่ซ่อนไว้ 1 คอลัมน์", "1 column(s) are hidden."), PLAN),
            Concern(
                "hidden_sheet",
                Text(
                    "มีแผ่นงานที่ซ่อนไว้ “ข้อมูล” ผู้ที่ดาวน์โหลดเปิดดูได้",
                    "Sheet “ข้อมูล” is hidden; whoever downloads the file can open it.",
                ),
                FACTS,
            ),
            Concern("comments", Text("มีความคิดเห็นอยู่ในไฟล์ 1 แห่ง", "The file holds 1 comment(s)."), WHOLE),
            AUTHOR,
        ),
    )


def test_a_plain_workbook_hides_nothing():
    book, _, _ = workbook()

    assert read(saved(book)).concerns == ()


SHEETS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:automatic-styles>
<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="แผน" table:style-name="ta1"><table:table-column table:visibility="collapse"/>
<table:table-row>CELLก</text:p></table:table-cell>CELLข</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter">CELL1</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="collapse"/></table:table>
<table:table table:name="ข้อมูล" table:style-name="ta2"><table:table-row>
CELLลับ</text:p><office:annotation><text:p>x</text:p></office:annotation></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""
SHEETS = SHEETS.replace("CELL", '<table:table-cell office:value-type="string"><text:p>').replace("\n<", "<")


def test_an_ods_says_what_it_hides():
    media_type = "application/vnd.oasis.opendocument.spreadsheet"

    content = read(
        zipped({"mimetype": media_type, "content.xml": SHEETS, "META-INF/manifest.xml": "<manifest/>"})
    )

    assert content.kind is Kind.ODS
    assert content.tables == (Grid(PLAN, ("ก", "ข"), (("1", ""),)),)
    assert [(concern.code, concern.place) for concern in content.concerns] == [
        ("hidden_rows", PLAN),
        ("hidden_columns", PLAN),
        ("hidden_sheet", FACTS),
        ("comments", WHOLE),
    ]


def test_heads_in_the_first_row_of_a_csv_are_marked():
    body = "\n".join(",".join(f'"{cell}"' for cell in row) for row in ROWS).encode("cp874")

    assert read(body, media_type="text/csv") == Content(kind=Kind.CSV, tables=(Grid(FIRST, HEADS, READ),))


def bomb(entry):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(entry, b"<a>" + b" " * 20_000_000 + b"</a>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("body", "kind", "said"),
    [
        (word("<w:p>" * 30_000 + "</w:p>" * 30_000), Kind.DOCX, "The Word document is damaged"),
        (bomb("word/document.xml"), Kind.DOCX, "not opened: too large when unpacked"),
        (bomb("xl/workbook.xml"), Kind.XLSX, "not opened: too large when unpacked"),
        (saved(workbook()[0])[:3000] + b"PK\x05\x06", Kind.ARCHIVE, "An archive, which is not unpacked."),
    ],
)
def test_files_built_to_hurt_are_refused_in_words(body, kind, said):
    content = read(body)

    assert (content.kind, content.unreadable.en[: len(said)]) == (kind, said)
    assert content.unreadable.th
