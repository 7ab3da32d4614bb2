"""The poster of an open survey, in A4 and A3."""

from __future__ import annotations

from datetime import date

from prongsai.collect.surveys.printing import common
from prongsai.core.text import Language, Text
from prongsai.documents import posters
from prongsai.documents.qr import Qr

_HEADLINE = Text("ช่วยบอกเราว่าหน่วยงานนี้โปร่งใสเพียงใด", "Tell us how open and honest this office is")
_WHY = Text(
    "คำตอบของผู้รับบริการบอกได้ว่าหน่วยงานทำงานตรงไปตรงมาและเท่าเทียมเพียงใด และควรปรับปรุงเรื่องใด",
    "Your answers show whether the office works straight and treats all alike, and what it should improve.",
)
_WHY_STAFF = Text(
    "สำหรับบุคลากรของหน่วยงานซึ่งได้รับใบรหัส คำตอบของท่านบอกได้ว่าหน่วยงานทำงานตรงไปตรงมาเพียงใด และควรปรับปรุงเรื่องใด",
    "For staff of the office, who were given a slip with a code. Your answers show how straight the office "
    "works, and what it should improve.",
)
_ASK_STAFF = Text(
    "เตรียมใบรหัสของท่าน แล้วสแกนคิวอาร์โค้ด หรือเปิดหน้า", "Have your slip at hand; scan the picture, or open"
)
_ASK = Text("สแกนคิวอาร์โค้ดด้วยโทรศัพท์ หรือเปิดหน้า", "Scan the picture with a phone, or open")
_PROMISES = (
    Text(
        "ไม่ถามชื่อ ไม่ต้องเข้าสู่ระบบ และไม่เก็บเลขที่อยู่ของเครื่องที่ใช้ตอบ",
        "No name is asked, no sign-in is needed, and the address of your device is not kept.",
    ),
    common.PROMISE,
    Text("ผลจะเปิดดูได้หลังปิดรับคำตอบแล้วเท่านั้น", "Results can be seen only after the survey has closed."),
)
_PICTURE = Text("คิวอาร์โค้ดที่เปิดแบบสำรวจที่ {address}", "QR code that opens the survey at {address}")


def print_poster(
    *,
    address: str,
    office: Text,
    survey: Text,
    closes_on: date,
    paper: posters.Paper,
    language: Language = "th",
    has_english: bool = False,
    needs_code: bool = False,
) -> bytes:
    """Print the poster.

    has_english  a Thai one says the same in English, small, below.
    needs_code   it is for staff, who answer with the code of a slip.
    """
    title = f"{_HEADLINE.in_(language)}: {survey.in_(language)}"
    return posters.render(
        common.imprint(title, office, language),
        head=office.in_(language),
        wording=_wording(closes_on, language, needs_code=needs_code),
        second=_wording(closes_on, "en", needs_code=needs_code) if has_english and language == "th" else None,
        qr=Qr(address, _PICTURE.fill(address=address).in_(language)),
        address=common.shown(address),
        foot=survey.in_(language),
        paper=paper,
    )


def _wording(closes_on: date, language: Language, *, needs_code: bool) -> posters.Wording:
    return posters.Wording(
        headline=_HEADLINE.in_(language),
        why=(_WHY_STAFF if needs_code else _WHY).in_(language),
        ask=(_ASK_STAFF if needs_code else _ASK).in_(language),
        closing=common.closing(closes_on, language),
        promises=common.all_in(_PROMISES, language),
    )
