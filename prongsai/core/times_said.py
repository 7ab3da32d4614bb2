"""The times that a text speaks of: fiscal years, plans over years, months and days, in both eras and digits.

`thai.period` reads one time that somebody typed into a field; this finds every time in running text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from prongsai.core.days import MONTHS_EN, fiscal_bounds
from prongsai.core.spelling import mend
from prongsai.core.thai import ERA, MONTHS, arabic


class Kind(StrEnum):
    FISCAL = "fiscal"  # "ปีงบประมาณ พ.ศ. 2565"
    YEAR = "year"  # "ประจำปี 2565": a fiscal year in most mouths; its bounds are those of a fiscal year
    CALENDAR = "calendar"  # "ปีปฏิทิน 2565"
    ACADEMIC = "academic"  # "ปีการศึกษา 2564", May to April
    MONTHS = "months"  # a month, or a stretch of months
    DAYS = "days"  # a day, or a stretch of days
    LAW = "law"  # the year of a law: no time that the text is about


@dataclass(frozen=True, slots=True)
class Said:
    """A time as it stands in a text. Both days included.

    years   how many years were named: "2566–2570" are five.
    at      where it begins in `prepared(text)`.
    """

    kind: Kind
    starts_on: date
    ends_on: date
    words: str
    at: int
    years: int = 1

    def covers(self, first: date, last: date) -> bool:
        return self.starts_on <= first and last <= self.ends_on

    def touches(self, first: date, last: date) -> bool:
        return self.starts_on <= last and first <= self.ends_on


_LEAST, _MOST = 2480, 2680  # years B.E. that a text may speak of
_LEAST_CE, _MOST_CE = 1950, 2137
_CENTURY = 2500
_SHORTS = (
    r"ม\.?\s?ค", r"ก\.?\s?พ", r"มี\.?\s?ค", r"เม\.?\s?ย", r"พ\.?\s?ค", r"มิ\.?\s?ย",
    r"ก\.?\s?ค", r"ส\.?\s?ค", r"ก\.?\s?ย", r"ต\.?\s?ค", r"พ\.?\s?ย", r"ธ\.?\s?ค",
)  # fmt: skip
_MONTH = "|".join(
    f"(?P<m{number}>{name}|(?<![ก-ฮะ-์])(?:{short}\\.|{dotted}(?![ก-ฮะ-์]))|{english}"
    f"|{english[:3]}(?:\\.|(?=[\\s'-]*\\d|\\s*[–-]\\s*[A-Z][a-z]))|(?<=\\d[\\s-]){english[:3]})"
    for number, (name, short, english, dotted) in enumerate(
        zip(MONTHS, _SHORTS, MONTHS_EN, (short.replace("?", "", 1) for short in _SHORTS), strict=True),
        start=1,
    )
).replace("|May|", "|May(?=\\s*\\d{4})|")
_ERA = r"(?P<{0}>พ\.?\s?ศ\.?|พุทธศักราช|B\.?\s?E\.?|ค\.?\s?ศ\.?|คริสต์ศักราช|A\.?\s?D\.?)?"
_FISCAL = r"(?:ป[ีิ]?\s?งบ(?:\s?ประม[าำ]?ณ)?|งบประมาณ(?:รายจ่าย)?(?:ประจำ)?\s?ปี|[Ff]iscal\s+[Yy]ears?|\bFY\.?)"
_YEAR_WORD = r"(?:ปีการศึกษา|ปีปฏิทิน|ปี|[Yy]ears?\b)"
_TOKEN = re.compile(
    r"(?P<iso>(?<![\d-])(?:19|20)\d{2}-\d{2}-\d{2}(?![\d-]))"
    r"|(?P<number>(?<![\d/.-])\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?![\d/-]))"
    rf"|(?:(?<![\d.,/-])(?P<day>\d{{1,2}})(?:\s*|\s+เดือน\s*))?(?:{_MONTH})"
    rf"(?:\s*(?:,\s*)?{_ERA.format('month_era')}\s*'?(?P<month_year>\d{{4}}|\d{{2}})(?![\d/,]|\.\d|\s*น\.))?"
    rf"|(?P<fiscal>{_FISCAL})\s*{_ERA.format('fiscal_era')}\s*(?P<fiscal_year>\d{{4}}|\d{{2}})(?!\d|,\d|\.\d)"
    rf"|(?P<word>{_YEAR_WORD})?\s*{_ERA.format('year_era')}\s*(?<![\d,/])(?<!\d\.)(?<!(?<!\d{{4}})-)(?P<year>\d{{4}})"
    r"(?!\d|,\d|\.\d|-\d{3}(?!\d)|-\d(?!\d))"
)
_HINT = re.compile(rf"\d|{_MONTH}")  # most pieces of a text have neither, and so speak of no time
_TO = re.compile(r"\s*\)?\s*(?:[–—~−-]|ถึง|\bto\b|จนถึง)\s*(?:วันที่\s*|เดือน\s*|สิ้น\s*|ปี\s*)?")
_SHORT_END = re.compile(r"\s*[–—~−/-]\s*(\d{2})(?!\d)")
_COUNTED = re.compile(r"\s*(?:คน|บาท|ราย|แห่ง|ฉบับ|เรื่อง|หน้า|ครั้ง|ชุด|โรง|คัน|ไร่|ตัว|เล่ม|เครื่อง|ชั่วโมง)")
_LAW = re.compile(
    r"(?:พระราชบัญญัติ|พ\.\s?ร\.\s?บ\.|พระราชกฤษฎีกา|พระราชกำหนด|รัฐธรรมนูญ|กฎกระทรวง|ระเบียบ|ข้อบังคับ|ประมวล"
    r"|ประกาศ|คำสั่ง|มติ|ฉบับที่|แก้ไขเพิ่มเติม|มาตรา|\bAct\b|Regulation)"
)
_ABOUT = re.compile(r"ประจำ|ปีงบ|แผน(?:ปฏิบัติ|พัฒนา|การ)|รายงาน|ผลการดำเนิน|สถิติ|กิจกรรม|โครงการ|นโยบาย")
_CELL = 200  # letters of a cell of a table
_LAW_REACH = 90  # letters before its year in which a law says that it is one


def prepared(text: str) -> str:
    """Bring a text to the form in which times are looked for."""
    return arabic(mend(text))


def said(text: str) -> tuple[Said, ...]:
    """Every time of a text, in its order. Months without a year are left out: see `months`."""
    return tuple(each for each, _ in _told(text) if each is not None)


def months(text: str, first: date, last: date, *, is_single: bool = False) -> frozenset[date]:
    """First days of the months from `first` to `last` that a text names or covers by a stretch of time.

    A month without a year is taken to be of that time.

    is_single   only months that are named each by itself, and no days in them.
    """
    wanted = months_of(first, last)
    found: set[date] = set()
    for each, bare in _told(text):
        if each is not None and _counts(each, is_single=is_single):
            found |= {month for month in wanted if each.touches(month, _month_end(month))}
        if len(bare) == 1 or not is_single:
            found |= {month for month in wanted if month.month in bare}
    return frozenset(found)


def _counts(what: Said, *, is_single: bool) -> bool:
    if is_single:
        return what.kind is Kind.MONTHS and what.ends_on == _month_end(what.starts_on)
    return what.kind in (Kind.MONTHS, Kind.DAYS)


def months_of(first: date, last: date) -> tuple[date, ...]:
    """First day of each month from one day to another."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    return tuple(date((start + n) // 12, (start + n) % 12 + 1, 1) for n in range(max(count, 0)))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A time, or a month (1-12) without its year."""

    begins: int
    ends: int
    said: Said | None = None
    month: int = 0


_Found = tuple[Said | None, frozenset[int]]


def _told(text: str) -> tuple[_Found, ...]:
    return _told_of_cell(text) if len(text) <= _CELL else tuple(_joined(prepared(text)))


@lru_cache(maxsize=4096)
def _told_of_cell(text: str) -> tuple[_Found, ...]:
    """The cells of a column often say the same."""
    return tuple(_joined(prepared(text)))


def _joined(text: str) -> Iterator[_Found]:
    """Times, two that a dash joins as one; and the numbers of months that have no year."""
    pieces = list(_pieces(text))
    index = 0
    while index < len(pieces):
        here = pieces[index]
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        one = _together(text, here, after) if after and _TO.fullmatch(text, here.ends, after.begins) else None
        yield one or (here.said, frozenset({here.month} if here.month else ()))
        index += 2 if one else 1


def _together(text: str, first: _Piece, last: _Piece) -> _Found | None:
    if first.month and last.month:
        return None, frozenset(_around(first.month, last.month))
    if last.said is None:
        return None
    start = first.said.starts_on if first.said else _before(first.month, last.said.starts_on)
    kinds = {first.said.kind if first.said else Kind.MONTHS, last.said.kind}
    if last.said.ends_on <= start or (Kind.LAW in kinds and len(kinds) > 1):
        return None
    kind = next((each for each in (Kind.FISCAL, Kind.DAYS, Kind.MONTHS) if each in kinds), last.said.kind)
    return Said(
        Kind.YEAR if kind is Kind.LAW else kind,
        start,
        last.said.ends_on,
        text[first.begins : last.ends].strip(),
        first.begins,
        max(1, round((last.said.ends_on - start).days / 365.25)),
    ), frozenset()


def _around(first: int, last: int) -> Iterator[int]:
    yield from ((first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1))


def _before(month: int, ends_in: date) -> date:
    """The last month of that number before another."""
    return date(ends_in.year - (month > ends_in.month), month, 1)


def _pieces(text: str) -> Iterator[_Piece]:
    if _HINT.search(text) is None:
        return
    for found in _TOKEN.finditer(text):
        if found["iso"] or found["number"]:
            day = _numbered(found[0])
            yield from ([_Piece(found.start(), found.end(), _day(found, day))] if day is not None else [])
        elif found["fiscal"]:
            yield from _years(text, found, found["fiscal_year"], found["fiscal_era"] or "", Kind.FISCAL)
        elif found["year"]:
            yield from _years(text, found, found["year"], found["year_era"] or "", _kind(text, found))
        else:
            yield from _month(found)


def _numbered(typed: str) -> date | None:
    numbers = [int(number) for number in re.split("[/.-]", typed)]
    year, month, day = numbers if numbers[0] > _LEAST_CE else reversed(numbers)
    is_short = year < 100  # noqa: PLR2004  # two figures
    year_be = year + _CENTURY if is_short else year if year >= _LEAST else year + ERA
    return _date(year_be, month, day)


def _date(year_be: int, month: int, day: int) -> date | None:
    if not _LEAST <= year_be <= _MOST:
        return None
    try:
        return date(year_be - ERA, month, day)
    except ValueError:
        return None


def _day(found: re.Match[str], day: date) -> Said:
    return Said(Kind.DAYS, day, day, found[0].strip(), found.start())


def _month(found: re.Match[str]) -> Iterator[_Piece]:
    number = next(n for n in range(1, 13) if found[f"m{n}"])
    year_be = _year_be(
        found["month_year"] or "", found["month_era"] or "", is_english=found[f"m{number}"].isascii()
    )
    begins, ends = found.span()
    if year_be is None:
        if not found["day"]:
            yield _Piece(begins, found.end(f"m{number}"), month=number)
        return
    first = date(year_be - ERA, number, 1)
    words = found[0].strip()
    day = _date(year_be, number, int(found["day"])) if found["day"] else None
    if day is not None:
        yield _Piece(begins, ends, Said(Kind.DAYS, day, day, words, begins))
    else:
        yield _Piece(begins, ends, Said(Kind.MONTHS, first, _month_end(first), words, begins))


def _month_end(first: date) -> date:
    return date(first.year, first.month, monthrange(first.year, first.month)[1])


def _year_be(typed: str, era: str, *, is_english: bool) -> int | None:
    """Years of two figures are of the Buddhist era; of the Common Era only what says so or is in English."""
    if not typed:
        return None
    year = int(typed)
    if len(typed) == len("65"):
        return None if is_english else year + _CENTURY
    if _LEAST <= year <= _MOST:
        return year
    is_common = era.startswith(("ค", "A")) or (is_english and not era)
    return year + ERA if is_common and _LEAST_CE <= year <= _MOST_CE else None


def _years(text: str, found: re.Match[str], typed: str, era: str, kind: Kind) -> Iterator[_Piece]:
    word = found["fiscal"] or found["word"] or ""
    if not word and not era and _is_no_year(text, found):
        return
    year_be = _year_be(typed, era, is_english=word.isascii() and bool(word))
    if year_be is None or not _LEAST <= year_be <= _MOST:
        return
    begins = found.start() + len(found[0]) - len(found[0].lstrip())
    end, last = found.end(), year_be
    if short := _SHORT_END.match(text, end):  # "2566-70", and "2564/65"
        two = year_be // 100 * 100 + int(short[1])
        if year_be < two <= year_be + 20 and not re.match(r"\s*[-/]\d", text[short.end() :]):
            end, last = short.end(), two
    first_on, ends_on = _bounds(kind, year_be)[0], _bounds(kind, last)[1]
    kind = Kind.YEAR if kind is Kind.LAW and last > year_be else kind
    one = Said(kind, first_on, ends_on, text[begins:end], begins, last - year_be + 1)
    yield _Piece(begins, end, one)


def _is_no_year(text: str, found: re.Match[str]) -> bool:
    """Whether four bare figures belong to a telephone number, or count something."""
    before = re.search(r"(\d+)[\s)-]*$", text[max(0, found.start("year") - 8) : found.start("year")])
    is_called = before is not None and _year_be(before[1].zfill(4), "", is_english=False) is None
    return is_called or bool(_COUNTED.match(text, found.end()))


def _bounds(kind: Kind, year_be: int) -> tuple[date, date]:
    if kind is Kind.CALENDAR:
        return date(year_be - ERA, 1, 1), date(year_be - ERA, 12, 31)
    if kind is Kind.ACADEMIC:
        return date(year_be - ERA, 5, 1), date(year_be - ERA + 1, 4, 30)
    return fiscal_bounds(year_be)


def _kind(text: str, found: re.Match[str]) -> Kind:
    if found["word"] == "ปีการศึกษา":
        return Kind.ACADEMIC
    if found["word"] == "ปีปฏิทิน":
        return Kind.CALENDAR
    before = text[max(0, found.start() - _LAW_REACH) : found.start("year")].rpartition("\n")[2]
    laws = list(_LAW.finditer(before))
    if found["word"] or not laws or _ABOUT.search(before, laws[-1].end()):
        return Kind.YEAR
    return Kind.LAW
