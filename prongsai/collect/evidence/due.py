"""By which day an item should be ready, where nobody set another one."""

from __future__ import annotations

from datetime import date, timedelta

from prongsai.collect.evidence.models import Submission, Work
from prongsai.core.framework import Framework, Item, Period
from prongsai.core.thai import ERA

ANSWERING = "oit_answer"  # the stage of the calendar in which the items are answered
HALF_YEAR = frozenset({Period.FIRST_SIX_MONTHS, Period.AT_LEAST_SIX_MONTHS})
AHEAD = timedelta(days=30)  # of the closing day: time to mend what the checks find
AHEAD_OF_HALF_YEAR = timedelta(days=14)  # what can only be written once half the year is over


def closing_day(framework: Framework) -> date | None:
    """The last day for answering, where the calendar of the rules has one."""
    return next((stage.ends_on for stage in framework.calendar if stage.code == ANSWERING), None)


def due_by_rule(item: Item, closes_on: date, year_be: int) -> date:
    """The day by the period that the content is of: never after the closing day."""
    if item.period not in HALF_YEAR:
        return closes_on - AHEAD
    half_is_over = date(year_be - ERA, 3, 31)
    return min(closes_on, max(half_is_over, closes_on - AHEAD_OF_HALF_YEAR))


def due_of(work: Work, item: Item, submission: Submission, year_be: int) -> date:
    return work.due_on or due_by_rule(item, submission.closes_on, year_be)
