"""What was given out and what came in, for those who are about to seal."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.queries import Board, StreamLine
from prongsai.trail.queries import events_of

BEGAN_ANEW = {"surveys.keys_reset", "surveys.given_up"}


@dataclass(frozen=True, slots=True)
class IssuedLine:
    """One way of answering of a survey that has closed.

    drawn      codes that were ever drawn, also those cancelled later; None where it takes no code.
    cancelled  how often unused codes were cancelled. How many those were would tell how many had been
               used at that hour.
    """

    name: str
    heads: int | None
    drawn: int | None
    cancelled: int
    answered: int

    @property
    def is_over(self) -> bool:
        """Whether more came in than people could answer."""
        return self.heads is not None and self.answered > self.heads


def issued_of(survey: Survey, board: Board) -> list[IssuedLine]:
    drawn, cancelled = _codes(survey)
    return [_line(each, drawn, cancelled) for each in board.lines]


def _line(line: StreamLine, drawn: Counter[str], cancelled: Counter[str]) -> IssuedLine:
    code = line.kind.code
    return IssuedLine(
        said(line.kind.name),
        line.heads,
        drawn[code] if line.kind.is_coded else None,
        cancelled[code],
        line.answered,
    )


def _codes(survey: Survey) -> tuple[Counter[str], Counter[str]]:
    """Count by stream what the trail says since the keys were last made."""
    drawn: Counter[str] = Counter()
    cancelled: Counter[str] = Counter()
    for verb, details in events_of(survey).order_by("pk").values_list("verb", "details"):
        if verb in BEGAN_ANEW:
            drawn.clear()
            cancelled.clear()
        elif verb == "surveys.codes_issued":
            drawn[details["stream"]] += details["number"]
        elif verb == "surveys.codes_cancelled":
            cancelled[details["stream"]] += 1
    return drawn, cancelled
