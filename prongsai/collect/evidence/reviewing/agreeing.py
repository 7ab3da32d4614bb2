"""How far assessors agree with blind second ones, and whether somebody drifts from week to week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from django.utils import timezone

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.evidence.models import Assessor, Assignment, Mark
from prongsai.collect.evidence.reviewing.queries import ACTIVE
from prongsai.core import codes
from prongsai.core.agreement import Agreement, Pair, agreement
from prongsai.core.framework import Item
from prongsai.core.rubric import Met, share_met
from prongsai.people.models import Body

Role = Assignment.Role


@dataclass(frozen=True, slots=True)
class Doubled:
    """An item with two blind marks. share: of its required elements that each said do not fail."""

    item_code: str
    assessor: int  # who marked first
    monday: date  # of the week of that mark
    pair: Pair
    is_open: bool  # the office was not shown it yet


@dataclass(frozen=True, slots=True)
class Week:
    """An assessor's week: items marked, how many failed, and how far those marked twice agree."""

    monday: date
    marked: int
    failed: int
    agreement: Agreement

    @property
    def share(self) -> Fraction:
        return Fraction(self.failed, self.marked)


def doubled(body: Body, framework_code: str = "") -> list[Doubled]:
    """Give every item that was marked by two, in two queries."""
    both = Assignment.objects.filter(ACTIVE, is_done=True, work__submission__assessment__office__body=body)
    if framework_code:
        both = both.filter(work__submission__assessment__framework_code=framework_code)
    twice = both.filter(role=Role.SECOND).values("work")
    pairs: dict[int, dict[str, Mark]] = defaultdict(dict)
    marks = Mark.objects.filter(
        assignment__in=both.filter(work__in=twice, role__in=[Role.FIRST, Role.SECOND])
    )
    for mark in marks.select_related("assignment__work__submission__assessment").order_by("pk"):
        pairs[mark.assignment.work_id][mark.assignment.role] = mark
    return [_doubled(pair[Role.FIRST], pair[Role.SECOND]) for pair in pairs.values() if len(pair) > 1]


def batch_of(assessor: Assessor) -> Agreement:
    """Agreement on the assessor's first marks that no office has been shown yet."""
    return poor_and_good(assessor.body).get(assessor.pk, agreement(()))


def poor_and_good(body: Body) -> dict[int, Agreement]:
    """Give by assessor the agreement on first marks that no office has been shown yet."""
    return by_assessor(each for each in doubled(body) if each.is_open)


def by_assessor(found: Iterable[Doubled]) -> dict[int, Agreement]:
    pairs: dict[int, list[Pair]] = defaultdict(list)
    for each in found:
        pairs[each.assessor].append(each.pair)
    return {assessor: agreement(theirs) for assessor, theirs in pairs.items()}


def by_item(found: Iterable[Doubled]) -> dict[str, Agreement]:
    """Give by item code, in their order."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for each in found:
        pairs[each.item_code].append(each.pair)
    return {code: agreement(pairs[code]) for code in sorted(pairs, key=codes.order)}


def weeks(body: Body, framework_code: str, found: Sequence[Doubled]) -> dict[int, list[Week]]:
    """Give by assessor their weeks, the oldest first: one query."""
    marks = Mark.objects.filter(
        assignment__assessor__body=body,
        assignment__work__submission__assessment__framework_code=framework_code,
        assignment__role__in=[Role.FIRST, Role.SECOND],
    ).order_by("pk")
    last = {each[0]: each for each in marks.values_list("assignment", "assignment__assessor", "at", "points")}
    counted: dict[tuple[int, date], list[bool]] = defaultdict(list)
    for _assignment, assessor, at, points in last.values():
        counted[assessor, monday_of(timezone.localtime(at).date())].append(points == "0")
    pairs: dict[tuple[int, date], list[Pair]] = defaultdict(list)
    for each in found:
        pairs[each.assessor, each.monday].append(each.pair)
    drifting: dict[int, list[Week]] = defaultdict(list)
    for (assessor, monday), fails in sorted(counted.items()):
        drifting[assessor].append(Week(monday, len(fails), sum(fails), agreement(pairs[assessor, monday])))
    return drifting


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _doubled(first: Mark, second: Mark) -> Doubled:
    work = first.assignment.work
    item = framework_of(work.submission.assessment).item(work.item_code)
    return Doubled(
        item_code=work.item_code,
        assessor=first.assignment.assessor_id,
        monday=monday_of(timezone.localtime(first.at).date()),
        pair=(_share(item, first), _share(item, second)),
        is_open=work.submission.previewed_on is None,
    )


def _share(item: Item, mark: Mark) -> Fraction:
    return share_met(item, {code: Met(said) for code, said in mark.elements.items()})
