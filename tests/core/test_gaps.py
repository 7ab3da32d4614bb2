from decimal import Decimal
from fractions import Fraction as F

import pytest
from drawing import draw

from prongsai.core.compare import Difference, difference, ranks
from prongsai.core.gaps import gaps
from prongsai.core.score import FULL, Inputs, ItemResult, SurveyCounts, score
from prongsai.core.stake import Stake


def indicators(**points):
    year = draw(
        "in survey 1\n  1\n    q\n      q.1 four\n  2\n    r\n      r.1 four\n  3\n    s\n      s.1 four",
        weakest=2,
    )
    figures = {code.strip("i"): F(value) for code, value in points.items()}
    return gaps(score(year, Inputs(published=figures)), year)


def codes(found):
    return [gap.code for gap in found.weakest], [gap.code for gap in found.develop], list(found.unknown)


@pytest.mark.parametrize(
    ("points", "weakest", "develop"),
    [
        ({"i1": "90", "i2": "80", "i3": "95"}, ["2", "1"], ["3"]),
        ({"i1": "90", "i2": "80", "i3": "90"}, ["2", "1", "3"], []),  # ties at the last are all in
        ({"i1": "90.001", "i2": "80", "i3": "90.004"}, ["2", "1", "3"], []),  # printed alike
        ({"i1": "100", "i2": "80", "i3": "100"}, ["2"], ["1", "3"]),  # nothing lost, nothing weak
        ({"i1": "100", "i2": "100", "i3": "100"}, [], ["1", "2", "3"]),
    ],
)
def test_the_lowest_by_the_declared_number_are_weak(points, weakest, develop):
    assert codes(indicators(**points)) == (weakest, develop, [])


def test_an_indicator_without_a_figure_is_neither_weak_nor_strong():
    assert codes(indicators(i1="90", i2="80")) == (["2", "1"], [], ["3"])


def test_no_figures_no_gaps():
    assert codes(indicators()) == ([], [], ["1", "2", "3"])


def test_within_a_gap_the_dearest_rows_and_items_come_first():
    year = draw("""
        in survey 1/2
          1
            q
              q.1 four
              q.2 four
            r
              r.1 four
        open items 1/2
          2
            2.1
              o1
              o2
    """)
    inputs = Inputs(
        surveys={"in": SurveyCounts(1, {"q.1": (0, 0, 1, 0), "q.2": (0, 0, 0, 1), "r.1": (0, 1, 0, 0)})},
        items={"o1": ItemResult(FULL), "o2": ItemResult(F(0))},
    )

    found = gaps(score(year, inputs), year)

    assert found.weakest[0].costs == (Stake("o2", F(25), F(25)),)
    assert found.develop[0].costs == (Stake("r.1", F(25), F(50, 3)), Stake("q.1", F(25, 2), F(25, 6)))


def test_a_difference_is_what_a_reader_gets_by_subtracting():
    assert difference(Decimal("98.79"), Decimal("96.00")) == Difference(
        Decimal("98.79"), Decimal("96.00"), None
    )
    assert difference(Decimal("98.79"), Decimal("96.00")).change == Decimal("2.79")


def test_a_difference_within_the_margin_is_not_clear():
    assert difference(Decimal(90), Decimal(93), margin=4).is_clear is False
    assert difference(Decimal(90), Decimal(93), margin=2, other_margin=1).is_clear is True


def test_equal_totals_share_a_rank_and_the_next_is_skipped():
    totals = {"a": Decimal("90.00"), "b": Decimal("95.00"), "c": Decimal("95.00"), "d": Decimal("80.00")}

    assert ranks(totals) == {"a": 3, "b": 1, "c": 1, "d": 4}
