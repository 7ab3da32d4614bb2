"""Pages drawn as a few lines, items and what is known around them."""

import re
from datetime import UTC, date, datetime
from fractions import Fraction

from prongsai.collect.evidence.checking.shown import Facts, Look, Shown, own
from prongsai.collect.evidence.fetching.fetched import Fetched
from prongsai.collect.evidence.reading.content import Block, Content, Grid, Kind, Link, Picture
from prongsai.core.checks import Check, Rule
from prongsai.core.framework import Element, Evidence, Item, Period
from prongsai.core.text import Text

SITE = "https://www.khet.go.th"
PAGE = f"{SITE}/page"
AT = datetime(2022, 4, 20, 3, tzinfo=UTC)
TODAY = date(2022, 4, 20)
TOP = Text("ต้นหน้า", "top")
BODY = b"<html><body>a page</body></html>"


def content(drawing="", *, kind=Kind.HTML, **more):
    """`# heading`, `- entry`, `| cell | cell` (the first row heads), `[text](address)`, `![alt](address)`."""
    blocks, rows, links, pictures = [], [], [], []
    for line in (line.strip() for line in drawing.strip().splitlines()):
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line[1:].split("|")))
        elif found := re.fullmatch(r"(!?)\[(.*)\]\((.*)\)", line):
            if found[1]:
                pictures.append(Picture(found[3], None if found[2] == "?" else found[2], TOP))
            else:
                links.append(Link(found[3], found[2], TOP))
        elif line:
            level = len(line) - len(line.lstrip("#"))
            blocks.append(Block(line.lstrip("#- "), TOP, level, is_entry=line.startswith("- ")))
    tables = (Grid(Text("ตารางที่ 1", "table 1"), rows[0], tuple(rows[1:])),) if rows else ()
    made = {"blocks": tuple(blocks), "tables": tables, "links": tuple(links), "pictures": tuple(pictures)}
    return Content(kind=kind, **{"language": "th", **made, **more})


def shown(drawing="", *, address=PAGE, elements=(), fetched=None, **more):
    page = drawing if isinstance(drawing, Content) else content(drawing, **more)
    answer = {"final": address, "at": AT, "status": 200, "body": BODY, **(fetched or {})}
    return Shown(
        address=address,
        fetched=Fetched(address=address, **answer),
        content=page,
        elements=frozenset(elements),
    )


def facts(**more):
    return Facts(**{"year_be": 2565, "today": TODAY, "main_site": f"{SITE}/", "is_rehearsal": True, **more})


def item(*elements, period=Period.THIS_YEAR, evidence=Evidence.REPORT, **more):
    return Item(
        code="o11",
        name=Text("ข้อ", "item"),
        weight=Fraction(1),
        elements=elements,
        period=period,
        evidence=evidence,
        **more,
    )


def element(*checks, code="plan", is_required=True):
    return Element(code=code, name=Text(code, code), is_required=is_required, checks=checks)


def check(rule, **more):
    return Check(rule=Rule(rule), **more)


def look(drawing="", *, of=None, knows=None, beside=(), **more):
    """One link of an item as the checks see it."""
    page, around = shown(drawing, **more), knows or facts()
    return Look(
        item=of or item(), shown=page, facts=around, content=own(page, around), beside=(page, *beside)
    )
