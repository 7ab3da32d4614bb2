"""Seals a survey at a terminal: for so many sheets that a browser would not wait for their opening."""

from __future__ import annotations

from argparse import ArgumentParser
from functools import partial
from getpass import getpass
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from tqdm import tqdm

from prongsai.collect.surveys import keys, sealing
from prongsai.collect.surveys.models import KeyHolder, Survey
from prongsai.people.actions import ActionRefusedError
from prongsai.people.models import User
from prongsai.people.queries import may


class Command(BaseCommand):
    help = "Seal a closed survey whose sealing was proposed. Asks two holders for username and key."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slug", help="the last part of the survey's address, e.g. abcd234")
        parser.add_argument("--leave-damaged", action="store_true", help="lose the sheets that are damaged")

    def handle(self, *, slug: str, leave_damaged: bool, **_options: Any) -> None:
        survey = Survey.objects.select_related("assessment__office").filter(slug=slug).first()
        if survey is None:
            raise CommandError(f"No survey has the address {slug}.")
        held = [self._asked(survey, which) for which in ("one holder", "the other holder")]
        typed = [key for _user, key in held]
        bar = partial(tqdm, total=survey.boxes.count(), desc="Opening", unit="sheet", disable=None)
        with translation.override("en"):
            try:
                sealing.seal_survey(
                    survey=survey,
                    typed=typed,
                    by=_sealer(survey, [user for user, _key in held]),
                    leave_damaged=leave_damaged,
                    watched=bar,
                )
            except ActionRefusedError as refusal:
                advice = " That is --leave-damaged." if isinstance(refusal, sealing.DamagedBoxesError) else ""
                raise CommandError(f"Nothing was sealed. {refusal}{advice}") from None
        self.stdout.write(
            f"Sealed {survey.sheets.count()} sheets. SHA-256 of the counts: {survey.sealed_hash}"
        )
        if not survey.is_cleaned:
            raise CommandError("The key file or the database is not cleaned yet. Type: finish_sealing")

    def _asked(self, survey: Survey, which: str) -> tuple[User, str]:
        """Ask for a username and for the key that proves it; the key is not shown."""
        self.stdout.write(f"Username of {which}: ", ending="")
        self.stdout.flush()
        user = User.objects.filter(username=input().strip(), is_active=True).first()
        holder = survey.holders.filter(holder_id=user.pk).first() if user else None
        key = getpass(f"Key of {which} (it is not shown): ")
        if user is None or holder is None or not _is_of(holder, key):
            raise CommandError(
                f"Nothing was sealed. Username and key of {which} do not belong together in this survey."
            )
        return user, key


def _is_of(holder: KeyHolder, key: str) -> bool:
    try:
        return keys.public_of(keys.read_key(key)) == bytes(holder.public_key)
    except keys.KeyTextError:
        return False


def _sealer(survey: Survey, held: list[User]) -> User:
    """Give the executive of the two. Without one the action says what is missing."""
    able = [user for user in held if may(user, "approve", survey.assessment.office)]
    return next((user for user in able if user.pk != survey.proposed_by_id), held[0])
