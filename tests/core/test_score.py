from dataclasses import replace
from fractions import Fraction as F

import pytest
from drawing import draw
from hypothesis import given, strategies as st

from prongsai.core.score import (
    FULL,
    Inputs,
    ItemResult,
    Reason,
    Score,
    ScoreError,
    State,
    SurveyCounts,
    combine,
    row_score,
    score,
)

YEAR = draw("""
    in survey 3/10
      1
        q1
          q1.1 four
          q1.2 four reversed
        q2
          q2.1 yes
    open items 7/10
      2
        2.1
          o1
          o2 na
        2.2
          o3
""")
Q1, Q2 = YEAR.rows[0], YEAR.rows[1]
ANSWERS = {"q1.1": (1, 1, 1, 1), "q1.2": (4, 0, 0, 0), "q2.1": (3, 1)}
PASSED = {code: ItemResult(FULL) for code in ("o1", "o2", "o3")}


def inputs(answers=None, items=None, **more):
    surveys = {"in": SurveyCounts(4, ANSWERS if answers is None else answers)}
    return Inputs(surveys=surveys, items=PASSED if items is None else items, **more)


@pytest.mark.parametrize(
    ("row", "counts", "points"),
    [
        ("four", (0, 1, 0, 0), "100/3"),
        ("four", (1, 0, 0, 1), "50"),
        ("four reversed", (1, 0, 0, 1), "50"),
        ("four reversed", (0, 1, 0, 0), "200/3"),
        ("four reversed", (3, 0, 0, 0), "100"),
        ("yes", (3, 1), "75"),
        ("yes reversed", (3, 1), "25"),
        ("know", (1, 3, 6), "75"),  # "I do not know" does not count
        ("know reversed", (1, 3, 6), "25"),
    ],
)
def test_a_row_is_the_mean_of_its_answers_in_its_own_direction(row, counts, points):
    line = draw(f"in survey 1\n  1\n    q\n      r {row}").rows[0]

    assert row_score(line, counts).points == F(points)


def test_a_row_keeps_its_counts_and_says_how_many_answered():
    know = draw("in survey 1\n  1\n    q\n      r know").rows[0]

    assert row_score(know, (1, 3, 6)) == Score("r", State.SCORED, F(75), F(1), (), 4, (1, 3, 6))


@pytest.mark.parametrize("counts", [(0, 0, 0), (0, 0, 9)])
def test_a_row_that_nobody_answered_is_missing_and_not_zero(counts):
    know = draw("in survey 1\n  1\n    q\n      r know").rows[0]

    assert row_score(know, counts) == Score(
        "r", State.MISSING, None, F(1), (), 0, counts, Reason.NOBODY_ANSWERED
    )


@pytest.mark.parametrize("counts", [(1, 2, 3), (1, 2, 3, -1)])
def test_counts_must_fit_the_scale(counts):
    with pytest.raises(ScoreError, match=r"q1\.1: needs 4 counts of 0 or more"):
        row_score(Q1, counts)


def test_points_climb_from_rows_to_the_total():
    total = score(YEAR, inputs())

    assert {each.code: each.points for each in total.walk()} == {
        "q1.1": F(50),
        "q1.2": F(100),
        "q1": F(75),
        "q2.1": F(75),
        "q2": F(75),
        "1": F(75),
        "in": F(75),
        "o1": F(100),
        "o2": F(100),
        "o3": F(100),
        "2.1": F(100),
        "2.2": F(100),
        "2": F(100),
        "open": F(100),
        "year": F(75) * F(3, 10) + F(100) * F(7, 10),
    }


def test_a_survey_figure_says_how_many_answered_and_an_item_does_not():
    total = score(YEAR, inputs())

    assert [total.find(code).respondents for code in ("in", "1", "q1", "q1.1", "open", "o1", "year")] == [
        4, 4, 4, 4, None, None, None,
    ]  # fmt: skip


def test_a_code_is_found_however_it_is_typed():
    total = score(YEAR, inputs())

    assert total.find("๐๑").code == "o1"
    with pytest.raises(KeyError, match="o9"):
        total.find("O9")


def test_an_item_that_is_not_applicable_leaves_numerator_and_denominator():
    total = score(YEAR, inputs(items={**PASSED, "o1": ItemResult(F(0)), "o2": ItemResult(None)}))

    assert total.find("2.1").points == 0
    assert [part.weight for part in total.find("2.1").parts] == [F(1), F(0)]
    assert total.find("o2").reason is Reason.NOT_APPLICABLE


def test_a_group_in_which_nothing_applies_does_not_apply():
    parts = [Score("a", State.NOT_APPLICABLE, None, F(1))]

    assert combine("g", parts, weight=F(1)).state is State.NOT_APPLICABLE


def test_parts_that_carry_no_weight_cannot_stand_in_for_the_others():
    parts = [Score("a", State.NOT_APPLICABLE, None, F(1)), Score("b", State.SCORED, F(5), F(0))]

    with pytest.raises(ScoreError, match="b: carry no weight"):
        combine("g", parts, weight=F(1))


def test_not_applicable_is_refused_where_the_framework_does_not_allow_it():
    with pytest.raises(ScoreError, match="o1: cannot be 'not applicable'"):
        score(YEAR, inputs(items={"o1": ItemResult(None)}))


def test_what_is_missing_leaves_everything_above_it_missing():
    total = score(YEAR, inputs(answers={**ANSWERS, "q2.1": (0, 0)}, items={"o1": ItemResult(FULL)}))

    assert {each.code: each.reason for each in total.walk() if each.reason} == {
        "year": Reason.PARTS_MISSING,
        "in": Reason.PARTS_MISSING,
        "1": Reason.PARTS_MISSING,
        "q2": Reason.PARTS_MISSING,
        "q2.1": Reason.NOBODY_ANSWERED,
        "open": Reason.PARTS_MISSING,
        "2": Reason.PARTS_MISSING,
        "2.1": Reason.PARTS_MISSING,
        "2.2": Reason.PARTS_MISSING,
        "o2": Reason.NOT_REVIEWED,
        "o3": Reason.NOT_REVIEWED,
    }
    assert total.points is None


def test_a_withheld_part_leaves_its_parent_without_a_figure():
    parts = [Score("a", State.WITHHELD, None, F(1))]

    assert combine("g", parts, weight=F(1)).state is State.WITHHELD


def test_nothing_brought_in_is_said_as_no_figure():
    total = score(YEAR, Inputs())

    assert [total.find(code).reason for code in ("1", "q1.1", "2", "o1")] == [
        Reason.NO_FIGURE,
        Reason.NO_FIGURE,
        Reason.NO_FIGURE,
        Reason.NOT_REVIEWED,
    ]


def test_an_indicator_whose_parts_a_draft_does_not_name_is_unknown():
    bare = replace(YEAR.instruments[0].parts[0], parts=())
    draft = replace(YEAR, instruments=(replace(YEAR.instruments[0], weight=F(1), parts=(bare,)),))

    assert score(draft, Inputs()).find("1").reason is Reason.PARTS_UNKNOWN


def test_published_figures_are_enough():
    total = score(YEAR, Inputs(published={"1": F("96.09"), "open": F(100)}))

    assert total.points == F("96.09") * F(3, 10) + 70
    assert [total.find(code).is_published for code in ("1", "in", "open")] == [True, False, True]


def test_a_published_total_is_enough_for_the_total():
    assert score(YEAR, Inputs(published={"year": F("87.5")})).points == F("87.5")


def test_a_published_figure_that_its_parts_round_to_gives_way_to_the_exact_one():
    answers = {**ANSWERS, "q1.1": (0, 0, 4, 0)}
    total = score(YEAR, inputs(answers=answers, published={"1": F("79.17")}))

    assert total.find("1").points == F(475, 6)
    assert not total.find("1").is_published


def test_a_published_figure_that_its_parts_contradict_stands_and_says_so():
    total = score(YEAR, inputs(published={"1": F(80)}))

    assert (total.find("1").points, total.find("1").contradicts) == (F(80), F(75))
    assert total.find("in").points == F(80)


def test_everything_that_does_not_fit_the_framework_is_said_at_once():
    wrong = Inputs(
        surveys={
            "open": SurveyCounts(1, {}),
            "out": SurveyCounts(1, {}),
            "in": SurveyCounts(1, {"o1": (1,)}),
        },
        items={"q1": ItemResult(FULL), "o1": ItemResult(F(101))},
        published={"o1": F(1), "1": F(-1)},
    )

    with pytest.raises(ScoreError) as refusal:
        score(YEAR, wrong)

    assert str(refusal.value) == (
        "year: open: no such survey; out: no such survey; o1: no such row in in; q1: no such item; "
        "o1: no such figure to publish; 1: must be 0 to 100; o1: must be 0 to 100."
    )


def test_weights_that_do_not_add_up_are_refused_by_name():
    with pytest.raises(ScoreError, match="g: the weights of a, b do not add up to 1"):
        combine(
            "g",
            [Score("a", State.SCORED, F(1), F(1, 2)), Score("b", State.SCORED, F(1), F(1, 3))],
            weight=F(1),
        )


counted = st.lists(st.integers(0, 500), min_size=4, max_size=4).map(tuple)
yes_or_no = st.tuples(st.integers(0, 500), st.integers(0, 500))
answers = st.fixed_dictionaries({"q1.1": counted, "q1.2": counted, "q2.1": yes_or_no})
verdict = st.sampled_from([ItemResult(F(0)), ItemResult(FULL)])
verdicts = st.fixed_dictionaries(
    {}, optional={"o1": verdict, "o2": verdict | st.just(ItemResult(None)), "o3": verdict}
)


@given(answers, verdicts)
def test_a_figure_never_leaves_0_to_100(answers, items):
    total = score(YEAR, inputs(answers, items))

    assert all(0 <= each.points <= 100 for each in total.walk() if each.points is not None)


@given(answers, verdicts)
def test_parts_explain_the_whole_and_their_weights_sum_to_1(answers, items):
    for each in score(YEAR, inputs(answers, items)).walk():
        if each.parts:
            assert sum(part.weight for part in each.parts) == 1
        if each.is_scored and each.parts:
            assert each.points == sum(part.points * part.weight for part in each.parts if part.weight)


@given(answers, verdicts)
def test_a_figure_stands_exactly_where_its_state_says_so(answers, items):
    for each in score(YEAR, inputs(answers, items)).walk():
        assert (each.points is not None) == (each.state is State.SCORED)
        assert bool(each.reason) == (each.state is not State.SCORED)


@given(counted.filter(any), st.integers(0, 2))
def test_a_better_answer_never_lowers_a_row(counts, choice):
    if not counts[choice]:
        return
    better = list(counts)
    better[choice] -= 1
    better[choice + 1] += 1

    assert row_score(Q1, better).points > row_score(Q1, counts).points
    assert row_score(Q2, better).points < row_score(Q2, counts).points


@given(answers, st.permutations(["q1.1", "q1.2", "q2.1"]))
def test_the_order_in_which_answers_come_makes_no_difference(answers, order):
    assert score(YEAR, inputs({code: answers[code] for code in order})) == score(YEAR, inputs(answers))
