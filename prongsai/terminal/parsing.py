"""A command line that speaks the language of the command; argparse itself knows no Thai."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn, TypeAlias

from prongsai.core.text import Language, Text
from prongsai.terminal.refusals import BAD_INPUT

_HELP = Text(th="แสดงวิธีใช้", en="show how it is used")
_WRONG = Text(th="คำสั่งไม่ถูกต้อง: {message}", en="wrong command: {message}")
_POSITIONALS = Text(th="สิ่งที่ต้องระบุ", en="what to name")
_OPTIONS = Text(th="ตัวเลือก", en="options")


class Parser(argparse.ArgumentParser):
    """late  adds the options that depend on what else stands on the line; it is given that line."""

    language: Language = "th"
    late: Callable[[Parser, Sequence[str]], None] | None = None

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"add_help": False, "allow_abbrev": False, **options})
        self._positionals.title = _POSITIONALS.in_(self.language)
        self._optionals.title = _OPTIONS.in_(self.language)
        self.add_argument("-h", "--help", action="help", help=_HELP.in_(self.language))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        late, self.late = self.late, None
        if late:
            late(self, args)
        return super().parse_known_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(BAD_INPUT, _WRONG.fill(message=message).in_(self.language) + "\n")


class EnglishParser(Parser):
    language = "en"


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001  # it has no public name
