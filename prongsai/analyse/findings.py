"""What a book's own data contradict, before anybody prints it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from prongsai.analyse.checks import figures, measures, offices, weak, years
from prongsai.analyse.story import Finding, Story

Check = Callable[[Story], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    figures.incomplete,
    figures.figure_contradicted,
    years.other_year_in_text,
    offices.other_office_in_text,
    weak.not_weakest_called_weak,
    figures.weak_without_text,
    measures.weak_without_measure,
    measures.measure_for_full,
    measures.measure_without_indicator,
    measures.measure_without_practice,
    measures.period_outside_year,
    measures.practice_without_owner,
)


def findings(story: Story) -> tuple[Finding, ...]:
    """Give everything to mend or to look at, in the order of the checks."""
    return tuple(finding for check in CHECKS for finding in check(story))
