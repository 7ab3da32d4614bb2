"""What the files that come with Prongsai must hold."""

from collections import Counter
from fractions import Fraction

import pytest

from prongsai.core.framework import Confidence, Period, SampleRule
from prongsai.frameworks import library

BLOCKS = [
    *("instruments", "indicators", "sub_indicators", "iit_questions", "eit_questions", "items", "scales"),
    *("averaging", "rounding", "grades", "pass_mark", "sampling", "calendar", "weakest"),
]


@pytest.fixture(scope="module")
def obec():
    return library.load("obec-2565")


@pytest.fixture(scope="module")
def nacc():
    return library.load("nacc-2565")


@pytest.mark.parametrize("code", ["obec-2565", "obec-2566-draft", "nacc-2565"])
def test_the_tree_of_the_years_with_43_items(code):
    framework = library.load(code)
    weights = {each.code: each.weight for each in framework.instruments}
    items = {sub.code: len(sub.parts) for nine_ten in framework.indicators[8:] for sub in nine_ten.parts}

    assert weights == {"iit": Fraction(3, 10), "eit": Fraction(3, 10), "oit": Fraction(2, 5)}
    assert [each.code for each in framework.indicators] == [str(number) for number in range(1, 11)]
    assert items == {"9.1": 9, "9.2": 8, "9.3": 7, "9.4": 4, "9.5": 5, "10.1": 8, "10.2": 2}
    assert [item.code for item in framework.items] == [f"o{number}" for number in range(1, 44)]


def test_iit_has_30_questions_in_51_rows_and_eit_15_in_19(obec):
    questions = [part for part in obec.walk() if part.code[0] in "ie" and part.code[1:].isdigit()]

    assert [question.code for question in questions] == [f"i{n}" for n in range(1, 31)] + [
        f"e{n}" for n in range(1, 16)
    ]
    assert len(obec.rows_of("iit")) == 51
    assert len(obec.rows_of("eit")) == 19
    assert [len(indicator.parts) for indicator in obec.indicators[:8]] == [6, 6, 6, 6, 6, 5, 5, 5]


def test_the_directions_are_those_of_the_rows(obec):
    turned = [row.code for row in obec.rows if row.is_reversed]

    assert turned == [
        *("i4.1", "i4.2", "i4.3", "i5.1", "i5.2", "i5.3", "i6.1", "i6.2", "i6.3"),
        *("i9.1", "i10.1", "i11.2", "i16.1", "i17.1", "i18.1", "i18.2", "i18.3", "i19.1", "i22.1"),
        *("e4.1", "e4.2", "e4.3"),
    ]
    assert [row.code for row in obec.rows if row.scale.code == "yes_no" and not row.is_reversed] == [
        *("i26.1", "i26.2", "e8.1", "e10.1"),
    ]
    assert Counter(row.scale.code for row in obec.rows_of("iit")) == {"level4": 40, "yes_no": 11}


def test_the_middle_steps_are_exact_thirds(obec):
    assert obec.scales["level4"].points(is_reversed=False) == (0, Fraction(100, 3), Fraction(200, 3), 100)
    assert obec.confidence("scales") is Confidence.UNVERIFIED


def test_items_agree_with_the_items_they_follow(obec):
    assert {item.code: item.agrees_with for item in obec.items if item.agrees_with} == dict(
        zip(
            ["o11", "o12", "o19", "o20", "o26", "o37", "o40", "o41", "o43"],
            ["o10", "o10", "o18", "o18", "o25", "o36", "o39", "o39", "o42"],
            strict=True,
        )
    )


def test_the_analysis_and_the_doing_are_one_item_each(obec):
    assert {item.use: item.code for item in obec.items if item.use} == {"analysis": "o42", "doing": "o43"}
    assert not any(item.may_be_not_applicable for item in obec.items)


def test_every_item_of_a_year_of_reports_says_that_year(obec):
    """An item of last year must say last year's number, one of this year this year's."""
    for item in obec.items:
        years = {word for element in item.elements for word in (element.name.th,) if "ปีงบประมาณ พ.ศ." in word}
        if item.period is Period.LAST_YEAR:
            assert any("2564" in word for word in years), item.code
        elif item.period in (Period.FIRST_SIX_MONTHS, Period.AT_LEAST_SIX_MONTHS, Period.IN_FORCE):
            assert any("2565" in word for word in years), item.code


def test_the_next_year_says_its_own_years():
    item = library.load("obec-2566-draft").item("o12")

    assert item.elements[-1].name.th == "รายงานผลของปีงบประมาณ พ.ศ. 2565"
    assert item.elements[-1].name.en == "It reports on fiscal year 2565 (B.E.)"


def test_every_item_can_fail_and_every_item_has_an_owner(obec, nacc):
    for item in (*obec.items, *nacc.items):
        assert any(element.is_required for element in item.elements), item.code
        assert item.owner, item.code


def test_the_draft_of_2566_keeps_every_code_and_is_sure_of_nothing():
    draft = library.load("obec-2566-draft")

    assert draft.is_draft
    assert all(item.was == item.code for item in draft.items)
    assert {draft.confidence(block) for block in BLOCKS} == {Confidence.UNVERIFIED}


@pytest.mark.parametrize("code", sorted(path.stem for path in library.RULES.glob("*.yaml")))
def test_every_block_says_where_it_comes_from(code):
    assert [block.block for block in library.load(code).provenance] == BLOCKS


def test_the_national_body_asks_for_the_gift_policy_and_less_elsewhere(obec, nacc):
    def required(framework, code):
        return {element.code for element in framework.item(code).elements if element.is_required}

    assert nacc.item("o34").name.en == "No Gift Policy"
    assert "at_least_five" in required(obec, "o38") - required(nacc, "o38")
    assert required(nacc, "o2") == {"head", "other_executives"}
    assert required(nacc, "o6") == {"up_to_date"}
    assert "every_group" not in required(nacc, "o13")
    assert nacc.confidence("calendar") is Confidence.VERIFIED
    assert obec.confidence("calendar") is Confidence.UNVERIFIED


def test_the_draft_of_2567_lacks_parts_and_asks_every_instrument():
    draft = library.load("nacc-2567-draft")

    assert draft.is_draft
    assert [indicator.parts for indicator in draft.indicators] == [()] * 10
    assert len(draft.scales["level6"].choices) == 6
    assert [(grade.name.th, grade.total, grade.each_instrument) for grade in draft.grades] == [
        ("ผ่านดีเยี่ยม", 95, 95),
        ("ผ่านดี", 85, 85),
        ("ผ่าน", 85, 0),
        ("ต้องปรับปรุง", 70, 0),
        ("ต้องปรับปรุงโดยด่วน", 0, 0),
    ]
    assert draft.instruments[1].sampling.rule is SampleRule.QUOTA
    assert draft.instruments[1].sampling.quotas["ทต. M"] == 70
