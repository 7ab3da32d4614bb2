"""What an item's verdicts come to: 100 points or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from prongsai.collect.evidence.checking.verdict import Answer, Asked, Verdict
from prongsai.core.framework import Item

FULL, NOTHING = Fraction(100), Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an item stands at.

    failing   why it stands at nothing.
    unsure    what somebody must look at, of links and required elements.
    told      what fails and costs nothing: hard to reuse or to read out, a dead link beside good ones.
    """

    points: Fraction
    answer: Answer
    failing: tuple[Verdict, ...] = ()
    unsure: tuple[Verdict, ...] = ()
    told: tuple[Verdict, ...] = ()


def outcome(
    item: Item, verdicts: Sequence[Verdict], *, shows: Mapping[str, frozenset[str]] | None = None
) -> Outcome:
    """Points of an item: 100 unless a required element fails, or every link that shows one does.

    A link fails if it is not there for a stranger, or of another time. That it is hard to reuse or to read
    out is told, and costs nothing.

    shows   address -> elements it is said to show; an address without an entry, or with none, shows all.
    """
    if not verdicts:
        return Outcome(points=NOTHING, answer=Answer.FAIL)
    required = [element.code for element in item.elements if element.is_required]
    elements = [each for each in verdicts if each.asked is Asked.COMPLETE and each.element in required]
    links = _links(verdicts)
    failing = dict.fromkeys(_of_links(required or [""], links, shows or {}))
    failing |= dict.fromkeys(each for each in elements if each.answer is Answer.FAIL)
    weighed = [*(each for group in links.values() for each in group), *elements]
    unsure = tuple(each for each in weighed if each.answer is Answer.NOT_SURE)
    told = tuple(each for each in verdicts if each.answer is Answer.FAIL and each not in failing)
    answer = Answer.FAIL if failing else Answer.NOT_SURE if unsure else Answer.PASS
    points = NOTHING if failing else FULL
    return Outcome(points=points, answer=answer, failing=tuple(failing), unsure=unsure, told=told)


def _of_links(
    codes: Sequence[str], links: Mapping[str, list[Verdict]], shows: Mapping[str, frozenset[str]]
) -> Iterator[Verdict]:
    """Why an element is not shown by any of the links that should."""
    for code in codes:
        showing = [links[address] for address in links if not shows.get(address) or code in shows[address]]
        showing = showing or list(links.values())
        if all(_fails(group) for group in showing):
            yield from (each for group in showing for each in group if each.answer is Answer.FAIL)


def _links(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    """What decides of each link."""
    found: dict[str, list[Verdict]] = {}
    for each in verdicts:
        if each.asked in (Asked.ALIVE, Asked.CURRENT):
            found.setdefault(each.address, []).append(each)
    return found


def _fails(verdicts: Iterable[Verdict]) -> bool:
    return any(each.answer is Answer.FAIL for each in verdicts)
