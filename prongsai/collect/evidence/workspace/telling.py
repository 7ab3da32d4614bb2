"""What a director wants to know at a glance: how many are ready, what is at stake, what is next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from prongsai.collect.evidence.gate import is_closed
from prongsai.collect.evidence.lines import Line
from prongsai.collect.evidence.models import Submission
from prongsai.collect.evidence.queries import counts_of
from prongsai.collect.evidence.states import BEFORE_READY, State

MOST_NEXT = 8


@dataclass(frozen=True, slots=True)
class Told:
    """at_stake: points of the 100-point total of what is not ready. failing: of what is ready and fails."""

    counts: Mapping[State, int]
    all: int
    ready: int
    at_stake: Fraction
    failing: Fraction
    days_left: int | None
    not_approved: int
    is_overdue_to_freeze: bool

    @property
    def drafts(self) -> int:
        return self.counts.get(State.DRAFT, 0)

    @property
    def to_approve(self) -> int:
        return self.counts.get(State.TO_APPROVE, 0)

    @property
    def empty(self) -> int:
        return self.counts.get(State.NOTHING, 0)


def told_of(submission: Submission, lines: Sequence[Line], today: date) -> Told:
    closed = is_closed(submission, today)
    ready = [line for line in lines if line.is_ready]
    return Told(
        counts=counts_of(lines),
        all=len(lines),
        ready=len(ready),
        at_stake=_worth(line for line in lines if not line.is_ready),
        failing=_worth(line for line in ready if line.fails),
        days_left=None if closed else (submission.closes_on - today).days,
        not_approved=sum(1 for line in lines if line.state in BEFORE_READY),
        is_overdue_to_freeze=closed and submission.frozen_on is None,
    )


def next_due(lines: Sequence[Line]) -> list[Line]:
    """Items that are not ready, the earliest due day first, the dearest first on one day."""
    waiting = [line for line in lines if line.state in BEFORE_READY]
    return sorted(waiting, key=lambda line: (line.due_on, -line.worth))[:MOST_NEXT]


def _worth(lines: Iterable[Line]) -> Fraction:
    return sum((line.worth for line in lines), Fraction(0))
