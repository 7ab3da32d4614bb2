"""A nation reckoned in columns gives the very figures that core gives, body by body."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as F

import numpy as np
import pytest
from drawing import CONDITIONAL, LETTERS, draw
from hypothesis import HealthCheck, given, settings, strategies as st

from prongsai.core import compare, grade
from prongsai.core.framework import Combine, Combining, Ties
from prongsai.core.rounding import printed
from prongsai.core.score import FULL, ScoreError, SurveyCounts, score
from prongsai.score import nation
from prongsai.score.tally import Tally, Verdicts, tally

PICTURE = """
    in survey 3/10
      1
        q1
          q1.1 four
          q1.2 four reversed
        q2
          q2.1 know
      2
        q3
          q3.1 yes reversed
    out survey 3/10
      3
        e1
          e1.1 four
          e1.2 yes
    open items 4/10
      4
        4.1
          o1
          o2 na
          o3
        4.2
          o4 na
          o5 na
"""
YEARS = [
    draw(PICTURE, rules=LETTERS),
    draw(PICTURE, rules=CONDITIONAL, parts_first=True),
    draw(PICTURE, rules=CONDITIONAL, ties=Ties.EVEN, places=1),
]
VERDICTS = (F(0), F(100), F(50), None)
NOT_APPLICABLE = 4


@st.composite
def nations(draw_from):
    year = draw_from(st.sampled_from(YEARS))
    size = draw_from(st.integers(1, 4))
    bodies = st.integers(0, size - 1)
    tallies = {}
    for survey in draw_from(st.sampled_from([("in", "out"), ("in",)])):
        rows = year.rows_of(survey)
        sheet = st.tuples(*[st.integers(0, len(row.scale.choices)) for row in rows])
        sheets = draw_from(st.lists(st.tuples(bodies, sheet), max_size=24))
        tallies[survey] = tally(
            rows,
            np.array([body for body, _ in sheets], np.int32),
            np.array([marks for _, marks in sheets], np.uint8).reshape(len(sheets), len(rows)),
            size=size,
        )
    marks = [[st.integers(0, 4 if item.may_be_not_applicable else 3) for item in year.items]] * size
    given_marks = [[draw_from(mark) for mark in body] for body in marks]
    codes = tuple(item.code for item in year.items)
    return year, tallies, Verdicts(codes, np.array(given_marks, np.uint8), VERDICTS)


def expected(year, scores):
    """Everything that standings say of every body, in core's own words."""
    totals = {place: grade.printed_total(each, year) for place, each in enumerate(scores)}
    ranks = compare.ranks({place: total for place, total in totals.items() if total is not None})
    for place, whole in enumerate(scores):
        figures = {part.code: part.points for part in whole.walk()}
        codes = [part.code for part in (*year.instruments, *year.indicators)]
        yield {
            "figures": {
                code: None if figures[code] is None else printed(figures[code], year.rounding)
                for code in codes
            }
            | {year.code: totals[place]},
            "shares": {part.code: grade.printed_share(part, year) for part in whole.parts},
            "grade": grade.grade(whole, year),
            "rank": ranks.get(place, 0),
        }


def said(found, place):
    year, at = found.framework, int(found.grades[place])
    return {
        "figures": {code: found.figure(code, place) for code in found.printed},
        "shares": {part.code: found.share(part.code, place) for part in year.instruments},
        "grade": None if at == nation.NONE else year.grades[at],
        "rank": int(found.ranks[place]),
    }


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(nations())
def test_every_figure_grade_and_rank_is_the_one_that_core_gives(made):
    year, tallies, verdicts = made
    scores = list(nation.scores(year, tallies, verdicts))

    found = nation.standings(year, tallies, verdicts)

    assert [said(found, place) for place in range(len(scores))] == list(expected(year, scores))
    for place, whole in enumerate(scores):
        for code, points in found.points.items():
            exact = whole.find(code).points
            assert (
                np.isnan(points[place]) if exact is None else abs(points[place] - float(exact)) < nation.NEAR
            )


def sheets(*marks):
    return np.array(marks, np.uint8)


SMALL = draw(
    "in survey 3/10\n  1\n    q\n      q.1 yes\n      q.2 know\nopen items 7/10\n  2\n    2.1\n      o1 na"
)
PASSED = Verdicts(("o1",), np.array([[2]], np.uint8))


def small(*marks):
    return {"in": tally(SMALL.rows, np.zeros(len(marks), np.int64), sheets(*marks), size=1)}


def test_sheets_are_counted_by_body_row_and_choice_and_empty_answers_are_not():
    found = tally(SMALL.rows, np.array([2, 0, 2]), sheets([1, 3], [2, 0], [1, 0]), size=3)

    assert found.respondents.tolist() == [1, 0, 2]
    assert found.of(1) is None
    assert found.of(0) == SurveyCounts(1, {"q.1": (0, 1), "q.2": (0, 0, 0)})
    assert found.of(2) == SurveyCounts(2, {"q.1": (2, 0), "q.2": (0, 0, 1)})


def test_every_body_has_its_whole_tree():
    whole = next(nation.scores(SMALL, small([1, 1], [1, 2]), PASSED))

    assert whole == score(SMALL, nation.inputs(small([1, 1], [1, 2]), PASSED, 0))
    assert whole.points == F("0.3") * 75 + F("0.7") * 100


def test_figures_that_lie_on_a_boundary_are_reckoned_exactly(monkeypatch):
    asked = []
    monkeypatch.setattr(nation, "score", lambda year, found: asked.append(1) or score(year, found))
    third = draw("in survey 1\n  1\n    q\n      q.1 four\n")
    tie = np.array([2] * 3 + [4] * 13, np.uint8)  # (3 x 100/3 + 13 x 100) / 16 = 87.5
    one = draw("in survey 1\n  1\n    q\n      q.1 four\n", places=0)

    plain = nation.standings(
        third, {"in": tally(third.rows, np.zeros(16, int), tie.reshape(16, 1), size=1)}, none(1)
    )
    assert (plain.figure("year", 0), asked) == (Decimal("87.50"), [])
    rounded = nation.standings(
        one, {"in": tally(one.rows, np.zeros(16, int), tie.reshape(16, 1), size=1)}, none(1)
    )
    assert (rounded.figure("year", 0), asked) == (Decimal(88), [1])


def none(size):
    return Verdicts((), np.zeros((size, 0), np.uint8))


def test_a_draft_that_does_not_name_the_parts_has_no_figures():
    draft = draw("in survey 1\n  1\n")

    found = nation.standings(draft, {}, none(2))

    assert found.printed["year"].tolist() == [nation.NONE, nation.NONE]
    assert (found.figure("1", 0), found.share("in", 0)) == (None, None)
    assert (found.grades.tolist(), found.ranks.tolist()) == ([-1, -1], [0, 0])


@pytest.mark.parametrize(
    ("marks", "message"),
    [
        (sheets([1, 4]), "q.2: byte 4 stands for none of its 3 choices."),
        (
            sheets([3, 4]),
            "q.1: byte 3 stands for none of its 2 choices; q.2: byte 4 stands for none of its 3 choices.",
        ),
        (sheets([1, 1, 1]), "Sheets of the shape (1, 3) do not hold 2 rows each."),
    ],
)
def test_sheets_of_another_form_are_refused(marks, message):
    with pytest.raises(ScoreError) as refusal:
        tally(SMALL.rows, np.zeros(1, int), marks, size=1)

    assert str(refusal.value) == message


@pytest.mark.parametrize(
    ("tallies", "verdicts", "message"),
    [
        ({"open": small([1, 1])["in"]}, PASSED, "year: open: no such survey."),
        (
            {"in": Tally(("q.1",), (2,), np.ones(1, int), np.ones((1, 1, 2), int))},
            PASSED,
            "in: not the rows of this",
        ),
        (small([1, 1]), Verdicts(("o1",), np.ones((2, 1), np.uint8)), "in: not the bodies of the verdicts"),
        ({}, none(1), "year: not the items of this framework."),
        ({}, Verdicts(("o1",), np.array([[3]], np.uint8)), "a mark stands for no verdict"),
        ({}, Verdicts(("o1",), np.array([[1]], np.uint8), (F(101),)), "101: must be 0 to 100"),
    ],
)
def test_what_does_not_fit_the_framework_is_refused(tallies, verdicts, message):
    with pytest.raises(ScoreError) as refusal:
        nation.standings(SMALL, tallies, verdicts)

    assert message in str(refusal.value)


def test_an_item_that_must_apply_cannot_be_called_not_applicable():
    year = draw("open items 1\n  2\n    2.1\n      o1\n      o2 na")
    verdicts = Verdicts(("o1", "o2"), np.array([[1, 1]], np.uint8), (None, FULL))

    with pytest.raises(ScoreError, match="o1: cannot be 'not applicable' in this framework"):
        nation.standings(year, {}, verdicts)


def test_parts_that_weigh_nothing_once_others_do_not_apply_are_refused():
    year = draw("in survey 0\n  1\n    q\n      q.1 yes\nopen items 1\n  2\n    2.1\n      o1 na")
    verdicts = Verdicts(("o1",), np.array([[1]], np.uint8), (None,))
    counts = {"in": tally(year.rows, np.zeros(1, int), sheets([1]), size=1)}

    with pytest.raises(ScoreError, match="in, open: those that apply carry no weight"):
        nation.standings(year, counts, verdicts)
    with pytest.raises(ScoreError, match="carry no weight once the others are not applicable"):
        next(nation.scores(year, counts, verdicts))


@pytest.mark.parametrize("asked", [nation.standings, lambda *given: list(nation.scores(*given))])
def test_a_nation_whose_streams_have_equal_shares_is_refused(asked):
    first = replace(SMALL.instruments[0], combining=Combining(rule=Combine.EQUAL))
    equal = replace(SMALL, instruments=(first, *SMALL.instruments[1:]))

    with pytest.raises(ScoreError, match="year: in: the streams have equal shares"):
        asked(equal, small([1, 1]), PASSED)
