"""Another office's name in free text: the other sign of a page copied from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from prongsai.analyse.checks.passages import passages, searchable
from prongsai.analyse.checks.provinces import PROVINCES
from prongsai.analyse.story import Finding, OfficeCard, Story
from prongsai.core.naming import listed
from prongsai.core.text import Text
from prongsai.core.thai import plain

# Ways to write the two kinds of education area office, all brought to the short one.
_KINDS = {
    "สพป.": r"(?:สำนักงาน|สนง\.?)?เขตพื้นที่(?:การศึกษา)?ประถมศึกษา|ส\.?พ\.?ป\.?",
    "สพม.": r"(?:สำนักงาน|สนง\.?)?เขตพื้นที่(?:การศึกษา)?มัธยมศึกษา|ส\.?พ\.?ม\.?",
}
_KIND = re.compile("|".join(f"(?P<k{number}>{way})" for number, way in enumerate(_KINDS.values())))
_ENGLISH = re.compile(
    r"(?P<place>[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*?)\s+(?P<kind>Primary|Secondary)\s+Educational?\s+Service\s+Area"
    r"(?:\s+Office)?(?:,?\s*(?:Area\s*)?(?P<area>[0-9]{1,2}))?"
)
_AREA = r"(?:เขต(?:พื้นที่|ที่)?(?P<area>[0-9]{1,2})(?![0-9]))?"
_LEAST_NAME = 5  # a shorter name of another office could be part of any word


@dataclass(frozen=True, slots=True)
class _Office:
    """What tells one office of a kind from another. `area` is empty where there is one alone."""

    kind: str
    place: str
    area: str

    def is_other(self, own: _Office) -> bool:
        """Whether this surely names another office than ours: less than the whole name is no proof."""
        if self.kind != own.kind:
            return False
        if own.place.startswith(self.place) or self.place.startswith(own.place):
            return bool(self.area) and self.area != own.area
        return True

    def __str__(self) -> str:
        return f"{self.kind}{self.place}{' เขต ' if self.area else ''}{self.area}"


def other_office_in_text(story: Story) -> Iterator[Finding]:
    """Find names of other offices, however they are spaced, shortened or numbered."""
    for passage in passages(story):
        names = {name for wording in passage.wordings for name in _others(wording, story.office)}
        if names:
            yield Finding(
                "other_office_in_text",
                "mend",
                passage.place,
                _MESSAGE.fill(names=listed([Text(name) for name in sorted(names)]), office=story.office.name),
            )


_MESSAGE = Text(
    th="ข้อความกล่าวถึงหน่วยงานอื่น: {names} โปรดตรวจสอบว่าควรเป็น {office} หรือไม่",
    en="The text names another office: {names}. Check whether it should be {office}.",
)


def _others(wording: str, office: OfficeCard) -> Iterator[str]:
    short = _short_form(wording)
    hidden = _without_own(short, office)
    found = {form: name for form, name in _forms(office.other_names) if _stands_in(form, hidden)}
    yield from found.values()
    covered = "".join(found)
    own = _own(office)
    if own:
        others = (each for each in _mentioned(wording, own) if each.is_other(own))
        yield from (str(each) for each in others if plain(str(each)) not in covered)
    yield from _others_in_english(wording, office, covered)


def _short_form(text: str) -> str:
    """A text without spaces, kinds of office in their short form."""
    return _KIND.sub(_kind, plain(text))


def _kind(found: re.Match[str]) -> str:
    return next(kind for number, kind in enumerate(_KINDS) if found[f"k{number}"])


def _without_own(short: str, office: OfficeCard) -> str:
    """Blank our own names, so that another one inside them is not found there."""
    names = {
        _short_form(way) for text in (office.name, office.short) for way in (text.th, text.en) if way.strip()
    }
    for name in sorted(names, key=len, reverse=True):
        short = re.sub(rf"{re.escape(name)}(?![0-9])", "\n", short)
    return short


@lru_cache(maxsize=8)
def _forms(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each name of another office once, with its short form; a nation has tens of thousands."""
    found: dict[str, str] = {}
    for name in names:
        if len(plain(name)) >= _LEAST_NAME:
            found.setdefault(_short_form(name), name)
    return tuple(found.items())


def _stands_in(form: str, text: str) -> bool:
    return form in text and bool(re.search(rf"{re.escape(form)}(?![0-9])", text))


@lru_cache(maxsize=1024)
def _thai_office(name: str) -> _Office | None:
    """Take a whole name apart; None if it is not one of an education area office."""
    found = re.fullmatch(rf"(?P<kind>สพป\.|สพม\.)(?:จังหวัด|จ\.)?(?P<place>[^0-9]+?){_AREA}", _short_form(name))
    return _Office(found["kind"], found["place"], found["area"] or "") if found else None


def _own(office: OfficeCard) -> _Office | None:
    return _thai_office(office.name.th) or _thai_office(office.short.th)


def _mentioned(wording: str, own: _Office) -> Iterator[_Office]:
    """Offices of our kind that a text names: kind, then a province or something close to our place."""
    text, ends = _squeezed(wording)
    for kind in _KIND.finditer(text):
        found = _place(own.place).match(text, kind.end())
        if found is None:
            continue
        is_whole = bool(found["area"]) or _ends_a_word(text, found.end(), ends)
        if is_whole:
            yield _Office(_kind(kind), found["near"] or found["place"], found["area"] or "")


def _squeezed(wording: str) -> tuple[str, frozenset[int]]:
    """A text without spaces, and after which places a space stood."""
    parts = searchable(wording).casefold().split()
    ends, length = set(), 0
    for part in parts:
        length += len(part)
        ends.add(length)
    return "".join(parts), frozenset(ends)


def _ends_a_word(text: str, place: int, ends: frozenset[int]) -> bool:
    return place in ends or not "\u0e01" <= text[place : place + 1] <= "\u0e4e"


@lru_cache(maxsize=64)
def _place(own: str) -> re.Pattern[str]:
    """Match a place behind a kind of office: provinces, ours, or ours with one letter wrong."""
    known = "|".join(re.escape(name) for name in sorted({own, *PROVINCES}, key=len, reverse=True))
    wrong = "|".join(sorted(_one_letter_off(own), key=len, reverse=True))
    return re.compile(
        rf"(?:จังหวัด|จ\.)?(?:(?P<place>(?:{known})+)|(?P<near>{wrong})(?=เขต(?:พื้นที่|ที่)?[0-9])){_AREA}"
    )


def _one_letter_off(own: str) -> set[str]:
    """Patterns of our place with a letter left out, put in, or put in another's place."""
    letter = "[\u0e01-\u0e4e]"
    escaped = [re.escape(each) for each in own]
    cuts = range(len(own))
    return {
        "".join(way)
        for at in cuts
        for way in (
            (*escaped[:at], *escaped[at + 1 :]),
            (*escaped[:at], f"(?!{escaped[at]}){letter}", *escaped[at + 1 :]),
            (*escaped[: at + 1], letter, *escaped[at + 1 :]),
        )
    }


def _others_in_english(wording: str, office: OfficeCard, covered: str) -> Iterator[str]:
    own = _ENGLISH.search(office.name.en)
    if own is None:
        return
    for found in _ENGLISH.finditer(wording):
        place = found["place"].removeprefix("The ").removeprefix("At ").removeprefix("In ")
        is_other = found["kind"] == own["kind"] and (
            not own["place"].endswith(place.rsplit(" ", 1)[-1])
            or (found["area"] is not None and found["area"] != own["area"])
        )
        if is_other and plain(found[0]) not in covered:
            yield " ".join(found[0].split())
