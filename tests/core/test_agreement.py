from fractions import Fraction as F

import pytest
from hypothesis import given, strategies as st

from prongsai.core.agreement import Agreement, Weighting, agreement, kappa

MARKS = st.sampled_from([F(0), F(1, 3), F(1, 2), F(1)])
PAIRS = st.lists(st.tuples(MARKS, MARKS), max_size=30)
YES, NO, HALF = F(1), F(0), F(1, 2)


def table(*, both=0, first=0, second=0, neither=0):
    """Pairs of a two-by-two table."""
    return [(YES, YES)] * both + [(YES, NO)] * first + [(NO, YES)] * second + [(NO, NO)] * neither


def test_kappa_of_a_two_by_two_table_is_the_one_that_textbooks_reckon():
    pairs = table(both=20, first=5, second=10, neither=15)

    assert agreement(pairs) == Agreement(n=50, differing=15, linear=F(2, 5), quadratic=F(2, 5))


def test_a_wide_difference_costs_more_when_it_is_squared():
    pairs = [(YES, YES), (HALF, HALF), (NO, NO), (YES, NO)]

    assert (kappa(pairs, Weighting.LINEAR), kappa(pairs, Weighting.QUADRATIC)) == (F(1, 2), F(5, 13))


@given(st.lists(MARKS, min_size=2).filter(lambda marks: len(set(marks)) > 1))
def test_equal_marks_agree_wholly(marks):
    found = agreement([(mark, mark) for mark in marks])

    assert (found.differing, found.linear, found.quadratic) == (0, 1, 1)


@given(PAIRS)
def test_it_is_the_same_seen_from_either_side(pairs):
    assert agreement([(other, one) for one, other in pairs]) == agreement(pairs)


@given(PAIRS, st.randoms())
def test_the_order_of_the_pairs_says_nothing(pairs, chance):
    shuffled = chance.sample(pairs, len(pairs))

    assert agreement(shuffled) == agreement(pairs)


@given(PAIRS)
def test_nothing_agrees_more_than_wholly(pairs):
    assert all(found is None or found <= 1 for found in (kappa(pairs, each) for each in Weighting))


@given(PAIRS)
def test_no_figure_is_given_where_and_only_where_all_marks_are_the_same(pairs):
    kinds = {mark for pair in pairs for mark in pair}

    assert (agreement(pairs).quadratic is None) == (len(kinds) < 2)


@given(st.lists(st.tuples(st.sampled_from([NO, YES]), st.sampled_from([NO, YES]))))
def test_with_two_marks_both_weightings_are_one(pairs):
    assert kappa(pairs, Weighting.LINEAR) == kappa(pairs, Weighting.QUADRATIC)


@pytest.mark.parametrize(
    ("pairs", "is_few", "is_poor"),
    [
        ([], True, False),
        (table(both=3, first=1), True, False),  # a quarter, but of four
        (table(both=4, first=1), True, True),  # a fifth of five
        (table(both=8, first=1), True, False),
        (table(both=10), False, False),  # all the same: no figure, no harm
        (table(both=9, first=1), False, True),  # a tenth differs, but chance would do as well
        (table(both=5, first=1, neither=5), False, False),
        (table(both=9, first=3, second=3, neither=9), False, True),
    ],
)
def test_poor_agreement_sends_back_when_there_are_enough_pairs(pairs, is_few, is_poor):
    found = agreement(pairs)

    assert (found.is_few, found.is_poor) == (is_few, is_poor)


@pytest.mark.parametrize(("pairs", "share"), [(table(both=3, first=1), F(1, 4)), ([], None)])
def test_the_share_that_differs_is_of_all_pairs(pairs, share):
    assert agreement(pairs).share == share
