"""Finding the times that a text speaks of."""

from datetime import date

import pytest
from hypothesis import given, strategies as st

from prongsai.core import days, times_said
from prongsai.core.spelling import thai_digits
from prongsai.core.thai import ERA, MONTHS, SHORT_MONTHS
from prongsai.core.times_said import Kind

FY65 = (date(2021, 10, 1), date(2022, 9, 30))
HALF = (date(2021, 10, 1), date(2022, 3, 31))
PLAN = (date(2022, 10, 1), date(2027, 9, 30))


def told(text):
    return [(each.kind.value, each.starts_on, each.ends_on) for each in times_said.said(text)]


@pytest.mark.parametrize(
    ("text", "kind", "bounds"),
    [
        ("แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. 2565", "fiscal", FY65),
        ("แผน ปีงบประมาณ พ.ศ. ๒๕๖๕", "fiscal", FY65),
        ("ปีงบฯ 2565", "year", FY65),
        ("ปีงบ 65", "fiscal", FY65),
        ("งบประมาณรายจ่ายประจำปี พ.ศ. 2565", "fiscal", FY65),
        ("FY2022", "fiscal", FY65),
        ("fiscal year 2565", "fiscal", FY65),
        ("Fiscal Year B.E. 2565", "fiscal", FY65),
        ("ประจำปี 2565", "year", FY65),
        ("ค.ศ. 2022", "year", FY65),
        ("ปีปฏิทิน 2565", "calendar", (date(2022, 1, 1), date(2022, 12, 31))),
        ("ปีการศึกษา 2564", "academic", (date(2021, 5, 1), date(2022, 4, 30))),
        ("ต.ค. 64 – ก.ย. 65", "months", FY65),
        ("ตุลาคม ๒๕๖๔ - มีนาคม ๒๕๖๕", "months", HALF),
        ("ตั้งแต่เดือนตุลาคม 2564 ถึงเดือนมีนาคม 2565", "months", HALF),
        ("ตุลาคม – มีนาคม 2565", "months", HALF),
        ("Oct 2021 - Mar 2022", "months", HALF),
        ("October 2021 to March 2022", "months", HALF),
        ("1 ต.ค. 2564 ถึงวันที่ 31 มีนาคม 2565", "days", HALF),
        ("15 ม.ค. 2565", "days", (date(2022, 1, 15),) * 2),
        ("15/01/65", "days", (date(2022, 1, 15),) * 2),
        ("15/1/2022", "days", (date(2022, 1, 15),) * 2),
        ("2022-01-15", "days", (date(2022, 1, 15),) * 2),
        ("แผนพัฒนา (พ.ศ. 2566–2570)", "year", PLAN),
        ("พ.ศ. ๒๕๖๖-๒๕๗๐", "year", PLAN),
        ("พ.ศ.2566-70", "year", PLAN),
        ("ปี 2566 ถึง ปี 2570", "year", PLAN),
        ("FY 2023 - FY 2027", "fiscal", PLAN),
        ("พระราชบัญญัติการศึกษาแห่งชาติ พ.ศ. 2542", "law", (date(1998, 10, 1), date(1999, 9, 30))),
        ("ระเบียบพัสดุ (ฉบับที่ 2) พุทธศักราช 2565", "law", FY65),
        ("ตามระเบียบฯ ให้รายงานผลประจำปี พ.ศ. 2565", "year", FY65),
    ],
)
def test_a_time_is_found_as_it_is_written(text, kind, bounds):
    assert told(text) == [(kind, *bounds)]


@pytest.mark.parametrize(
    "text",
    [
        *("โทร. 0 7521 2565", "075-2565-123", "02-565-2565", "จำนวน 2565 คน", "2,565 บาท", "ราคา 2565.50"),
        *("ในปี 2022", "You may 20 years", "ต.ค.", "ตุลาคม", "31/13/2565", "1/1/1200", "ปีงบประมาณ"),
        *("คำสั่งที่ 12/2565", "9.30 น.", "พ.ศ. 9999", "", "ข้าราชการ 12 คน", "12 ม.ค. 22 น."),
    ],
)
def test_what_is_no_time_is_none(text):
    assert told(text) == []


def test_every_time_of_a_text_is_told_in_its_order_with_its_words():
    text = "รายงานปีงบประมาณ พ.ศ. 2564 จัดทำเมื่อ 15 ตุลาคม 2564 ตาม พ.ร.บ. ข้อมูลข่าวสาร พ.ศ. 2540"
    found = times_said.said(text)

    assert [(each.kind, each.words) for each in found] == [
        (Kind.FISCAL, "ปีงบประมาณ พ.ศ. 2564"),
        (Kind.DAYS, "15 ตุลาคม 2564"),
        (Kind.LAW, "พ.ศ. 2540"),
    ]
    assert all(times_said.prepared(text)[each.at :].startswith(each.words) for each in found)


def test_a_plan_knows_how_many_years_it_runs():
    assert [each.years for each in times_said.said("พ.ศ. 2566–2570, ปี 2566-70, ปีงบประมาณ 2565")] == [5, 5, 1]


@given(st.integers(2550, 2600), st.booleans())
def test_a_fiscal_year_has_its_bounds_in_either_digits(year_be, is_thai):
    text = f"ประจำปีงบประมาณ พ.ศ. {year_be}"

    assert told(thai_digits(text) if is_thai else text) == [("fiscal", *days.fiscal_bounds(year_be))]


@given(st.dates(date(2010, 1, 1), date(2040, 1, 1)), st.integers(0, 30), st.sampled_from(["th", "en"]))
def test_a_period_that_days_writes_is_found_again(day, count, language):
    first = day.replace(day=1)
    months = times_said.months_of(first, date(first.year + 3, 1, 1))[: count + 1]
    last = times_said._month_end(months[-1])
    found = times_said.said(days.written_period(first, last, language))

    assert [(each.starts_on, each.ends_on) for each in found] == [(first, last)]


@given(st.text(max_size=60))
def test_no_text_breaks_it_and_no_time_ends_before_it_begins(text):
    assert all(each.starts_on <= each.ends_on for each in times_said.said(text))


@given(st.text(alphabet="ก.ตคพศ ปีงบ-–0123456789๐๙/ถึงOctมปี", max_size=40))
def test_digits_of_either_kind_say_the_same(text):
    assert told(text) == told(thai_digits(text))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ตุลาคม พฤศจิกายน ธันวาคม มกราคม มีนาคม", [10, 11, 12, 1, 3]),
        ("ต.ค. 64 พ.ย. 64 ธ.ค. 2564", [10, 11, 12]),
        ("ตุลาคม – ธันวาคม", [10, 11, 12]),
        ("ตุลาคม 2564 – มีนาคม 2565", [10, 11, 12, 1, 2, 3]),
        ("ตุลาคม 2563 พ.ย. 2565 และ 15 ม.ค. 2565", [1]),
        ("October 2021, Nov 2021", [10, 11]),
    ],
)
def test_the_months_of_a_time_that_a_text_names(text, numbers):
    found = times_said.months(text, *HALF)

    assert sorted(found) == [date(2022 - (number > 9), number, 1) for number in numbers]


def test_months_named_each_by_itself():
    text = "ต.ค. 64 – มี.ค. 65: ตุลาคม, พ.ย. 64, 3 ธันวาคม 2564"

    assert sorted(times_said.months(text, *HALF, is_single=True)) == [date(2021, 10, 1), date(2021, 11, 1)]


def test_what_does_not_run_forwards_is_no_stretch():
    assert told("มีนาคม 2565 – ตุลาคม 2564") == [
        ("months", date(2022, 3, 1), date(2022, 3, 31)),
        ("months", date(2021, 10, 1), date(2021, 10, 31)),
    ]
    assert told("ตุลาคม 2564 – พฤศจิกายน") == [("months", date(2021, 10, 1), date(2021, 10, 31))]
    assert told("ปี 2565/64") == [("year", *FY65)]


def test_a_time_covers_and_touches():
    (half,) = times_said.said("ต.ค. 64 – มี.ค. 65")

    assert (half.covers(*HALF), half.covers(*FY65), half.touches(*FY65), half.touches(*PLAN)) == (
        *(True, False, True, False),
    )


def test_a_day_that_no_month_has_still_names_the_month():
    assert told("30 กุมภาพันธ์ 2565") == [("months", date(2022, 2, 1), date(2022, 2, 28))]


@pytest.mark.parametrize("number", range(1, 13))
def test_every_name_of_a_month_is_known(number):
    full, short = MONTHS[number - 1], SHORT_MONTHS[number - 1]
    ways = [full, short, short.rstrip("."), short.replace(".", "") + ".", days.MONTHS_EN[number - 1]]
    first = date(2022, number, 1)

    assert [told(f"{way} {first.year + ERA}") for way in ways] == [
        [("months", first, times_said._month_end(first))]
    ] * len(ways)


def test_months_of_a_time_that_is_none():
    assert times_said.months_of(date(2022, 3, 1), date(2022, 2, 1)) == ()
