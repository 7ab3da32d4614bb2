"""If today were the day: what the last check would give, scored as the assessment itself is scored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of, inputs_of
from prongsai.collect.evidence.models import Work
from prongsai.core.framework import Framework, Instrument, Item, Kind, Part
from prongsai.core.result import Result, assess
from prongsai.core.score import FULL, NOTHING, Inputs, ItemResult


class Stands(StrEnum):
    """What an item would get. unchecked: something is shown that no check has looked at yet."""

    PASSES = "passes"
    FAILS = "fails"
    NOT_APPLICABLE = "not_applicable"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """least, most: the result with unchecked items at nothing, and at full points; the same where all are.

    passed, counted  items at full points, of those that count.
    """

    stands: Mapping[str, Stands]
    instrument: str
    least: Result
    most: Result

    @property
    def passed(self) -> int:
        return self._many(Stands.PASSES)

    @property
    def unchecked(self) -> int:
        return self._many(Stands.UNCHECKED)

    @property
    def counted(self) -> int:
        return len(self.stands) - self._many(Stands.NOT_APPLICABLE)

    @property
    def points(self) -> Decimal | None:
        """Of the items' own instrument, 0-100, as printed."""
        return self.least.printed(self.instrument)

    @property
    def most_points(self) -> Decimal | None:
        return self.most.printed(self.instrument)

    def _many(self, stands: Stands) -> int:
        return sum(1 for each in self.stands.values() if each is stands)


def rehearse(assessment: Assessment, works: Iterable[Work]) -> Rehearsal | None:
    """Score the last check with whatever else the office has; None where the rules have no items.

    Verdicts and figures of the items that were brought in before step back: they are of another day.
    """
    framework = framework_of(assessment)
    instrument = next((each for each in framework.instruments if each.kind is Kind.ITEMS), None)
    if instrument is None or not framework.items:
        return None
    by_code = {work.item_code: work for work in works}
    stands = {item.code: stands_of(by_code[item.code], item) for item in framework.items}
    base = _without_items(inputs_of(assessment), framework, instrument)
    least, most = (
        _scored(framework, base, stands, unchecked, assessment.office.class_code)
        for unchecked in (NOTHING, FULL)
    )
    return Rehearsal(stands, instrument.code, least, most)


def stands_of(work: Work, item: Item) -> Stands:
    if work.is_not_applicable and item.may_be_not_applicable:
        return Stands.NOT_APPLICABLE
    if not work.content_hash:
        return Stands.FAILS
    if work.machine_points is None:
        return Stands.UNCHECKED
    return Stands.PASSES if work.machine_points else Stands.FAILS


def _scored(
    framework: Framework, base: Inputs, stands: Mapping[str, Stands], unchecked: Fraction, office_class: str
) -> Result:
    points = {
        Stands.PASSES: FULL,
        Stands.FAILS: NOTHING,
        Stands.NOT_APPLICABLE: None,
        Stands.UNCHECKED: unchecked,
    }
    items = {code: ItemResult(points[each]) for code, each in stands.items()}
    return assess(framework, replace(base, items=items), office_class=office_class)


def _without_items(inputs: Inputs, framework: Framework, instrument: Instrument) -> Inputs:
    stale = {framework.code, *_codes(instrument)}
    return replace(inputs, published={c: f for c, f in inputs.published.items() if c not in stale})


def _codes(part: Part) -> set[str]:
    return {part.code}.union(*(_codes(below) for below in getattr(part, "parts", ())))
