"""From verdicts on what an item must show to its points: all or nothing, by what is required."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from prongsai.core.framework import Element, Item
from prongsai.core.score import FULL, NOTHING, WHOLE, ItemResult, ScoreError


class Met(StrEnum):
    """What a person says of one element."""

    PASS = "pass"  # noqa: S105  # no password
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"


def rubric(item: Item) -> tuple[Element, ...]:
    """What is judged of an item, what is required first."""
    return tuple(sorted(item.elements, key=lambda element: not element.is_required))


def item_result(item: Item, met: Mapping[str, Met], remark: str = "") -> ItemResult:
    """Give the item 100, or 0 where a required element fails, or nothing where none of them applies.

    met     element code -> verdict; examples may be left out.
    raises  ScoreError if a required element has no verdict, one is not of the item, or the item would not
            apply where the framework does not allow that.
    """
    required = [element.code for element in item.elements if element.is_required]
    if strangers := sorted(met.keys() - {element.code for element in item.elements}):
        raise ScoreError(f"{item.code}: has no {', '.join(strangers)}.")
    if unsaid := [code for code in required if code not in met]:
        raise ScoreError(f"{item.code}: no verdict on {', '.join(unsaid)}.")
    if any(met[code] is Met.FAIL for code in required):
        return ItemResult(NOTHING, remark)
    if required and all(met[code] is Met.NOT_APPLICABLE for code in required):
        if not item.may_be_not_applicable:
            raise ScoreError(f"{item.code}: cannot be 'not applicable' in this framework.")
        return ItemResult(None, remark)
    return ItemResult(FULL, remark)


def share_met(item: Item, met: Mapping[str, Met]) -> Fraction:
    """The share of required elements that do not fail, 0-1: how near two different marks are."""
    required = [element.code for element in item.elements if element.is_required]
    if not required:
        return WHOLE
    return Fraction(sum(met.get(code) is not Met.FAIL for code in required), len(required))
