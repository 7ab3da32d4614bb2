"""Codes of instruments, indicators, items, questions and rows, however a person types them."""

from __future__ import annotations

import re

THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# Officials write the letter O of an item as the Thai digit zero or an Arabic zero: ๐1, 01, 0๑.
_ITEM_ZERO = re.compile(r"^(?:๐|0)(?=[0-9๐-๙])")
_PREFIX = re.compile(r"^(?:ตัวชี้วัดที่|ตัวชี้วัด|ข้อที่|ข้อ|indicator|item|question)\s*", re.IGNORECASE)
_NUMBER = re.compile(r"[a-z]*\d+(?:\.\d+)*")


def canonical(typed: str) -> str:
    """Give the code that a typed one stands for: `O1`, `o1`, `01`, `๐1` and `ข้อ ๐1` are all `o1`.

    Texts that are not codes come back in lower case without outer space, so that a look-up
    can refuse them by name.
    """
    text = _PREFIX.sub("", typed.strip())
    text = _ITEM_ZERO.sub("o", text)
    text = text.translate(THAI_DIGITS).lower().replace(" ", "")
    if not _NUMBER.fullmatch(text):
        return text
    letters = text.rstrip("0123456789.")
    return letters + ".".join(str(int(number)) for number in text[len(letters) :].split("."))


def order(code: str) -> tuple[tuple[str, int], ...]:
    """Sort key that puts `o2` before `o10` and `i1.2` before `i2.1`."""
    return tuple(
        (word, int(number or 0)) for word, number in re.findall(r"([^\d.]*)(\d*)\.?", code) if word or number
    )
