"""Lines and workings as the screens show them."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as F

import pytest
from drawing import CONDITIONAL, draw

from prongsai.core.framework import Combine, Combining
from prongsai.core.result import assess
from prongsai.core.score import FULL, Inputs, ItemResult, SurveyCounts
from prongsai.core.text import Text
from prongsai.score.lines import Answers, Mean, line, working

PICTURE = """
    in survey 1/2
      1
        q
          q.1 four
          q.2 know reversed
        r
          r.1 yes
    open items 1/2
      2
        2.1
          o1
          o2
          o3 na
"""
YEAR = draw(PICTURE)
MANY = SurveyCounts(20, {"q.1": (2, 3, 5, 10), "q.2": (18, 0, 2), "r.1": (20, 0)})
FEW = SurveyCounts(7, {"q.1": (1, 1, 1, 4), "q.2": (7, 0, 0), "r.1": (6, 1)})
ITEMS = {"o1": ItemResult(FULL), "o2": ItemResult(F(0), "ไม่พบ"), "o3": ItemResult(None)}


def result(counts=MANY, items=ITEMS, year=YEAR, **more):
    return assess(year, Inputs({"in": counts} if counts else {}, items, **more))


def flat(found):
    yield found
    for part in found.parts:
        yield from flat(part)


def test_a_line_says_everything_that_stands_beside_a_figure():
    past = result(SurveyCounts(20, MANY.by_row | {"r.1": (0, 20)}))
    means = [Mean(Text("ประเทศ"), {"year": Decimal(80)}), Mean(Text("กลุ่ม"), {"1": Decimal("90.00")})]
    found = line(result(), result().score, past=past, means=means)
    survey, indicator = found.parts[0], found.parts[0].parts[0]

    assert (found.figure, found.label.en, found.name.th, found.worth) == (
        Decimal("71.46"),
        "Total",
        "ปี",
        Decimal("100.00"),
    )
    assert [each.difference.change if each else None for each in found.means] == [Decimal("-8.54"), None]
    assert [each.difference.change if each else None for each in indicator.means] == [None, Decimal("2.92")]
    assert (survey.respondents, survey.worth, survey.lost) == (20, Decimal("50.00"), Decimal("3.54"))
    assert indicator.last_year.difference.change == Decimal("50.00")
    assert (indicator.level.th, indicator.figure, survey.level) == ("A", Decimal("92.92"), None)
    assert indicator.margin == Decimal("11.31")


def test_a_question_with_a_single_row_is_shown_as_that_row():
    codes = [each.code for each in flat(line(result(), result().score))]

    assert codes == ["year", "in", "1", "q", "q.1", "q.2", "r.1", "open", "2", "2.1", "o1", "o2", "o3"]


def test_a_line_without_a_figure_says_why():
    found = line(result(counts=None), result(counts=None).score)

    assert (found.figure, found.lost, found.state.en) == (None, None, "no data yet")
    assert found.why.en == "some of its parts have no figure"


def test_where_grades_depend_on_all_instruments_indicators_have_none():
    year = draw(PICTURE, rules=CONDITIONAL)

    assert {each.level for each in flat(line(result(year=year), result(year=year).score))} == {None}


def test_the_working_of_a_total_is_the_sum_of_its_parts():
    found = working(result(), "year")

    assert [(term.line.code, term.weight, term.product) for term in found.terms] == [
        ("in", "0.5", "≈ 46.4583"),
        ("open", "0.5", "25"),
    ]
    assert (found.exact, found.above, found.answers, found.item) == ("1715/24", (), (), None)
    assert found.sentence.en.startswith("Total: 71.46 = ")


def test_the_working_of_a_row_goes_down_to_its_choices():
    found = working(result(), "q.1")

    assert found.answers == (
        Answers(Text("four 1"), "0", 2, "0"),
        Answers(Text("four 2"), "100/3", 3, "100"),
        Answers(Text("four 3"), "200/3", 5, "≈ 333.3333"),
        Answers(Text("four 4"), "100", 10, "1000"),
    )
    assert (found.answered, found.total, found.exact) == (20, "≈ 1433.3333", "215/3")
    assert [code for code, _ in found.above] == ["year", "in", "1", "q"]
    assert [label.in_("en") for _, label in found.above] == ["Total", "in", "Indicator 1", "q"]


def test_choices_that_do_not_count_and_reversed_rows_are_shown_as_such():
    found = working(result(), "q.2")

    assert found.is_reversed
    assert found.answers[2] == Answers(Text("know 3"), "", 2, "")
    assert (found.answered, found.total) == (18, "1800")


def test_the_working_of_an_item_holds_what_it_must_show():
    found = working(result(), "o2")

    assert (found.item.code, found.line.remark, found.exact) == ("o2", "ไม่พบ", "0")
    assert working(result(), "2.1").terms[2].product == ""


def test_of_few_answers_neither_counts_nor_exact_figures_are_shown():
    few = result(FEW)

    assert (working(few, "q").answers, working(few, "q").exact) == ((), "")
    assert (working(few, "1").line.figure, working(few, "1").exact) == (Decimal("85.71"), "")
    with pytest.raises(KeyError):
        working(few, "q.1")


def test_there_is_no_working_of_what_the_result_does_not_have():
    with pytest.raises(KeyError):
        working(result(), "o9")


def test_a_row_whose_streams_have_equal_shares_says_so():
    equal = replace(YEAR.instruments[0], combining=Combining(rule=Combine.EQUAL))
    year = replace(YEAR, instruments=(equal, YEAR.instruments[1]))
    parts = {"link": {"r.1": (30, 0)}, "code": {"r.1": (0, 10)}}
    found = working(result(SurveyCounts(40, {"r.1": (30, 10)}, parts), year=year), "r.1")

    assert (found.line.figure, found.is_pooled, found.answered) == (Decimal("50.00"), False, 40)
    assert "each with an equal share (40 answers in all)" in found.sentence.en
    assert working(result(), "r.1").is_pooled
