"""How many different activities a content shows.

Counted is what is marked as activities: entries numbered "กิจกรรมที่ 1", rows of a table of activities or
projects, headings and entries that name one. Entries, captions and lines with a day may be activities too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from prongsai.collect.evidence.checking.found import Found, failed, passed, quoted, unsure
from prongsai.collect.evidence.checking.shown import Look
from prongsai.collect.evidence.reading.content import Content, Grid
from prongsai.collect.evidence.reading.skeleton import skeleton
from prongsai.core.checks import Check
from prongsai.core.text import Text
from prongsai.core.thai import arabic
from prongsai.core.times_said import Kind as Time, prepared, said

_NUMBERED = re.compile(
    r"(?:กิจกรรม|โครงการ)\s*ที่\s*(\d{1,2})(?!\d)|\bactivity\s+(\d{1,2})(?!\d)", re.IGNORECASE
)
_WORD = re.compile(
    r"กิจกรรม|โครงการ|อบรม|ประชุม|สัมมนา|พิธี|รณรงค์|ลงนาม|ประกาศเจตนา|ประกวด|มอบ|เสวนา|ปลูก|ศึกษาดูงาน|จิตอาสา|วันต่อต้าน"
    r"|ยกย่อง|activit|project|training|workshop|meeting",
    re.IGNORECASE,
)
_COLUMN = re.compile(r"กิจกรรม|โครงการ|รายการ|มาตรการ|activit|project|measure", re.IGNORECASE)
_FEWEST = 2  # of one kind, to be a list
_LEAST_BONES = 4


def activities(check: Check, look: Look) -> Found:
    marked = [names for names in _marked(look.content) if len(names) >= _FEWEST]
    first = marked[0] if marked else ()
    if len(first) >= check.least:
        return passed(_ENOUGH.fill(count=len(first), names=quoted(first, most=3)))
    others = max([*marked, *_loose(look.content)], key=len)
    if len(others) >= check.least:
        return unsure(_LOOSE.fill(count=len(others)))
    return _short(check, first or others) if others else unsure(_NONE.fill(least=check.least))


def _short(check: Check, names: tuple[str, ...]) -> Found:
    return failed(_TOO_FEW.fill(count=len(names), least=check.least, names=quoted(names)))


def _marked(content: Content) -> list[tuple[str, ...]]:
    """What is marked as activities, the surest marks first."""
    numbers = ((_NUMBERED.search(arabic(block.text)), block.text) for block in content.blocks)
    numbered = {found[1] or found[2]: text for found, text in numbers if found}
    headings = [
        distinct(block.text for block in content.blocks if block.level == level and _WORD.search(block.text))
        for level in range(2, 7)
    ]
    entries = distinct(block.text for block in content.blocks if block.is_entry and _WORD.search(block.text))
    tables = max((names_in(table) for table in content.tables), key=len, default=())
    return [tuple(numbered.values()), tables, max(headings, key=len), entries]


def _loose(content: Content) -> list[tuple[str, ...]]:
    return [
        distinct(block.text for block in content.blocks if block.is_entry),
        distinct(block.text for block in content.blocks if block.level > 1),
        distinct(each.alt or "" for each in content.pictures),
        distinct(link.text for link in content.links if _WORD.search(link.text)),
        distinct(_without_days(block.text) for block in content.blocks if _has_day(block.text)),
    ]


def _has_day(text: str) -> bool:
    return any(each.kind is Time.DAYS for each in said(text))


def _without_days(text: str) -> str:
    """The same thing on another day is the same activity."""
    kept = prepared(text)
    for each in said(text):
        kept = kept.replace(each.words, " ")
    return kept


def names_in(table: Grid) -> tuple[str, ...]:
    """What the column of projects or activities names; empty if the table has none."""
    heads, rows = table.heads, table.rows
    if not heads and rows:
        heads, rows = rows[0], rows[1:]
    at = next((index for index, head in enumerate(heads) if _COLUMN.search(head)), None)
    return () if at is None else distinct(row[at] for row in rows if at < len(row))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Names that differ in more than numbers and signs, in their order."""
    kept: dict[str, str] = {}
    for name in names:
        bones = re.sub(r"^\d+", "", skeleton(name))
        if len(bones) >= _LEAST_BONES and not bones.startswith(_TOTAL):
            kept.setdefault(bones, " ".join(name.split())[:60])
    return tuple(kept.values())


_TOTAL = tuple(skeleton(word) for word in ("รวมทั้งสิ้น", "รวมทั้งหมด", "รวมเป็นเงิน", "รวมงบประมาณ"))
_ENOUGH = Text("พบ {count} กิจกรรม เช่น {names}", "There are {count} activities, such as {names}.")
_LOOSE = Text(
    "พบรายการ {count} รายการ แต่ไม่ระบุชัดว่าเป็นกิจกรรม โปรดเปิดดูและเขียนกำกับว่า กิจกรรมที่ 1, 2 …",
    "{count} entries, but they are not marked as activities. Look, and mark them “activity 1, 2 …”.",
)
_NONE = Text(
    "นับกิจกรรมไม่ได้ ต้องมีอย่างน้อย {least} กิจกรรม โปรดเปิดดูและเขียนกำกับว่า กิจกรรมที่ 1, 2 …",
    "Activities cannot be counted; at least {least} are needed. Look, and mark them “activity 1, 2 …”.",
)
_TOO_FEW = Text(
    "พบ {count} กิจกรรม ({names}) ต้องมีอย่างน้อย {least} กิจกรรม โปรดเพิ่ม",
    "There are {count} activities ({names}); at least {least} are needed. Add the others.",
)
