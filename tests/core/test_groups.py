"""Tables of parts of the same people: nothing small is shown, and nothing small can be computed."""

from itertools import product

import pytest
from hypothesis import given, strategies as st

from prongsai.core.groups import may_show_without, withheld
from prongsai.core.score import Reason
from prongsai.core.veil import LEAST_FOR_BREAKDOWN as LEAST, LEAST_FOR_MEAN

FEW, BEHIND = Reason.TOO_FEW, Reason.COMPLEMENT


@pytest.mark.parametrize(
    ("sizes", "hidden"),
    [
        ({"a": 10, "b": 10}, {}),
        ({"a": 20, "b": 9}, {"b": FEW, "a": BEHIND}),
        ({"a": 20, "b": 12, "c": 9}, {"c": FEW, "b": BEHIND}),
        ({"a": 20, "b": 5, "c": 5}, {"b": FEW, "c": FEW}),
        ({"a": 20, "b": 0}, {}),
        ({"a": 12, "b": 12, "c": 1}, {"c": FEW, "a": BEHIND}),
        ({"a": 4, "b": 3}, {"a": FEW, "b": FEW}),
        ({}, {}),
    ],
)
def test_a_small_part_is_hidden_and_so_is_what_would_tell_it(sizes, hidden):
    assert withheld(sizes) == hidden


def test_where_the_whole_is_shown_nowhere_nothing_is_subtracted_from_it():
    assert withheld({"a": 20, "b": 9}, is_whole_shown=False) == {"b": FEW}


def test_a_mean_needs_five():
    assert withheld({"a": 5, "b": 6}, least=LEAST_FOR_MEAN) == {}
    assert withheld({"a": 4, "b": 6}, least=LEAST_FOR_MEAN) == {"a": FEW, "b": BEHIND}


def combined(tables):
    """Sizes of every group of people that tables give when they are added and subtracted.

    tables  each a list of how many people it holds, one number for every kind of people.
    """
    kinds = [max(column) for column in zip(*tables, strict=True)]
    for signs in product((-1, 0, 1), repeat=len(tables)):
        inside = [
            sum(sign * (table[kind] > 0) for sign, table in zip(signs, tables, strict=True))
            for kind in range(len(kinds))
            if kinds[kind]
        ]
        if set(inside) <= {0, 1}:
            people = [size for size in kinds if size]
            yield sum(size for size, is_in in zip(people, inside, strict=True) if is_in)


partitions = st.lists(st.integers(0, 25), min_size=1, max_size=5)


@given(partitions, st.sampled_from([LEAST, LEAST_FOR_MEAN]))
def test_no_small_group_can_be_computed_from_parts_and_whole(sizes, least):
    labels = {str(place): size for place, size in enumerate(sizes)}
    hidden = withheld(labels, least=least)
    tables = [
        [size if place == own else 0 for own in range(len(sizes))]
        for place, size in enumerate(sizes)
        if str(place) not in hidden
    ]
    whole = [sizes] if sum(sizes) >= least else []

    assert all(size == 0 or size >= least for size in combined([*tables, *whole] or [sizes[:0]]))


@pytest.mark.parametrize(
    ("sizes", "flagged", "shown", "may"),
    [
        ({"a": 30}, {"a": 10}, [], True),
        ({"a": 30}, {"a": 9}, [], False),
        ({"a": 30}, {"a": 21}, [], False),
        ({"a": 30}, {}, [], False),
        ({"a": 12, "b": 30}, {"a": 12, "b": 2}, [], True),
        ({"a": 12, "b": 30}, {"a": 12, "b": 2}, ["a", "b"], False),  # all flagged without a: two of b
        ({"a": 12, "b": 30}, {"a": 12}, ["a", "b"], True),
        ({"a": 12, "b": 30, "c": 20}, {"b": 15, "c": 15}, ["a", "b", "c"], True),
        ({"a": 12, "b": 16, "c": 20}, {"b": 15, "c": 20}, ["a", "b", "c"], False),
    ],
)
def test_the_whole_without_the_flagged_is_shown_only_where_both_sides_are_many(sizes, flagged, shown, may):
    assert may_show_without(sizes, flagged, shown=shown) is may


KINDS_OF_PARTS = [(12, 0), (0, 12), (3, 25), (25, 3), (25, 25), (2, 3)]  # flagged, not flagged


@pytest.mark.parametrize("first", KINDS_OF_PARTS)
def test_no_small_group_can_be_computed_from_parts_whole_and_flagged(first):
    for second in KINDS_OF_PARTS:
        parts = [first, second, (12, 0)]
        sizes = {str(place): marked + others for place, (marked, others) in enumerate(parts)}
        flagged = {str(place): marked for place, (marked, _) in enumerate(parts)}
        shown = [label for label in sizes if label not in withheld(sizes)]
        kinds = [size for part in parts for size in part]
        tables = [[size if str(at // 2) == label else 0 for at, size in enumerate(kinds)] for label in shown]
        without = [size if at % 2 else 0 for at, size in enumerate(kinds)]

        is_safe = all(size == 0 or size >= LEAST for size in combined([*tables, kinds, without]))
        is_there = sum(without) >= LEAST  # all are flagged: nothing to show
        assert may_show_without(sizes, flagged, shown=shown) is (is_safe and is_there)
