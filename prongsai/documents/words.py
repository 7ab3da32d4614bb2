"""Text on its way into a file: what none may hold is taken out, digits are turned."""

from __future__ import annotations

import re

from prongsai.core.text import Language, Text
from prongsai.core.thai import MONTHS, SHORT_MONTHS
from prongsai.documents.model import Digits

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

TABLE = Text("ตารางที่ {n}", "Table {n}")
FIGURE = Text("ภาพที่ {n}", "Figure {n}")
PAGE = Text("หน้า {n} จาก {m}", "Page {n} of {m}")
SIGN_HERE = Text("ลงชื่อ", "Signed")
LIST_OF_TABLES = Text("รายการตาราง", "List of tables")
NOTE = Text("หมายเหตุ", "Note")

# Never broken over a line: a day and its month, an era and its year, an area and its number.
# Each with a word as wide as it gets.
KEPT_TOGETHER = (
    ("30 พฤศจิกายน", "[0-9๐-๙]{1,2} (?:" + "|".join((*MONTHS, *SHORT_MONTHS)).replace(".", r"\.") + ")"),
    ("พ.ศ. 2565", r"พ\.ศ\. [0-9๐-๙]{4}"),
    ("เขต 99", "เขต [0-9๐-๙]{1,2}"),
)

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
