"""What all prints of a survey share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from prongsai.core.days import written_day
from prongsai.core.framework import Instrument
from prongsai.core.text import Language, Text
from prongsai.documents.papers import Imprint

PROMISE = Text(
    "ไม่มีใครรู้ได้ว่าใครตอบอะไร แม้ผู้ที่มีฐานข้อมูลทั้งหมดอยู่ในมือ",
    "Nobody can learn who answered what, not even someone who holds the whole database.",
)
_TITLE = Text(
    "แบบวัด{name} ({short}) ปีงบประมาณ พ.ศ. {year_be}", "{name} ({short}), fiscal year B.E. {year_be}"
)
# Compounds that read badly when a line ends within them.
KEEP_WHOLE = (
    "ปีงบประมาณ", "งบประมาณ", "ผู้มีส่วนได้ส่วนเสีย", "คิวอาร์โค้ด", "ฐานข้อมูล", "ผู้บริหาร", "ผู้ดูแลระบบ", "บุคลากร",
    "ข้าราชการ", "ลูกจ้าง", "ผู้รับบริการ", "ผู้มาติดต่อ", "ผู้สัมภาษณ์", "สัมภาษณ์", "เจ้าหน้าที่", "ข้อเสนอแนะ", "คอมพิวเตอร์",
    "โทรศัพท์", "เครื่องพิมพ์", "โปร่งใส", "กุญแจ", "อย่างน้อย", "ผู้ปฏิบัติงาน", "ทรัพย์สิน", "บริการ", "พวกพ้อง",
    "มากน้อยเพียงใด", "เพียงใด", "เท่านั้น", "หรือไม่", "ผู้เดียว", "ภายใน", "ภายนอก", "เมื่อใดก็ได้", "เท่าใด", "มากที่สุด",
    "เหมือนกัน", "สองคน", "รหัสใด", "คาดว่า",
)  # fmt: skip


def imprint(title: str, office: Text, language: Language) -> Imprint:
    return Imprint(title=title, author=office.in_(language), language=language, keep_whole=KEEP_WHOLE)


def survey_title(instrument: Instrument, year_be: int) -> Text:
    """Name a survey as prints do: what it asks about, its short name, its year."""
    return _TITLE.fill(name=instrument.name, short=instrument.short, year_be=year_be)


def all_in(texts: Iterable[Text], language: Language) -> tuple[str, ...]:
    return tuple(text.in_(language) for text in texts)


def shown(address: str) -> str:
    """Give an address as short as a browser takes it."""
    return address.removeprefix("https://").rstrip("/")


def closing(closes_on: date, language: Language) -> str:
    day = written_day(closes_on, language)
    return Text(f"ตอบได้ถึงวันที่ {day}", f"Answer by {day}").in_(language)
