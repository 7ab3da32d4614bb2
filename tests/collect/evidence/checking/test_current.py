"""Whether a content is of the time that its item asks for."""

from datetime import date

import pytest
from drawn import facts, item, look

from prongsai.collect.evidence.checking.current import current, due_until
from prongsai.collect.evidence.checking.verdict import Answer
from prongsai.collect.evidence.reading.content import Kind
from prongsai.core.framework import Evidence, Period
from prongsai.core.text import Text

PASS, FAIL, UNSURE = Answer.PASS, Answer.FAIL, Answer.NOT_SURE


def answer(drawing, period=Period.THIS_YEAR, evidence=Evidence.REPORT, **more):
    of = item(period=period, evidence=evidence, **more.pop("of", {}))
    return current(look(drawing, of=of, **more)).answer


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("# แผนปฏิบัติการ ปีงบประมาณ พ.ศ. 2565", PASS),
        ("# แผนปฏิบัติการ ปีงบประมาณ พ.ศ. ๒๕๖๕", PASS),
        ("# แผนปฏิบัติการ ปีงบ 65", PASS),
        ("# แผนปฏิบัติการ 2565", PASS),
        ("# Plan FY2022", PASS),
        ("# ผลงาน\nต.ค. 64 – ก.ย. 65", PASS),
        ("# แผน พ.ศ. 2563–2565", PASS),
        ("# ผลงาน ปีการศึกษา 2564", PASS),
        ("# ผลงาน ปีปฏิทิน 2564", FAIL),
        ("# แผนปฏิบัติการ ปีงบประมาณ พ.ศ. 2564", FAIL),
        ("# แผนปฏิบัติการ ปีงบประมาณ พ.ศ. 2566", FAIL),
        ("# ผลงาน\nตุลาคม 2563 – กันยายน 2564", FAIL),
        ("# แผนปฏิบัติการ\nตามพระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. 2542", UNSURE),
        ("# แผนปฏิบัติการ\nโทร. 0 7521 2564", UNSURE),
        ("# แผนปฏิบัติการ\nเผยแพร่เมื่อ 15 ตุลาคม 2563", UNSURE),
        ("# แผนปฏิบัติการ\nประกาศ ณ วันที่ 15 กันยายน 2564", UNSURE),
        ("# แผนปฏิบัติการ\n© 2564 สงวนลิขสิทธิ์", UNSURE),
        ("# แผนปฏิบัติการ", UNSURE),
        ("# แผน ปีงบประมาณ พ.ศ. 2565\nผลของปีงบประมาณ พ.ศ. 2564 และปีงบประมาณ พ.ศ. 2563", PASS),
        ("# แผน ปีงบประมาณ พ.ศ. 2564\nต่อเนื่องถึงปีงบประมาณ พ.ศ. 2565", UNSURE),
        ("# แผน ปีงบประมาณ พ.ศ. 2564\nเตรียมปีงบประมาณ พ.ศ. 2565" + "\nโครงการ ปีงบประมาณ 2564" * 5, FAIL),
        ("# แผน\nปีงบประมาณ พ.ศ. 2564" * 3 + "\nปีงบประมาณ พ.ศ. 2565", UNSURE),
    ],
)
def test_the_year_that_a_report_or_plan_says_decides(drawing, expected):
    assert answer(drawing) is expected


def test_the_sentence_names_what_was_found_where_and_what_to_do():
    found = current(look("# แผน ปีงบประมาณ พ.ศ. 2564"))

    assert (found.said.th, found.place.th) == (
        "เนื้อหาเป็นของ “ปีงบประมาณ พ.ศ. 2564” แต่ข้อนี้ต้องเป็นปีงบประมาณ พ.ศ. 2565 โปรดเปลี่ยนเป็นฉบับของปีดังกล่าว",
        "ต้นหน้า",
    )


def test_last_years_report_is_held_against_last_year():
    period = Period.LAST_YEAR

    assert answer("# รายงานผล ปีงบประมาณ พ.ศ. 2564", period) is PASS
    assert answer("# รายงานผล ปีงบประมาณ พ.ศ. 2563", period) is FAIL
    assert answer("# รายงานผล ปีงบประมาณ พ.ศ. 2565", period) is FAIL


@pytest.mark.parametrize("period", [Period.FIRST_SIX_MONTHS, Period.AT_LEAST_SIX_MONTHS])
def test_half_a_year_is_of_its_year(period):
    assert answer("# รายงาน รอบ 6 เดือน (ต.ค. 64 – มี.ค. 65)", period) is PASS
    assert answer("# รายงาน รอบ 6 เดือน (ต.ค. 63 – มี.ค. 64)", period) is FAIL


def test_news_and_activities_are_dated_by_their_days():
    news = "# ข่าว\n- ประชุม 14 มกราคม 2565\n- อบรม 2 กันยายน 2564"

    assert answer(news, evidence=Evidence.ACTIVITY) is PASS
    assert answer("# ข่าว\n- ประชุม 14 มกราคม 2563", evidence=Evidence.PAGE) is FAIL


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("# แผนพัฒนา (พ.ศ. 2563–2565)", PASS),
        ("# แผนพัฒนา พ.ศ. ๒๕๖๕ - ๒๕๖๙", PASS),
        ("# แผนพัฒนา พ.ศ. 2560–2564", FAIL),
        ("# แผนปฏิบัติการ ปีงบประมาณ พ.ศ. 2565", FAIL),
        ("# แผนพัฒนาระยะ 5 ปี ฉบับทบทวน ปี 2565", UNSURE),
        ("# แผนพัฒนา\n| ปี 2564 | ปี 2565 | ปี 2566\n| 1 | 2 | 3", UNSURE),
        ("# แผนพัฒนา", UNSURE),
        ("# แผนพัฒนา\nแผนก่อน พ.ศ. 2555–2559", UNSURE),
    ],
)
def test_a_long_plan_runs_for_years_and_covers_this_one(drawing, expected):
    assert answer(drawing, Period.LONGER_THAN_A_YEAR, Evidence.PLAN) is expected


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("# นโยบาย ปีงบประมาณ พ.ศ. 2565", PASS),
        ("# นโยบาย พ.ศ. 2563–2567", PASS),
        ("# นโยบาย พ.ศ. 2561–2563", FAIL),
        ("# นโยบาย ประจำปี 2562", UNSURE),
        ("# นโยบาย", UNSURE),
    ],
)
def test_what_is_in_force_may_be_older(drawing, expected):
    assert answer(drawing, Period.IN_FORCE, Evidence.DOCUMENT) is expected


@pytest.mark.parametrize("period", [Period.STANDING, Period.PRESENT_EXECUTIVE])
def test_what_has_no_year_is_not_asked_for_one(period):
    assert answer("# โครงสร้าง ปี 2550", period) is Answer.NOT_APPLICABLE


def test_an_analysis_may_name_the_year_that_it_analyses():
    drawing = "# การวิเคราะห์ผลการประเมิน ปีงบประมาณ พ.ศ. 2564"

    assert answer(drawing, of={"use": "analysis"}) is UNSURE
    assert answer(drawing, of={"use": "doing"}) is FAIL


def test_what_cannot_be_read_never_fails():
    old = "# แผน ปีงบประมาณ พ.ศ. 2564"

    assert answer(old, unreadable=Text("เสีย", "broken")) is UNSURE
    assert answer(old, kind=Kind.OLD_OFFICE) is UNSURE


@pytest.mark.parametrize(
    ("today", "last"),
    [
        (date(2022, 4, 20), date(2022, 3, 31)),
        (date(2022, 4, 10), date(2022, 2, 28)),
        (date(2021, 12, 20), date(2021, 11, 30)),
        (date(2021, 10, 20), date(2021, 9, 30)),
        (date(2023, 1, 1), date(2022, 3, 31)),
    ],
)
def test_a_month_is_due_half_a_month_after_its_end(today, last):
    assert due_until(look(of=item(period=Period.FIRST_SIX_MONTHS), knows=facts(today=today))) == last
