"""What is wrong with a file that was brought in, all of it at once, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.core.text import Language, Text
from prongsai.documents.rows import place

MOST = 50  # a reader mends fifty and looks again
_HEAD = Text(th="{file} มีข้อผิดพลาด {count} แห่ง:", en="{file} has {count} problem(s):")
_MORE = Text(th="และอีก {more} แห่ง", en="and {more} more")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a table.

    line    from 1; 0 for the file as a whole.
    column  from 0; None for the whole line.
    code    of the row, item or indicator that stands there, if known.
    """

    line: int = 0
    column: int | None = None
    code: str = ""

    @property
    def text(self) -> Text:
        return Text(self.in_("th"), self.in_("en"))

    def in_(self, language: Language) -> str:
        """`line 3, column C (i1.2)`; empty for the file as a whole."""
        where = place(self.line, self.column).in_(language) if self.line else ""
        return f"{where} ({self.code})" if where and self.code else where or self.code


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong and what to do about it; of a note, what was done."""

    place: Place
    message: Text

    def in_(self, language: Language) -> str:
        where = self.place.in_(language)
        return f"{where}: {self.message.in_(language)}" if where else self.message.in_(language)


class IntakeError(ValueError):
    """A file cannot be taken in. Says every problem, up to MOST; `more` is how many were left out."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        super().__init__(file, tuple(problems))
        self.file = file
        self.problems = tuple(problems[:MOST])
        self.more = max(len(problems) - MOST, 0)

    def in_(self, language: Language) -> str:
        head = _HEAD.fill(file=self.file, count=len(self.problems) + self.more).in_(language)
        lines = [problem.in_(language) for problem in self.problems]
        lines += [_MORE.fill(more=self.more).in_(language)] if self.more else []
        return "\n".join([head, *(f"  {line}" for line in lines)])

    def __str__(self) -> str:
        return self.in_("en")
