"""Finding words in texts that were printed, scanned for letters and typed in many ways.

A phrase is found by its skeleton: consonants, Latin letters and digits, without vowels, tones, spaces and
signs, which is what every producer of PDFs leaves in order. Short phrases would be found everywhere by that;
of them the vowels count too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rapidfuzz import fuzz

from prongsai.collect.evidence.reading import places
from prongsai.collect.evidence.reading.content import Content, Kind
from prongsai.collect.evidence.reading.normal import normal
from prongsai.core.text import Text

LONG = 8  # letters from which a skeleton tells one phrase from another
ALIKE = 90  # of 100: how much of a long phrase must be there
_NO_BONE = re.compile("[^ก-ฮ0-9a-z]+")
_DOUBLED = re.compile("([ก-ฮ])\\1+")  # some PDFs write a syllable twice: ซึ่ซึ่ง
_LIGHT = re.compile("[็-๎]")  # tones and signs above
_CLUSTER = re.compile("[0-9a-z]|[^\\W\\d_a-z][ัิ-ฺ]*")
_BARE = "(?![ัิ-ฺ])"  # no further vowel: the ม of สมมุติ are two, of which one has a vowel
_BETWEEN = r"[\s!-/:-@\[-`{-~“”‘’–—]*+"


def skeleton(text: str) -> str:
    """Thai consonants, Arabic digits and small Latin letters; a consonant that follows itself counts once."""
    return _bones(normal(text))


def holds(text: str, phrase: str) -> bool:
    """Whether a text holds a phrase, as `find` looks for it."""
    return _Index([(normal(text), places.TOP)]).find(phrase) is not None


def find(content: Content, phrase: str) -> Text | None:
    """Where a phrase stands: a page, a heading, a row of a table. None if it does not, or has no letters.

    A long phrase is found if 90 of 100 parts of its skeleton are there; its digits must be exact.
    """
    return _indexed(_Same(content)).find(phrase)


class _Same:
    """The very same content: comparing all its letters would take longer than looking for a phrase."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def __hash__(self) -> int:
        return id(self.content)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.content is self.content


@lru_cache(maxsize=8)
def _indexed(same: _Same) -> _Index:
    return _Index(_pieces(same.content))


def _pieces(content: Content) -> Iterator[tuple[str, Text]]:
    yield content.title, places.TITLE
    if content.kind is Kind.PDF:  # lines end anywhere
        for place, lines in groupby(content.blocks, key=lambda block: block.place):
            yield " ".join(line.text for line in lines), place
    else:
        yield from ((block.text, block.place) for block in content.blocks)
    for table in content.tables:
        yield " ".join(table.heads), table.place
        for number, row in enumerate(table.rows, start=1):
            yield " ".join(row), places.row(table.place, number)
    yield from ((picture.alt, picture.place) for picture in content.pictures if picture.alt)


@dataclass(frozen=True, slots=True)
class _Piece:
    light: str  # small letters, without tones
    place: Text
    toned: str  # the same with them


class _Index:
    """Pieces of normal text, laid out once for many phrases."""

    def __init__(self, pieces: Iterable[tuple[str, Text]]) -> None:
        self._pieces: list[_Piece] = []
        self._starts: list[int] = []
        bones: list[str] = []
        length = 0
        for text, place in pieces:
            self._pieces.append(_Piece(_light(text), place, text.casefold().replace("ำ", "า")))
            self._starts.append(length)
            bones.append(_bones(text))
            length += len(bones[-1]) + 1
        self._bones = "\n".join(bones)

    def find(self, phrase: str) -> Text | None:
        bones = skeleton(phrase)
        if len(bones) < LONG:
            return self._exact(phrase)
        at = self._bones.find(bones)
        return self._place(at if at >= 0 else self._nearly(bones))

    def _exact(self, phrase: str) -> Text | None:
        pattern = _pattern(phrase)
        if pattern is None:
            return None
        tones = set(_LIGHT.findall(normal(phrase)))
        return next((each.place for each in self._pieces if _is_there(pattern, each, tones)), None)

    def _nearly(self, bones: str) -> int:
        if len(self._bones) < len(bones):
            return (
                0
                if fuzz.ratio(bones, self._bones, score_cutoff=ALIKE) and _numbers(bones, self._bones)
                else -1
            )
        found = fuzz.partial_ratio_alignment(bones, self._bones, score_cutoff=ALIKE)
        if found is None or not _numbers(
            bones, self._bones[max(found.dest_start - 2, 0) : found.dest_end + 2]
        ):
            return -1
        return int(found.dest_start)

    def _place(self, at: int) -> Text | None:
        return self._pieces[bisect_right(self._starts, at) - 1].place if at >= 0 else None


def _is_there(pattern: re.Pattern[str], piece: _Piece, tones: set[str]) -> bool:
    """Whether a short phrase stands there: a text may lose tones but gains none, so นาที is not in หน้าที่."""
    at: list[int] = []
    for found in pattern.finditer(piece.light):
        at = at or [index for index, letter in enumerate(piece.toned) if not _LIGHT.match(letter)]
        end = at[found.end()] if found.end() < len(at) else len(piece.toned)
        if set(_LIGHT.findall(piece.toned[at[found.start()] : end])) <= tones:
            return True
    return False


def _numbers(bones: str, window: str) -> bool:
    """Every number of the phrase stands in the window: plans of 2565 and 2566 differ in one letter."""
    return set(re.findall(r"\d+", bones)) <= set(re.findall(r"\d+", window))


def _bones(text: str) -> str:
    """The skeleton of a normal text."""
    return _DOUBLED.sub(r"\1", _NO_BONE.sub("", text.casefold()))


def _light(text: str) -> str:
    """A normal text in small letters, without tones."""
    return _LIGHT.sub("", text.casefold()).replace("ำ", "า")


@lru_cache(maxsize=1024)
def _pattern(phrase: str) -> re.Pattern[str] | None:
    """A short phrase with anything but letters between its letters; a syllable may stand twice."""
    runs = [(each, len(list(same))) for each, same in groupby(_CLUSTER.findall(_light(normal(phrase))))]
    if not runs:
        return None
    first = runs[0][0]
    runs[0] = (first, runs[0][1] - 1)
    parts = [first + _BARE]
    parts += (
        f"(?:{_BETWEEN}{each}{_BARE}){{{times}{'' if each.isascii() else ','}}}+" for each, times in runs
    )
    return re.compile(_edge(first, "<!") + "".join(parts) + _edge(runs[-1][0], "!"))


def _edge(letter: str, look: str) -> str:
    """Numbers and Latin words must stand alone: 25 is not in 2565."""
    kind = "0-9" if letter.isdigit() else "a-z" if letter.isascii() else ""
    return f"(?{look}[{kind}])" if kind else ""
