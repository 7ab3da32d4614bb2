from fractions import Fraction as F

import pytest
from drawing import draw
from hypothesis import given, strategies as st

from prongsai.core.grade import printed_total
from prongsai.core.score import FULL, Inputs, ItemResult, Reason, State, SurveyCounts, score
from prongsai.core.veil import veil

PICTURE = """
    in survey 3/10
      1
        q
          q.1 yes
          q.2 yes
        r
          r.1 yes
      2
        s
          s.1 yes
          s.2 yes
        t
          t.1 yes
    out survey 3/10
      3
        e
          e.1 yes
        f
          f.1 yes
    open items 4/10
      4
        4.1
          o1
"""
YEAR = draw(PICTURE)


def sheets(n, **rows):
    return SurveyCounts(
        n,
        {row: rows.get(row.replace(".", "_"), (n, 0)) for row in ("q.1", "q.2", "r.1", "s.1", "s.2", "t.1")},
    )


def veiled(inside=20, outside=20, published=None, **rows):
    surveys = {
        "in": sheets(inside, **rows),
        "out": SurveyCounts(outside, {"e.1": (outside, 0), "f.1": (outside, 0)}),
    }
    whole = score(YEAR, Inputs(surveys=surveys, items={"o1": ItemResult(FULL)}, published=published or {}))
    return whole, veil(whole, YEAR)


def hidden(total):
    return {each.code: each.reason for each in total.walk() if each.state is State.WITHHELD}


def test_ten_respondents_may_be_shown_in_full():
    whole, shown = veiled(10, 10)

    assert shown == whole


def test_under_ten_no_breakdown_is_shown_and_the_means_stand():
    _, shown = veiled(9, 20)

    assert hidden(shown) == {
        "q": Reason.TOO_FEW,
        "r": Reason.TOO_FEW,
        "s": Reason.TOO_FEW,
        "t": Reason.TOO_FEW,
    }
    assert shown.find("1").points == 100
    assert all(not each.counts for each in shown.find("in").walk())


def test_under_five_no_mean_is_shown_and_the_other_survey_hides_it_from_subtraction():
    _, shown = veiled(4, 20)

    assert hidden(shown) == {"in": Reason.TOO_FEW, "out": Reason.COMPLEMENT}
    assert shown.points == 100


def test_a_row_that_few_answered_is_hidden_with_a_companion():
    _, shown = veiled(20, 20, q_1=(9, 0))

    assert hidden(shown) == {"q.1": Reason.TOO_FEW, "q.2": Reason.COMPLEMENT}
    assert shown.find("q").points == 100


def test_a_figure_whose_only_part_is_hidden_is_hidden_too():
    _, shown = veiled(20, 20, r_1=(9, 0))

    assert hidden(shown) == {"r": Reason.COMPLEMENT, "q": Reason.COMPLEMENT}


def test_what_was_published_before_stays():
    _, shown = veiled(4, 20, published={"1": F(90), "2": F(90), "3": F(90)})

    assert [shown.find(code).points for code in ("1", "2", "3", "in")] == [90, 90, 90, 90]
    assert {"q", "r", "s", "t"} <= set(hidden(shown))


def test_counts_of_an_unscored_small_survey_are_not_shown():
    _, shown = veiled(4, 20, q_1=(0, 0))

    assert [each.code for each in shown.find("in").walk() if sum(each.counts)] == []


def test_a_lone_survey_is_hidden_behind_the_items():
    lone = draw("in survey 1/2\n  1\n    q\n      q.1 yes\nopen items 1/2\n  2\n    2.1\n      o1")
    counts = SurveyCounts(4, {"q.1": (4, 0)})
    total = veil(score(lone, Inputs(surveys={"in": counts}, items={"o1": ItemResult(FULL)})), lone)

    assert hidden(total) == {"in": Reason.TOO_FEW, "open": Reason.COMPLEMENT}


respondents = st.integers(1, 12)
rows = st.fixed_dictionaries(
    {},
    optional={
        row: st.tuples(st.integers(0, 12), st.integers(0, 3)) for row in ("q_1", "q_2", "r_1", "s_1", "t_1")
    },
)


@given(respondents, respondents, rows)
def test_no_hidden_figure_can_be_computed_from_those_beside_it(inside, outside, some):
    _, shown = veiled(inside, outside, **some)

    for each in shown.walk():
        if each.is_scored:
            assert len([part for part in each.parts if part.state is State.WITHHELD]) != 1


@given(respondents, respondents, rows)
def test_no_breakdown_of_a_small_group_is_ever_shown(inside, outside, some):
    _, shown = veiled(inside, outside, **some)

    for each in shown.walk():
        if each.is_scored and each.respondents is not None:
            assert each.respondents >= (
                10 if each.code[0].isalpha() and each.code not in ("in", "out") else 5
            )
        assert not each.counts or sum(each.counts) == 0 or sum(each.counts) >= 10


@pytest.mark.parametrize("n", [4, 9, 10])
def test_the_official_total_always_stands(n):
    whole, shown = veiled(n, n)

    assert printed_total(shown, YEAR) == printed_total(whole, YEAR)


def test_a_total_that_hides_an_instrument_is_only_known_as_printed():
    whole, shown = veiled(4, 20, q_1=(1, 3))
    assert (whole.points, shown.points) == (F(1555, 16), F("97.19"))


def test_what_few_answered_does_not_contradict_a_published_figure_aloud():
    _, shown = veiled(4, 20, published={"1": F(90), "2": F(90), "3": F(90)})
    _, many = veiled(20, 20, published={"1": F(90)})

    assert [shown.find(code).contradicts for code in ("1", "3")] == [None, F(100)]
    assert many.find("1").contradicts == 100
