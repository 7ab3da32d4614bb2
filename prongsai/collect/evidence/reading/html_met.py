"""What a page shows beside words: links, pictures, the fields of its forms."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from prongsai.collect.evidence.reading.addresses import absolute
from prongsai.collect.evidence.reading.content import Link, Picture
from prongsai.collect.evidence.reading.html_words import attribute, words
from prongsai.collect.evidence.reading.normal import normal
from prongsai.core.text import Text

_FRAMES = {"iframe": "src", "frame": "src", "embed": "src", "object": "data"}
_TYPED = ("", "text", "email", "tel", "url", "number")
_SEARCH = re.compile(r"search|query|keyword|ค้นหา|^[qs]$", re.IGNORECASE)
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original")


class Met:
    """Gathers what is met while a page is walked through."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.asks_password = self.takes_text = False

    def meet(self, node: LexborNode, place: Text) -> None:
        match node.tag:
            case "a" | "area":
                self.link(attribute(node, "href"), _named(node), place)
            case "iframe" | "frame" | "embed" | "object":
                self.link(attribute(node, _FRAMES[node.tag]), normal(attribute(node, "title")), place)
            case "img":
                self._picture(node, place)
            case "svg" if attribute(node, "role") == "img":
                self.pictures.append(Picture("", normal(attribute(node, "aria-label")) or None, place))
            case "input" | "textarea":
                self._field(node)

    def link(self, written: str, text: str, place: Text) -> None:
        address = absolute(self.base, written)
        if address:
            self.links.append(Link(address, text, place))

    def _picture(self, node: LexborNode, place: Text) -> None:
        source = next((attribute(node, name) for name in _SOURCES if attribute(node, name)), "")
        alt = normal(attribute(node, "alt")) if "alt" in node.attributes else None
        self.pictures.append(Picture(absolute(self.base, source), alt, place))

    def _field(self, node: LexborNode) -> None:
        kind = attribute(node, "type").lower().strip() if node.tag == "input" else "text"
        self.asks_password = self.asks_password or kind == "password"
        told = (
            attribute(node, name) for name in ("name", "id", "placeholder", "class", "aria-label", "role")
        )
        is_search = node.tag == "input" and any(map(_SEARCH.search, told))
        if kind in _TYPED and not is_search:
            self.takes_text = self.takes_text or not _signs_in(node)


def _signs_in(node: LexborNode) -> bool:
    """Whether a field stands in a form that also asks for a password."""
    here = node.parent
    while here is not None and here.tag != "form":
        here = here.parent
    return here is not None and here.css_first("input[type=password]") is not None


def _named(node: LexborNode) -> str:
    """What a link says of itself: its words, the pictures in it, or what is read aloud."""
    return words(node) or normal(
        attribute(node, "aria-label") or attribute(node, "title") or attribute(node, "alt")
    )
