from __future__ import annotations

import json
from fractions import Fraction

import numpy as np
import pytest
from believing import FORM, RULES, different, ranked

from prongsai.collect.surveys.belief import Beside, Level, belief, belief_of, belief_record
from prongsai.collect.surveys.belief.limits import DECISIVE, LIMITS, limits
from prongsai.collect.surveys.belief.simulate import scenes
from prongsai.collect.surveys.belief.statistic import WORDS
from prongsai.core.score import SurveyCounts


def caution(scene, surveys, seed, size=60):
    chance = np.random.default_rng(seed)
    found = [belief(RULES, "iit", scene.sheets(chance, FORM, size)) for _ in range(surveys)]
    return sum(each.level is Level.CAUTION for each in found)


def statistic(found, code):
    return next(each for each in found.statistics if each.code == code)


def copied(copies, others, seed=3):
    """Honest sheets, and one sheet that somebody copied."""
    chance = np.random.default_rng(seed)
    honest = scenes.HONEST[0].sheets(chance, FORM, others)
    return np.concatenate([np.tile(different(1), (copies, 1)), honest])


def test_every_statistic_has_words_in_both_languages():
    assert set(LIMITS) | {"all_best", "gap", "change"} == set(WORDS)
    assert set(LIMITS) >= DECISIVE
    for words in WORDS.values():
        assert words.name.th
        assert words.name.en
        assert words.usual.th
        assert words.usual.en
        assert bool(words.raised.th) is bool(words.raised.en)


def test_no_word_accuses():
    said = [text for words in WORDS.values() for text in (words.name, words.usual, words.raised)]

    assert not any(word in text.th for text in said for word in ("โกง", "ทุจริต", "ปลอม"))
    assert not any(word in text.en.lower() for text in said for word in ("fraud", "cheat", "fake"))


def test_a_limit_between_two_sizes_lies_between_theirs():
    steps = [limits("identical", 51, size)[1] for size in (30, 40, 60)]

    assert min(steps[0], steps[2]) <= steps[1] <= max(steps[0], steps[2])


def test_most_honest_surveys_are_left_alone_and_most_copied_ones_are_not():
    honest = sum(caution(scene, 8, 51) for scene in scenes.HONEST)
    stuffed = sum(caution(scene, 4, 52) for scene in scenes.stuffed(0.4))

    assert honest <= 3
    assert stuffed >= 13


def test_sheets_objected_to_are_left_out_where_ten_are_and_ten_are_left():
    found = belief(RULES, "iit", copied(24, 36))

    assert found.level is Level.CAUTION
    assert found.flagged[:24].all()
    assert found.counts_without.respondents == 60 - found.flagged.sum()


@pytest.mark.parametrize(("copies", "others"), [(7, 30), (30, 9)])
def test_fewer_than_ten_can_not_be_had_by_subtraction(copies, others):
    found = belief(RULES, "iit", copied(copies, others))
    many = found.flagged.sum()

    assert many < 10 or len(found.flagged) - many < 10
    assert found.counts_without is None


def test_nor_by_subtracting_the_streams_that_are_shown():
    sheets = copied(24, 36)
    others = belief(RULES, "iit", sheets).flagged[24:].sum()

    found = belief(RULES, "iit", sheets, streams=["iit"] * 24 + ["iit-paper"] * 36)

    assert 0 < others < 10
    assert found.counts_without is None


def test_what_is_kept_is_plain_and_tells_of_no_single_sheet():
    found = belief(RULES, "iit", copied(24, 36))
    kept = json.loads(json.dumps(belief_record(found)))
    back = belief_of(kept)

    assert set(kept) == {"sheets", "statistics", "without"}
    assert back.flagged is None
    assert belief_record(back) == kept
    assert back.says == found.says
    assert back.counts_without == found.counts_without


def test_a_record_of_too_few_says_so():
    assert belief_of(belief_record(belief(RULES, "iit", ranked(3, 2)))).is_too_few


def points(share):
    """Counts in which this share of 100 people gave the best answer and the others the worst."""
    by_row = {}
    for row in RULES.rows_of("iit"):
        best = row.choice_points.index(Fraction(100))
        counts = [0] * len(row.choice_points)
        counts[best], counts[row.choice_points.index(Fraction(0))] = share, 100 - share
        by_row[row.code] = tuple(counts)
    return SurveyCounts(100, by_row)


def test_the_gap_and_the_change_are_judged_by_similar_bodies():
    alike = [0, 1, -1, 2, -2, 1, 0, -1, 1]
    beside = Beside(last_year=points(60), other=99.0, changes=alike, gaps=alike)
    found = belief(RULES, "iit", np.repeat(ranked(3), 20, axis=0), beside=beside)

    change, gap = statistic(found, "change"), statistic(found, "gap")
    assert (change.figure, change.expected, change.level) == (pytest.approx(40), 0, Level.LOOK)
    assert (gap.figure, gap.level, gap.shown) == (pytest.approx(1), Level.NONE, "+1.00")


def test_without_similar_bodies_a_change_is_only_told():
    beside = Beside(last_year=points(60), changes=[0] * 7)
    change = statistic(belief(RULES, "iit", np.repeat(ranked(3), 20, axis=0), beside=beside), "change")

    assert (change.expected, change.level) == (None, Level.NONE)
    assert change.shown_expected is None
