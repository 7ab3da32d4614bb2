"""Word documents, from the XML itself: what was added under tracked changes counts, not what was deleted."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError, XMLParser

from prongsai.collect.evidence.reading import docx_hidden, places
from prongsai.collect.evidence.reading.addresses import absolute
from prongsai.collect.evidence.reading.content import Block, Content, Grid, Kind, Link, Picture
from prongsai.collect.evidence.reading.docx_parts import (
    MC,
    NAMES,
    WP,
    W,
    alt_of,
    is_numbered,
    level_of,
    levels,
    text_of,
)
from prongsai.collect.evidence.reading.entries import is_entry
from prongsai.collect.evidence.reading.heads import laid
from prongsai.collect.evidence.reading.normal import normal
from prongsai.collect.evidence.reading.office_hidden import depth_of, texts_of
from prongsai.core.text import Text
from prongsai.documents import docx_tables
from prongsai.documents.archive import Entries, opened
from prongsai.documents.rows import Table, Unreadable

_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_FIELD = re.compile(r'HYPERLINK\s+"([^"]+)"')
_NONE = b"<none/>"
_PAGE = "word/document.xml"
_DEEPEST = 300  # elements in one another; Word stays below a hundred


def read(body: bytes, *, address: str = "") -> Content:
    """Read a Word document; never raises, whatever it holds."""
    try:
        entries = opened(body)
        if depth_of(entries[_PAGE], _PAGE) > _DEEPEST:
            return Content(kind=Kind.DOCX, unreadable=_BROKEN)
        tables = docx_tables.read(body)
        root = _root(entries[_PAGE])
        core = "docProps/core.xml"
        titles = texts_of(entries.get(core, _NONE), core, ("title",))
        concerns = tuple(docx_hidden.found(entries))
    except (Unreadable, ParseError, KeyError) as error:
        return Content(kind=Kind.DOCX, unreadable=error.what if isinstance(error, Unreadable) else _BROKEN)
    walk = _Walk(entries, address)
    walk.through(root)
    walk.margins(entries)
    outer = _outer(root)
    for each in tables:
        walk.table(each, marked=_marked(outer[int(each.name) - 1]))
    return Content(
        kind=Kind.DOCX,
        title=normal(titles[0]) if titles else "",
        blocks=tuple(walk.blocks),
        tables=tuple(walk.tables),
        links=tuple(walk.links),
        pictures=tuple(walk.pictures),
        concerns=concerns,
    )


def _root(data: bytes) -> Element:
    parser = XMLParser()  # noqa: S314  # `archive.opened` lets no document type through, so no entities
    parser.feed(data)
    return parser.close()


def _outer(root: Element) -> list[Element]:
    """Tables outside other tables, in the order of the page."""
    found, waiting = [], [root]
    while waiting:
        here = waiting.pop()
        if here.tag == f"{W}tbl":
            found.append(here)
        else:
            waiting.extend(reversed(here))
    return found


def _marked(table: Element) -> int:
    """How many rows at the top of a table are repeated on each page: its heads."""
    rows = table.findall(f"{W}tr")
    return next((at for at, row in enumerate(rows) if row.find(f"{W}trPr/{W}tblHeader") is None), len(rows))


class _Walk:
    def __init__(self, entries: Entries, address: str) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Grid] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self._base = address
        self._levels = levels(_root(entries.get("word/styles.xml", _NONE)))
        self._targets = _targets(entries.get("word/_rels/document.xml.rels", _NONE))
        self._place = places.TOP

    def through(self, root: Element) -> None:
        unread = {inner for table in _outer(root) for inner in table.iter(f"{W}p")}
        unread |= {inner for other in root.iter(f"{MC}Fallback") for inner in other.iter()}
        for here in root.iter():
            if here.tag == f"{W}p" and here not in unread:
                self._paragraph(here)
            elif here.tag == f"{W}hyperlink":
                self._link(self._targets.get(here.get(NAMES["id"], ""), ""), text_of(here))
            elif here.tag == f"{W}instrText":
                self._link("".join(_FIELD.findall(here.text or "")[:1]), "")
            elif here.tag in (f"{WP}inline", f"{WP}anchor") and here not in unread:
                self.pictures += (Picture("", alt, self._place) for alt in alt_of(here))

    def margins(self, entries: Entries) -> None:
        for name in sorted(filter(_MARGIN.fullmatch, entries)):
            texts = (normal(text_of(each)) for each in _root(entries[name]).iter(f"{W}p"))
            self.blocks += (Block(text, _MARGINS) for text in texts if text)

    def table(self, each: Table, *, marked: int) -> None:
        place = places.table(int(each.name))
        rows = [[normal(cell) for cell in row.cells] for row in each.rows]
        made, above = laid(place, rows, marked=sum(row.line <= marked for row in each.rows))
        self.blocks += (Block(line, place) for line in above)
        self.tables += (made,) if made else ()

    def _paragraph(self, paragraph: Element) -> None:
        for line in text_of(paragraph).split("\n"):
            text = normal(line)
            if text:
                level = level_of(paragraph, self._levels)
                self._place = places.under(text) if level else self._place
                entry = not level and (is_numbered(paragraph) or is_entry(text))
                self.blocks.append(Block(text, self._place, level, entry))

    def _link(self, written: str, text: str) -> None:
        whole = absolute(self._base, written)
        if whole:
            self.links.append(Link(whole, normal(text), self._place))


def _targets(data: bytes) -> dict[str, str]:
    return {
        each.get("Id", ""): each.get("Target", "") for each in _root(data).iter() if each.get("TargetMode")
    }


_BROKEN = Text(th="เอกสาร Word เสียหาย อ่านไม่ได้", en="The Word document is damaged and cannot be read.")
_MARGINS = Text(th="หัวกระดาษหรือท้ายกระดาษ", en="a header or footer")
