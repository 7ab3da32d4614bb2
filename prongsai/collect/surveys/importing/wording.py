"""How alike texts are, by the pieces that they share. What many texts have in common says little."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from math import log

from prongsai.core.spelling import for_search

LONGEST = 1000  # letters of a text that are compared
_PIECE = 3  # Thai has no spaces between words: pieces of three letters stand for them


class Wordings:
    """Texts by key. A piece weighs the more, the fewer of the texts hold it."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._pieces = {key: pieces(text) for key, text in texts.items()}
        held = Counter(piece for found in self._pieces.values() for piece in found)
        self._weights = {piece: log(1 + len(texts) / many) - _COMMON for piece, many in held.items()}

    def likeness(self, text: str) -> dict[str, float]:
        """0 (nothing in common) to 1 (the same) for each key."""
        typed = pieces(text)
        return {key: self._dice(typed, known) for key, known in self._pieces.items()}

    def _dice(self, first: frozenset[str], second: frozenset[str]) -> float:
        whole = self._weight(first) + self._weight(second)
        return 2 * self._weight(first & second) / whole if whole else 0.0

    def _weight(self, found: frozenset[str]) -> float:
        return sum(self._weights.get(piece, _STRANGE) for piece in found)


def pieces(text: str) -> frozenset[str]:
    letters = bare(text)
    return frozenset(letters[start : start + _PIECE] for start in range(max(1, len(letters) - _PIECE + 1)))


def bare(text: str) -> str:
    """A text without spaces, signs and case, its marks in their right order."""
    return "".join(each for each in for_search(text[:LONGEST]) if unicodedata.category(each)[0] not in "PZSC")


_COMMON = log(2) - 0.02  # what every text holds weighs next to nothing
_STRANGE = 1.0  # a piece that no text holds
