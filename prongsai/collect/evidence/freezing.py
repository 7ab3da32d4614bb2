"""The closing day: what stands there is frozen with a hash, and nothing of it can change any more."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.evidence import gate, queries
from prongsai.collect.evidence.contents import canonical, content_of
from prongsai.collect.evidence.gate import EvidenceRefusedError
from prongsai.collect.evidence.models import Submission, Work
from prongsai.collect.evidence.states import is_approved
from prongsai.core import codes
from prongsai.people.actions import Actor
from prongsai.people.templatetags.prongsai import thai_date
from prongsai.trail import actions as trail

SLUG = "evidence"  # of the frozen thing


@transaction.atomic
def freeze_submission(*, submission: Submission, by: Actor = None, today: date | None = None) -> Submission:
    """Freeze everything, once the closing day is over. Items that were not approved count as not shown.

    raises  EvidenceRefusedError if it is frozen, or the closing day is not over.
    trail   evidence.submission_frozen
    """
    held, today = gate.held(submission), today or timezone.localdate()
    gate.refuse_unless(by, "edit", held)
    if held.frozen_on:
        raise EvidenceRefusedError(_("It is frozen already."))
    if today <= held.closes_on:
        raise EvidenceRefusedError(_("It freezes when %(day)s is over.") % {"day": thai_date(held.closes_on)})
    frozen = trail.freeze(
        canonical(record_of(held)),
        slug=SLUG,
        media_type="application/json",
        period=held.assessment.framework_code,
        office_id=held.assessment.office_id,
        by=by,
    )
    held.frozen_on, held.frozen_hash = today, frozen.sha256
    held.save(update_fields=["frozen_on", "frozen_hash"])
    gate.note("submission_frozen", held, by, sha256=frozen.sha256)
    return held


def freeze_due(today: date) -> int:
    """Freeze every submission whose closing day is over, each by itself; say how many. Safe to run again."""
    waiting = list(queries.closed_unfrozen(today))
    for each in waiting:
        freeze_submission(submission=each, today=today)
    return len(waiting)


def record_of(submission: Submission) -> dict[str, Any]:
    """Everything that the office submits, as plain data; what the hash of a frozen one is made of."""
    assessment = submission.assessment
    works = queries.works_of(submission).prefetch_related("links")
    return {
        "office": assessment.office.slug,
        "framework": assessment.framework_code,
        "scoring_sha256": assessment.scoring_hash,
        "main_site": submission.main_site,
        "closes_on": submission.closes_on.isoformat(),
        "items": [_item(work) for work in sorted(works, key=lambda each: codes.order(each.item_code))],
    }


def _item(work: Work) -> dict[str, Any]:
    return content_of(work, work.links.all()) | {
        "code": work.item_code,
        "is_submitted": is_approved(work),
        "content_sha256": work.content_hash,
        "approved_sha256": work.approved_hash,
        "approved_on": work.approved_on.isoformat() if work.approved_on else None,
        "approved_by": work.approved_by_name,
    }
