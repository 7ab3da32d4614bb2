from dataclasses import replace
from fractions import Fraction as F

import pytest
from told import ALL_PASSED, PUBLISHED, YEAR, answered, draw, published

from prongsai.analyse.words import explain
from prongsai.core.result import assess
from prongsai.core.score import FULL, Inputs, ItemResult, SurveyCounts
from prongsai.score.working import steps

SMALL = draw("""
    in survey 1/2
      1
        q
          q.1 four
          q.2 four reversed
    open items 1/2
      2
        2.1
          o1
          o2
          o3 na
""")
COUNTS = SurveyCounts(20, {"q.1": (2, 3, 5, 10), "q.2": (18, 0, 0, 2)})
ITEMS = {"o1": ItemResult(FULL), "o2": ItemResult(F(0), "ไม่พบหน้า"), "o3": ItemResult(FULL)}


def small(counts=COUNTS, items=ITEMS, framework=SMALL, **more):
    return assess(framework, Inputs(surveys={"in": counts}, items=items, **more))


def test_a_total_is_the_sum_of_its_instruments_by_weight():
    assert explain(published(), "obec-2565", "th", depth=0) == (
        ("คะแนนรวม: 98.79 = 97.99 × 0.3 (IIT) + 97.96 × 0.3 (EIT) + 100.00 × 0.4 (OIT) = 98.785 ก่อนปัดเศษ"),
    )


def test_a_total_of_rounded_parts_says_so():
    framework = replace(YEAR, rounding=replace(YEAR.rounding, parts_first=True))

    assert explain(published(framework=framework), "obec-2565", "en", depth=0) == (
        (
            "Total: 98.79 = 97.99 × 0.3 (IIT) + 97.96 × 0.3 (EIT) + 100.00 × 0.4 (OIT) "
            "(each rounded before they are added)"
        ),
    )


def test_a_total_that_no_decimal_says_exactly_is_not_written_out():
    thirds = {"iit": "99.99", "eit": "99.99"}

    assert explain(published(thirds, ALL_PASSED | {"o1": ItemResult(F(0))}), "obec-2565", "en", depth=0) == (
        "Total: 99.55 = 99.99 × 0.3 (IIT) + 99.99 × 0.3 (EIT) + 98.89 × 0.4 (OIT)",
    )


def test_parts_of_unequal_weight_are_weighed_below_the_total_too():
    whole = draw("open items 1\n  1\n    1.1\n      o1\n      o2")
    part = whole.instruments[0].parts[0].parts[0]
    items = tuple(replace(item, weight=F(n, 4)) for item, n in zip(part.parts, (1, 3), strict=True))
    indicator = replace(whole.instruments[0].parts[0], parts=(replace(part, parts=items),))
    year = replace(whole, instruments=(replace(whole.instruments[0], parts=(indicator,)),))
    result = assess(year, Inputs(items={"o1": ItemResult(FULL), "o2": ItemResult(F(0))}))

    assert explain(result, "1.1", "th", depth=0) == (
        "ตัวชี้วัดย่อยที่ 1.1: 25.00 = 100.00 × 0.25 (O1) + 0.00 × 0.75 (O2)",
    )


def test_a_mean_names_its_parts_and_published_figures_are_called_so():
    assert explain(published(), "IIT", "en") == (
        (
            "IIT: 97.99 = mean of Indicator 1 (99.48), Indicator 2 (96.09), Indicator 3 (98.46), "
            "Indicator 4 (98.15) and Indicator 5 (97.77)"
        ),
        "  Indicator 1: 99.48 is a published figure",
        "  Indicator 2: 96.09 is a published figure",
        "  Indicator 3: 98.46 is a published figure",
        "  Indicator 4: 98.15 is a published figure",
        "  Indicator 5: 97.77 is a published figure",
    )


def test_an_indicator_is_the_mean_of_its_questions():
    questions = "i13 (90.00), i14 (90.00), i15 (90.00), i16 (90.00), i17 (90.00) และ i18 (90.00)"

    assert explain(answered(), "3", "th", depth=0) == (f"ตัวชี้วัดที่ 3: 90.00 = ค่าเฉลี่ยของ {questions}",)


def test_the_working_goes_down_to_the_answers_of_each_row():
    ahead = "four 1 2 คน × 0 + four 2 3 คน × 100/3 + four 3 5 คน × 200/3 + four 4 10 คน × 100"
    reversed_ = "four 1 18 คน × 100 + four 2 0 คน × 200/3 + four 3 0 คน × 100/3 + four 4 2 คน × 0"

    assert explain(small(), "q", "th") == (
        "q: 80.83 = ค่าเฉลี่ยของ q.1 (71.67) และ q.2 (90.00)",
        f"  q.1: 71.67 = ({ahead}) ÷ 20 คน",
        f"  q.2: 90.00 = ({reversed_}) ÷ 20 คน",
    )


def test_answers_that_are_not_counted_are_named():
    framework = draw("""
        in survey 1
          1
            q
              q.1 know
    """)
    result = assess(framework, Inputs(surveys={"in": SurveyCounts(30, {"q.1": (5, 20, 5)})}))

    assert explain(result, "q.1", "en") == (
        "q.1: 80.00 = (know 1 5 × 0 + know 2 20 × 100) ÷ 25, without know 3 5",
    )


def test_items_carry_the_reviewers_remark_and_what_is_not_applicable_is_left_out():
    items = ITEMS | {"o3": ItemResult(None)}

    assert explain(small(items=items), "2.1", "en") == (
        "Sub-indicator 2.1: 50.00 = mean of O1 (100.00) and O2 (0.00), without O3 (not applicable)",
        "  O1: 100.00 by review",
        "  O2: 0.00 by review; remark: ไม่พบหน้า",
        "  O3: no figure, it does not apply to this office",
    )


def test_a_published_figure_that_its_parts_contradict_says_both():
    result = small(published={"1": F("92.40")})

    assert explain(result, "1", "th", depth=0) == (
        "ตัวชี้วัดที่ 1: 92.40 เป็นคะแนนที่เผยแพร่ แต่คำนวณจากข้อมูลที่มีได้ 80.83",
    )


def test_a_figure_that_is_missing_names_what_it_lacks():
    items = {code: item for code, item in ITEMS.items() if code != "o2"}

    assert explain(small(items=items), "2.1", "en") == (
        "Sub-indicator 2.1: no figure, some of its parts have no figure (O2)",
        "  O1: 100.00 by review",
        "  O2: no figure, not reviewed yet",
        "  O3: 100.00 by review",
    )


def test_what_nobody_brought_in_says_so_once():
    assert explain(published({}, items={}), "iit", "en") == (
        "IIT: no figure, there is neither a published figure nor the data to compute one",
    )


def test_few_answers_are_never_told_but_the_official_total_stands():
    few = small(SurveyCounts(4, {"q.1": (0, 0, 0, 4), "q.2": (4, 0, 0, 0)}))

    assert explain(few, SMALL.code, "en") == (
        "Total: 83.33 (not all of its parts may be shown)",
        ("  in: no figure, too few people answered (a mean takes at least 5 people, a question at least 10)"),
        "  open: no figure, it would give away a withheld figure beside it",
    )


def test_weights_are_shown_where_they_differ():
    framework = draw("""
        in survey 1/3
          1
            q
              q.1 four
        open items 2/3
          2
            2.1
              o1
    """)
    result = assess(framework, Inputs(published={"in": F(90), "open": F(75)}))

    assert explain(result, framework.code, "en", depth=0) == (
        "Total: 80.00 = 90.00 × 1/3 (in) + 75.00 × 2/3 (open)",
    )


@pytest.mark.parametrize("typed", ["O1", "๐1", "ข้อ o1", "01"])
def test_a_figure_is_found_by_any_way_of_writing_its_code(typed):
    assert explain(published(items=ALL_PASSED), typed, "th") == ("O1: 100.00 จากการตรวจของผู้ประเมิน",)


def test_there_is_no_working_of_what_does_not_exist():
    with pytest.raises(KeyError, match="o99"):
        explain(published(PUBLISHED), "o99", "th")


def test_every_figure_of_a_whole_tree_has_one_step():
    result = answered()

    found = [step.code for step in steps(result, YEAR.code)]
    assert found == [YEAR.code, *(part.code for part in YEAR.walk())]
