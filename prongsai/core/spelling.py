"""Thai words in the order of a dictionary, and texts made alike for searching."""

from __future__ import annotations

import re

from prongsai.core.codes import THAI_DIGITS

_TONES = "่้๊๋"
_VOWELS = "ัิีึืุู"  # written over or under the consonant, before its tone
_IGNORED = re.compile(f"[{_TONES}็์ๆฯํฺ]")  # a dictionary looks at them last
_LEADING = re.compile("([เแโใไ])([ก-ฮ])")
_SARA_AM = re.compile(f"([{_TONES}]?)ํ([{_TONES}]?)า")
_AM_THEN_TONE = re.compile(f"ำ([{_TONES}])")
_TONE_THEN_VOWEL = re.compile(f"([{_TONES}])([{_VOWELS}])")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def thai_digits(text: str) -> str:
    """Arabic digits as Thai ones."""
    return text.translate(_TO_THAI)


def mend(text: str) -> str:
    """Write marks in their one right order: น้ำ and นํ้า, ที่ and ท่ี, แ and เเ look alike and become the same."""
    text = _UNSEEN.sub("", text).replace("เเ", "แ")
    text = _SARA_AM.sub(lambda found: (found[1] or found[2]) + "ำ", text)
    text = _AM_THEN_TONE.sub(r"\1ำ", text)
    return _TONE_THEN_VOWEL.sub(r"\2\1", text)


def for_search(text: str) -> str:
    """Make texts alike that mean the same: mended marks, Arabic digits, no case, single spaces."""
    return " ".join(mend(text).translate(THAI_DIGITS).casefold().split())


def sort_key(text: str) -> tuple[str, str]:
    """Key that puts Thai words in the order of a dictionary.

    A vowel written before its consonant counts after it; tones decide only between words else alike.
    """
    text = for_search(text)
    return _LEADING.sub(r"\2\1", _IGNORED.sub("", text)), text
