"""Reading a page in the order a person does: headings, lines, tables, and what stands beside words."""

from __future__ import annotations

import re
from collections.abc import Callable

from selectolax.lexbor import LexborNode

from prongsai.collect.evidence.reading import html_tables, places
from prongsai.collect.evidence.reading.content import Block, Grid
from prongsai.collect.evidence.reading.entries import is_entry
from prongsai.collect.evidence.reading.html_met import Met
from prongsai.collect.evidence.reading.html_words import INLINE, UNSEEN, attribute, words
from prongsai.collect.evidence.reading.normal import normal
from prongsai.core.text import Text

_HEADING = re.compile("h[1-6]")
_SIGNS = ("i", "span")  # drawn, with words that are shown or read aloud instead
_MENUS = ("navigation", "menu", "menubar")


class Walk:
    """One walk through a page; what was met stands in `blocks`, `tables` and `met` afterwards."""

    def __init__(self, base: str) -> None:
        self.met = Met(base)
        self.blocks: list[Block] = []
        self.tables: list[Grid] = []
        self._said: list[str] = []
        self._place = places.TOP
        self._level = 0  # of the heading that is being read
        self._entry = False
        self._silent = 0  # in menus and tables: links count, words do not
        self._undo: list[tuple[int, Callable[[], None]]] = []  # element -> what ends with it

    def through(self, root: LexborNode) -> None:
        """Walk without recursion: pages are nested deeper than Python may be."""
        waiting: list[tuple[LexborNode, bool]] = [(root, False)]
        while waiting:
            node, leaving = waiting.pop()
            if leaving:
                self._leave(node)
            elif node.tag == "-text":
                self._said.append(node.text_content or "")
            elif node.tag not in UNSEEN:
                self._enter(node)
                waiting.append((node, True))
                waiting.extend((child, False) for child in reversed(list(node.iter(include_text=True))))
            elif node.tag in ("iframe", "textarea"):
                self.met.meet(node, self._place)
        self._end()

    def _enter(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "br" and self._level:
            self._said.append(" ")
        elif tag not in INLINE and not (self._level and tag in ("p", "div")):
            self._end()
            self._entry = tag == "li" or (self._entry and tag in ("p", "div"))
        self.met.meet(node, self._place)
        if tag in _SIGNS and not words(node):
            self._said.append(f" {attribute(node, 'title') or attribute(node, 'aria-label')} ")
        if tag == "nav" or attribute(node, "role") in _MENUS:
            self._be_silent(node)
        elif tag == "footer":
            self._go_to_the_foot(node)
        elif tag == "table" and not self._silent and not html_tables.is_layout(node):
            self._read_table(node)
        elif _HEADING.fullmatch(tag):
            self._level = int(tag[1])
            self._undo.append((node.mem_id, self._end_heading))

    def _leave(self, node: LexborNode) -> None:
        if node.tag not in INLINE and not (self._level and not _HEADING.fullmatch(node.tag or "")):
            self._end()
        while self._undo and self._undo[-1][0] == node.mem_id:
            self._undo.pop()[1]()

    def _end(self) -> None:
        """Close the stretch of text that was being read."""
        text = normal("".join(self._said))
        self._said.clear()
        if text and not self._silent:
            if self._level:
                self._place = places.under(text)
            entry = not self._level and (self._entry or is_entry(text))
            self.blocks.append(Block(text, self._place, self._level, entry))
            self._entry = False

    def _end_heading(self) -> None:
        self._level = 0

    def _be_silent(self, node: LexborNode) -> None:
        self._silent += 1
        self._undo.append((node.mem_id, self._speak))

    def _speak(self) -> None:
        self._silent -= 1

    def _go_to_the_foot(self, node: LexborNode) -> None:
        def back(before: Text = self._place) -> None:
            self._place = before

        self._place = places.FOOT
        self._undo.append((node.mem_id, back))

    def _read_table(self, node: LexborNode) -> None:
        for caption in node.css("caption"):
            self._said.append(words(caption))
            self._end()
        found, above = html_tables.read(node, places.table(len(self.tables) + 1))
        self.blocks += (Block(line, self._place) for line in above)
        if found:
            self.tables.append(found)
        self._be_silent(node)
