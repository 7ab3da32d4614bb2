"""How a place in a page or a file is named."""

from __future__ import annotations

from prongsai.core.text import Text

TITLE = Text("ชื่อหน้า", "the title")
TOP = Text("ต้นหน้า", "the top of the page")
FOOT = Text("ท้ายหน้า", "the foot of the page")
WHOLE = Text("ทั้งไฟล์", "the whole file")
_LONGEST = 60  # letters of a heading that are repeated


def page(number: int) -> Text:
    return Text("หน้า {n}", "page {n}").fill(n=number)


def under(heading: str) -> Text:
    """Below a heading, by its words."""
    words = heading if len(heading) <= _LONGEST else heading[:_LONGEST].rstrip() + "…"
    return Text("ใต้หัวข้อ “{words}”", "under “{words}”").fill(words=words)


def table(number: int, inside: Text | None = None) -> Text:
    """A table by its number, on a page if that is known."""
    named = Text("ตารางที่ {n}", "table {n}").fill(n=number)
    return Text("{inside} {named}", "{inside}, {named}").fill(inside=inside, named=named) if inside else named


def sheet(name: str) -> Text:
    return Text("แผ่นงาน “{name}”", "sheet “{name}”").fill(name=name)


def row(inside: Text, number: int) -> Text:
    """A row of a table, the first below its heads being 1."""
    return Text("{inside} แถวที่ {n}", "{inside}, row {n}").fill(inside=inside, n=number)
