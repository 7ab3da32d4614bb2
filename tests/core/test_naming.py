from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as F

import pytest
from drawing import draw

from prongsai.core import naming
from prongsai.core.score import Reason, Score, State
from prongsai.core.text import Text

YEAR = draw("""
    in survey 1/2
      1
        q1
          q1.1 four
    open items 1/2
      2
        2.1
          o1
""")
INSTRUMENT = replace(YEAR.instruments[0], name=Text("แบบวัดภายใน", "Inside"), short=Text("IIT", "IIT"))


@pytest.mark.parametrize(
    ("code", "thai", "english"),
    [
        ("year", "คะแนนรวม", "Total"),
        ("in", "in", "in"),
        ("1", "ตัวชี้วัดที่ 1", "Indicator 1"),
        ("2.1", "ตัวชี้วัดย่อยที่ 2.1", "Sub-indicator 2.1"),
        ("q1", "q1", "q1"),
        ("q1.1", "q1.1", "q1.1"),
        ("o1", "O1", "O1"),
    ],
)
def test_a_code_is_said_as_the_field_says_it(code, thai, english):
    said = naming.label_of(code, YEAR)

    assert (said.th, said.in_("en")) == (thai, english)


def test_a_part_is_named_by_code_and_name():
    assert naming.name(INSTRUMENT) == Text("แบบวัดภายใน (IIT)", "Inside (IIT)")
    assert naming.name(YEAR.item("o1")) == Text("O1 o1", "O1 o1")


def test_a_row_is_about_what_its_question_is_about():
    assert naming.topics(YEAR) == {"q1.1": Text("q1"), "o1": Text("o1")}


@pytest.mark.parametrize(
    ("parts", "thai", "english"),
    [
        ([], "–", "–"),
        (["ก"], "ก", "ก"),
        (["ก", "ข", "ค"], "ก ข และค", "ก, ข and ค"),
        (["1", "2"], "1 และ 2", "1 and 2"),
    ],
)
def test_enumerations_read_as_each_language_writes_them(parts, thai, english):
    said = naming.listed([Text(part) for part in parts])

    assert (said.th, said.in_("en")) == (thai, english)


def test_codes_and_figures_are_set_apart_by_commas():
    assert naming.listed([Text("1"), Text("2"), Text("3")], mark=",").th == "1, 2 และ 3"


def test_every_state_and_reason_has_its_words():
    for state in State:
        assert naming.state(Score("a", state, None, F(1))).th
    said = [naming.why(Score("a", State.MISSING, None, F(1), reason=reason)) for reason in Reason]
    assert len(set(said)) == len(Reason)
    assert all(text.th and text.en for text in said)


@pytest.mark.parametrize(
    ("figure", "written"),
    [("0", "0"), ("100", "100"), ("1/4", "0.25"), ("200/3", "200/3"), ("98.785", "98.785")],
)
def test_an_exact_figure_loses_nothing(figure, written):
    assert naming.exact(F(figure)) == written
    assert F(written) == F(figure)


def test_figures_that_must_suffice_are_rounded_upward():
    assert naming.at_least(F(1, 3), 2) == Decimal("0.34")
    assert naming.at_least(F(1, 4), 2) == Decimal("0.25")
    assert naming.margin(0.121) == Decimal("0.13")


def test_numbers_of_people_are_grouped_and_sentences_joined():
    assert naming.people(1234567) == "1,234,567"
    assert naming.joined([Text("ก.", "A."), Text(""), Text("ข.", "B.")]) == Text("ก. ข.", "A. B.")
