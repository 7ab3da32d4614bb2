"""Loads the demonstration."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError

from prongsai.people.models import Membership
from prongsai.project.demonstration import evidencing, loading, surveying

NAME = "logins.txt"
ONLY_MINE = 0o600
PLAIN = "abcdefghijkmnpqrstuvwxyz23456789"  # no l, 1, o or 0: it is typed from paper


class Command(BaseCommand):
    help = "Load the demonstration: four offices and their people. Safe to run again: what is there stays."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--slips-for", default="", metavar="ADDRESS", help="print slips of the open surveys for this site"
        )
        parser.add_argument(
            "--sites-at",
            type=int,
            metavar="PORT",
            help="show and check the invented sites at PORT and PORT + 1",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["sites_at"]:
            evidencing.show_sites(options["sites_at"])
            return
        if options["slips_for"]:
            for line in surveying.print_for_visitors(options["slips_for"]):
                self.stdout.write(line)
            return
        try:
            loading.load()
        except OperationalError as error:
            raise CommandError(f"The database is not ready ({error}). Run set_up first.") from None
        file = Path(settings.DATA_DIR) / NAME
        if not file.exists():
            password = "-".join("".join(secrets.choice(PLAIN) for _ in range(4)) for _ in range(3))
            loading.set_passwords(password)
            write(file, _letter(password))
        for path, sheets in loading.sheets():
            place = Path(settings.DATA_DIR) / "try" / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(sheets)
        self.stdout.write(file.read_text(encoding="utf-8"))


def write(file: Path, text: str) -> None:
    file.touch(mode=ONLY_MINE)
    file.write_text(text, encoding="utf-8")


def _letter(password: str) -> str:
    lines = [
        f"  {login.username:<16} {Membership.Role(login.role).label:<22} {login.office or 'สพฐ.'}"
        for login in loading.logins()
    ]
    return "\n".join(["Sign in as (the password of all is below):", *lines, f"  password: {password}", ""])
