"""The one periodic command: every job of every room, whatever becomes of the others."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import close_old_connections
from tqdm import tqdm

from prongsai.project import nightly


class Command(BaseCommand):
    help = "Do what is done every night. Safe to run again; fails if any of it failed, after all was tried."

    def handle(self, *_args: Any, **_options: Any) -> None:
        failed = 0
        for name, job in tqdm(nightly.JOBS, desc="Nightly", unit="job", leave=False, disable=None):
            try:
                line = f"{name}: {job()}"
            except Exception as error:  # noqa: BLE001  # no job may keep the others from their turn
                failed += 1
                line = f"{name}: FAILED. {type(error).__name__}: {error}"
            close_old_connections()  # one that a job broke is opened anew for the next
            self.stdout.write(" ".join(line.split()))
        if failed:
            raise CommandError(f"{failed} of {len(nightly.JOBS)} jobs failed. Put it right and run it again.")
