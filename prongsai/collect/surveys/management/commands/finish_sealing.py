"""Cleans up after sealed and given-up surveys where that failed at first: for the periodic job."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from prongsai.collect.surveys import keys
from prongsai.collect.surveys.models import GivingUp, Survey
from prongsai.collect.surveys.sealing import finish_sealing
from prongsai.collect.surveys.starting_over import forget_keys


class Command(BaseCommand):
    help = "Destroy keys that are not needed any more and compact the database. Safe to run again."

    def handle(self, *_args: Any, **_options: Any) -> None:
        sealed = list(Survey.objects.filter(sealed_on__isnull=False, is_cleaned=False).order_by("pk"))
        left = [survey.slug for survey in sealed if not finish_sealing(survey)]
        given_up = GivingUp.objects.filter(done_on__isnull=False).values_list("slug", flat=True)
        with_keys = [slug for slug in given_up.order_by("pk") if keys.place_of(slug).exists()]
        for slug in with_keys:
            forget_keys(slug)
        left += [slug for slug in with_keys if keys.place_of(slug).exists()]
        self.stdout.write(f"Cleaned up after {len(sealed) + len(with_keys) - len(left)} surveys.")
        if left:
            raise CommandError(
                "Not cleaned, because the database is busy or the key file cannot be removed: "
                + ", ".join(left)
            )
