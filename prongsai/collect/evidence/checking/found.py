"""What one rule or one question found in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prongsai.collect.evidence.checking.verdict import NOWHERE, Answer
from prongsai.collect.evidence.reading import places
from prongsai.collect.evidence.reading.content import Content
from prongsai.core.text import Text

_BEST_FIRST = (Answer.PASS, Answer.NOT_SURE, Answer.FAIL, Answer.NOT_APPLICABLE)
_WORST_FIRST = (Answer.FAIL, Answer.NOT_SURE, Answer.PASS, Answer.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Found:
    answer: Answer
    said: Text
    place: Text = NOWHERE


def passed(said: Text, place: Text = NOWHERE) -> Found:
    return Found(Answer.PASS, said, place)


def failed(said: Text, place: Text = NOWHERE) -> Found:
    return Found(Answer.FAIL, said, place)


def unsure(said: Text, place: Text = NOWHERE) -> Found:
    return Found(Answer.NOT_SURE, said, place)


def best(found: Iterable[Found]) -> Found:
    """The best of several places; of equals the first."""
    return min(found, key=lambda each: _BEST_FIRST.index(each.answer))


def worst(answers: Iterable[Answer]) -> Answer:
    return min(answers, key=_WORST_FIRST.index)


def pieces(content: Content) -> Iterator[tuple[str, Text]]:
    """Every stretch of text with its place: title, blocks, heads and cells of tables, words for pictures."""
    if content.title:
        yield content.title, places.TITLE
    yield from ((block.text, block.place) for block in content.blocks)
    for table in content.tables:
        yield from ((head, table.place) for head in table.heads)
        for number, row in enumerate(table.rows, start=1):
            yield from ((cell, places.row(table.place, number)) for cell in row if cell)
    yield from ((picture.alt, picture.place) for picture in content.pictures if picture.alt)


def quoted(words: Iterable[str], *, most: int = 5) -> str:
    """“ก” “ข”, no more than `most` of them."""
    shown = list(words)
    return " ".join(f"“{word}”" for word in shown[:most]) + (" …" if len(shown) > most else "")
