"""Where each office of a body stands, counted in the database: as many queries for one as for a thousand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import Count, F, QuerySet

from prongsai.collect.evidence.models import Assignment, Mark, Submission, Work
from prongsai.collect.evidence.reviewing import queries
from prongsai.collect.evidence.reviewing.queries import ACTIVE

Role = Assignment.Role


class Stage(StrEnum):
    """In their order."""

    OPEN = "open"
    TO_GIVE = "to_give"
    MARKING = "marking"
    TO_SHOW = "to_show"
    REPLYING = "replying"
    TO_DECIDE = "to_decide"
    DECIDING = "deciding"
    TO_CONFIRM = "to_confirm"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Row:
    """One office. Numbers are of items that it handed in.

    marked      given and judged; the blind second ones are counted in `twice` and `marked_twice`.
    differing   items whose two marks differ; objected: to which the office objects.
    to_decide   items that need a decision; with_decider: of which somebody has it; decided: and has decided.
    """

    submission: Submission
    items: int = 0
    given: int = 0
    marked: int = 0
    twice: int = 0
    marked_twice: int = 0
    differing: frozenset[int] = frozenset()
    objected: frozenset[int] = frozenset()
    to_decide: frozenset[int] = frozenset()
    with_decider: frozenset[int] = frozenset()
    decided: frozenset[int] = frozenset()

    @property
    def stage(self) -> Stage:
        if not self.submission.frozen_on:
            return Stage.OPEN
        if self.submission.confirmed_on:
            return Stage.CONFIRMED
        if not self.submission.previewed_on:
            return self._before_the_preview()
        if not queries.replies_are_over(self.submission):
            return Stage.REPLYING
        if self.to_decide - self.with_decider:
            return Stage.TO_DECIDE
        return Stage.DECIDING if self.to_decide - self.decided else Stage.TO_CONFIRM

    def _before_the_preview(self) -> Stage:
        if self.given < self.items:
            return Stage.TO_GIVE
        is_marked = self.marked == self.items and self.marked_twice == self.twice
        return Stage.TO_SHOW if is_marked else Stage.MARKING


@dataclass(slots=True)
class _Counted:
    """By submission. doubles: work -> points by role."""

    items: Counter[int] = field(default_factory=Counter)
    assigned: dict[int, Counter[tuple[str, bool]]] = field(default_factory=lambda: defaultdict(Counter))
    sets: dict[str, dict[int, set[int]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )


def rows(submissions: Sequence[Submission]) -> list[Row]:
    """Count what is given, judged, objected to and decided: six queries."""
    found = _counted([each.pk for each in submissions])
    return [_row(each, found) for each in submissions]


def _counted(submissions: Sequence[int]) -> _Counted:
    found = _Counted()
    approved = Work.objects.filter(submission__in=submissions, approved_hash=F("content_hash"))
    approved = approved.exclude(approved_hash="").order_by()
    found.items.update(dict(approved.values_list("submission").annotate(n=Count("pk"))))
    live = Assignment.objects.filter(ACTIVE, work__submission__in=submissions).order_by()
    grouped = live.values_list("work__submission", "role", "is_done").annotate(n=Count("pk"))
    for submission, role, is_done, n in grouped:
        found.assigned[submission][role, is_done] = n
    _note(found, "differing", _differing(live))
    objected = queries.objections(submissions).filter(work__in=approved.values("pk"))
    _note(found, "objected", objected.values_list("work__submission", "work"))
    firsts = live.filter(role=Role.FIRST).values("work")
    shown = Assignment.objects.filter(work__submission__in=submissions, role=Role.FIRST, is_done=True)
    disowned = shown.filter(work__submission__previewed_on__isnull=False).exclude(work__in=firsts)
    _note(found, "disowned", disowned.values_list("work__submission", "work"))
    for submission, work, is_done in live.filter(role=Role.DECISION).values_list(
        "work__submission", "work", "is_done"
    ):
        found.sets["with_decider"][submission].add(work)
        if is_done:
            found.sets["decided"][submission].add(work)
    return found


def _differing(live: QuerySet[Assignment]) -> list[tuple[int, int]]:
    twice = live.filter(role=Role.SECOND, is_done=True).values("work")
    both = live.filter(work__in=twice, role__in=[Role.FIRST, Role.SECOND])
    points: dict[tuple[int, int], dict[str, str | None]] = defaultdict(dict)
    marks = Mark.objects.filter(assignment__in=both).order_by("pk")
    for submission, work, role, each in marks.values_list(
        "assignment__work__submission", "assignment__work", "assignment__role", "points"
    ):
        points[submission, work][role] = each
    return [key for key, by_role in points.items() if len(set(by_role.values())) > 1]


def _note(found: _Counted, name: str, pairs: Iterable[tuple[int, int]]) -> None:
    for submission, work in pairs:
        found.sets[name][submission].add(work)


def _row(submission: Submission, found: _Counted) -> Row:
    pk, assigned = submission.pk, found.assigned[submission.pk]

    def those(name: str) -> frozenset[int]:
        return frozenset(found.sets[name].get(pk, ()))

    return Row(
        submission=submission,
        items=found.items[pk],
        given=assigned[Role.FIRST, True] + assigned[Role.FIRST, False],
        marked=assigned[Role.FIRST, True],
        twice=assigned[Role.SECOND, True] + assigned[Role.SECOND, False],
        marked_twice=assigned[Role.SECOND, True],
        differing=those("differing"),
        objected=those("objected"),
        to_decide=those("differing") | those("objected") | those("disowned"),
        with_decider=those("with_decider"),
        decided=those("decided"),
    )
