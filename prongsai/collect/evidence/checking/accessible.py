"""Can everybody use the page? What can be told from the page alone, and what a browser told of it."""

from __future__ import annotations

import re

from prongsai.collect.evidence.checking.contrast import CONTRAST, poor_contrast
from prongsai.collect.evidence.checking.found import Found, failed, passed
from prongsai.collect.evidence.checking.shown import Look
from prongsai.collect.evidence.checking.verdict import Answer
from prongsai.collect.evidence.reading.content import Content, Kind
from prongsai.core.naming import joined
from prongsai.core.text import Text

_EMPTY_WORDS = re.compile(
    r"[\s>»›.…]*(?:คลิก(?:ที่นี่|ที่นี้|เลย|ดู|เพื่อดู)?|กดที่นี่|ที่นี่|อ่านต่อ|อ่านเพิ่มเติม|ดูเพิ่มเติม|ดาวน์โหลด|click(?: here)?"
    r"|here|read more|more|download|link)[\s<«‹.…!]*",
    re.IGNORECASE,
)
_LONG = 8  # blocks that ask for a heading


def accessible(look: Look) -> Found:
    """Fails with every fault named; PDFs are told of their scans only."""
    content = look.content
    if content.kind is Kind.PICTURE or (content.kind is Kind.PDF and content.scanned_pages):
        return failed(_SCANNED)
    if content.kind is not Kind.HTML:
        return Found(Answer.NOT_APPLICABLE, _NO_PAGE)
    faults = _faults(look.shown.content.language, content)
    ratio = poor_contrast(look.shown.fetched.body)
    faults += [_CONTRAST.fill(ratio=f"{ratio:.1f}", least=CONTRAST)] if ratio else []
    faults += look.facts.barriers.get(look.shown.fetched.sha256, ())
    if not faults:
        return passed(_GOOD)
    return failed(joined(faults))


def _faults(language: str, content: Content) -> list[Text]:
    faults = [] if language else [_LANGUAGE]
    without = [picture for picture in content.pictures if picture.alt is None]
    if without:
        faults.append(_ALT.fill(count=len(without), place=without[0].place))
    headless = [
        table for table in content.tables if len(table.rows) > 1 and not (table.heads and table.is_marked)
    ]
    if headless:
        faults.append(_HEADS.fill(count=len(headless), place=headless[0].place))
    if len(content.blocks) >= _LONG and not any(block.level for block in content.blocks):
        faults.append(_HEADINGS)
    empty = [link for link in content.links if _EMPTY_WORDS.fullmatch(link.text)]
    if empty:
        faults.append(_LINKS.fill(count=len(empty), words=empty[0].text.strip()))
    return faults


_NO_PAGE = Text("ตรวจเฉพาะหน้าเว็บ", "Only pages of the site are asked this.")
_SCANNED = Text(
    "เป็นภาพสแกน ผู้ใช้โปรแกรมอ่านหน้าจอจะอ่านไม่ได้ โปรดแสดงไฟล์ที่เป็นข้อความ",
    "It is a picture of text that no screen reader can read. Show it as text.",
)
_GOOD = Text("ไม่พบข้อบกพร่องที่ตรวจได้จากหน้าเว็บ", "No fault that can be told from the page alone.")
_LANGUAGE = Text(
    'หน้าไม่ระบุภาษา โปรดใส่ lang="th"', 'The page does not say its language. Put lang="th" into it.'
)
_ALT = Text(
    "รูปภาพ {count} รูปไม่มีคำอธิบาย (alt) เช่น ที่{place}",
    "{count} picture(s) have no words (alt), the first at {place}.",
)
_HEADS = Text(
    "ตาราง {count} ตารางไม่มีแถวหัวตาราง เช่น {place}",
    "{count} table(s) have no row of heads, the first at {place}.",
)
_HEADINGS = Text("หน้าไม่มีหัวข้อ โปรดใช้หัวข้อ (h1–h3)", "The page has no headings. Use h1 to h3.")
_LINKS = Text(
    "ลิงก์ {count} แห่งมีเพียงคำว่า “{words}” โปรดเขียนว่าลิงก์ไปที่ใด",
    "{count} link(s) only say “{words}”. Say where they lead.",
)
_CONTRAST = Text(
    "สีตัวอักษรกับพื้นหลังใกล้กันเกินไป (ความต่าง {ratio} ต้องไม่น้อยกว่า {least})",
    "Letters and ground are too alike (contrast {ratio}, at least {least} is needed).",
)
