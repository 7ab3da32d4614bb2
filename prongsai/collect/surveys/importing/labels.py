"""Which choice of a scale a cell names: by its code, its wording, or nearly its wording."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from prongsai.collect.surveys.importing.wording import bare
from prongsai.core.framework import Choice, Scale
from prongsai.core.thai import arabic


@dataclass(frozen=True, slots=True)
class Meaning:
    """choice  its place in the scale, from 0. is_exact: whether the cell says so without a doubt."""

    choice: int
    is_exact: bool


def means(typed: str, scale: Scale) -> Meaning | None:
    """Read one cell; None if it names no choice of the scale."""
    choices = scale.choices
    if len(typed) > LONGEST:
        return None
    names, text = _names(choices), arabic(typed).strip().removesuffix(".0")
    found = names.get(bare(text))
    if found is None and (decorated := _DECORATED.fullmatch(text)):
        number, found = decorated[1] or decorated[4], names.get(bare(decorated[2] or decorated[3]))
        # "4 มาก" where 4 is the code of another choice is for a person to say.
        found = found if found is not None and number == choices[found].code else None
    if found is not None:
        return Meaning(found, is_exact=True)
    return _nearly(bare(text), names)


@lru_cache(maxsize=64)
def _names(choices: tuple[Choice, ...]) -> dict[str, int]:
    """Place by everything that names a choice: "A or B" is named by A, too, where no other is."""
    whole: dict[str, int] = {}
    halves: list[tuple[str, int]] = []
    for place, choice in enumerate(choices):
        labels = [label for label in (choice.label.th, choice.label.en) if label]
        whole |= {bare(name): place for name in (*labels, choice.code)}
        halves += [(bare(half), place) for label in labels for half in _OR.split(label)]
    times = Counter(half for half, _ in set(halves))
    return {half: place for half, place in halves if half and times[half] == 1} | whole


def _nearly(text: str, names: dict[str, int]) -> Meaning | None:
    """A slip of the hand in a long wording; a short one or one that denies is never guessed."""
    if len(text) < _LONG_ENOUGH:
        return None
    best: dict[int, float] = {}
    for name, place in names.items():
        if name.startswith(_NOT) == text.startswith(_NOT):
            best[place] = max(best.get(place, 0), _ratio(text, name))
    ranked = sorted(best.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < _NEAR or (ranked[1:] and ranked[0][1] - ranked[1][1] < _MARGIN):
        return None
    return Meaning(ranked[0][0], is_exact=False)


def _ratio(text: str, name: str) -> float:
    """How much of two texts is the same; 0 where a glance at their lengths and letters says not enough."""
    compared = SequenceMatcher(None, text, name, autojunk=False)
    is_worth_it = compared.real_quick_ratio() >= _LOWEST and compared.quick_ratio() >= _LOWEST
    return compared.ratio() if is_worth_it else 0


LONGEST = 80  # letters of a label
_DECORATED = re.compile(r"[(\[]?(\d+)[)\].:=–\s-]+(\D+)|(\D+?)[\s(\[:=–-]+(\d+)[)\]]?")
_OR = re.compile(r"\s*หรือ\s*|\s+or\s+")
_NOT = ("ไม่", "not")
_LONG_ENOUGH = 5
_NEAR = 0.85
_MARGIN = 0.1
_LOWEST = _NEAR - _MARGIN  # what is less alike decides nothing
