"""What a change of one verdict moves: the same figures before and after, by the rules of the year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of, inputs_of
from prongsai.core.framework import Framework, Instrument
from prongsai.core.result import assess
from prongsai.core.score import FULL, Inputs, ItemResult
from prongsai.core.text import Text


@dataclass(frozen=True, slots=True)
class Move:
    """Printed points of the items' instrument, and of the total where the surveys are in."""

    instrument: Text
    before: Decimal | None
    after: Decimal | None
    total_before: Decimal | None
    total_after: Decimal | None


def move(
    assessment: Assessment,
    results: Mapping[str, ItemResult],
    code: str,
    *,
    before: Fraction | None,
    after: Fraction | None,
) -> Move:
    """Say what it moves when an item has other points, 0-100 or None for not applicable.

    results  of the other items; one that nobody has judged yet is taken as passed.
    """
    framework, brought = framework_of(assessment), inputs_of(assessment)
    items = {item.code: results.get(item.code, ItemResult(FULL)) for item in framework.items}
    instrument = _instrument_of(framework, code)

    def figures(points: Fraction | None) -> tuple[Decimal | None, Decimal | None]:
        inputs: Inputs = replace(brought, items=items | {code: ItemResult(points)}, published={})
        result = assess(framework, inputs, office_class=assessment.office.class_code)
        return result.printed(instrument.code), result.total

    (was, total_was), (becomes, total_becomes) = figures(before), figures(after)
    return Move(instrument.short, was, becomes, total_was, total_becomes)


def _instrument_of(framework: Framework, code: str) -> Instrument:
    return next(
        instrument
        for instrument in framework.instruments
        for indicator in instrument.parts
        for below in indicator.parts
        if any(item.code == code for item in below.parts)
    )
