from fractions import Fraction as F

from drawing import draw

from prongsai.core.record import result_record
from prongsai.core.result import assess
from prongsai.core.score import Inputs, ItemResult, SurveyCounts

YEAR = draw("""
    in survey 1/2
      1
        q
          q.1 yes
    open items 1/2
      2
        2.1
          o1
""")


def record(yes, no, *, population=20, remark=""):
    counts = SurveyCounts(yes + no, {"q.1": (yes, no)})
    items = {"o1": ItemResult(F(100), remark)}
    return result_record(assess(YEAR, Inputs({"in": counts}, items, {}, {"in": population})))


def test_a_result_is_recorded_with_its_rules_and_all_that_stands_beside_it():
    made = record(15, 5, remark="เห็นแล้ว")

    assert made["framework"] == {
        "code": "year",
        "scoring_sha256": YEAR.scoring_hash,
        "wording_sha256": YEAR.wording_hash,
    }
    assert {key: made[key] for key in ("is_complete", "total", "grade", "shares", "margins", "remarks")} == {
        "is_complete": True,
        "total": "87.50",
        "grade": "A",
        "shares": {"in": "37.50", "open": "50.00"},
        "margins": {"q.1": "0.0", "q": "0.0", "1": "0.0", "in": "0.0"},
        "remarks": {"o1": "เห็นแล้ว"},
    }
    assert made["samples"] == {"in": {"population": 20, "needed": None, "answered": 20}}
    assert made["score"]["parts"][0]["printed"] == "75.00"


def test_a_withheld_survey_leaves_neither_counts_nor_figures_in_the_record():
    survey = record(2, 1)["score"]["parts"][0]

    assert survey == {
        "code": "in",
        "state": "withheld",
        "weight": "1/2",
        "respondents": 3,
        "reason": "too_few",
    }


def test_an_incomplete_result_has_neither_total_nor_grade():
    made = result_record(assess(YEAR, Inputs()))

    assert (made["is_complete"], made["total"], made["grade"], made["shares"]) == (False, None, None, {})
