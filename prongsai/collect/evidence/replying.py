"""What the office says to the marks it was shown: it agrees, or objects in words and with frozen links."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.evidence import gate, queries
from prongsai.collect.evidence.gate import EvidenceRefusedError
from prongsai.collect.evidence.models import Reply, Submission, Work
from prongsai.people.actions import Actor
from prongsai.people.templatetags.prongsai import thai_date


def may_be_replied_to(submission: Submission, today: date) -> bool:
    """Whether the office may reply on this day; afterwards its silence is its agreement."""
    if submission.confirmed_on or not (submission.previewed_on and submission.replies_until):
        return False
    return submission.previewed_on <= today <= submission.replies_until


@transaction.atomic
def reply(
    *,
    work: Work,
    agrees: bool,
    by: Actor,
    words: str = "",
    addresses: Sequence[str] = (),
    today: date | None = None,
) -> Reply:
    """Reply to the mark of an item; the last reply before the day is over counts.

    addresses  of links that were frozen with the item; none: all of them.
    raises     EvidenceRefusedError
    trail      evidence.item_replied
    """
    held = gate.held(work.submission)
    work = queries.works_of(held).get(pk=work.pk)
    work.submission = held
    if not queries.may_write(by, work):
        raise EvidenceRefusedError(_("This item belongs to another unit. Ask the administrator for it."))
    _refuse_day(held, today or timezone.localdate())
    if not agrees and not words.strip():
        raise EvidenceRefusedError(_("Say in words what you object to."))
    if strange := set(addresses) - set(work.links.values_list("address", flat=True)):
        raise EvidenceRefusedError(
            _("Only links that were frozen with the item may be used, not %(links)s.")
            % {"links": ", ".join(sorted(strange))}
        )
    found = Reply.objects.create(
        work=work,
        agrees=agrees,
        words=words.strip(),
        addresses=[] if agrees else list(addresses),
        by_name=str(by or "")[:200],
    )
    gate.note("item_replied", work, by, agrees=agrees, words=found.words, addresses=found.addresses)
    return found


def _refuse_day(submission: Submission, today: date) -> None:
    if may_be_replied_to(submission, today):
        return
    if submission.replies_until and today > submission.replies_until:
        raise EvidenceRefusedError(
            _("Replies were taken until %(day)s. What was not replied to counts as agreed.")
            % {"day": thai_date(submission.replies_until)}
        )
    raise EvidenceRefusedError(_("There is nothing to reply to yet."))
