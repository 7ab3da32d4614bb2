from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as F

import pytest
from drawing import draw
from hypothesis import given, strategies as st

from prongsai.core.framework import Confidence, Provenance, SampleRule, Sampling
from prongsai.core.record import inputs_of, inputs_record, score_of, score_record
from prongsai.core.result import assess
from prongsai.core.sample import Sample
from prongsai.core.score import FULL, Inputs, ItemResult, Reason, State, SurveyCounts
from prongsai.core.stake import Stake
from prongsai.core.text import Text

YEAR = draw("""
    in survey 1/2
      1
        q
          q.1 four
          q.2 four reversed
    open items 1/2
      2
        2.1
          o1
          o2 na
""")
SHARE = Sampling(rule=SampleRule.SHARE, who=Text(""), percent=F(10), floor=30)


def asked(sampling):
    return replace(YEAR, instruments=(replace(YEAR.instruments[0], sampling=sampling), YEAR.instruments[1]))


def brought(n=20, population=None, **more):
    counts = SurveyCounts(n, {"q.1": (0, 0, n // 2, n - n // 2), "q.2": (n, 0, 0, 0)})
    items = {"o1": ItemResult(FULL), "o2": ItemResult(F(0), "ไม่พบหน้า")}
    populations = {} if population is None else {"in": population}
    return Inputs(surveys={"in": counts}, items=items, populations=populations, **more)


def test_a_result_holds_everything_that_is_shown():
    result = assess(asked(SHARE), brought(population=73))

    assert (result.total, result.grade.code, result.is_complete) == (Decimal("70.83"), "F", True)
    assert (result.printed("1"), result.share("in"), result.level("1").code) == (
        Decimal("91.67"),
        Decimal("45.83"),
        "A",
    )
    assert result.samples == {"in": Sample("in", 73, 30, 20)}
    assert result.remarks == {"o2": "ไม่พบหน้า"}
    assert set(result.margins) == {"in", "1", "q", "q.1", "q.2"}
    assert [gap.code for gap in result.gaps.weakest] == ["2"]
    assert result.stakes["o2"].lost == 25
    assert (result.climb.grade.code, result.climb.items) == ("B", ("o2",))


def test_a_small_group_shows_neither_margins_nor_a_way_up_that_would_tell():
    result = assess(asked(None), brought(9))

    assert set(result.margins) == set()  # one question a survey: the mean would be its breakdown
    assert result.climb is None
    assert result.samples == {"in": Sample("in", None, None, 9)}


def test_what_a_withheld_figure_hides_is_withheld_for_the_same_reason_and_still_has_a_worth():
    result = assess(YEAR, brought(9))

    hidden = result.by_code["q.1"]
    assert (hidden.state, hidden.reason, hidden.points) == (State.WITHHELD, Reason.COMPLEMENT, None)
    assert (result.printed("q.1"), result.stakes["q.1"]) == (None, Stake("q.1", F(25), None))
    assert set(result.by_code) == {YEAR.code, *YEAR.by_code}


def test_the_required_sample_is_left_open_where_the_rule_lacks_something():
    quota = Sampling(rule=SampleRule.QUOTA, who=Text(""), quotas={"L": 5})

    assert assess(asked(quota), brought()).samples["in"].needed is None
    assert assess(asked(quota), brought(), office_class="L").samples["in"].needed == 5


def test_a_figure_that_is_not_there_is_not_printed():
    result = assess(YEAR, Inputs())

    assert (result.total, result.printed("1"), result.level("1"), result.share("in")) == (
        None,
        None,
        None,
        None,
    )
    assert (result.grade, result.is_complete, result.samples) == (None, False, {})


def test_published_figures_that_their_parts_contradict_are_listed():
    result = assess(YEAR, brought(published={"1": F(80)}))

    assert [(each.code, each.contradicts) for each in result.contradictions] == [("1", F(275, 3))]


def test_a_record_gives_exact_and_printed_figures_side_by_side():
    record = score_record(assess(YEAR, brought(published={"2": F(80)})).score, YEAR)

    assert {key: record[key] for key in ("code", "points", "printed")} == {
        "code": "year", "points": "515/6", "printed": "85.83",
    }  # fmt: skip
    assert record["parts"][1]["parts"][0] == {
        "code": "2", "state": "scored", "weight": "1", "points": "80", "printed": "80.00",
        "is_published": True, "contradicts": "50",
        "parts": [{
            "code": "2.1", "state": "scored", "weight": "1", "points": "50", "printed": "50.00",
            "parts": [
                {"code": "o1", "state": "scored", "weight": "1/2", "points": "100", "printed": "100.00"},
                {"code": "o2", "state": "scored", "weight": "1/2", "points": "0", "printed": "0.00"},
            ],
        }],
    }  # fmt: skip


@given(st.integers(0, 20), st.sampled_from([None, F(0), FULL]), st.booleans())
def test_records_come_back_as_they_were(n, points, has_published):
    inputs = Inputs(
        surveys={"in": SurveyCounts(n, {"q.1": (0, 0, 0, n), "q.2": (n, 0, 0, 0)})},
        items={"o1": ItemResult(FULL), "o2": ItemResult(points, "x")},
        published={"1": F("98.46")} if has_published else {},
        populations={"in": 73},
    )
    total = assess(YEAR, inputs).score

    assert inputs_of(inputs_record(inputs)) == inputs
    assert score_of(score_record(total, YEAR)) == total


def test_how_sure_a_block_is_must_be_said_or_it_is_unverified():
    known = replace(
        YEAR,
        provenance=(Provenance(block="grades", confidence=Confidence.PRACTICE, source="", note=Text("")),),
    )

    assert (known.confidence("grades"), known.confidence("scales")) == (
        Confidence.PRACTICE,
        Confidence.UNVERIFIED,
    )


def test_a_framework_finds_its_parts_by_any_way_of_writing_them():
    assert YEAR.item("๐๑").code == "o1"
    assert (YEAR.part("ตัวชี้วัดที่ ๒").code, YEAR.measures_year_be) == ("2", 2566)
    assert [each.code for each in YEAR.indicators] == ["1", "2"]
    for look, code in ((YEAR.item, "q"), (YEAR.part, "o9")):
        with pytest.raises(KeyError, match=code):
            look(code)


def test_wordings_fall_back_to_thai_and_take_values_in_both_languages():
    filled = Text("ได้ {n} ที่ {place}", "{n} at {place}").fill(n=3, place=Text("ตรัง", "Trang"))

    assert (filled.in_("th"), filled.in_("en")) == ("ได้ 3 ที่ ตรัง", "3 at Trang")
    assert Text("ไทย").in_("en") == "ไทย"
