"""Thai text, digits and days as people type them. Buddhist-era years on paper, ISO dates in data."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date

from prongsai.core.codes import THAI_DIGITS

ERA = 543  # years from the Common to the Buddhist era
_CENTURY = 2500  # what two figures of a year leave out
_LAST_COMMON = 2400  # a later year is one of the Buddhist era
MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_YEARS = re.compile(r"(?:ตลอด)?(?:ปีงบประมาณ|fiscalyear)(?:พ\.?ศ\.?|b\.?e\.?)?(\d{4})")
_NUMBERS = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})")
_NAMED = re.compile(r"(?:วันที่)?(\d{1,2})?([^\W\d][^\d]*?)(?:พ\.?ศ\.?|b\.?e\.?)?(\d{2}|\d{4})?")
_TO = re.compile(r"\s*(?:[–—~]|ถึง|\bto\b|(?<=\s)-(?=\s)|(?<=[^\d\s])-|-(?=[^\d\s]))\s*")


def arabic(text: str) -> str:
    """Thai digits as Arabic ones."""
    return text.translate(THAI_DIGITS)


def plain(text: str) -> str:
    """Bring texts that a reader takes for the same to one form: no space, no case, Arabic digits, one ำ."""
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    text = text.replace("\u0e4d\u0e32", "\u0e33")  # ำ typed in two pieces
    return "".join(arabic(text).casefold().split())


def day(typed: str, *, at_end: bool = False) -> date | None:
    """Read a day: ISO, `1/10/2565`, `1 ต.ค. 65`, `1 ตุลาคม 2565`, or a month alone.

    at_end   of a month alone take the last day, not the first.
    returns  None if it is not a day. Years of two figures are of the Buddhist era.
    """
    text = plain(typed)
    if found := _NUMBERS.fullmatch(text):
        year, month, number = found[1] or found[6], found[2] or found[5], found[3] or found[4]
        return _date(_year(year), int(month), int(number))
    found = _NAMED.fullmatch(text)
    if not found or not found[3] or not (month_number := _month(found[2])):
        return None
    if len(found[3]) < len("2022") and found[2].isascii():  # "Oct 22" may be a day or either era
        return None
    year_ce = _year(found[3])
    last = monthrange(year_ce, month_number)[1]
    return _date(year_ce, month_number, int(found[1] or (last if at_end else 1)))


def period(typed: str) -> tuple[date, date] | None:
    """Read a stretch of time: `ต.ค. 65 – ก.ย. 66`, `ต.ค. – ธ.ค. 65`, `ปีงบประมาณ 2566`, a month, or a day.

    returns  first and last day, both included; None if it is not a period.
    """
    if found := _YEARS.fullmatch(plain(typed)):
        year = _year(found[1])
        return date(year - 1, 10, 1), date(year, 9, 30)
    first, *rest = _TO.split(arabic(typed.strip()), maxsplit=1)
    last = rest[0] if rest else first
    ends_on = day(last, at_end=True)
    starts_on = day(first) or (day(f"{first} {_typed_year(last)}") if rest else None)
    if starts_on is None or ends_on is None or ends_on < starts_on:
        return None
    return starts_on, ends_on


def _typed_year(text: str) -> str:
    found = re.search(r"(\d{4}|\d{2})\s*$", text)
    return found[1] if found else ""


def _year(typed: str) -> int:
    year = int(typed)
    if len(typed) < len("2565"):
        year += _CENTURY
    return year - ERA if year > _LAST_COMMON else year


def _month(typed: str) -> int | None:
    names = [[plain(name) for name in group] for group in (MONTHS, SHORT_MONTHS)]
    names.append([plain(name).replace(".", "") for name in SHORT_MONTHS])
    for group in names:
        if typed in group:
            return group.index(typed) + 1
    short = typed.rstrip(".")[:3]
    return _ENGLISH.index(short) + 1 if typed.isascii() and short in _ENGLISH else None


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
