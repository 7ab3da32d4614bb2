"""Items of a submission side by side: what each is worth, by when, how it stands, what the check found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from django.utils import timezone

from prongsai.collect.evidence.due import due_of
from prongsai.collect.evidence.models import Submission, Work
from prongsai.collect.evidence.states import BEFORE_READY, State, is_approved, is_voided, state_of
from prongsai.core import codes
from prongsai.core.framework import Framework, Item
from prongsai.core.stake import worths


class Checked(StrEnum):
    """What the last check says of an item. changed: its links are others since."""

    NEVER = "never"
    CHANGED = "changed"
    PASSES = "passes"
    UNSURE = "unsure"
    FAILS = "fails"


@dataclass(frozen=True, slots=True)
class Line:
    """One item. worth: points of the 100-point total."""

    work: Work
    item: Item
    state: State
    worth: Fraction
    due_on: date

    @property
    def is_ready(self) -> bool:
        return is_approved(self.work)

    @property
    def is_voided(self) -> bool:
        """Whether it was approved and then changed, while it can still be approved again."""
        return is_voided(self.work) and self.state in BEFORE_READY

    @property
    def is_left_out(self) -> bool:
        """Whether it closed without an approval: it counts as not shown."""
        return not self.is_ready and self.state not in BEFORE_READY

    @property
    def checked(self) -> Checked:
        return checked_of(self.work)

    @property
    def fails(self) -> bool:
        return self.checked is Checked.FAILS

    @property
    def is_late(self) -> bool:
        return self.state in BEFORE_READY and self.due_on < timezone.localdate()


def checked_of(work: Work) -> Checked:
    if work.is_not_applicable or not work.content_hash:
        return Checked.NEVER
    if work.machine_points is None:
        return Checked.CHANGED if work.checked_at else Checked.NEVER
    if not work.machine_points:
        return Checked.FAILS
    return Checked.UNSURE if work.unsure else Checked.PASSES


def lines_of(
    works: Iterable[Work],
    submission: Submission,
    framework: Framework,
    *,
    replied: frozenset[int] = frozenset(),
) -> tuple[Line, ...]:
    """Sort by points at stake: what is not ready first, then what the check fails, then the rest.

    replied  ids of the items to whose mark the office replied.
    """
    worth = worths(framework)
    lines = [_line(work, submission, framework, worth, replied) for work in works]
    return tuple(sorted(lines, key=_at_stake))


def _line(
    work: Work,
    submission: Submission,
    framework: Framework,
    worth: dict[str, Fraction],
    replied: frozenset[int],
) -> Line:
    item = framework.item(work.item_code)
    state = state_of(work, submission, has_reply=work.pk in replied)
    due_on = due_of(work, item, submission, framework.year_be)
    return Line(work, item, state, worth[item.code], due_on)


def _at_stake(line: Line) -> tuple[bool, bool, Fraction, tuple[tuple[str, int], ...]]:
    return line.is_ready, line.is_ready and not line.fails, -line.worth, codes.order(line.item.code)
