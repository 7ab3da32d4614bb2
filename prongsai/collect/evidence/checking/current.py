"""Is the content of the time that the item asks for? By what it says, never by the day of an upload."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from prongsai.collect.evidence.checking.found import Found, failed, passed, pieces, unsure
from prongsai.collect.evidence.checking.reach import why_unsure
from prongsai.collect.evidence.checking.shown import Look
from prongsai.collect.evidence.checking.verdict import Answer
from prongsai.collect.evidence.reading import places
from prongsai.collect.evidence.reading.content import Content
from prongsai.core.days import fiscal_bounds, fiscal_year
from prongsai.core.framework import Evidence, Period
from prongsai.core.text import Text
from prongsai.core.times_said import Kind, Said, prepared, said

_HEAD_BLOCKS = 8  # without headings the first lines tell what a file is
_HEAD_LEVEL = 2
_MUCH = 120  # days of a year of another kind that make it the same year
_DAYS_TO_PUT_UP = 15
_ROWS = 2  # rows with days of another time, and nothing of this: a list of another time
_QUARTER = 100  # days, of which a report on half a year must cover more
_FEW = 5  # other years named so many times as often: it is only mentioned
_BEFORE = 50  # letters before a day in which it is said to be one of making or putting up
_MADE = re.compile(
    r"(?:พิมพ์|ปรับปรุง|อัปเดต|อัพเดท|แก้ไขล่าสุด|เผยแพร่|โพสต์|อัปโหลด|อัพโหลด|สงวนลิขสิทธิ์|ลิขสิทธิ์|©|วันที่บันทึก|สร้างเมื่อ"
    r"|upload|updated|modified|posted|published|copyright|printed)[^\n]{0,30}$",
    re.IGNORECASE,
)
_BY_DAYS = {Evidence.PAGE, Evidence.ACTIVITY, Evidence.STATISTICS, Evidence.CHANNEL}


@dataclass(frozen=True, slots=True)
class _Named:
    """A time that counts. is_firm: more than a single day or four bare figures."""

    said: Said
    place: Text
    is_head: bool
    is_firm: bool
    is_in_table: bool = False


def current(look: Look) -> Found:
    """Hold the times of a content against the item's period."""
    match look.item.period:
        case Period.STANDING | Period.PRESENT_EXECUTIVE:
            return Found(Answer.NOT_APPLICABLE, _TIMELESS)
        case Period.LONGER_THAN_A_YEAR:
            found = _long(look)
        case Period.IN_FORCE:
            found = _in_force(look)
        case _:
            found = _of_year(look)
    why = why_unsure(look, are_files_no_help=True) if found.answer is Answer.FAIL else None
    return unsure(why, found.place) if why else found


def wanted_year(look: Look) -> int:
    return look.facts.year_be - (look.item.period is Period.LAST_YEAR)


def _of_year(look: Look) -> Found:
    year = wanted_year(look)
    named = list(_named(look))
    fits = [each for each in named if _fits(each.said, year)]
    if part := _part_of_half(look, named, fits):
        return failed(_PART.fill(words=part.said.words), part.place)
    if not named:
        return unsure(_NO_YEAR.fill(year=year))
    return _by_times(look, named, fits)


def _by_times(look: Look, named: list[_Named], fits: list[_Named]) -> Found:
    year = wanted_year(look)
    firm = [each for each in named if each.is_firm]
    head = [each for each in firm if each.is_head]
    for group in (head, firm):
        good = next((each for each in group if each in fits), None)
        if good and (group is head or not head) and _is_many(fits, firm, look):
            return passed(_OF_YEAR.fill(words=good.said.words), good.place)
    if not fits and not _may_be_older(look, head) and sum(each.is_in_table for each in named) >= _ROWS:
        return failed(_OTHER_YEARS.fill(found=_years(named), year=year), named[0].place)
    if not firm:
        return unsure(_ONLY_DAYS.fill(words=named[0].said.words, year=year), named[0].place)
    firm_fits = [each for each in firm if each in fits]
    if len(firm_fits) * _FEW <= len(firm) - len(firm_fits) and not _may_be_older(look, head):
        others = head or firm
        return failed(_OTHER_YEARS.fill(found=_years(others), year=year), others[0].place)
    return unsure(_MIXED.fill(found=_years(head or firm), year=year), (head or firm)[0].place)


def _part_of_half(look: Look, named: list[_Named], fits: list[_Named]) -> _Named | None:
    """A stretch of months in the head that is too short for a report on half a year, and nothing longer."""
    if look.item.period is not Period.FIRST_SIX_MONTHS:
        return None
    heads = [each for each in named if each.is_head]
    short = [
        each for each in heads if each in fits and each.said.kind is Kind.MONTHS and _days(each) > _MONTH
    ]
    whole = any(_days(each) > _QUARTER for each in named) or _HALF.search(prepared(look.content.text))
    return short[0] if short and not whole else None


def _days(named: _Named) -> int:
    return (named.said.ends_on - named.said.starts_on).days


def _is_many(fits: list[_Named], firm: list[_Named], look: Look) -> bool:
    """Whether a year is what the content is about and not only mentioned; a list of news goes over years."""
    if any(each.is_head and each.is_firm for each in fits) or look.item.evidence in _BY_DAYS:
        return True
    good = sum(each in fits for each in firm)
    return good * 2 >= len(firm) - good


def _may_be_older(look: Look, head: list[_Named]) -> bool:
    """An analysis names the year that it analyses."""
    return look.item.use == "analysis" and any(_fits(each.said, look.facts.year_be - 1) for each in head)


def _long(look: Look) -> Found:
    first, last = fiscal_bounds(look.facts.year_be)
    named = [each for each in _named(look) if each.is_firm]
    ranges = [each for each in named if each.said.years > 1]
    good = next((each for each in ranges if each.said.covers(first, last)), None)
    if good:
        return passed(_COVERS.fill(words=good.said.words), good.place)
    singles = {fiscal_year(each.said.ends_on) for each in named if each.said.kind in (Kind.FISCAL, Kind.YEAR)}
    if look.facts.year_be in singles and singles & {look.facts.year_be - 1, look.facts.year_be + 1}:
        return unsure(_YEARS_APART.fill(years=_years(named)), named[0].place)
    heads = [each for each in ranges if each.is_head]
    if heads:
        return failed(_OVER.fill(words=heads[0].said.words, year=look.facts.year_be), heads[0].place)
    if ranges or not named or _SPAN.search(prepared(look.content.text)):
        return unsure(_NO_SPAN.fill(year=look.facts.year_be))
    return failed(_ONE_YEAR.fill(found=_years(named)), named[0].place)


_MONTH = 40  # days of more than one month
_HALF = re.compile(r"(?:6|หก)\s*เดือน|ครึ่งปี|ไตรมาส(?:ที่)?\s*2")
_SPAN = re.compile(r"(?:ระยะ|แผน\S{0,40})\s*(?:[2-9]|[12]\d)\s*ปี|(?:ระยะ|แผน)\s*(?:สาม|สี่|ห้า|สิบ|ยี่สิบ)\s*ปี")


def spans(look: Look) -> _Named | None:
    """A stretch of several years that the head names."""
    return next((each for each in _named(look) if each.is_head and each.said.years > 1), None)


def _in_force(look: Look) -> Found:
    first, last = fiscal_bounds(look.facts.year_be)
    named = [each for each in _named(look) if each.is_firm]
    good = next((e for e in named if e.said.covers(first, last) or _fits(e.said, look.facts.year_be)), None)
    if good:
        return passed(_OF_YEAR.fill(words=good.said.words), good.place)
    over = [each for each in named if each.is_head and each.said.years > 1 and each.said.ends_on < first]
    if over and len(over) == sum(each.is_head and each.said.kind is not Kind.DAYS for each in named):
        return failed(_OVER.fill(words=over[0].said.words, year=look.facts.year_be), over[0].place)
    return unsure(_STILL.fill(year=look.facts.year_be))


def _fits(what: Said, year_be: int) -> bool:
    first, last = fiscal_bounds(year_be)
    if what.kind in (Kind.FISCAL, Kind.YEAR):
        return what.covers(first, last)
    if what.kind in (Kind.CALENDAR, Kind.ACADEMIC):
        return (min(what.ends_on, last) - max(what.starts_on, first)).days >= _MUCH
    return what.touches(first, last)


def _named(look: Look) -> Iterator[_Named]:
    heads = _heads(look.content)
    by_days = look.item.evidence in _BY_DAYS
    rows = {places.row(table.place, at + 1) for table in look.content.tables for at in range(len(table.rows))}
    for text, place in pieces(look.content):
        if not any(letter.isdigit() for letter in text):
            continue
        is_head = text in heads
        plain = prepared(text)
        for each in said(plain):
            if each.kind is Kind.LAW or _is_of_making(plain, each):
                continue
            yield _Named(each, place, is_head, by_days or is_head or _is_firm(each), place in rows)


def _heads(content: Content) -> set[str]:
    headings = {block.text for block in content.blocks if 0 < block.level <= _HEAD_LEVEL}
    first = [block.text for block in content.blocks[:_HEAD_BLOCKS]]
    return {content.title, *(headings or first)}


def _is_firm(what: Said) -> bool:
    is_bare = what.kind is Kind.YEAR and what.words.isdigit()
    return not is_bare and (what.kind is not Kind.DAYS or what.starts_on != what.ends_on)


def _is_of_making(plain: str, what: Said) -> bool:
    before = plain[max(0, what.at - _BEFORE) : what.at]
    return what.kind is not Kind.FISCAL and bool(_MADE.search(before))


def _years(named: list[_Named]) -> str:
    words = dict.fromkeys(each.said.words for each in named)
    return " ".join(f"“{each}”" for each in list(words)[:3])


def due_until(look: Look) -> date:
    """Last day that content must reach today: a month may take some days to be put up.

    It lies before the first day of the period while nothing of it is due.
    """
    first, last = fiscal_bounds(wanted_year(look))
    if look.item.period in (Period.FIRST_SIX_MONTHS, Period.AT_LEAST_SIX_MONTHS):
        last = date(last.year, 3, 31)
    ready = look.facts.today - timedelta(days=_DAYS_TO_PUT_UP)
    return max(first - timedelta(days=1), min(last, ready.replace(day=1) - timedelta(days=1)))


_PART = Text(
    "เนื้อหาเป็นของ “{words}” แต่ข้อนี้ต้องครอบคลุม 6 เดือนแรก โปรดแสดงรายงานรอบ 6 เดือน",
    "It is of “{words}”; the item asks for the first six months. Show the report on them.",
)
_TIMELESS = Text("ข้อนี้ไม่กำหนดปีของเนื้อหา", "The item asks for no particular year.")
_OF_YEAR = Text("พบ “{words}” ตรงกับช่วงเวลาที่ข้อนี้กำหนด", "It says “{words}”, the time that the item asks for.")
_COVERS = Text(
    "พบช่วงเวลา “{words}” ซึ่งยาวกว่า 1 ปีและครอบคลุมปีนี้", "It says “{words}”: longer than a year, and running now."
)
_NO_YEAR = Text(
    "ไม่พบว่าเนื้อหาเป็นของปีใด โปรดระบุคำว่า ปีงบประมาณ พ.ศ. {year} ไว้ที่ชื่อเรื่อง",
    "It does not say which year it is of. Put “fiscal year {year}” into its title.",
)
_ONLY_DAYS = Text(
    "พบเพียง “{words}” แต่ไม่ระบุปีงบประมาณ โปรดระบุคำว่า ปีงบประมาณ พ.ศ. {year} ไว้ที่ชื่อเรื่อง",
    "It only says “{words}” and no fiscal year. Put “fiscal year {year}” into its title.",
)
_OTHER_YEARS = Text(
    "เนื้อหาเป็นของ {found} แต่ข้อนี้ต้องเป็นปีงบประมาณ พ.ศ. {year} โปรดเปลี่ยนเป็นฉบับของปีดังกล่าว",
    "It is of {found}; the item asks for fiscal year {year} (B.E.). Put that year's in its place.",
)
_MIXED = Text(
    "ชื่อเรื่องระบุ {found} แต่เนื้อหากล่าวถึงปีงบประมาณ พ.ศ. {year} ด้วย โปรดเปิดดูว่าเป็นของปีใด",
    "Its head says {found}, but fiscal year {year} (B.E.) is named too. See which year it is of.",
)
_YEARS_APART = Text(
    "พบหลายปี ({years}) แต่ไม่พบช่วงเวลาของแผน โปรดระบุ เช่น พ.ศ. 2566–2570",
    "Several years are named ({years}), but not the time of the plan. Say it, such as B.E. 2566–2570.",
)
_OVER = Text(
    "ช่วงเวลา “{words}” ไม่ครอบคลุมปีงบประมาณ พ.ศ. {year} โปรดแสดงฉบับที่ใช้อยู่",
    "“{words}” does not cover fiscal year {year} (B.E.). Show the one in use.",
)
_NO_SPAN = Text(
    "ไม่พบช่วงเวลาของแผนที่ครอบคลุมปีงบประมาณ พ.ศ. {year} โปรดระบุปีเริ่มต้นและปีสิ้นสุด",
    "No time of the plan that covers fiscal year {year} (B.E.) was found. Say its first and last year.",
)
_ONE_YEAR = Text(
    "พบเพียงปีเดียว ({found}) แต่ข้อนี้ต้องเป็นแผนที่ยาวกว่า 1 ปี โปรดแสดงแผนระยะยาว",
    "Only one year is named ({found}); the item asks for a plan longer than a year. Show the long plan.",
)
_STILL = Text(
    "ไม่พบว่ายังใช้บังคับในปีงบประมาณ พ.ศ. {year} หรือไม่ โปรดเปิดดู หรือระบุไว้ให้ชัด",
    "It does not say whether it is in force in fiscal year {year} (B.E.). Look, or say so plainly.",
)
