"""Sending items for approval, approving them by name, and taking that back, until the submission closes."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from prongsai.collect.evidence import gate, queries
from prongsai.collect.evidence.gate import EvidenceRefusedError
from prongsai.collect.evidence.models import Submission, Work
from prongsai.collect.evidence.states import State, is_approved, state_of
from prongsai.people.actions import Actor
from prongsai.people.models import User
from prongsai.people.queries import may


@transaction.atomic
def send_for_approval(*, work: Work, by: Actor) -> Work:
    """Offer the item, as it stands now, to the executive.

    raises  EvidenceRefusedError if it is not a draft.
    trail   evidence.item_sent
    """
    work = gate.held_work(work, by)
    if state_of(work, work.submission) is not State.DRAFT:
        raise EvidenceRefusedError(_("Only a draft can be sent for approval."))
    work.sent_hash = work.content_hash
    work.save(update_fields=["sent_hash"])
    gate.note("item_sent", work, by, content_hash=work.content_hash)
    return work


@transaction.atomic
def send_all(*, submission: Submission, by: Actor) -> int:
    """Send every draft that the user may write; say how many.

    raises  EvidenceRefusedError if that is none.
    trail   evidence.item_sent for each
    """
    held = gate.held_open(submission)
    works = list(queries.works_of(held))
    writable = {work.pk for work in works}
    if by is not None:
        writable &= queries.writable(by, held.assessment.office, works)
    drafts = [work for work in works if work.pk in writable and state_of(work, held) is State.DRAFT]
    if not drafts:
        raise EvidenceRefusedError(_("There is no draft of yours to send."))
    for work in drafts:
        work.submission, work.sent_hash = held, work.content_hash
        gate.note("item_sent", work, by, content_hash=work.content_hash)
    Work.objects.bulk_update(drafts, ["sent_hash"])
    return len(drafts)


@transaction.atomic
def approve(*, submission: Submission, seen: Mapping[str, str], by: User) -> int:
    """Approve items, by name and dated, exactly as the executive saw them: all of them or none.

    seen    code of an item -> content_hash of what was on the screen.
    returns how many.
    raises  EvidenceRefusedError if one was not sent, or has changed since it was looked at.
    trail   evidence.item_approved for each
    """
    held = gate.held_open(submission)
    if not may(by, "approve", held.assessment.office):
        raise EvidenceRefusedError(_("Only an executive of the office approves."))
    works = [work for work in queries.works_of(held) if work.item_code in seen]
    if not works:
        raise EvidenceRefusedError(_("Choose at least one item."))
    _refuse_others_than_seen(works, held, seen)
    for work in works:
        work.submission = held
        work.approved_hash, work.approved_on = work.content_hash, timezone.localdate()
        work.approved_by_id, work.approved_by_name = by.pk, str(by)[:200]
        gate.note("item_approved", work, by, content_hash=work.content_hash)
    Work.objects.bulk_update(works, ["approved_hash", "approved_on", "approved_by_id", "approved_by_name"])
    return len(works)


@transaction.atomic
def take_back(*, work: Work, by: User) -> Work:
    """Take back what was sent or approved: it is a draft again. Its writers may, and executives.

    raises  EvidenceRefusedError if it is neither.
    trail   evidence.item_taken_back
    """
    held = gate.held_open(work.submission)
    work = queries.works_of(held).get(pk=work.pk)
    work.submission = held
    if not (queries.may_write(by, work) or may(by, "approve", held.assessment.office)):
        raise EvidenceRefusedError(_("Your role does not allow this."))
    if state_of(work, held) not in {State.TO_APPROVE, State.READY}:
        raise EvidenceRefusedError(_("This item is neither sent nor approved."))
    was_approved = is_approved(work)
    work.sent_hash = work.approved_hash = work.approved_by_name = ""
    work.approved_on = work.approved_by_id = None
    work.save(
        update_fields=["sent_hash", "approved_hash", "approved_on", "approved_by_id", "approved_by_name"]
    )
    gate.note("item_taken_back", work, by, was_approved=was_approved)
    return work


def _refuse_others_than_seen(works: list[Work], submission: Submission, seen: Mapping[str, str]) -> None:
    wrong = [
        work.item_code.upper()
        for work in works
        if state_of(work, submission) is not State.TO_APPROVE or work.content_hash != seen[work.item_code]
    ]
    if wrong:
        raise EvidenceRefusedError(
            ngettext(
                "%(items)s has changed since you looked at it, or was not sent. Nothing was approved.",
                "%(items)s have changed since you looked at them, or were not sent. Nothing was approved.",
                len(wrong),
            )
            % {"items": ", ".join(wrong)}
        )
