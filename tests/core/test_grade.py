from decimal import Decimal
from fractions import Fraction as F

import pytest
from drawing import CONDITIONAL, draw
from hypothesis import given, strategies as st

from prongsai.core.framework import Rounding, Ties
from prongsai.core.grade import climb, grade, level, printed_share, printed_total
from prongsai.core.rounding import printed
from prongsai.core.score import FULL, Inputs, ItemResult, score
from prongsai.core.stake import Stake, stakes, worths

PICTURE = """
    in survey 3/10
      1
        q
          q.1 four
      2
        p
          p.1 four
    out survey 3/10
      3
        e
          e.1 four
    open items 4/10
      4
        4.1
          o1
          o2
          o3
          o4
        4.2
          o5
"""
YEAR = draw(PICTURE)
UP, EVEN = (Rounding(places=2, ties=ties, parts_first=False) for ties in Ties)


def scored(year=YEAR, failed=(), **published):
    items = {item.code: ItemResult(F(0) if item.code in failed else FULL) for item in year.items}
    figures = {
        {"one": "1", "two": "2", "three": "3", "out": "out"}[key]: F(value)
        for key, value in published.items()
    }
    return score(year, Inputs(items=items, published=figures))


@pytest.mark.parametrize(
    ("points", "up", "even"),
    [
        ("98.785", "98.79", "98.78"),
        ("98.775", "98.78", "98.78"),
        ("98.7849999", "98.78", "98.78"),
        ("98.7850001", "98.79", "98.79"),
        ("200/3", "66.67", "66.67"),
        ("100", "100.00", "100.00"),
        ("0", "0.00", "0.00"),
        ("99.995", "100.00", "100.00"),
    ],
)
def test_a_figure_is_rounded_once_by_the_declared_rule(points, up, even):
    assert (str(printed(F(points), UP)), str(printed(F(points), EVEN))) == (up, even)


@given(st.fractions(0, 100))
def test_a_printed_figure_is_never_further_than_half_a_unit(points):
    for rule in (UP, EVEN):
        assert abs(F(printed(points, rule)) - points) <= F(1, 200)


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_rounding_keeps_the_order(one, other):
    low, high = sorted((one, other))

    assert printed(low, UP) <= printed(high, UP)


def test_parts_rounded_first_can_give_another_total():
    figures = {"one": "96.785", "two": "96.785", "three": "96.785"}
    first = draw(PICTURE, parts_first=True)

    shares = [str(printed_share(part, first)) for part in scored(first, **figures).parts]
    assert shares == ["29.04", "29.04", "40.00"]
    assert str(printed_total(scored(first, **figures), first)) == "98.08"
    assert str(printed_total(scored(**figures), YEAR)) == "98.07"


def test_without_a_total_there_is_no_share_no_grade_and_no_climb():
    total = score(YEAR, Inputs())

    assert printed_share(total.parts[0], YEAR) is None
    assert printed_total(total, YEAR) is None
    assert grade(total, YEAR) is None
    assert climb(total, YEAR) is None


@pytest.mark.parametrize("cut", [95, 85, 75])
def test_every_cut_is_decided_on_the_printed_figure(cut):
    letters = {95: ("AA", "A"), 85: ("A", "B"), 75: ("B", "F")}[cut]
    just, under = (F(cut) - F(1, 200), F(cut) - F(1, 200) - F(1, 10**9))

    assert tuple(level(points, YEAR).code for points in (just, under)) == letters
    assert (
        tuple(grade(score(YEAR, Inputs(published={"year": p})), YEAR).code for p in (just, under)) == letters
    )


@given(st.fractions(0, 100), st.fractions(0, 100))
def test_a_higher_figure_never_has_a_lower_letter(one, other):
    low, high = sorted((one, other))

    assert YEAR.grades.index(level(high, YEAR)) <= YEAR.grades.index(level(low, YEAR))


@pytest.mark.parametrize(
    ("iit", "eit", "failed", "code"),
    [
        ("99", "99", (), "excellent"),
        ("99", "94", (), "good"),
        ("99", "84.99", (), "pass"),  # a high total with one instrument under 85
        ("60", "60", (), "improve"),
    ],
)
def test_some_grades_ask_something_of_every_instrument(iit, eit, failed, code):
    year = draw(PICTURE, rules=CONDITIONAL)

    assert grade(scored(year, failed, one=iit, two=iit, three=eit), year).code == code


def test_a_grade_that_asks_of_instruments_is_not_given_to_a_bare_total():
    year = draw(PICTURE, rules=CONDITIONAL)

    assert grade(score(year, Inputs(published={"year": F(99)})), year) is None


def test_letters_of_indicators_are_left_out_where_grades_depend_on_instruments():
    assert level(FULL, draw(PICTURE, rules=CONDITIONAL)) is None


def test_worth_and_loss_follow_the_weights_down():
    at_stake = stakes(scored(failed=["o1", "o5"], one=90, two=100, three=100))

    assert [at_stake[code] for code in ("year", "in", "1", "4.1", "o1", "o2", "o5", "q.1")] == [
        Stake("year", F(100), F("26.5")),
        Stake("in", F(30), F("1.5")),
        Stake("1", F(15), F("1.5")),
        Stake("4.1", F(20), F(5)),
        Stake("o1", F(5), F(5)),
        Stake("o2", F(5), F(0)),
        Stake("o5", F(20), F(20)),
        Stake("q.1", F(15), None),
    ]


def test_what_a_part_is_worth_is_known_before_anything_is_scored():
    before = worths(YEAR)

    assert {code: before[code] for code in ("in", "1", "q.1", "open", "4.1", "o1", "o5")} == {
        "in": F(30), "1": F(15), "q.1": F(15), "open": F(40), "4.1": F(20), "o1": F(5), "o5": F(20),
    }  # fmt: skip


@given(st.sets(st.sampled_from(["o1", "o2", "o3", "o4", "o5"])))
def test_what_leaves_lost_adds_up_to_what_the_total_lacks(failed):
    total = scored(failed=failed, one=88, two=77, three=66)
    lost = stakes(total)

    assert (
        sum(lost[code].lost for code in ("1", "2", "3", "o1", "o2", "o3", "o4", "o5")) == 100 - total.points
    )


def test_the_way_up_names_the_fewest_items_and_what_each_indicator_would_need():
    way = climb(scored(failed=["o1", "o2", "o5"], one=90, two=90, three=90), YEAR)

    # 27 of 30 twice... 54 + 10 of 40 = 64: the next grade begins at 75, less half a unit of rounding
    assert (way.grade.code, way.needed) == ("B", F("10.995"))
    assert way.items == ("o5",)
    assert way.indicators == {"4": F("10.995") / F(4, 10)}
    assert way.instruments == {}


def test_among_single_items_the_cheapest_that_suffices_is_named():
    way = climb(scored(failed=["o1", "o5"], one=95, two=95, three=95), YEAR)

    assert (way.needed, way.items) == (F("2.995"), ("o1",))


def test_several_items_are_named_where_one_does_not_suffice():
    way = climb(scored(failed=["o1", "o2", "o3", "o4"], one=50, two=50, three=60), YEAR)

    assert (way.grade.code, way.needed, way.items) == ("B", F("21.995"), ())
    way = climb(scored(failed=["o1", "o2", "o3", "o4"], one=60, two=80, three=80), YEAR)
    assert (way.needed, way.items) == (F("9.995"), ("o1", "o2"))


def test_the_highest_grade_has_no_way_up():
    assert climb(scored(one=100, two=100, three=100), YEAR) is None


def test_an_instrument_under_its_least_is_part_of_the_way_up():
    year = draw(PICTURE, rules=CONDITIONAL)
    way = climb(scored(year, one=99, two=99, three=80), year)

    assert (way.grade.code, way.needed, way.instruments, way.items) == ("good", 0, {"out": F("4.995")}, ())


def test_items_close_the_gap_of_their_own_instrument():
    year = draw(PICTURE, rules=CONDITIONAL)
    way = climb(scored(year, ["o1", "o2"], one=100, two=100, three=100), year)

    assert (way.grade.code, way.instruments, way.items) == ("good", {"open": F("9.995")}, ("o1",))


def test_with_ties_to_even_the_threshold_itself_is_asked():
    year = draw(PICTURE, ties=Ties.EVEN)

    assert climb(scored(year, one=80, two=80, three=80), year).needed == F(7)


def test_everything_a_way_names_is_enough():
    failed = ["o1", "o2", "o3"]
    for points in range(0, 101, 5):
        way = climb(scored(failed=failed, one=points, two=points, three=points), YEAR)
        if way and way.items:
            left = [code for code in failed if code not in way.items]
            risen = scored(failed=left, one=points, two=points, three=points)
            assert YEAR.grades.index(grade(risen, YEAR)) <= YEAR.grades.index(way.grade)


def test_printed_figures_are_decimals_with_their_places():
    assert printed(F(96), UP) == Decimal("96.00")


def test_a_total_under_every_grade_has_none():
    assert grade(scored(one=0, two=0, three=0), draw(PICTURE, rules=(("AA", 95),))) is None
