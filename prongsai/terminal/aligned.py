"""Tables of text for a terminal. Thai marks above and below a letter take no room."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

from prongsai.core.text import Language, Text

GAP = "  "


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_width(letter) for letter in text)


def table(rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> list[str]:
    """Lines with every column as wide as its widest cell.

    right  indexes of columns that end under each other, as figures do.
    """
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        GAP.join(
            _padded(cell, room, at_left=place in right)
            for place, (cell, room) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def section(title: Text, lines: Sequence[Text], language: Language) -> list[str]:
    """A titled list with an empty line before it; nothing where the list is empty."""
    return ["", title.in_(language), *(f"  {line.in_(language)}" for line in lines)] if lines else []


def _padded(cell: str, room: int, *, at_left: bool) -> str:
    space = " " * (room - width(cell))
    return space + cell if at_left else cell + space


def _width(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
