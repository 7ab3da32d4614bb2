"""Pages, by selectolax: words in reading order, tables, links, pictures, forms."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser

from prongsai.collect.evidence.reading import places
from prongsai.collect.evidence.reading.addresses import absolute
from prongsai.collect.evidence.reading.charsets import decoded
from prongsai.collect.evidence.reading.content import Content, Kind
from prongsai.collect.evidence.reading.html_depth import is_hostile
from prongsai.collect.evidence.reading.html_walk import Walk
from prongsai.collect.evidence.reading.html_words import attribute, words
from prongsai.core.text import Text

MOST_BYTES = 8_000_000
_REFRESH = re.compile(r"\d*;?url=[\"']?([^\"']+)", re.IGNORECASE)


def read(body: bytes, *, charset: str = "", address: str = "") -> Content:
    """Read a page; never raises, whatever it holds."""
    text = decoded(body[:MOST_BYTES], charset)
    if is_hostile(text):
        return Content(kind=Kind.HTML, unreadable=_NESTED)
    left_out = (_LONG.fill(most=MOST_BYTES // 1_000_000),) if len(body) > MOST_BYTES else ()
    tree = LexborHTMLParser(text)
    root = tree.root
    if root is None:
        return Content(kind=Kind.HTML, left_out=left_out)
    walk = Walk(_base(tree, address))
    walk.through(root)
    for meta in tree.css("meta[http-equiv]"):
        found = _REFRESH.match("".join(attribute(meta, "content").split()))
        if found and attribute(meta, "http-equiv").lower() == "refresh":
            walk.met.link(found[1], "", places.TOP)
    title, html = tree.css_first("title"), tree.css_first("html")
    return Content(
        kind=Kind.HTML,
        title=words(title) if title else "",
        language=(attribute(html, "lang") or attribute(html, "xml:lang")).strip().lower() if html else "",
        blocks=tuple(walk.blocks),
        tables=tuple(walk.tables),
        links=tuple(walk.met.links),
        pictures=tuple(walk.met.pictures),
        asks_password=walk.met.asks_password,
        takes_text=walk.met.takes_text,
        left_out=left_out,
    )


def _base(tree: LexborHTMLParser, address: str) -> str:
    base = tree.css_first("base[href]")
    return (absolute(address, attribute(base, "href")) if base else "") or address


_NESTED = Text(
    th="หน้าเว็บซ้อนกันลึกหรือเปิดแท็กค้างไว้มากผิดปกติ จึงไม่อ่าน",
    en="The page is nested beyond reason, or leaves too many marks open, and was not read.",
)
_LONG = Text(th="อ่านเฉพาะ {most} MB แรกของหน้าเว็บ", en="Only the first {most} MB of the page were read.")
