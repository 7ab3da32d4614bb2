"""Writes everything public out as files again: after an upgrade, or when PUBLIC_DIR was lost."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from prongsai.disclose import files
from prongsai.people.models import Office


class Command(BaseCommand):
    help = "Write all public pages and data into PUBLIC_DIR. Safe to run again."

    def handle(self, *_args: Any, **_options: Any) -> None:
        offices = Office.objects.order_by("pk")
        # disable=None: a bar on a terminal, silence elsewhere
        bar = tqdm(offices.iterator(), total=offices.count(), desc="Writing", unit="office", disable=None)
        written = sum(files.write_office(office) for office in bar)
        self.stdout.write(f"Wrote {written} files.")
