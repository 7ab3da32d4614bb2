"""What every write of an office's side asks first: is it still open, and may this user?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.evidence import queries
from prongsai.collect.evidence.models import Submission, Work
from prongsai.people.actions import ActionRefusedError, Actor
from prongsai.people.queries import Verb, may
from prongsai.people.templatetags.prongsai import thai_date
from prongsai.trail import actions as trail


class EvidenceRefusedError(ActionRefusedError):
    """An item cannot be written, sent, approved or replied to so. Nothing was changed."""


def is_closed(submission: Submission, today: date) -> bool:
    """Whether nothing may change any more: from the day after the closing day, frozen or not yet."""
    return submission.frozen_on is not None or today > submission.closes_on


def held(submission: Submission) -> Submission:
    """Let nobody else write to this submission until we are done; give it as it stands now."""
    return Submission.objects.select_for_update().get(pk=submission.pk)


def held_open(submission: Submission) -> Submission:
    """Hold a submission that may still be changed.

    raises  EvidenceRefusedError from the day after the closing day.
    """
    found = held(submission)
    if is_closed(found, timezone.localdate()):
        raise EvidenceRefusedError(
            _("The submission closed on %(day)s. Nothing of it can be changed any more.")
            % {"day": thai_date(found.closes_on)}
        )
    return found


def held_work(work: Work, by: Actor) -> Work:
    """Hold an item that this user may write, as it stands now.

    raises  EvidenceRefusedError
    """
    submission = held_open(work.submission)
    found = queries.works_of(submission).get(pk=work.pk)
    found.submission = submission
    if not queries.may_write(by, found):
        raise EvidenceRefusedError(_("This item belongs to another unit. Ask the administrator for it."))
    return found


def held_works(works: Sequence[Work], by: Actor, verb: Verb) -> list[Work]:
    """Hold items of one submission, for a user who may do `verb` in its office.

    raises  EvidenceRefusedError, also where none was chosen.
    """
    if not works:
        raise EvidenceRefusedError(_("Choose at least one item."))
    submission = held_open(works[0].submission)
    refuse_unless(by, verb, submission)
    found = list(queries.works_of(submission).filter(pk__in=[work.pk for work in works]))
    for work in found:
        work.submission = submission
    return found


def refuse_unless(by: Actor, verb: Verb, submission: Submission) -> None:
    if by is not None and not may(by, verb, submission.assessment.office):
        raise EvidenceRefusedError(_("Your role does not allow this."))


def save_typed(row: models.Model, *typed: str) -> None:
    """Save a row whose typed fields hold, and the constraints over them; else refuse with every problem."""
    others = {field.name for field in row._meta.fields} - set(typed)
    try:
        row.full_clean(exclude=others)
    except ValidationError as error:
        raise EvidenceRefusedError(" ".join(error.messages)) from error
    row.save()


def note(verb: str, on: Submission | Work, by: Actor, **details: object) -> None:
    submission = on if isinstance(on, Submission) else on.submission
    office_id = submission.assessment.office_id
    trail.record(f"evidence.{verb}", on=on, by=by, office_id=office_id, **details)
