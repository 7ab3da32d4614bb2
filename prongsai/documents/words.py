"""Text on its way into a file: what none may hold is taken out, digits are turned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from prongsai.core.text import Language, Text
from prongsai.core.thai import MONTHS, SHORT_MONTHS
from prongsai.documents.model import Digits

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

TABLE = Text("ตารางที่ {n}", "Table {n}")
FIGURE = Text("ภาพที่ {n}", "Figure {n}")
PAGE = Text("หน้า {n} จาก {m}", "Page {n} of {m}")
SIGN_HERE = Text("ลงชื่อ", "Signed")
LIST_OF_TABLES = Text("รายการตาราง", "List of tables")

# Never broken over a line: a day and its month, an era and its year, an area and its number.
_TOGETHER = (
    "[0-9๐-๙]{1,2} (?:" + "|".join((*MONTHS, *SHORT_MONTHS)).replace(".", r"\.") + ")",
    r"พ\.ศ\. [0-9๐-๙]{4}",
    "เขต [0-9๐-๙]{1,2}",
)
_LONG_RUN = "[!-~]{16,}"  # an address, a hash: it may be wider than its room

# XML 1.0 has no place for these, and a lone surrogate has no UTF-8
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LATIN_RUN = re.compile("[!-~]+")
_LETTER = re.compile("[A-Za-z]")
_SVG_TEXT = re.compile(r">([^<>]+)</(text|tspan|title|desc)>")


def clean(text: str) -> str:
    """Take out what no file may hold, and write every line end the same way."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def with_digits(text: str, digits: Digits) -> str:
    """Turn the digits, but not those in a word with Latin letters: O12, PDF/A-2a, an address."""
    if digits == "arabic":
        return text
    return _LATIN_RUN.sub(_thai_unless_latin, text)


def _thai_unless_latin(run: re.Match[str]) -> str:
    found = run.group()
    return found if _LETTER.search(found) else found.translate(THAI_DIGITS)


def svg_with_digits(svg: str, digits: Digits) -> str:
    """Turn the digits of a picture's words, never those of its coordinates."""
    return _SVG_TEXT.sub(lambda found: f">{with_digits(found[1], digits)}</{found[2]}>", svg)


def numbered(label: Text, place: int, *, language: Language, digits: Digits) -> str:
    """Name a table or a figure by its number."""
    return with_digits(label.in_(language).format(n=place), digits)


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a text. kept: never broken over a line; run: broken anywhere, if it must be."""

    text: str
    kind: Literal["plain", "kept", "run"] = "plain"


class Splitter:
    """Parts the texts of one document by where their lines may end."""

    def __init__(self, keep_whole: tuple[str, ...]) -> None:
        longest_first = sorted(keep_whole, key=len, reverse=True)  # of two that begin alike, the whole one
        kept = "|".join((*map(re.escape, longest_first), *_TOGETHER))
        self.pattern = re.compile(f"(?P<kept>{kept})|(?P<run>{_LONG_RUN})")

    def __call__(self, text: str) -> list[Piece]:
        pieces: list[Piece] = []
        end = 0
        for found in self.pattern.finditer(text):
            if found.start() > end:
                pieces.append(Piece(text[end : found.start()]))
            pieces.append(Piece(found.group(), "kept" if found["kept"] else "run"))
            end = found.end()
        if end < len(text):
            pieces.append(Piece(text[end:]))
        return pieces
