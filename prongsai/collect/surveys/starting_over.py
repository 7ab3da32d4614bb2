"""A survey without keys again: how it was before it was made ready."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.surveys import keys
from prongsai.collect.surveys.actions import SurveyRefusedError, free_slug, held, note
from prongsai.collect.surveys.compacting import compact
from prongsai.collect.surveys.models import Survey
from prongsai.people.actions import Actor


@transaction.atomic
def reset_keys(*, survey: Survey, by: Actor) -> Survey:
    """Throw keys and codes away before the first day; the address stays.

    Later it takes two (see `giving_up`), whether a sheet has come in or not: else a refusal would tell.
    raises  SurveyRefusedError if its first day has come, or it holds a sheet.
    trail   surveys.keys_reset
    """
    held(survey)
    if timezone.localdate() >= survey.opens_on or survey.boxes.exists():
        raise SurveyRefusedError(
            _("Since its first day has come, it takes two people to throw the keys away: give the survey up.")
        )
    start_over(survey, is_new_address=False)
    note("keys_reset", survey, by)
    transaction.on_commit(partial(forget_keys, survey.slug))
    return survey


def start_over(survey: Survey, *, is_new_address: bool) -> None:
    """Take away keys, holders, codes and what was proposed."""
    survey.codes.all().delete()
    survey.holders.all().delete()
    survey.streams.update(codes_issued=0)
    if is_new_address:
        survey.slug = free_slug()
    survey.public_key = survey.verify_key = b""
    survey.pace, survey.proposed_by_id, survey.proposed_by_name, survey.proposed_on = 0, None, "", None
    survey.save()


def forget_keys(slug: str) -> None:
    """Destroy the key file, and what the database's files still hold of deleted rows."""
    with suppress(OSError, DatabaseError):
        keys.destroy(slug)
        compact()
