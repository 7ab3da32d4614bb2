"""Where a text names a year: fiscal years, stretches of months, and years beside a result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.core.days import OCTOBER
from prongsai.core.thai import ERA, MONTHS, SHORT_MONTHS

_ERA_MARK = r"(?:\(?\s*(?:พ\.?\s*ศ\.?|ค\.?\s*ศ\.?|B\.?\s*E\.?|C\.?\s*E\.?|A\.?\s*D\.?)\s*\)?)?"
_YEAR = r"(?<![0-9])(?:[0-9]{4}|[0-9]{2})(?![0-9]|[.,][0-9])"
_TO = r"(?:-|–|—|/|ถึง|to|until)"
_COUNTED = r"(?!\s*(?:ล้าน|บาท|โครงการ|คน|ข้อ|แห่ง|ราย|กิจกรรม|วัน|เดือน|ครั้ง|เรื่อง|ตัวชี้วัด|%|per cent))"
_MARKS = (
    r"ปี\s*งบ\s*ประมาณ|ปี\s*งบ(?:ฯ)?|งบประมาณ\s*ปี|ไตรมาส(?:ที่)?\s*[1-4]\s*/"
    r"|fiscal\s+years?(?:\s+of)?|budget\s+years?|\bFY"
)
_FISCAL = re.compile(
    rf"(?:{_MARKS})\s*{_ERA_MARK}\s*(?P<first>{_YEAR}){_COUNTED}"
    rf"(?P<more>(?:\s*(?:{_TO}|และ|กับ|,|and)\s*{_ERA_MARK}\s*{_YEAR}{_COUNTED})*)",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    rf"(?:(?<!การ)ประจำปี|(?<!ครึ่ง)ปี|พ\.?\s*ศ\.?|\bITA|Online|ผลการประเมิน|B\.\s*E\.|\bin|\bof)"
    rf"\s*{_ERA_MARK}\s*\)?\s*(?P<first>(?<![0-9])[0-9]{{4}}(?![0-9]))(?P<more>)",
    re.IGNORECASE,
)
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_EARLIEST, _LAST_COMMON, _LATEST = 2400, 2200, 2700
_CENTURY = 2500


@dataclass(frozen=True, slots=True)
class Mention:
    """years      fiscal years (B.E.) that are named, or that a stretch of time covers.
    is_fiscal  whether the text calls it a fiscal year or a stretch of time; else it is only a year.
    """

    years: tuple[int, ...]
    start: int
    end: int
    is_fiscal: bool


def mentions(text: str) -> Iterator[Mention]:
    """Find every mention of a year in a searchable text, each place once."""
    taken: list[tuple[int, int]] = []
    for pattern, read, is_fiscal in _READERS:
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(start < last and first < end for first, last in taken):
                continue
            years = read(found)
            if years:
                taken.append((start, end))
                yield Mention(years, start, end, is_fiscal)


def _named(found: re.Match[str]) -> tuple[int, ...]:
    first = found["first"]
    years = [_buddhist(first)]
    for joint, typed in re.findall(rf"({_TO}|และ|กับ|,|and)[^0-9]*([0-9]+)", found["more"], re.IGNORECASE):
        year = _buddhist(typed) if len(typed) == len(first) else None
        last = years[-1]
        if year is not None and last is not None and re.fullmatch(_TO, joint, re.IGNORECASE):
            years.extend(range(last + 1, year))
        years.append(year)
    return tuple(year for year in years if year is not None)


def _buddhist(typed: str) -> int | None:
    """A typed year in the Buddhist era; None if it can hardly be a year."""
    year = int(typed)
    if len(typed) == len("65"):
        return _CENTURY + year
    if year < _LAST_COMMON:
        year += ERA
    return year if _EARLIEST < year < _LATEST else None


def _month_names() -> str:
    """A pattern of every way to write a month: long, short with or without its points, English."""
    short = [r"\.?\s?".join(name.rstrip(".").split(".")) + r"\.?" for name in SHORT_MONTHS]
    return "|".join([*MONTHS, *short, *(rf"{name}[a-z]*\.?" for name in _ENGLISH)])


_DAY = r"(?:[0-9]{1,2}\s*)?"
_PERIOD = re.compile(
    rf"{_DAY}(?P<from_month>{_month_names()})(?:\s*{_ERA_MARK}\s*(?P<from_year>{_YEAR}))?\s*{_TO}"
    rf"\s*(?:วันที่\s*)?{_DAY}(?P<to_month>{_month_names()})\s*{_ERA_MARK}\s*(?P<to_year>{_YEAR})",
    re.IGNORECASE,
)


def _covered(found: re.Match[str]) -> tuple[int, ...]:
    """The fiscal years that a stretch of months covers."""
    last = _buddhist(found["to_year"])
    first = _buddhist(found["from_year"]) if found["from_year"] else last
    if first is None or last is None:
        return ()
    starts = first + (_month(found["from_month"]) >= OCTOBER)
    ends = last + (_month(found["to_month"]) >= OCTOBER)
    return tuple(range(starts, ends + 1))


def _month(typed: str) -> int:
    letters = re.sub(r"[\s.]", "", typed)
    for names in (MONTHS, [name.replace(".", "") for name in SHORT_MONTHS]):
        if letters in names:
            return names.index(letters) + 1
    return _ENGLISH.index(letters[:3].lower()) + 1


_READERS = ((_PERIOD, _covered, True), (_FISCAL, _named, True), (_PLAIN, _named, False))
