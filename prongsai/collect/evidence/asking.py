"""Asking for a check on demand: one at a time, so that nobody's site is asked twice at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.evidence import gate
from prongsai.collect.evidence.gate import EvidenceRefusedError
from prongsai.collect.evidence.models import Link, Run, Submission
from prongsai.collect.evidence.tasks import perform_run
from prongsai.people.actions import Actor
from prongsai.people.queries import verbs_of

ASKERS = frozenset({"edit", "edit_own_unit", "approve"})  # any of these verbs is enough
GIVEN_UP = timedelta(hours=2)  # after which a check that never ended stands in nobody's way


@transaction.atomic
def ask_for_check(*, submission: Submission, by: Actor, items: Sequence[str] = ()) -> Run:
    """Put a rehearsal into the queue; a worker performs it.

    items   codes; none: all.
    raises  EvidenceRefusedError if one is under way, nothing is shown yet, or it closed.
    trail   evidence.check_asked
    """
    held = gate.held_open(submission)
    if by is not None and not ASKERS & verbs_of(by, held.assessment.office):
        raise EvidenceRefusedError(_("Your role does not allow this."))
    if not Link.objects.filter(work__submission=held).exists():
        raise EvidenceRefusedError(_("There is no link to check yet."))
    if any(is_under_way(run) for run in held.runs.all()):
        raise EvidenceRefusedError(_("A check is under way already. Wait until it has ended."))
    run = Run.objects.create(
        submission=held, is_rehearsal=True, items=list(items), asked_by_name=str(by or "")[:200]
    )
    gate.note("check_asked", held, by, items=list(items))
    perform_run.enqueue(run.pk)  # in the same transaction: there is no run without its job
    return run


def is_under_way(run: Run) -> bool:
    return run.ended_at is None and timezone.now() - run.asked_at < GIVEN_UP
