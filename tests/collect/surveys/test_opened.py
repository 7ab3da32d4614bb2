"""What is done to sheets between their boxes and the table."""

import random
from collections import Counter
from datetime import date, timedelta

from hypothesis import given, strategies as st

from prongsai.collect.surveys.opened import OpenedSheet, deal_days, join_small

DAY = date(2026, 1, 5)
sheets = st.lists(
    st.builds(
        OpenedSheet,
        st.sampled_from(["iit", "iit-paper"]),
        st.integers(0, 5).map(lambda n: DAY + timedelta(n)),
        st.binary(min_size=1, max_size=2),
    )
)


@given(sheets, st.integers())
def test_dealing_keeps_how_many_came_on_which_day_and_every_answer(given_sheets, seed):
    dealt = deal_days(given_sheets, random.Random(seed))

    assert Counter((s.stream, s.day) for s in dealt) == Counter((s.stream, s.day) for s in given_sheets)
    assert [(s.stream, s.answers) for s in dealt] == [(s.stream, s.answers) for s in given_sheets]


def test_a_dealt_day_says_nothing_about_the_sheet():
    came = [OpenedSheet("iit", DAY + timedelta(n), bytes([n])) for n in range(60)]

    kept = sum(
        s.day == DAY + timedelta(s.answers[0])
        for seed in range(100)
        for s in deal_days(came, random.Random(seed))
    )

    assert 60 < kept < 150  # by chance one of 60 a deal


def test_paper_of_few_is_joined_with_the_screen_and_the_other_way_round():
    few_on_paper = [OpenedSheet("iit", DAY, b"1")] * 30 + [OpenedSheet("iit-paper", DAY, b"1")] * 9
    few_on_screen = [OpenedSheet("iit", DAY, b"1")] * 3 + [OpenedSheet("iit-paper", DAY, b"1")] * 40
    many = [OpenedSheet("iit", DAY, b"1")] * 10 + [OpenedSheet("iit-paper", DAY, b"1")] * 10

    def joined(sheets):
        return Counter(each.stream for each in join_small(sheets, 10))

    assert joined(few_on_paper) == {"iit": 39}
    assert joined(few_on_screen) == {"iit": 43}
    assert joined(many) == {"iit": 10, "iit-paper": 10}


def test_the_one_who_was_interviewed_does_not_stand_alone():
    ways = {"eit-self": 30, "eit-code": 9, "eit-interview": 1, "eit-code-paper": 12}
    came = [OpenedSheet(stream, DAY, b"1") for stream, number in ways.items() for _each in range(number)]

    assert Counter(each.stream for each in join_small(came, 10)) == {"eit-self": 31, "eit-code": 21}


def test_where_all_are_few_they_are_one():
    came = [OpenedSheet(stream, DAY, b"1") for stream in ("eit-self", "eit-code", "eit-interview")]

    assert len({each.stream for each in join_small(came, 10)}) == 1
    assert join_small([], 10) == []
