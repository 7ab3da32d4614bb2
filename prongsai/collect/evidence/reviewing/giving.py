"""Items are given to assessors, taken back, and given to others. What was marked stays."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil
from random import Random

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.evidence.models import Assignment, Submission, Work
from prongsai.collect.evidence.reviewing import queries
from prongsai.collect.evidence.reviewing.allotting import Room, Task, allot
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError, names
from prongsai.collect.evidence.reviewing.standing import Standing
from prongsai.people.models import Body, User
from prongsai.trail import actions as trail

Role = Assignment.Role
DOUBLE = Fraction(1, 20)  # of everybody's items are marked by a second person, blind


class Grouping(StrEnum):
    """What one assessor gets together."""

    OFFICE = "office"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Handed:
    """What was given. left: items for which nobody is free. seed: of the draw of those marked twice."""

    firsts: int
    seconds: int
    left: int
    seed: int


@transaction.atomic
def give(
    *,
    body: Body,
    submissions: Sequence[Submission],
    grouping: Grouping,
    by: User,
    share: Fraction = DOUBLE,
    seed: int | None = None,
) -> Handed:
    """Give every item that nobody has yet, and a share of each assessor's to a second one.

    share   of each assessor's items, rounded up, 0-1: whoever has any has one that is marked twice.
    seed    of the draw; one is drawn and recorded where none is given.
    raises  ReviewRefusedError if an office is not frozen or was shown its marks, or nobody may judge.
    trail   evidence.items_given, with the seed
    """
    held = hold(submissions)
    refuse_unless_marking(held)
    seed = secrets.randbelow(2**31) if seed is None else seed
    found = [each for each in _flat(held) if each.is_submitted]
    bare = [each.work for each in found if each.first is None]
    firsts = assign(body, bare, Role.FIRST, grouping)
    alone = {each.work.pk for each in found if each.second is None}
    again = [*_drawn(firsts, alone, share, seed), *_orphans(found)]
    seconds = assign(body, again, Role.SECOND, grouping)
    handed = Handed(len(firsts), len(seconds), len(bare) - len(firsts) + len(again) - len(seconds), seed)
    trail.record(
        "evidence.items_given",
        on=body,
        by=by,
        submissions=[each.pk for each in held],
        grouping=grouping,
        share=str(share),
        seed=seed,
        firsts=handed.firsts,
        seconds=handed.seconds,
        left=handed.left,
    )
    return handed


def hold(submissions: Sequence[Submission]) -> list[Submission]:
    """Let nobody else change these submissions until we are done."""
    rows = Submission.objects.select_for_update(of=("self",)).filter(pk__in=[each.pk for each in submissions])
    return list(rows.select_related("assessment__office").order_by("pk"))


def refuse_unless_marking(submissions: Iterable[Submission]) -> None:
    """raises  ReviewRefusedError if an office has not handed in yet, or was shown its marks already."""
    if unfrozen := [each.assessment.office for each in submissions if not each.frozen_on]:
        raise ReviewRefusedError(
            _("Not handed in yet: %(offices)s. Wait until their closing day has passed.")
            % {"offices": names(unfrozen)}
        )
    if shown := [each.assessment.office for each in submissions if each.previewed_on]:
        raise ReviewRefusedError(
            _("Has been shown its marks: %(offices)s. From then on only a decision changes them.")
            % {"offices": names(shown)}
        )


def assign(body: Body, works: Sequence[Work], role: str, grouping: Grouping) -> list[Assignment]:
    """Give these items in this role to whoever may and can take them, evenly.

    raises  ReviewRefusedError if there is something to give and nobody at all to whom.
    """
    if not works:
        return []
    assessors = list(queries.able(body))
    if not assessors:
        raise ReviewRefusedError(
            _("No assessor is there who has declared their interests. Appoint some, and let them declare.")
        )
    load = queries.in_hand(body)
    rooms = {each.pk: Room(load.get(each.pk, 0), each.most_items) for each in assessors}
    barred, held = queries.barred_offices(assessors), queries.holders(works)
    office_of = dict(
        Work.objects.filter(pk__in=[work.pk for work in works]).values_list(
            "pk", "submission__assessment__office"
        )
    )

    def task(work: Work) -> Task:
        theirs = {pk for pk, offices in barred.items() if office_of[work.pk] in offices}
        group = work.submission_id if grouping is Grouping.OFFICE else work.item_code
        return Task(work.pk, group, frozenset(theirs | held[work.pk]))

    given = allot([task(work) for work in works], rooms)
    today = timezone.localdate()
    return Assignment.objects.bulk_create(
        Assignment(work_id=work, assessor_id=assessor, role=role, given_on=today)
        for work, assessor in given.items()
    )


def _drawn(firsts: Sequence[Assignment], alone: set[int], share: Fraction, seed: int) -> list[Work]:
    """Draw of each assessor's items those that another marks too."""
    chance = Random(seed)  # noqa: S311  # a draw that can be repeated, not a secret
    theirs: dict[int, list[int]] = defaultdict(list)
    for each in firsts:
        theirs[each.assessor_id].append(each.work_id)
    drawn = [
        work
        for assessor in sorted(theirs)
        for work in chance.sample(sorted(theirs[assessor]), ceil(share * len(theirs[assessor])))
        if work in alone
    ]
    return list(Work.objects.filter(pk__in=drawn).order_by("pk"))


def _orphans(found: Iterable[Standing]) -> list[Work]:
    """Items that were to be marked twice, and whose second marker was taken away."""
    lost = {each.work.pk: each.work for each in found if each.first and each.second is None}
    ended = Assignment.objects.filter(work__in=lost, role=Role.SECOND, ended_on__isnull=False)
    return [lost[pk] for pk in sorted(set(ended.values_list("work", flat=True)))]


def _flat(submissions: Sequence[Submission]) -> list[Standing]:
    return [each for standings in queries.standings(submissions).values() for each in standings]
