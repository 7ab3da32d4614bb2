"""One document with every kind of block, and the ways tests read it back."""

import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from prongsai.documents import charts
from prongsai.documents.model import (
    Bullets,
    Cell,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Signature,
    Table,
)

INJECTION = '#read("/etc/passwd") $x$ *b* _i_ `c` @ref <lab> // ] \\ {{ }} & "q" ="1"+2'
LONG = (
    "หน่วยงานตัวอย่างเปิดเผยข้อมูลให้ครบถ้วนและเป็นปัจจุบัน รับข้อเสนอแนะทางอิเล็กทรอนิกส์ตลอดปีงบประมาณ ทั้งนี้ผู้ที่เกี่ยวข้องร่วมติดตามได้ "
) * 3
POINTS = (Cell("แบบวัด"), Cell(value=Decimal("98.795"), places=2), Cell(value=Decimal(1200), places=0))
CHART = charts.bars(
    "คะแนน", "ด้านที่ 1 ได้ 98.50", [charts.Bar("1 น้ำใจและอำนาจ", Decimal("98.5"), "98.50")], language="th"
)

SCORES = Table(
    "คะแนนตามเครื่องมือ",
    (Column("เครื่องมือ", 3), Column("คะแนน", 1, "number"), Column("มูลค่า", 1, "number", unit="บาท")),
    (
        Row((Cell("กลุ่มที่ 1", columns=3),), "group"),
        Row(POINTS),
        Row((Cell("รวม"), Cell("ไม่แสดง"), Cell(value=Decimal(7), places=0)), "total"),
    ),
    note="ปัดเศษเมื่อพิมพ์",
)
MEASURES = Table(
    "มาตรการ",
    (Column("มาตรการ", 2), Column("แนวปฏิบัติ", 3), Column("ข้อ", 1, "code")),
    (
        Row((Cell("มาตรการที่ 1", rows=2), Cell(LONG * 2, bullets=("ข้อย่อย ก", "ข้อย่อย ข")), Cell("O12"))),
        Row((Cell("แนวที่ 2"), Cell("43"))),
    ),
    landscape=True,
)


def document(*blocks, **changes):
    plain = Document(
        title="รายงานตัวอย่าง พ.ศ. 2565",
        language="th",
        author="หน่วยงานตัวอย่าง",
        subject="ผลการประเมิน",
        header="หัวกระดาษ",
        footer="ท้ายกระดาษ",
        made_at=datetime(2026, 11, 22, 2, 0, tzinfo=UTC),
        keep_whole=("ข้อเสนอแนะ", "อิเล็กทรอนิกส์", "ปีงบประมาณ"),
        blocks=blocks,
    )
    return replace(plain, **changes)


def full_document(**changes):
    return document(
        Cover("รายงานตัวอย่าง\nพ.ศ. 2565", ("หน่วยงานตัวอย่าง", "")),
        Contents("สารบัญ"),
        Heading("ผลในภาพรวม", 1),
        Paragraph("ได้ 98.79 คะแนน", "lead"),
        Paragraph(LONG),
        Paragraph("sha256:0123456789abcdef", "note", verbatim=True),
        Heading("รายละเอียด", 3),
        Bullets((INJECTION, "ข้อที่ 2")),
        SCORES,
        Figure("คะแนนรายด้าน", CHART, "ด้านที่ 1 ได้ 98.50", narrow=CHART),
        Signature(("(นางสาวตัวอย่าง ใจดี)", "ผู้อำนวยการ")),
        PageBreak(),
        Heading("มาตรการ", 1),
        MEASURES,
        Paragraph("จบ"),
        **changes,
    )


def squeezed(text):
    return re.sub(r"\s", "", text)


def read_pdf(content, *, squeeze=True):
    """The words of a PDF, as the programs find them that look for words."""
    told = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True)
    text = told.stdout.decode()
    return squeezed(text) if squeeze else text
