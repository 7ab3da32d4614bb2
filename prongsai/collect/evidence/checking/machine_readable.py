"""Can a machine reuse it? Tables as a page or a spreadsheet, beside any PDF; text that is text."""

from __future__ import annotations

from prongsai.collect.evidence.checking.found import Found, failed, passed, unsure
from prongsai.collect.evidence.checking.shown import Look
from prongsai.collect.evidence.checking.verdict import Answer
from prongsai.collect.evidence.reading.content import Kind
from prongsai.core.framework import Evidence
from prongsai.core.text import Text

_OF_TABLES = {Evidence.REPORT, Evidence.STATISTICS, Evidence.PLAN}
_SHEETS = {Kind.XLSX, Kind.ODS, Kind.CSV, Kind.JSON}
_PAGES = 2  # pictures that are pages
_SAID = 100  # letters beside them that are more than a title
_SHEET_ENDS = (".csv", ".xlsx", ".ods", ".json")


def machine_readable(look: Look) -> Found:
    content = look.content
    if content.scanned_pages and len(content.scanned_pages) * 2 >= max(content.pages, 1):
        return failed(_SCANNED.fill(count=len(content.scanned_pages), pages=max(content.pages, 1)))
    if content.kind is Kind.PICTURE:
        return failed(_PICTURE)
    if content.kind in _SHEETS:
        return passed(_SHEET)
    if look.item.evidence not in _OF_TABLES:
        return Found(Answer.NOT_APPLICABLE, _NO_TABLES_ASKED)
    return _table(look)


def _table(look: Look) -> Found:
    content = look.content
    if beside := _beside(look):
        return passed(_BESIDE.fill(name=beside))
    if content.kind in (Kind.HTML, Kind.DOCX) and content.tables:
        return passed(_TABLE, content.tables[0].place)
    if content.kind is Kind.HTML and _is_of_pictures(look):
        return failed(_PICTURE, content.pictures[0].place)
    return unsure(_PDF_ALONE if content.kind in (Kind.PDF, Kind.OLD_OFFICE) else _NO_TABLE)


def _is_of_pictures(look: Look) -> bool:
    """Several pictures without words, and next to no text: pages of paper that were photographed."""
    content = look.content
    said = sum(len(block.text) for block in content.blocks if not block.level)
    wordless = [each for each in content.pictures if not (each.alt or "").strip()]
    return len(wordless) >= _PAGES and said < _SAID and not content.links


def _beside(look: Look) -> str:
    """A spreadsheet or a page with a table among the item's other links, or one that the page links to."""
    for shown in look.beside:
        is_table = shown.content.kind in _SHEETS or (
            shown.content.kind is Kind.HTML and bool(shown.content.tables)
        )
        if is_table and shown.address != look.shown.address:
            return shown.address
    for link in look.content.links:
        if link.address.lower().partition("?")[0].endswith(_SHEET_ENDS):
            return link.text or link.address
    return ""


_SCANNED = Text(
    "เป็นภาพสแกน {count} จาก {pages} หน้า ค้นหา คัดลอก และอ่านออกเสียงไม่ได้ โปรดแสดงไฟล์ที่บันทึกจากโปรแกรมโดยตรง",
    "{count} of {pages} pages are pictures of text: nobody can search or copy them. Show the file itself.",
)
_PICTURE = Text(
    "เป็นรูปภาพ ค้นหา คัดลอก และอ่านออกเสียงไม่ได้ โปรดแสดงเป็นข้อความด้วย",
    "It is a picture: nobody can search, copy or listen to it. Show it as text too.",
)
_SHEET = Text("เป็นไฟล์ข้อมูลที่นำไปใช้ต่อได้", "It is a file of data that can be used again.")
_NO_TABLES_ASKED = Text("ข้อนี้ไม่ต้องแสดงเป็นตารางข้อมูล", "The item asks for no table of data.")
_BESIDE = Text("มีข้อมูลที่นำไปใช้ต่อได้ที่ {name}", "Data that can be used again lie at {name}.")
_TABLE = Text("เป็นตารางที่นำไปใช้ต่อได้", "It is a table that can be used again.")
_PDF_ALONE = Text(
    "มีเพียงไฟล์ PDF หรือไฟล์รุ่นเก่า โปรดเพิ่มไฟล์ CSV หรือ XLSX ของตารางเดียวกันไว้คู่กัน",
    "There is only a PDF or an old kind of file. Put the CSV or XLSX of the same table beside it.",
)
_NO_TABLE = Text("ไม่พบตารางข้อมูลในหน้านี้ โปรดเปิดดูด้วยตนเอง", "No table of data on the page. Look yourself.")
