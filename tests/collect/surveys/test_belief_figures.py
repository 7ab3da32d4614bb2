from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from believing import FORM, RULES, SIZE, chosen, different, figure, ranked
from hypothesis import given, settings, strategies as st

from prongsai.collect.surveys.belief import belief, plain
from prongsai.collect.surveys.belief.table import table_of

surveys = st.builds(different, st.integers(10, 30), st.integers(0, 999))


def test_the_form_knows_how_many_rows_ask_the_other_way_round():
    assert (SIZE, FORM.is_long.sum(), FORM.turned.sum()) == (51, 40, 10)


def test_the_best_everywhere_is_not_flat_but_the_same_choice_everywhere_is():
    sheets = np.concatenate([ranked(3, 3, 2), chosen(4)])

    assert plain.is_flat(table_of(FORM, sheets)).tolist() == [False, False, True, True]
    assert figure("no_variation", sheets) == 0.5
    assert figure("all_best", sheets) == 0.5


def test_rows_misread_are_those_that_ask_the_other_way_round():
    sheets = np.concatenate([ranked(3), chosen(4), different(10)])

    assert plain.is_misread(table_of(FORM, sheets))[:2].tolist() == [False, True]


def test_the_longest_string_counts_answers_only():
    sheets = chosen(4)
    sheets[0, :] = np.arange(SIZE) % 2 + 1
    sheets[0, :5] = 2
    sheets[0, 40:] = 0

    assert plain.longest_string(table_of(FORM, sheets)).tolist() == [6 / 51]


def test_twins_are_counted_without_the_all_best():
    sheets = np.concatenate([different(17), ranked(3, 3)])
    many = len(sheets)

    assert figure("identical", sheets) == 0
    assert figure("identical", np.concatenate([sheets, sheets[:1]])) == 2 / (many + 1)


def test_twins_that_only_many_sheets_bring_are_not_counted():
    pairs = np.repeat(different(500), 2, axis=0)

    assert figure("identical", pairs) == 0
    assert figure("identical", np.concatenate([pairs, np.repeat(pairs[:1], len(pairs), axis=0)])) > 0.4


def test_blank_rows_are_a_share_of_all_rows():
    sheets = ranked(2, 3)
    sheets[1, :] = 0

    assert figure("missing", sheets) == 0.5
    assert figure("all_best", sheets) == 0


def test_the_busiest_day_is_a_share_of_the_sheets():
    days = [date(2022, 5, 2)] * 3 + [date(2022, 5, 3)]

    assert figure("burst", ranked(3, 3, 2, 2), days) == 0.75


@pytest.mark.parametrize("sheets", [0, 1, 9])
def test_of_fewer_than_ten_nothing_is_said(sheets):
    found = belief(RULES, "iit", different(12)[:sheets])

    assert found.is_too_few
    assert found.statistics == ()
    assert found.flagged is None
    assert "few" in found.says.en


@given(surveys, st.integers(0, 99))
@settings(max_examples=25, deadline=None)
def test_a_copy_of_a_sheet_never_lowers_the_twins(sheets, which):
    more = np.concatenate([sheets, sheets[which % len(sheets)][None]])

    assert figure("identical", more) >= figure("identical", sheets)


@given(surveys, st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_neither_order_nor_names_of_days_matter(sheets, random):
    order = list(range(len(sheets)))
    random.shuffle(order)
    days = [date(2022, 5, 1 + number % 5) for number in order]
    later = [day.replace(year=2023, month=7) for day in days]

    first = belief(RULES, "iit", sheets, days=days)
    second = belief(RULES, "iit", sheets[order], days=later[::-1])

    assert second == first
    assert second.flagged.tolist() == first.flagged[order].tolist()
