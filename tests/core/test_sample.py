from fractions import Fraction as F

import pytest
from drawing import draw
from hypothesis import given, strategies as st

from prongsai.core.framework import SampleRule, Sampling
from prongsai.core.sample import Sample, SampleError, distinguishable, margins, needed
from prongsai.core.score import Inputs, SurveyCounts, score
from prongsai.core.text import Text

SHARE = Sampling(rule=SampleRule.SHARE, who=Text(""), percent=F(10), floor=30, cap=400, cap_above=4000)
QUOTA = Sampling(rule=SampleRule.QUOTA, who=Text(""), quotas={"L": 50, "S": 30})
YEAR = draw("""
    in survey 1
      1
        q
          q.1 yes
          q.2 yes
""")


@pytest.mark.parametrize(
    ("population", "least"),
    [
        (0, 0),
        (1, 1),
        (29, 29),
        (30, 30),
        (73, 30),
        (300, 30),
        (301, 31),
        (4000, 400),
        (4001, 400),
        (90000, 400),
    ],
)
def test_a_share_has_a_floor_a_cap_and_a_census_of_few(population, least):
    assert needed(SHARE, population=population) == least


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_more_people_never_need_fewer_answers(one, other):
    low, high = sorted((one, other))

    assert needed(SHARE, population=low) <= needed(SHARE, population=high) <= max(high, 400)


def test_a_quota_is_looked_up_by_class_and_is_never_more_than_there_are():
    assert needed(QUOTA, office_class="L") == 50
    assert needed(QUOTA, office_class="L", population=12) == 12


def test_a_rule_says_what_it_lacks():
    with pytest.raises(SampleError, match=r"No quota for the class 'M'\. Known classes: L, S"):
        needed(QUOTA, office_class="M")
    for population in (None, -1):
        with pytest.raises(SampleError, match="number of people"):
            needed(SHARE, population=population)


def test_the_share_reached_counts_against_what_was_needed():
    assert Sample("in", 73, 30, 45).reached == F(3, 2)
    assert Sample("in", None, None, 45).reached is None


def survey(*rows):
    by_row = dict(zip(("q.1", "q.2"), rows, strict=True))
    return score(YEAR, Inputs(surveys={"in": SurveyCounts(10, by_row)}))


def test_the_margin_of_a_row_is_the_textbook_one_with_two_imagined_answers():
    # 5 of 10 and the two imagined ones: 12 answers of 0 or 100, variance 100^2 / 4 x 12 / 11
    row = 1.96 * (100**2 / 4 * 12 / 11 / 10) ** 0.5

    found = margins(survey((5, 5), (5, 5)), YEAR, {})
    assert found == pytest.approx(dict.fromkeys(["q.1", "q.2", "q", "1", "in"], row))


def test_a_finite_population_narrows_the_margin_and_a_census_closes_it():
    open_end = margins(survey((5, 5), (5, 5)), YEAR, {})["in"]

    assert margins(survey((5, 5), (5, 5)), YEAR, {"in": 19})["in"] == pytest.approx(
        open_end * (9 / 18) ** 0.5
    )
    assert margins(survey((5, 5), (5, 5)), YEAR, {"in": 10})["in"] == 0


def test_answers_that_all_agree_are_not_certain():
    assert margins(survey((10, 0), (10, 0)), YEAR, {})["in"] > 10


def test_a_margin_is_never_wider_than_the_scale():
    assert margins(survey((1, 0), (0, 1)), YEAR, {})["in"] <= 100


def test_a_figure_without_all_its_counts_has_no_margin():
    assert set(margins(survey((5, 5), (0, 0)), YEAR, {})) == {"q.1"}
    assert margins(score(YEAR, Inputs(published={"1": F(90)})), YEAR, {}) == {}


@pytest.mark.parametrize(("one", "other", "answer"), [(90, 94.9, False), (90, 95.1, True), (95.1, 90, True)])
def test_figures_closer_than_chance_are_not_distinguishable(one, other, answer):
    assert distinguishable(one, other, margin=3, other_margin=4) is answer
