"""An assessor has an interest, is absent, withdraws, or agrees poorly: others take over, nothing is lost."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.evidence.models import Assessor, Assignment, Interest
from prongsai.collect.evidence.reviewing import agreeing, queries
from prongsai.collect.evidence.reviewing.giving import Grouping, assign
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError
from prongsai.people.models import Office, User
from prongsai.trail import actions as trail

Role, Why = Assignment.Role, Assignment.Why


@transaction.atomic
def declare_interest(*, assessor: Assessor, office: Office, kind: str, said: str, by: User) -> Interest:
    """Bar an office from an assessor; what they have of it goes to others.

    raises  ReviewRefusedError if it is another body's office.
    trail   evidence.interest_declared; evidence.items_taken_back
    """
    if office.body_id != assessor.body_id:
        raise ReviewRefusedError(_("The office is not assessed by this body."))
    interest, _made = Interest.objects.update_or_create(
        assessor=assessor, office=office, defaults={"kind": kind, "said": said}
    )
    trail.record("evidence.interest_declared", on=assessor, by=by, office=office.pk, kind=kind)
    _take_back(assessor, Q(work__submission__assessment__office=office), Why.CONFLICT, by)
    return interest


@transaction.atomic
def change_presence(*, assessor: Assessor, is_present: bool, by: User) -> None:
    """Say whether somebody takes on items. What an absent one has not judged goes to others.

    trail   evidence.presence_changed; evidence.items_taken_back
    """
    if assessor.is_present == is_present:
        return
    assessor.is_present = is_present
    assessor.save(update_fields=["is_present"])
    trail.record("evidence.presence_changed", on=assessor, by=by, is_present=is_present)
    if not is_present:
        _take_back(assessor, Q(is_done=False), Why.ABSENT, by)


@transaction.atomic
def withdraw(*, assignment: Assignment, by: User) -> None:
    """Give one item back without judging it.

    raises  ReviewRefusedError if it is not one's own, or was judged or taken back already.
    trail   evidence.items_taken_back
    """
    if assignment.assessor.user_id != by.pk:
        raise ReviewRefusedError(_("This item was given to somebody else."))
    if assignment.is_done or assignment.ended_on:
        raise ReviewRefusedError(_("This item was judged or taken back already."))
    _take_back(assignment.assessor, Q(pk=assignment.pk), Why.WITHDREW, by)


@transaction.atomic
def send_back(*, assessor: Assessor, by: User) -> int:
    """Give the first marks of an assessor who agrees poorly to others; the marks themselves stay.

    returns  how many items.
    raises   ReviewRefusedError if the marks do not agree poorly, or there are too few to tell.
    trail    evidence.items_taken_back
    """
    if not agreeing.batch_of(assessor).is_poor:
        raise ReviewRefusedError(
            _("%(assessor)s agrees well enough, or has too few items marked twice. Nothing is sent back.")
            % {"assessor": assessor}
        )
    batch = Q(role=Role.FIRST, work__submission__previewed_on__isnull=True)
    return _take_back(assessor, batch, Why.SENT_BACK, by)


def _take_back(assessor: Assessor, which: Q, why: str, by: User) -> int:
    """End the assessor's assignments and give those that can still change anything to others."""
    rows = _live(assessor).select_for_update(of=("self",)).filter(which).select_related("work__submission")
    ended = list(rows.order_by("pk"))
    if not ended:
        return 0
    Assignment.objects.filter(pk__in=[each.pk for each in ended]).update(
        ended_on=timezone.localdate(), why_ended=why
    )
    given = sum(len(_give_again(assessor, ended, role)) for role in Role.values)
    trail.record(
        "evidence.items_taken_back",
        on=assessor,
        by=by,
        why=why,
        items=[each.work_id for each in ended],
        given_again=given,
    )
    return len(ended)


def _give_again(assessor: Assessor, ended: list[Assignment], role: str) -> list[Assignment]:
    works = [
        each.work
        for each in ended
        if each.role == role and (role == Role.DECISION or not each.work.submission.previewed_on)
    ]
    return assign(assessor.body, works, role, Grouping.OFFICE) if queries.able(assessor.body).exists() else []


def _live(assessor: Assessor) -> QuerySet[Assignment]:
    return Assignment.objects.filter(
        queries.ACTIVE, assessor=assessor, work__submission__confirmed_on__isnull=True
    )
