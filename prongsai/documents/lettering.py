"""A chart parted into its shapes and its words.

Typst draws the shapes of an SVG well, but not Thai words: ำ falls on the next letter and marks have
no code in the PDF, which PDF/A forbids. So the words are taken out and set by Typst itself.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

_VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_TEXT = re.compile(r"<text\b([^>]*)>([^<]*)</text>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def parted(svg: str) -> dict[str, Any]:
    """Give the shapes as SVG, the size in the chart's units, and each text with its place and look.

    raises  ValueError for a picture whose viewBox does not begin at 0 0.
    """
    view = _VIEW.search(svg)
    if not view:
        raise ValueError("A figure needs an SVG with a viewBox that begins at 0 0.")
    return {
        "svg": _TEXT.sub("", svg),
        "width": float(view[1]),
        "height": float(view[2]),
        "texts": [
            _text(dict(_ATTRIBUTE.findall(text[1])), unescape(text[2])) for text in _TEXT.finditer(svg)
        ],
    }


def _text(attributes: dict[str, str], words: str) -> dict[str, Any]:
    return {
        "words": words,
        "x": float(attributes["x"]),
        "y": float(attributes["y"]),
        "size": float(attributes.get("font-size", "15")),
        "fill": attributes.get("fill", "#000000"),
        "bold": attributes.get("font-weight") == "700",
        "back": {"end": 1.0, "middle": 0.5}.get(attributes.get("text-anchor", ""), 0.0),
    }
