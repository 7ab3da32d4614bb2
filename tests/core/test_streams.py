"""Streams of a survey: all sheets in one, or an equal share for each; and nobody is told apart by that."""

from dataclasses import replace

import pytest
from drawing import draw
from hypothesis import given, strategies as st

from prongsai.core.framework import Combine, Combining
from prongsai.core.record import inputs_of, inputs_record
from prongsai.core.result import assess
from prongsai.core.score import Inputs, ScoreError, SurveyCounts, score
from prongsai.core.streams import shares

POOLED = draw("out survey 1\n  1\n    q\n      q.1 four\n      q.2 know")
EQUAL = replace(
    POOLED, instruments=(replace(POOLED.instruments[0], combining=Combining(rule=Combine.EQUAL)),)
)
ROW, KNOW = EQUAL.rows


def counts(**streams):
    """Counts of one row (q.1) by stream, all other rows unanswered."""
    pooled = tuple(map(sum, zip(*streams.values(), strict=True)))
    return SurveyCounts(sum(pooled), {"q.1": pooled}, {label: {"q.1": n} for label, n in streams.items()})


def points(framework, given):
    return score(framework, Inputs(surveys={"out": given})).find("q.1").points


def test_pooled_every_sheet_counts_once_and_equal_every_stream():
    given = counts(link=(0, 0, 0, 30), code=(10, 0, 0, 0))

    assert points(POOLED, given) == 75  # (30 × 100 + 10 × 0) ÷ 40
    assert points(EQUAL, given) == 50  # (100 + 0) ÷ 2


def test_the_answers_of_a_row_stay_those_of_all_streams():
    row = score(EQUAL, Inputs(surveys={"out": counts(link=(1, 2, 3, 30), code=(10, 0, 0, 0))})).find("q.1")

    assert (row.counts, row.respondents) == ((11, 2, 3, 30), 46)


def test_without_streams_there_is_nothing_to_give_equal_shares_to():
    given = replace(counts(link=(0, 0, 0, 30), code=(10, 0, 0, 0)), streams={})

    assert points(EQUAL, given) == 75


@pytest.mark.parametrize(
    ("streams", "shared"),
    [
        ({"a": (5, 5, 5, 5), "b": (9, 0, 0, 0)}, [(14, 5, 5, 5)]),
        ({"a": (5, 5, 5, 5), "b": (10, 0, 0, 0)}, [(5, 5, 5, 5), (10, 0, 0, 0)]),
        ({"a": (30, 0, 0, 0), "b": (0, 12, 0, 0), "c": (0, 0, 4, 0)}, [(30, 0, 0, 0), (0, 12, 4, 0)]),
        ({"a": (30, 0, 0, 0), "b": (0, 6, 0, 0), "c": (0, 0, 4, 0)}, [(30, 0, 0, 0), (0, 6, 4, 0)]),
        ({"a": (30, 0, 0, 0), "b": (0, 0, 0, 0)}, [(30, 0, 0, 0)]),
        ({"a": (3, 0, 0, 0), "b": (0, 0, 0, 2)}, [(3, 0, 0, 2)]),
    ],
)
def test_a_stream_of_few_shares_with_the_smallest_that_hides_it(streams, shared):
    assert list(shares(ROW, {label: {"q.1": n} for label, n in streams.items()})) == shared


def test_who_does_not_know_is_not_one_who_answered():
    streams = {"a": {"q.2": (10, 10, 5)}, "b": {"q.2": (4, 5, 30)}, "c": {}}

    assert shares(KNOW, streams) == ((14, 15, 35),)


some_counts = st.tuples(*[st.integers(0, 15)] * 4)


@given(st.dictionaries(st.sampled_from("abcd"), some_counts, min_size=1))
def test_shares_are_of_ten_or_of_all_and_nobody_is_lost(streams):
    found = shares(ROW, {label: {"q.1": n} for label, n in streams.items()})

    assert len(found) <= 1 or all(sum(each) >= 10 for each in found)
    assert sum(map(sum, found)) == sum(map(sum, streams.values()))


@given(some_counts.filter(any))
def test_one_stream_scores_alike_under_either_rule(only):
    assert points(EQUAL, counts(link=only)) == points(POOLED, counts(link=only))


@given(st.tuples(some_counts, some_counts).filter(lambda two: min(map(sum, two)) >= 10))
def test_two_streams_of_many_come_to_the_middle_of_the_two(two):
    apart = [points(POOLED, counts(link=each)) for each in two]

    assert points(EQUAL, counts(link=two[0], code=two[1])) == (apart[0] + apart[1]) / 2


@pytest.mark.parametrize("label", ["link", "code"])
def test_streams_that_do_not_add_up_are_refused(label):
    given = counts(link=(0, 0, 0, 30), code=(10, 0, 0, 0))
    for spoilt, message in [
        ({"q.1": (1, 1, 1, 1)}, "q.1: the streams of out do not add up to its counts"),
        ({"q.1": (1, 1)}, "q.1: the streams of out do not have its choices"),
        ({"q.1": (-1, 0, 0, 0)}, "do not have its choices"),
        ({}, "do not add up"),
        ({"q.2": (1, 0, 0)}, "q.2: the streams of out do not have its choices"),
    ]:
        other = replace(given, streams=given.streams | {label: spoilt})
        with pytest.raises(ScoreError, match=message):
            score(POOLED, Inputs(surveys={"out": other}))


def test_counts_of_another_scale_are_refused_as_ever():
    given = SurveyCounts(2, {"q.1": (1, 1)}, {"link": {"q.1": (1, 1)}})

    with pytest.raises(ScoreError, match=r"q\.1: needs 4 counts"):
        score(EQUAL, Inputs(surveys={"out": given}))


def test_pooled_counts_do_not_tell_how_sure_a_mean_of_streams_is():
    inputs = Inputs(surveys={"out": replace(counts(link=(9, 9, 9, 9)), by_row={"q.1": (9, 9, 9, 9)})})

    assert "q.1" in assess(POOLED, inputs).margins
    assert assess(EQUAL, inputs).margins == {}


def test_streams_come_back_from_a_record_and_leave_none_where_there_are_none():
    inputs = Inputs(surveys={"out": counts(link=(0, 0, 0, 30), code=(10, 0, 0, 0))})
    without = Inputs(surveys={"out": replace(inputs.surveys["out"], streams={})})

    assert inputs_of(inputs_record(inputs)) == inputs
    assert inputs_record(without)["surveys"] == {
        "out": {"respondents": 40, "by_row": {"q.1": [10, 0, 0, 30]}}
    }
