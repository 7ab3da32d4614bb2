"""The door of the `prongsai` command.

A group of commands is a module beside this one, named in GROUPS. It has
    add(commands, language)  which adds its parsers and sets `run` on each,
    run(arguments) -> int    the exit code: 0 done, 3 incomplete. Bad input is raised and ends with 2.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from prongsai.core.text import Language, Text
from prongsai.documents.tables import TableError
from prongsai.frameworks.problems import FrameworkError, UnknownFramework
from prongsai.terminal.letters import accept_every_letter
from prongsai.terminal.parsing import EnglishParser, Parser
from prongsai.terminal.refusals import BAD_INPUT, Refusal

GROUPS = ("framework", "score", "gaps", "report", "sample", "evidence")
VARIABLE = "PRONGSAI_LANGUAGE"

_ABOUT = Text(
    th="โปร่งใส: กรอบการประเมิน คะแนน จุดที่เสียคะแนน และเล่มรายงาน โดยไม่ต้องใช้ฐานข้อมูล",
    en="Prongsai: frameworks, scores, lost points and the book, without a database.",
)
_LANGUAGE = Text(
    th="ภาษาของข้อความ (ค่าเริ่มต้นคือตัวแปร PRONGSAI_LANGUAGE หรือ th)",
    en="language of every message (default: the variable PRONGSAI_LANGUAGE, or th)",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    accept_every_letter()
    language, rest = _language(sys.argv[1:] if argv is None else argv)
    try:
        arguments = parser(language).parse_args(rest)
        arguments.language = language
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except (FrameworkError, UnknownFramework, TableError, Refusal) as refusal:
        print(refusal.in_(language), file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:  # the reader of a pipe, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def parser(language: Language) -> Parser:
    speaking = EnglishParser if language == "en" else Parser
    root = speaking(prog="prongsai", description=_ABOUT.in_(language))
    root.add_argument("--language", choices=("th", "en"), default=language, help=_LANGUAGE.in_(language))
    commands = root.add_subparsers(required=True, metavar="COMMAND", parser_class=speaking)
    for group in GROUPS:
        import_module(f"prongsai.terminal.{group}").add(commands, language)
    return root


def _language(argv: Sequence[str]) -> tuple[Language, list[str]]:
    """Take `--language` out of wherever it stands, before anything is said."""
    usual: Language = "en" if os.environ.get(VARIABLE, "").startswith("en") else "th"
    early = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    early.add_argument("--language", choices=("th", "en"), default=usual)
    try:
        known, rest = early.parse_known_args(list(argv))
    except argparse.ArgumentError as error:
        parser(usual).error(str(error))
    return known.language, rest
