"""Reads of the assessors' side. The number of queries never grows with offices or items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Count, F, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from prongsai.collect.evidence.models import Assessor, Assignment, Interest, Mark, Reply, Submission, Work
from prongsai.collect.evidence.reviewing.standing import Given, Standing
from prongsai.core import codes
from prongsai.people.models import Body, Membership, Office, User

ACTIVE = Q(ended_on__isnull=True)
Role, Why = Assignment.Role, Assignment.Why


def body_or_404(user: User, code: str) -> Body:
    """Give the body, to its central staff only."""
    own = Membership.objects.filter(user=user, role=Membership.Role.CENTRAL)
    return get_object_or_404(Body, pk__in=own.values("body"), code=code)


def bodies_of(user: User) -> QuerySet[Body]:
    """Bodies whose central staff the user is."""
    return Body.objects.filter(memberships__user=user, memberships__role=Membership.Role.CENTRAL)


def submissions_of(body: Body) -> QuerySet[Submission]:
    return (
        Submission.objects.filter(assessment__office__body=body)
        .select_related("assessment__office__body")
        .order_by("-assessment__framework_code", "assessment__office__name_th")
    )


def assessors_of(body: Body) -> QuerySet[Assessor]:
    return Assessor.objects.filter(body=body).select_related("user")


def in_hand(body: Body) -> dict[int, int]:
    """Give by assessor how many items they have that are not judged yet."""
    unjudged = Assignment.objects.filter(ACTIVE, assessor__body=body, is_done=False)
    counted = unjudged.order_by().values("assessor").annotate(n=Count("pk"))
    return {each["assessor"]: each["n"] for each in counted}


def able(body: Body) -> QuerySet[Assessor]:
    """Those to whom something may be given: present, signed in with, and declared."""
    return assessors_of(body).filter(is_present=True, declared_on__isnull=False, user__is_active=True)


def barred_offices(assessors: Iterable[Assessor]) -> dict[int, set[int]]:
    """Give by assessor the offices in which they have an interest: declared, a role in or above it."""
    by_user = {assessor.user_id: assessor.pk for assessor in assessors}
    found: dict[int, set[int]] = {pk: set() for pk in by_user.values()}
    declared = Interest.objects.filter(assessor__in=found).values_list("assessor", "office")
    roles = Membership.objects.filter(user__in=by_user)
    inside = roles.filter(office__isnull=False).values_list("user", "office")
    above = roles.filter(body__isnull=False).values_list("user", "body__offices")
    for assessor, office in declared:
        found[assessor].add(office)
    for user, office in [*inside, *above]:
        if office is not None:
            found[by_user[user]].add(office)
    return found


def holders(works: Iterable[Work]) -> dict[int, set[int]]:
    """Give by item everybody who ever had it in any role, so that nobody gets it twice."""
    found: dict[int, set[int]] = defaultdict(set)
    for work, assessor in Assignment.objects.filter(work__in=list(works)).values_list("work", "assessor"):
        found[work].add(assessor)
    return found


def queue_of(user: User) -> QuerySet[Assignment]:
    """What the user has to judge or has judged, as long as that can change anything."""
    before = Q(role=Role.DECISION) | Q(work__submission__previewed_on__isnull=True)
    return (
        Assignment.objects.filter(ACTIVE, before, assessor__user=user)
        .filter(work__submission__confirmed_on__isnull=True)
        .select_related("assessor__body", "work__submission__assessment__office")
    )


def assignment_or_404(user: User, pk: int) -> Assignment:
    return get_object_or_404(queue_of(user), pk=pk)


def submission_or_404(body: Body, pk: int) -> Submission:
    return get_object_or_404(submissions_of(body), pk=pk)


def last_mark(assignment: Assignment) -> Mark | None:
    return Mark.objects.filter(assignment=assignment).order_by("-pk").first()


def standings(submissions: Sequence[Submission]) -> dict[int, list[Standing]]:
    """Give by submission where each of its items stands, in the order of their codes: four queries."""
    found: dict[int, list[Standing]] = {submission.pk: [] for submission in submissions}
    works = Work.objects.filter(submission__in=found).select_related("submission__assessment__office")
    given = _given(found)
    replies = {reply.work_id: reply for reply in Reply.objects.filter(work__submission__in=found)}
    for work in sorted(works, key=lambda each: codes.order(each.item_code)):
        found[work.submission_id].append(_standing(work, given[work.pk], replies.get(work.pk)))
    return found


def _given(submissions: Mapping[int, object]) -> dict[int, list[Given]]:
    """Every assignment ever, oldest first, by work."""
    marks = {
        mark.assignment_id: mark
        for mark in Mark.objects.filter(assignment__work__submission__in=submissions).order_by("pk")
    }
    found: dict[int, list[Given]] = defaultdict(list)
    assignments = Assignment.objects.filter(work__submission__in=submissions)
    for each in assignments.select_related("assessor__user").order_by("pk"):
        found[each.work_id].append(Given(each, marks.get(each.pk)))
    return found


def _standing(work: Work, given: Sequence[Given], reply: Reply | None) -> Standing:
    now = {each.assignment.role: each for each in given if each.assignment.ended_on is None}
    shown = [each for each in given if each.assignment.role == Role.FIRST and each.mark]
    is_disowned = bool(work.submission.previewed_on and Role.FIRST not in now and shown)
    return Standing(
        work=work,
        first=shown[-1] if is_disowned else now.get(Role.FIRST),
        second=now.get(Role.SECOND),
        decision=now.get(Role.DECISION),
        is_disowned=is_disowned,
        reply=reply,
    )


def replies_are_over(submission: Submission) -> bool:
    """Whether the office was shown the marks and its days to reply have passed."""
    return submission.replies_until is not None and timezone.localdate() > submission.replies_until


def objections(submissions: Iterable[int]) -> QuerySet[Reply]:
    """Last words of offices that object."""
    newer = Q(work__replies__pk__gt=F("pk"))
    replies = Reply.objects.filter(work__submission__in=submissions, agrees=False)
    return replies.exclude(pk__in=replies.filter(newer).values("pk"))


def offices_of(body: Body) -> QuerySet[Office]:
    return Office.objects.filter(body=body)
