"""Cleaning up after sealed and given-up surveys where that failed at first."""

from __future__ import annotations

from prongsai.collect.surveys import keys
from prongsai.collect.surveys.models import GivingUp, Survey
from prongsai.collect.surveys.sealing import finish_sealing
from prongsai.collect.surveys.starting_over import forget_keys


class NotCleanedError(Exception):
    """Some surveys are not cleaned up after; it has to be tried again. Says which."""


def clean_up() -> int:
    """Destroy keys that are not needed any more and compact the database; give the number of surveys.

    May be repeated.
    raises  NotCleanedError, after all the others are done.
    """
    sealed = list(Survey.objects.filter(sealed_on__isnull=False, is_cleaned=False).order_by("pk"))
    left = [survey.slug for survey in sealed if not finish_sealing(survey)]
    given_up = GivingUp.objects.filter(done_on__isnull=False).values_list("slug", flat=True)
    with_keys = [slug for slug in given_up.order_by("pk") if keys.place_of(slug).exists()]
    for slug in with_keys:
        forget_keys(slug)
    left += [slug for slug in with_keys if keys.place_of(slug).exists()]
    if left:
        raise NotCleanedError(
            "Not cleaned, because the database is busy or the key file cannot be removed: " + ", ".join(left)
        )
    return len(sealed) + len(with_keys)
