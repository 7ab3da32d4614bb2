from dataclasses import replace
from fractions import Fraction as F

import pytest

from prongsai.core.framework import Element, Evidence, Item, Period
from prongsai.core.rubric import Met, item_result, rubric, share_met
from prongsai.core.score import ItemResult, ScoreError
from prongsai.core.text import Text

PASS, FAIL, NONE = Met.PASS, Met.FAIL, Met.NOT_APPLICABLE
ITEM = Item(
    code="o1",
    name=Text("ข้อ"),
    weight=F(1),
    period=Period.STANDING,
    evidence=Evidence.PAGE,
    elements=tuple(
        Element(code=code, name=Text(code), is_required=is_required)
        for code, is_required in (("more", False), ("chart", True), ("posts", True))
    ),
)


def test_what_is_required_is_judged_first():
    assert [element.code for element in rubric(ITEM)] == ["chart", "posts", "more"]


@pytest.mark.parametrize(
    ("met", "points", "share"),
    [
        ({"chart": PASS, "posts": PASS}, F(100), F(1)),
        ({"chart": PASS, "posts": PASS, "more": FAIL}, F(100), F(1)),
        ({"chart": PASS, "posts": NONE}, F(100), F(1)),
        ({"chart": PASS, "posts": FAIL}, F(0), F(1, 2)),
        ({"chart": FAIL, "posts": FAIL, "more": PASS}, F(0), F(0)),
    ],
)
def test_an_item_has_all_points_unless_a_required_element_fails(met, points, share):
    assert item_result(ITEM, met, "why") == ItemResult(points, "why")
    assert share_met(ITEM, met) == share


def test_an_item_of_which_nothing_applies_has_no_points_where_that_is_allowed():
    nothing = {"chart": NONE, "posts": NONE}

    assert item_result(replace(ITEM, may_be_not_applicable=True), nothing) == ItemResult(None)
    with pytest.raises(ScoreError, match="o1: cannot be 'not applicable'"):
        item_result(ITEM, nothing)


def test_an_item_without_elements_passes():
    bare = replace(ITEM, elements=())

    assert (item_result(bare, {}), share_met(bare, {})) == (ItemResult(F(100)), F(1))


@pytest.mark.parametrize(
    ("met", "said"),
    [
        ({"chart": PASS}, "o1: no verdict on posts."),
        ({"chart": PASS, "posts": PASS, "a": PASS, "b": PASS}, "o1: has no a, b."),
    ],
)
def test_a_verdict_too_few_or_too_many_is_refused(met, said):
    with pytest.raises(ScoreError) as refusal:
        item_result(ITEM, met)

    assert str(refusal.value) == said
