"""Years and months that an element must cover."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from prongsai.collect.evidence.checking.current import current, due_until, spans, wanted_year
from prongsai.collect.evidence.checking.found import Found, failed, passed, pieces
from prongsai.collect.evidence.checking.shown import Look
from prongsai.collect.evidence.checking.verdict import NOWHERE, Answer
from prongsai.collect.evidence.reading.content import Content, Grid, Kind
from prongsai.core.checks import Check
from prongsai.core.days import MONTHS_EN, OCTOBER, fiscal_bounds
from prongsai.core.framework import Period
from prongsai.core.text import Text
from prongsai.core.thai import ERA, MONTHS
from prongsai.core.times_said import Kind as Time, months as months_said, months_of, prepared, said

_FIRST = 2  # columns in which months may stand: a number, then the month
_SHORT = 60  # letters of an entry that names a month and hardly more
_FIRST_HALF = re.compile(
    r"(?:6|หก)\s*เดือน(?!\s*หลัง)|first six months|six-month"
    r"|ไตรมาส(?:ที่)?\s*1\s*(?:[-–]|และ|ถึง)\s*(?:ไตรมาส(?:ที่)?\s*)?2",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?:รอบ\s*)?12\s*เดือน|ตลอดปีงบประมาณ|ทั้งปีงบประมาณ|ไตรมาส(?:ที่)?\s*1\s*(?:[-–]|ถึง)\s*4")
_QUARTER = re.compile(r"ไตรมาส(?:ที่)?\s*([1-4])|\bQ([1-4])\b|quarter\s*([1-4])", re.IGNORECASE)


def year(_check: Check, look: Look) -> Found:
    """As of the link; a plan that is over, or yet to come, is longer than a year all the same."""
    found = current(look)
    if (
        found.answer is Answer.FAIL
        and look.item.period is Period.LONGER_THAN_A_YEAR
        and (span := spans(look))
    ):
        return passed(_LONG.fill(words=span.said.words), span.place)
    return found


def lists_files_by_month(look: Look) -> bool:
    """Whether the links of a page name most of the months one by one: a month without one has no file."""
    first, last = fiscal_bounds(wanted_year(look))[0], due_until(look)
    named = {month for link in look.content.links for month in _single(link.text, first, last)}
    return len(named) * 2 > len(months_of(first, last)) > 0


def months(_check: Check, look: Look) -> Found:
    """Every month that is over. A list by month that leaves one out says more than its title does."""
    first, last = fiscal_bounds(wanted_year(look))[0], due_until(look)
    wanted = months_of(first, last)
    if not wanted:
        return Found(Answer.NOT_APPLICABLE, _NOT_YET)
    listed, place = _listed(look.content, first, last)
    if listed:
        listed |= months_said(_whole(look), first, last, is_single=True)
        listed -= _empty(look.content, first, last)
        missing = [month for month in wanted if month not in listed]
        if missing and len(missing) <= max(1, len(wanted) // 3):
            return failed(_MISSING.fill(months=_named(missing)), place)
    covered = _covered(look, first, last)
    missing = [month for month in wanted if month not in covered]
    if missing:
        return failed(_MISSING.fill(months=_named(missing)))
    return passed(_ALL.fill(count=len(wanted), months=_named(list(dict.fromkeys((wanted[0], wanted[-1]))))))


def _whole(look: Look) -> str:
    """All text, a piece a line; of what is broken into lines anywhere, once more without them."""
    texts = [piece for piece, _ in pieces(look.content)]
    joined = "".join(block.text for block in look.content.blocks) if look.content.kind is Kind.PDF else ""
    return "\n".join([*texts, joined])


def _covered(look: Look, first: date, last: date) -> set[date]:
    text = _whole(look)
    found = set(months_said(text, first, last))
    bounds = fiscal_bounds(wanted_year(look))
    if any(each.kind in (Time.FISCAL, Time.YEAR) and each.covers(*bounds) for each in said(text)):
        found |= {month for month in months_of(first, last) if _quarter(month) in _quarters(prepared(text))}
    return found


def _quarters(text: str) -> set[int]:
    if _WHOLE.search(text):
        return {1, 2, 3, 4}
    named = {int(found[1] or found[2] or found[3]) for found in _QUARTER.finditer(text)}
    return named | ({1, 2} if _FIRST_HALF.search(text) else set())


def _quarter(month: date) -> int:
    return (month.month - OCTOBER) % 12 // 3 + 1


def _listed(content: Content, first: date, last: date) -> tuple[set[date], Text]:
    """Months of all lists of single months: heads or first columns of tables, headings, entries, links."""
    found: set[date] = set()
    place = NOWHERE
    for texts, where in _lines(content):
        months_ = _in_order(texts, first, last)
        if len(months_) > 1:
            found, place = found | set(months_), place if found else where
    return found, place


def _lines(content: Content) -> Iterator[tuple[Sequence[str], Text]]:
    for table in content.tables:
        yield _filled_heads(table), table.place
        for at in range(_FIRST):
            yield [row[at] for row in table.rows if at < len(row)], table.place
    groups = (
        [(block.text, block.place) for block in content.blocks if block.level],
        [(block.text, block.place) for block in content.blocks if block.is_entry],
        [(link.text, link.place) for link in content.links],
    )
    yield from (([text for text, _ in group], group[0][1]) for group in groups if group)


def _filled_heads(table: Grid) -> list[str]:
    """Heads of the columns in which something stands."""
    columns = list(zip_longest(*table.rows, fillvalue=""))
    return [head for at, head in enumerate(table.heads) if at >= len(columns) or any(columns[at])]


def _empty(content: Content, first: date, last: date) -> set[date]:
    """Months whose row or column in a table is there and empty."""
    found: set[date] = set()
    for table in content.tables if content.kind is not Kind.PDF else ():
        filled = set(_filled_heads(table))
        names = [head for head in table.heads if head not in filled]
        rows = [[cell for cell in row if cell.strip()] for row in table.rows if len(row) > 1]
        names += [row[-1] for row in rows if 0 < len(row) <= _FIRST and (len(row) == 1 or row[0].isdigit())]
        found |= {month for name in names for month in _single(name, first, last)}
    return found


def _in_order(texts: Sequence[str], first: date, last: date) -> list[date]:
    """Months of entries that each name one; empty if they do not stand in their order."""
    found = [month for text in texts for month in _single(text, first, last)]
    return found if found == sorted(found) else []


def _single(text: str, first: date, last: date) -> frozenset[date]:
    if not text or len(text) > _SHORT:
        return frozenset()
    named = months_said(text, first, last, is_single=True)
    return named if len(named) == 1 else frozenset()


def _named(months_: list[date]) -> Text:
    th = " ".join(f"{MONTHS[each.month - 1]} {each.year + ERA}" for each in months_)
    return Text(th, ", ".join(f"{MONTHS_EN[each.month - 1]} {each.year}" for each in months_))


_NOT_YET = Text("ยังไม่ถึงกำหนดของเดือนแรก", "Not even the first month is due yet.")
_LONG = Text("พบช่วงเวลา “{words}” ซึ่งยาวกว่า 1 ปี", "It says “{words}”, which is longer than a year.")
_ALL = Text("พบข้อมูลครบ {count} เดือน ({months})", "All {count} months are there ({months}).")
_MISSING = Text(
    "ไม่พบข้อมูลของเดือน {months} โปรดเพิ่ม หากไม่มีข้อมูลให้ระบุว่าไม่มี",
    "Nothing of {months}. Add it, or say that there is none.",
)
