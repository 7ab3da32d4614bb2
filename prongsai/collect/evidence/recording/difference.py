"""What changed between two captures of one address, paragraph by paragraph, as data for a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from prongsai.collect.evidence.reading.content import Content
from prongsai.core.spelling import for_search

MOST_PARAGRAPHS = 2_000  # of each side; what follows is not compared
MOST_LETTERS = 2_000  # of a paragraph; what follows is cut where it is shown
MOST_CHANGES = 200
_ALIKE = 0.5  # share of letters from which two paragraphs are one that was changed
_MOST_PAIRED = 40  # paragraphs of one place that are looked at for pairs


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """before is empty where it was added, after where it was removed."""

    kind: Kind
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """changes  in reading order, at most MOST_CHANGES; `is_cut` where there is more, or not all was compared.
    same     how many paragraphs are the same.
    """

    changes: tuple[Change, ...]
    same: int
    is_cut: bool = False

    @property
    def is_none(self) -> bool:
        return not self.changes and not self.is_cut

    def many(self, kind: Kind) -> int:
        return sum(change.kind is kind for change in self.changes)


def difference(before: Content, after: Content) -> Difference:
    """Compare the texts as a reader would: spaces, script of digits, order of marks and case are nothing."""
    old, new = (_paragraphs(content) for content in (before, after))
    is_cut = max(len(old), len(new)) > MOST_PARAGRAPHS
    old, new = old[:MOST_PARAGRAPHS], new[:MOST_PARAGRAPHS]
    plain_old, plain_new = ([for_search(each) for each in side] for side in (old, new))
    matcher = SequenceMatcher(None, plain_old, plain_new, autojunk=False)
    changes: list[Change] = []
    same = 0
    for what, first, last, new_first, new_last in matcher.get_opcodes():
        if what == "equal":
            same += last - first
        else:
            changes += _changes(old[first:last], new[new_first:new_last])
    return Difference(
        changes=tuple(changes[:MOST_CHANGES]), same=same, is_cut=is_cut or len(changes) > MOST_CHANGES
    )


def _paragraphs(content: Content) -> list[str]:
    return [line.strip() for line in content.text.splitlines() if line.strip()]


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """What stood in a place and what stands there now: pairs that are alike, then what is left, in order."""
    waiting = list(new)
    for before in old:
        place = _alike(before, waiting[:_MOST_PAIRED]) if len(old) <= _MOST_PAIRED else None
        if place is None:
            yield Change(Kind.REMOVED, before=_short(before))
            continue
        yield from (Change(Kind.ADDED, after=_short(each)) for each in waiting[:place])
        yield Change(Kind.CHANGED, _short(before), _short(waiting[place]))
        waiting = waiting[place + 1 :]
    yield from (Change(Kind.ADDED, after=_short(each)) for each in waiting)


def _alike(before: str, candidates: Sequence[str]) -> int | None:
    """The first of those that is the same paragraph in other words."""
    matcher = SequenceMatcher(None, b=_short(before), autojunk=False)
    for place, each in enumerate(candidates):
        matcher.set_seq1(_short(each))
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= _ALIKE and matcher.ratio() >= _ALIKE:
            return place
    return None


def _short(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1] + "…"
