"""Text as it was meant, whatever wrote it: one ำ, nothing invisible, Arabic digits, private glyphs known."""

from __future__ import annotations

import re
import unicodedata

from prongsai.core.spelling import mend
from prongsai.core.thai import arabic

# Fonts for Windows and for the Macintosh keep marks that stand lower or more to the left as private glyphs.
_GLYPHS = str.maketrans(
    dict(zip(map(chr, range(0xF700, 0xF71B)), "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู", strict=True))
    | dict(zip(map(chr, range(0xF884, 0xF89F)), "ัิีึื็่่่้้้๊๊๊๋๋๋์์์ํญฺุูฐ", strict=True)),
)
_SYMBOLS = re.compile("[\uf0a1-\uf0fb]{4,}")  # a Thai font of the old kind says that it holds symbols
_WESTERN = re.compile("[\u00a1-\u00fb]{6,}")  # or that it holds Western letters
_MARKS = re.compile("[\uf000-\uf0ff]")  # what is left of symbols: ticks and bullets
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def normal(text: str) -> str:
    """Mend a stretch of text and put it on one line."""
    if text.isascii():
        return " ".join(_CONTROL.sub("", text).split())
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text)).translate(_GLYPHS)
    text = _WESTERN.sub(lambda found: _thai(found[0].encode("latin-1")), text)
    text = _SYMBOLS.sub(lambda found: _thai(bytes(ord(letter) & 0xFF for letter in found[0])), text)
    return _SPACE.sub(" ", arabic(mend(_MARKS.sub(" ", text)))).strip()


def unknown_letters(text: str) -> int:
    """How many letters of a normal text nobody but its own font can read."""
    return len(_PRIVATE.findall(text))


def _thai(content: bytes) -> str:
    return content.decode("cp874", "replace")
