"""The title that a form service gives a column: `i4 the question [its row]`."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from prongsai.collect.surveys.importing.wording import LONGEST
from prongsai.core import codes
from prongsai.core.thai import arabic


@dataclass(frozen=True, slots=True)
class Title:
    """question  what stands before the brackets; row: what stands in them, or "".

    code    the code of a row or question that stands at its head, or "".
    number  a number alone that stands there; services number by themselves, so it says little.
    """

    question: str
    row: str
    code: str
    number: str

    @property
    def is_bare(self) -> bool:
        """Whether nothing but a code or a number stands there."""
        return not (self.question or self.row)


def one_line(typed: str) -> str:
    return " ".join(typed.split())[:LONGEST]


def read_title(typed: str, known: Collection[str]) -> Title:
    """Take a title to pieces. `known` are the codes of rows and questions."""
    found = _GRID.fullmatch(one_line(typed))
    question, row = (found[1], found[2]) if found else (one_line(typed), "")
    (row_code, _, row), (code, number, question) = _head(row, known), _head(question, known)
    return Title(question, row, row_code or code, number)


def _head(text: str, known: Collection[str]) -> tuple[str, str, str]:
    """Code, number and the words after them."""
    found = _HEAD.match(text)
    if not found:
        return "", "", text
    number = ".".join(str(int(each)) for each in arabic(found[2]).split("."))
    code = codes.canonical(found[1].lower() + number) if found[1] else ""
    if code and code not in known:
        return "", "", text
    return code, "" if code else number, text[found.end() :].strip()


_GRID = re.compile(r"(.*?)\s*\[([^\[\]]*)\]\s*\.?")
_HEAD = re.compile(r"(?:ข้อที่|ข้อ)?\s*([A-Za-z]?)\s?([0-9๐-๙]{1,4}(?:\.[0-9๐-๙]{1,4})*)(?![0-9๐-๙])[\s.):–-]*")
