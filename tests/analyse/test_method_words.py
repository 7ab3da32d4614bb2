from dataclasses import replace

import pytest
from told import YEAR, answered, published

from prongsai.analyse import method_words
from prongsai.core.framework import Combine, Combining, SampleRule, Sampling
from prongsai.core.text import Text

IIT = YEAR.instruments[0]


@pytest.mark.parametrize(
    ("many", "populations", "sentence"),
    [
        (
            40,
            {"iit": 73},
            "40 people answered of the 73 who could, enough for the required 30 (133.33 per cent).",
        ),
        (
            20,
            {"iit": 73},
            "20 people answered of the 73 who could; 30 are required (66.67 per cent), so 10 are lacking.",
        ),
        (40, {}, "40 people answered; whether that is enough cannot be said."),
    ],
)
def test_a_sample_says_whether_it_is_enough(many, populations, sentence):
    said = method_words.of_sample(answered(iit=many, populations=populations), IIT).en

    assert said == f"{IIT.name.en} (IIT): {sentence}"


def test_published_figures_have_no_known_respondents():
    assert method_words.of_sample(published(), IIT).th.endswith("ไม่มีข้อมูลจำนวนผู้ตอบ เพราะใช้คะแนนที่เผยแพร่")


def test_a_sampling_rule_is_said_in_full():
    assert method_words.sampling_rule(IIT.sampling).th.endswith(
        "จำนวนผู้ตอบขั้นต่ำ: ร้อยละ 10 แต่ไม่น้อยกว่า 30 คน หากมีน้อยกว่านั้นให้ตอบทุกคน และหากมีเกิน 4,000 คน ใช้ 400 คน"
    )
    quota = Sampling(rule=SampleRule.QUOTA, who=Text("ผู้รับบริการ", "Callers"), quotas={"S": 60})
    assert method_words.sampling_rule(quota).en == (
        "Who answers: Callers. How many: a fixed number by class of office."
    )
    uncapped = replace(IIT.sampling, cap=None, who=Text("ทุกคน", "All"))
    assert method_words.sampling_rule(uncapped).en.endswith("fewer people than that: everyone.")


@pytest.mark.parametrize(
    ("ties", "parts_first", "words"),
    [
        ("up", False, "2 decimals, halves upward, once, where a figure is printed."),
        (
            "even",
            True,
            (
                "2 decimals, halves to the even digit, "
                "the instruments' shares are rounded before they are added."
            ),
        ),
    ],
)
def test_the_method_says_how_figures_are_rounded(ties, parts_first, words):
    rounding = replace(YEAR.rounding, ties=type(YEAR.rounding.ties)(ties), parts_first=parts_first)

    said = [text.en for text in method_words.method(replace(YEAR, rounding=rounding))]
    assert f"Rounding: {words}" in said
    weights = "IIT 30 per cent, EIT 30 per cent and OIT 40 per cent."
    assert f"The total is the sum of the instruments by weight: {weights}" in said


def test_every_rule_that_is_not_confirmed_is_named():
    said = [text.en.partition(":")[0] for text in method_words.rule_warnings(YEAR)]
    unverified = [each.block for each in YEAR.provenance if each.confidence == "unverified"]

    assert len(said) == len(unverified) >= 6
    assert "Rounding" in said


def test_an_interval_stands_beside_its_figure_only_where_there_is_a_sample():
    assert method_words.interval(answered(populations={"iit": 73}), "3").th == "90.00 ± 6.88"
    assert method_words.interval(published(), "3").th == "98.46"
    assert method_words.interval(published({}, {}), "3").th == "–"


def test_a_survey_whose_streams_have_equal_shares_says_so():
    instruments = [replace(each, combining=Combining(rule=Combine.EQUAL)) for each in YEAR.instruments[1:2]]
    equal = replace(YEAR, instruments=(IIT, *instruments, *YEAR.instruments[2:]))
    more = set(method_words.method(equal)) - set(method_words.method(YEAR))

    assert [text.en[:60] for text in more] == ["EIT: the points of a row are the mean of the points of its s"]
