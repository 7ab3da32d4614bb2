"""Bad input, told in the language of the person at the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.text import Language, Text

BAD_INPUT = 2  # exit code
INCOMPLETE = 3  # a result came out, but something is missing; the command says what


class Refusal(Exception):
    """The input cannot be used. Says every problem, one a line; ends the command with exit code 2."""

    def __init__(self, *problems: Text) -> None:
        super().__init__(*(problem.en for problem in problems))
        self.problems: Sequence[Text] = problems

    def in_(self, language: Language) -> str:
        return "\n".join(problem.in_(language) for problem in self.problems)
