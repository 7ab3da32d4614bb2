"""Giving a survey up whose boxes can never be opened, and beginning anew. Two people, as for sealing."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.surveys.actions import SurveyRefusedError, held, note
from prongsai.collect.surveys.models import GivingUp, Survey
from prongsai.collect.surveys.starting_over import forget_keys, start_over
from prongsai.people.models import User
from prongsai.people.queries import may


def proposal_of(survey: Survey) -> GivingUp | None:
    """Give what was proposed and neither done nor withdrawn."""
    return survey.given_up.filter(done_on__isnull=True).first()


@transaction.atomic
def propose_giving_up(*, survey: Survey, reason: str, by: User) -> GivingUp:
    """The administrator says why the answers are lost, and asks the executive.

    raises  SurveyRefusedError if it was never made ready, is sealed, or is proposed already.
    trail   surveys.giving_up_proposed
    """
    held(survey)
    if not survey.is_ready:
        raise SurveyRefusedError(_("The survey takes no answers yet: there is nothing to give up."))
    if proposal_of(survey):
        raise SurveyRefusedError(_("Giving it up is proposed already."))
    if not reason.strip():
        raise SurveyRefusedError(_("Say why the answers cannot be opened any more."))
    made = GivingUp.objects.create(
        survey=survey,
        slug=survey.slug,
        reason=reason.strip(),
        proposed_by_id=by.pk,
        proposed_by_name=str(by)[:200],
    )
    note("giving_up_proposed", survey, by, reason=made.reason)
    return made


@transaction.atomic
def withdraw_giving_up(*, survey: Survey, by: User) -> None:
    """trail   surveys.giving_up_withdrawn"""
    held(survey)
    survey.given_up.filter(done_on__isnull=True).delete()
    note("giving_up_withdrawn", survey, by)


@transaction.atomic
def give_up_survey(*, survey: Survey, by: User) -> Survey:
    """Delete sheets, codes, piles of paper and keys unread, and let it be set up anew at another address.

    raises  SurveyRefusedError unless another person proposed it, or if it is sealed.
    trail   surveys.given_up, with the reason
    """
    held(survey)
    proposal = proposal_of(survey)
    if proposal is None:
        raise SurveyRefusedError(_("The administrator proposes giving it up first."))
    if by.pk == proposal.proposed_by_id or not may(by, "approve", survey.assessment.office):
        raise SurveyRefusedError(_("Giving up takes two: an executive who is not the one who proposed it."))
    proposal.done_on = timezone.localdate()
    proposal.save(update_fields=["done_on"])
    for batch in survey.batches.all():
        batch.drafts.all().delete()
        batch.delete()
    survey.boxes.all().delete()
    start_over(survey, is_new_address=True)
    note("given_up", survey, by, reason=proposal.reason, address=proposal.slug)
    transaction.on_commit(partial(forget_keys, proposal.slug))
    return survey
