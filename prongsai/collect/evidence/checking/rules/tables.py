"""Tables: their columns, and whether anything stands in them."""

from __future__ import annotations

from itertools import zip_longest

from prongsai.collect.evidence.checking.found import Found, failed, passed, quoted, unsure
from prongsai.collect.evidence.checking.rules.words import without_years
from prongsai.collect.evidence.checking.shown import Look
from prongsai.collect.evidence.reading import skeleton
from prongsai.collect.evidence.reading.content import Grid, Kind
from prongsai.core.checks import Check
from prongsai.core.text import Text

_HEAD_ROWS = 3  # heads may stand in rows below each other
_MOST_ROWS = 100  # that are looked at for heads
_FLOWING = {Kind.PDF, Kind.TEXT}  # kinds that have no tables of their own


def columns(check: Check, look: Look) -> Found:
    """One table with every column; where the file has no tables, the names of all columns on it."""
    lacking = [(_lacking_in(check, table), table) for table in look.content.tables]
    if not lacking:
        return _without_tables(check, look)
    missing, table = min(lacking, key=lambda each: len(each[0]))
    if look.content.kind in _FLOWING:  # whose heads break into lines and lose some
        missing = [names[0] for names in check.columns if names[0] in missing and _first(names, look) is None]
    if not missing:
        return passed(_HAS_ALL.fill(columns=quoted(each[0] for each in check.columns)), table.place)
    if not table.heads and not _lacking(check, look.content.text):
        return unsure(_NO_HEADS, table.place)
    return failed(_LACKS.fill(columns=quoted(missing)), table.place)


def _lacking_in(check: Check, table: Grid) -> list[str]:
    """Columns that no row of heads has; a sheet may hold several tables below each other."""
    top = [table.heads, *table.rows[:_HEAD_ROWS]]
    heads = ["\n".join(cell for row in top for cell in row)]
    if not table.is_marked:
        heads.append("\n".join("".join(column) for column in zip_longest(*top, fillvalue="")))
        heads += ["\n".join(row) for row in table.rows[:_MOST_ROWS]]
    return min((_lacking(check, head) for head in heads), key=len)


def _lacking(check: Check, text: str) -> list[str]:
    text = text.replace("%", " ร้อยละ ")
    return [names[0] for names in check.columns if not any(skeleton.holds(text, name) for name in names)]


def _without_tables(check: Check, look: Look) -> Found:
    places = {names[0]: _first(names, look) for names in check.columns}
    missing = [name for name, place in places.items() if place is None]
    if not missing:
        return passed(_HAS_ALL.fill(columns=quoted(places)), next(filter(None, places.values())))
    if look.content.kind in _FLOWING and len(missing) < len(places):
        return unsure(_UNSURE.fill(columns=quoted(missing)))
    return failed(_NO_TABLE.fill(columns=quoted(missing)))


def _first(names: tuple[str, ...], look: Look) -> Text | None:
    content = without_years(look.content)
    return next((place for name in names if (place := skeleton.find(content, name)) is not None), None)


def rows(check: Check, look: Look) -> Found:
    """So many filled rows in one table, or a plain word that there is none."""
    filled = [
        (sum(any(cell.strip() for cell in row) for row in table.rows), table) for table in look.content.tables
    ]
    count, table = max(filled, key=lambda each: each[0], default=(0, None))
    if table is not None and count >= check.least:
        return passed(_ROWS.fill(count=count), table.place)
    for phrase in check.none:
        place = skeleton.find(look.content, phrase)
        if place is not None:
            return passed(_SAID_NONE.fill(phrase=phrase), place)
    if look.content.kind in _FLOWING and look.content.text.strip():
        return unsure(_TABLE_BY_EYE)
    wish = _OR_SAY.fill(phrase=check.none[0]) if check.none else Text("", "")
    return failed(_TOO_FEW_ROWS.fill(count=count, least=check.least, wish=wish))


_HAS_ALL = Text("พบหัวข้อของตารางครบ: {columns}", "The table has every column: {columns}.")
_NO_HEADS = Text(
    "พบคำครบ แต่ตารางไม่มีแถวหัวตาราง โปรดเปิดดูว่าเป็นหัวข้อของตารางหรือไม่",
    "All the words are there, but no row tells what the columns are. See whether they are its heads.",
)
_LACKS = Text("ตารางขาดหัวข้อ {columns} โปรดเพิ่ม", "The table lacks the columns {columns}. Add them.")
_UNSURE = Text(
    "ไม่พบหัวข้อ {columns} แต่ตารางในไฟล์ชนิดนี้อ่านได้ไม่แน่นอน โปรดเปิดดูด้วยตนเอง",
    "{columns} were not found, but tables of such files cannot be read for sure. Look yourself.",
)
_NO_TABLE = Text(
    "ไม่พบตารางที่มีหัวข้อ {columns} โปรดเพิ่ม", "There is no table with the columns {columns}. Add one."
)
_ROWS = Text("ตารางมีข้อมูล {count} แถว", "The table has {count} rows.")
_SAID_NONE = Text("ระบุไว้ว่า “{phrase}”", "It says “{phrase}”.")
_TABLE_BY_EYE = Text(
    "ตารางในไฟล์ชนิดนี้เครื่องนับแถวไม่ได้ โปรดเปิดดูด้วยตนเอง", "Rows cannot be counted in such files. Look yourself."
)
_TOO_FEW_ROWS = Text(
    "ตารางมีข้อมูล {count} แถว ต้องมีอย่างน้อย {least} แถว{wish}",
    "The table has {count} rows, {least} are needed{wish}.",
)
_OR_SAY = Text(" หรือระบุให้ชัดว่า “{phrase}”", "; or say plainly “{phrase}”")
