"""Walking a framework file as it was read, passing over what has the wrong shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from pydantic_core import PydanticCustomError

from prongsai.core.text import Text
from prongsai.frameworks import schema
from prongsai.frameworks.problems import Loc
from prongsai.frameworks.reading import Block, Entries

LEVELS = ("instruments", "indicators", "questions", "rows", "sub_indicators", "items")
Found = Iterator[tuple[Loc, Text]]


@dataclass(frozen=True, slots=True)
class Context:
    """What a file is checked against.

    name      the file's name without its ending
    previous  item codes of the year before, where the base file is of that year
    """

    name: str
    previous: frozenset[str] | None = None


def parts(tree: Block, loc: Loc = ()) -> Iterator[tuple[Loc, Block, str]]:
    """Every part with its place and its level, each before its own parts."""
    for level in LEVELS:
        for index, entry in entries(tree, level):
            place = (*loc, level, index)
            yield place, entry, level
            yield from parts(entry, place)


def entries(block: Block, key: str) -> list[tuple[int, Block]]:
    value = block.get(key)
    return [(i, e) for i, e in enumerate(value) if isinstance(e, Block)] if isinstance(value, Entries) else []


def keys(tree: Block, key: str) -> list[str]:
    value = tree.get(key)
    return list(value) if isinstance(value, Block) else []


def text(block: Block, key: str) -> str:
    value = block.get(key)
    return value if isinstance(value, str) else ""


def figure(block: Block, key: str) -> Fraction | None:
    try:
        return schema.exact(block.get(key))
    except PydanticCustomError:
        return None


def number(block: Block, key: str) -> int | None:
    value = block.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def codes_of(tree: Block, level: str) -> list[str]:
    return [text(part, "code") for _, part, at in parts(tree) if at == level]
