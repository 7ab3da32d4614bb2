"""Everything a fresh folder needs before it can serve."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from prongsai.documents.fonts import font_folder, make_fonts
from prongsai.project.translations import compile_all

WEB_FONTS = {"sarabun-regular.woff2": "Sarabun-Regular.woff2", "sarabun-bold.woff2": "Sarabun-Bold.woff2"}


class Command(BaseCommand):
    help = "Compile the Thai strings, make the typeface, bring the database up to date. Safe to run again."

    def handle(self, *_args: Any, **options: Any) -> None:
        compile_all()
        make_web_fonts(Path(settings.MADE_DIR) / "prongsai" / "fonts")
        call_command("migrate", interactive=False, verbosity=0)
        if options["verbosity"]:
            self.stdout.write("Ready: strings compiled, typeface made, database up to date.")


def make_web_fonts(folder: Path) -> None:
    made = font_folder()
    make_fonts(made)
    folder.mkdir(parents=True, exist_ok=True)
    for name, served in WEB_FONTS.items():
        shutil.copyfile(made / "web" / name, folder / served)
