"""The stages of a submission after the marks: preview, decision, confirmation. Each only in its turn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.assessments.actions import bring_in_items
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.evidence.models import Assignment, Submission
from prongsai.collect.evidence.reviewing import agreeing, queries
from prongsai.collect.evidence.reviewing.giving import Grouping, assign, hold, refuse_unless_marking
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError, names
from prongsai.collect.evidence.reviewing.standing import NOT_SUBMITTED, Standing
from prongsai.core.score import NOTHING, ItemResult
from prongsai.people.models import Body, User
from prongsai.people.templatetags.prongsai import thai_date
from prongsai.trail import actions as trail

LEAST_DAYS_TO_REPLY = 5
Role = Assignment.Role


@transaction.atomic
def preview(*, body: Body, submissions: Sequence[Submission], replies_until: date, by: User) -> None:
    """Show offices their marks, all of them or none, and let them reply until a day.

    raises  ReviewRefusedError if one is not frozen, was shown already, is not wholly marked, was marked by
            somebody whose marks agree poorly, or the day is too near.
    trail   evidence.previewed
    """
    held = hold(submissions)
    refuse_unless_marking(held)
    today = timezone.localdate()
    if (replies_until - today).days < LEAST_DAYS_TO_REPLY:
        raise ReviewRefusedError(
            _("Give the offices at least %(days)s days to reply.") % {"days": LEAST_DAYS_TO_REPLY}
        )
    found = queries.standings(held)
    for submission in held:
        _refuse_unmarked(submission, found[submission.pk])
    _refuse_poor(body, [each for standings in found.values() for each in standings])
    Submission.objects.filter(pk__in=found).update(previewed_on=today, replies_until=replies_until)
    for submission in held:
        trail.record(
            "evidence.previewed",
            on=submission,
            by=by,
            office_id=submission.assessment.office_id,
            replies_until=replies_until.isoformat(),
        )


@transaction.atomic
def give_decisions(*, body: Body, submissions: Sequence[Submission], by: User) -> tuple[int, int]:
    """Give what offices object to, and what two marks differ on, to somebody who has not judged it.

    returns  how many were given, and for how many nobody is free.
    raises   ReviewRefusedError before the replies are over, once confirmed, and where there is nothing.
    trail    evidence.decisions_given
    """
    held = hold(submissions)
    for submission in held:
        _refuse_before_the_replies_are_over(submission)
        _refuse_confirmed(submission)
    every = [each for standings in queries.standings(held).values() for each in standings]
    waiting = [each.work for each in every if each.needs_decision and each.decision is None]
    if not waiting:
        raise ReviewRefusedError(_("Nothing waits for somebody who decides."))
    given = assign(body, waiting, Role.DECISION, Grouping.OFFICE)
    left = len(waiting) - len(given)
    trail.record(
        "evidence.decisions_given",
        on=body,
        by=by,
        submissions=[each.pk for each in held],
        given=len(given),
        left=left,
    )
    return len(given), left


@transaction.atomic
def confirm(*, submission: Submission, by: User) -> None:
    """Bring the points and remarks into the assessment. Nothing changes them any more.

    An item that the office did not hand in gets nothing.
    raises  ReviewRefusedError before the replies are over, with a decision outstanding, or a second time.
    trail   evidence.confirmed; assessments.items_brought_in
    """
    submission = hold([submission])[0]
    _refuse_before_the_replies_are_over(submission)
    _refuse_confirmed(submission)
    found = {each.work.item_code: each for each in queries.standings([submission])[submission.pk]}
    if undecided := [code.upper() for code, each in found.items() if not each.is_decided]:
        raise ReviewRefusedError(
            _("Not decided yet: %(items)s. Give them to somebody who decides.") % {"items": names(undecided)}
        )
    nothing = ItemResult(NOTHING, NOT_SUBMITTED)
    items = {
        item.code: (found[item.code].result if item.code in found else None) or nothing
        for item in framework_of(submission.assessment).items
    }
    bring_in_items(assessment=submission.assessment, items=items, by=by)
    submission.confirmed_on, submission.confirmed_by_name = timezone.localdate(), str(by)
    submission.save(update_fields=["confirmed_on", "confirmed_by_name"])
    trail.record("evidence.confirmed", on=submission, by=by, office_id=submission.assessment.office_id)


def _refuse_unmarked(submission: Submission, standings: Sequence[Standing]) -> None:
    office = submission.assessment.office
    if bare := [each.work.item_code.upper() for each in standings if not each.is_given]:
        raise ReviewRefusedError(
            _("%(office)s: nobody has %(items)s. Give them to assessors first.")
            % {"office": office, "items": names(bare)}
        )
    if unmarked := [each.work.item_code.upper() for each in standings if not each.is_marked]:
        raise ReviewRefusedError(
            _("%(office)s: not judged yet: %(items)s.") % {"office": office, "items": names(unmarked)}
        )


def _refuse_poor(body: Body, standings: Sequence[Standing]) -> None:
    """Marks of a batch that agrees poorly are not shown to anybody."""
    poor = {pk for pk, each in agreeing.poor_and_good(body).items() if each.is_poor}
    firsts = [each.first.assignment.assessor for each in standings if each.first]
    if theirs := sorted({str(assessor) for assessor in firsts if assessor.pk in poor}):
        raise ReviewRefusedError(
            _("First marks of %(assessors)s agree poorly with the blind second ones. Send them back first.")
            % {"assessors": names(theirs)}
        )


def _refuse_before_the_replies_are_over(submission: Submission) -> None:
    office = submission.assessment.office
    if submission.replies_until is None:
        raise ReviewRefusedError(_("%(office)s has not been shown its marks yet.") % {"office": office})
    if not queries.replies_are_over(submission):
        raise ReviewRefusedError(
            _("%(office)s may reply until %(day)s. Go on when that day is over.")
            % {"office": office, "day": thai_date(submission.replies_until)}
        )


def _refuse_confirmed(submission: Submission) -> None:
    if submission.confirmed_on:
        raise ReviewRefusedError(
            _("%(office)s: the points were confirmed on %(day)s. Nothing changes them any more.")
            % {"office": submission.assessment.office, "day": thai_date(submission.confirmed_on)}
        )
