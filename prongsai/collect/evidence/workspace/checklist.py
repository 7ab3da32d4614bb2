"""An item's elements, where each is shown, and what the last check said; worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.collect.evidence.checking.verdict import Answer
from prongsai.collect.evidence.models import Finding, Link, Overruling, Work
from prongsai.collect.evidence.overruling import all_looked_at, overruling_of, overrulings_of
from prongsai.core.framework import Element, Item
from prongsai.core.text import Text

WORST_FIRST = (Answer.FAIL, Answer.NOT_SURE, Answer.NOT_APPLICABLE, Answer.PASS)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with its words. overruling: what a person answered instead, while it holds."""

    row: Finding
    element: Element | None
    overruling: Overruling | None

    @property
    def said(self) -> Text:
        return Text(self.row.said_th, self.row.said_en)

    @property
    def place(self) -> Text:
        return Text(self.row.place_th, self.row.place_en)

    @property
    def answer(self) -> str:
        return self.overruling.answer if self.overruling else self.row.answer

    @property
    def is_good(self) -> bool:
        return self.answer in {Answer.PASS, Answer.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class Shown:
    """Where an element is shown. number: place of the link, from 1. where: in words, if any were given."""

    number: int
    link: Link
    where: str


@dataclass(frozen=True, slots=True)
class Row:
    """answer: of the last check; empty where there is none."""

    element: Element
    shown: tuple[Shown, ...]
    answer: str


def found_in(work: Work, item: Item, links: Sequence[Link]) -> list[Found]:
    """Findings of the item, worst first, then by the order of its links and elements."""
    rows, overrulings = list(work.findings.all()), overrulings_of(work)
    whole = all_looked_at(rows)
    elements = {element.code: element for element in item.elements}
    found = [Found(row, elements.get(row.element), overruling_of(row, overrulings, whole)) for row in rows]
    places = {link.address: place for place, link in enumerate(links)}
    order = list(elements)

    def rank(each: Found) -> tuple[int, int, int, int]:
        element = order.index(each.row.element) if each.row.element in elements else -1
        answer = WORST_FIRST.index(Answer(each.answer))
        return answer, places.get(each.row.address, len(places)), element, each.row.pk

    return sorted(found, key=rank)


def checklist_of(item: Item, links: Sequence[Link], findings: Sequence[Found]) -> list[Row]:
    """Required elements first. A link that names no element is said to show all of them."""
    answers = {each.row.element: each.answer for each in reversed(findings) if each.row.element}
    rows = [Row(element, _shown(element, links), answers.get(element.code, "")) for element in item.elements]
    return sorted(rows, key=lambda row: not row.element.is_required)


def _shown(element: Element, links: Sequence[Link]) -> tuple[Shown, ...]:
    return tuple(
        Shown(number, link, link.shows.get(element.code, ""))
        for number, link in enumerate(links, 1)
        if not link.shows or element.code in link.shows
    )
