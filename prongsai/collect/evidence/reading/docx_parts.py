"""Small parts of a Word document: a paragraph's text, its level, a picture's description."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NAMES = {"id": "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"}
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
_BREAKS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n"}
_UNREAD = {f"{W}p", f"{W}moveFrom", f"{W}pPr", f"{W}txbxContent", f"{MC}Fallback", f"{W}instrText"}


def text_of(element: Element) -> str:
    """Text as it stands on the page, without text boxes, which are paragraphs of their own."""
    parts: list[str] = []
    waiting = list(reversed(element))
    while waiting:
        here = waiting.pop()
        if here.tag == f"{W}t":
            parts.append(here.text or "")
        elif here.tag in _BREAKS:
            parts.append(_BREAKS[here.tag])
        elif here.tag not in _UNREAD:
            waiting.extend(reversed(here))
    return "".join(parts)


def levels(styles: Element) -> dict[str, int]:
    """Styles of headings, by their id, which is in the language of the program; their names are not."""
    found: dict[str, int] = {}
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        named = _HEADING.fullmatch(name.get(f"{W}val", "")) if name is not None else None
        outline = _outline(style)
        if named or outline:
            found[style.get(f"{W}styleId", "")] = int(named[1]) if named else outline
        elif name is not None and name.get(f"{W}val", "").lower() == "title":
            found[style.get(f"{W}styleId", "")] = 1
    return found


def level_of(paragraph: Element, known: Mapping[str, int]) -> int:
    """1-6 of a heading, by its own outline or its style; 0 of anything else."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return _outline(paragraph) or (known.get(style.get(f"{W}val", ""), 0) if style is not None else 0)


def is_numbered(paragraph: Element) -> bool:
    """Whether a paragraph is one of a list."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    listed = style is not None and style.get(f"{W}val", "").startswith("List")
    return listed or paragraph.find(f"{W}pPr/{W}numPr") is not None


def alt_of(drawing: Element) -> Iterator[str | None]:
    """The description of a drawing that is a picture; None in it where there is none."""
    told = drawing.find(f"{WP}docPr")
    if told is not None and next(drawing.iter(_PICTURE), None) is not None:
        yield told.get("descr") or None


def _outline(element: Element) -> int:
    level = element.find(f"{W}pPr/{W}outlineLvl")
    written = level.get(f"{W}val", "") if level is not None else ""
    return int(written) + 1 if written in set("012345") else 0
