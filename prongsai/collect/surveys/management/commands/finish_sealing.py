"""Cleans up after sealed and given-up surveys where that failed at first; `nightly` does it, too."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from prongsai.collect.surveys.cleaning import NotCleanedError, clean_up


class Command(BaseCommand):
    help = "Destroy keys that are not needed any more and compact the database. Safe to run again."

    def handle(self, *_args: Any, **_options: Any) -> None:
        try:
            number = clean_up()
        except NotCleanedError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"Cleaned up after {number} surveys.")
