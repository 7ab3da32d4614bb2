"""Why something that was not found may be there all the same: pictures of text, files not looked at."""

from __future__ import annotations

import re

from prongsai.collect.evidence.checking.gone import has_frames, may_be_made_later
from prongsai.collect.evidence.checking.shown import Look, files_beside, letters
from prongsai.collect.evidence.reading.content import Kind
from prongsai.core.naming import joined
from prongsai.core.text import Text

_FEW = 300  # letters of a page whose pictures may say the rest
_PROMISE = 120  # letters of a page that says only that it is being prepared
_NONE = 60  # letters of a page that scripts have yet to write
_UNREAD = {Kind.PICTURE, Kind.OLD_OFFICE, Kind.ARCHIVE, Kind.UNKNOWN}


_PREPARED = re.compile(
    r"(?:อยู่)?ระหว่าง(?:การ)?(?:ปรับปรุง|จัดทำ|ดำเนินการ(?:จัดทำ|ปรับปรุง)|รวบรวม)|กำลัง(?:ปรับปรุง|จัดทำ)"
    r"|under construction|coming soon",
    re.IGNORECASE,
)


def is_promised(look: Look) -> bool:
    """A page that says little more than that it is being prepared."""
    content = look.content
    shows = content.tables or content.links or content.pictures or content.takes_text
    texts = [block.text for block in content.blocks if not block.level]
    is_slight = content.kind is Kind.HTML and not shows and sum(map(len, texts)) < _PROMISE
    return is_slight and any(_PREPARED.search(text) for text in texts)


def why_unsure(look: Look, *, are_files_no_help: bool = False) -> Text | None:
    """Why a thing that was not found is no fail; None if all of the content was read.

    are_files_no_help   pictures and files beside it change nothing: a year was found, and only another one.
    """
    content = look.content
    if content.unreadable is not None:
        return joined([content.unreadable, _LOOK])
    if content.kind in _UNREAD:
        return _UNREAD_KIND
    return None if are_files_no_help else _elsewhere(look)


def _elsewhere(look: Look) -> Text | None:
    content = look.content
    if content.scanned_pages:
        return _SCANNED.fill(pages=", ".join(str(page) for page in content.scanned_pages[:5]))
    if not content.is_whole:
        return joined([*content.left_out, _LOOK])
    files = [link.text or link.address for link in files_beside(look)]
    if files:
        return _FILES.fill(count=len(files), first=files[0][:60])
    return _PICTURES if content.kind is Kind.HTML and _is_slight(look) else None


def _is_slight(look: Look) -> bool:
    """Little text beside pictures without words, frames, or scripts that may write the rest."""
    own = letters(look.content)
    wordless = any(not (picture.alt or "").strip() for picture in look.content.pictures)
    return own < _FEW and (wordless or has_frames(look) or (own < _NONE and may_be_made_later(look)))


_LOOK = Text("โปรดเปิดดูด้วยตนเอง", "Look at it yourself.")
_UNREAD_KIND = Text(
    "ไฟล์ชนิดนี้เครื่องอ่านข้อความไม่ได้ โปรดเปิดดูด้วยตนเอง และควรแสดงเป็น PDF หรือหน้าเว็บ",
    "The text of a file of this kind cannot be read. Look yourself; better show it as PDF or as a page.",
)
_SCANNED = Text(
    "แต่หน้า {pages} เป็นภาพสแกน เครื่องอ่านไม่ได้ โปรดเปิดดูด้วยตนเอง",
    "Page(s) {pages} are pictures of text and were not read. Look yourself.",
)
_FILES = Text(
    "แต่อาจอยู่ในไฟล์ที่ลิงก์ไว้ {count} ไฟล์ (เช่น “{first}”) ซึ่งยังไม่ได้ตรวจ โปรดเพิ่มลิงก์ของไฟล์",
    "But {count} linked file(s) (such as “{first}”) were not looked at. Give their links too.",
)
_PICTURES = Text(
    "แต่อาจอยู่ในรูปภาพหรือส่วนที่ฝังไว้ซึ่งเครื่องอ่านไม่ได้ โปรดเปิดดูด้วยตนเอง",
    "It may be in a picture or an embedded part that cannot be read. Look yourself.",
)
