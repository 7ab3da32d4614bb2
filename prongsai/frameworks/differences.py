"""What is different between the rules of two years, or of two bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from prongsai.core.checks import Check
from prongsai.core.framework import Framework, Item, Part
from prongsai.core.text import Language, Text


class Change(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"  # the same thing under another code
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `code` is that of the second framework, of the first where something was removed.

    what    the field that changed ("weight", "scale", "name", "elements.chart", "grades.AA.total"); empty
            where the whole part was added, removed or renamed.
    before  in the first framework; empty where there was nothing.
    after   in the second.
    """

    change: Change
    code: str
    what: str
    before: Text
    after: Text

    def in_(self, language: Language) -> str:
        sentence = _SENTENCES[self.change] if not self.what else _FIELD
        before, after = (_NONE if text == NOTHING else text for text in (self.before, self.after))
        return sentence.fill(code=self.code, what=self.what, before=before, after=after).in_(language)


NOTHING = Text("")
_NONE = Text(th="(ไม่มี)", en="(none)")
_SENTENCES = {
    Change.ADDED: Text(th="{code}: เพิ่มใหม่: {after}", en="{code}: added: {after}"),
    Change.REMOVED: Text(th="{code}: ตัดออก: {before}", en="{code}: removed: {before}"),
    Change.RENAMED: Text(th="{code}: เดิมคือ {before}", en="{code}: was {before}"),
}
_FIELD = Text(th="{code} {what}: {before} → {after}", en="{code} {what}: {before} → {after}")
# Told by what is above them, by their own differences, or by the head of the file.
_Told = Part | Framework
_ALWAYS_LEFT_OUT = {"code", "parts"}
_LEFT_OUT: dict[type, set[str]] = {
    Framework: {"code", "name", "year_be", "body", "is_draft", "instruments", "provenance", "worked_examples"}
    | {"scoring_hash", "wording_hash"},
    Item: {"code", "was"},
}


def diff(first: Framework, second: Framework) -> list[Difference]:
    """Every difference, in the order of the second framework; what was removed stands at the end.

    An item is the same item where its `was` says so, any other part where it has the same code.
    """
    old = {part.code: part for part in first.walk()}
    pairs = _pairs(old, second)
    years = (first.year_be, second.year_be)
    found = list(_changes(second.code, first, second, years))
    for part in second.walk():
        before = pairs.pop(part.code, None)
        if before is None:
            found.append(Difference(Change.ADDED, part.code, "", NOTHING, part.name))
            continue
        del old[before.code]
        if before.code != part.code:
            found.append(Difference(Change.RENAMED, part.code, "", _same(before.code), _same(part.code)))
        found += _changes(part.code, before, part, years)
    found += [Difference(Change.REMOVED, code, "", part.name, NOTHING) for code, part in old.items()]
    return found


def _pairs(old: Mapping[str, Part], second: Framework) -> dict[str, Part]:
    """Code in the second framework -> the part it was in the first, each used once."""
    renamed = {item.code: item.was for item in second.items if item.was in old}
    taken = set(renamed.values())
    same = {part.code: part.code for part in second.walk() if part.code in old and part.code not in taken}
    return {code: old[was] for code, was in {**same, **renamed}.items()}


def _changes(code: str, first: _Told, second: _Told, years: tuple[int, int]) -> Iterator[Difference]:
    before, after = _facts(first), _facts(second)
    for what in dict.fromkeys((*after, *before)):
        one, other = before.get(what, NOTHING), after.get(what, NOTHING)
        if _undated(one, years[0]) != _undated(other, years[1]):
            yield Difference(Change.CHANGED, code, what, one, other)


def _facts(value: _Told) -> dict[str, Text]:
    """What a part or a framework says of itself, without its parts: {"elements.chart.name": ...}."""
    return dict(_flat("", value))


def _flat(name: str, value: Any) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield name, value
    elif name == "scale":
        yield name, _same(value.code)  # scales are compared once, with the framework
    elif isinstance(value, Check):
        yield name, _same(str(value))
    elif is_dataclass(value) or isinstance(value, Mapping | tuple):
        for key, each in _inside(value):
            yield from _flat(f"{name}.{key}".strip("."), each)
    elif value not in (None, ""):
        yield name, _same(str(value))


def _inside(value: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(value, Mapping):
        return value.items()
    if isinstance(value, tuple):
        return [(getattr(each, "code", str(number)), each) for number, each in enumerate(value, start=1)]
    left_out = _LEFT_OUT.get(type(value), _ALWAYS_LEFT_OUT)
    names = [field.name for field in fields(value) if field.init and field.name not in left_out]
    return [(name, getattr(value, name)) for name in names]


def _same(word: str) -> Text:
    return Text(th=word, en=word)


def _undated(text: Text, year_be: int) -> Text:
    """A wording without its fiscal years, so that one that only moved on by a year is no difference."""
    return Text(*(_years_out(wording, year_be) for wording in (text.th, text.en)))


def _years_out(wording: str, year_be: int) -> str:
    return wording.replace(str(year_be), "{year_be}").replace(str(year_be - 1), "{year_before_be}")
