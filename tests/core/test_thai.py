from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from prongsai.core.thai import ERA, MONTHS, SHORT_MONTHS, day, period, plain


@pytest.mark.parametrize(
    "typed",
    [
        "2022-10-01",
        "2565-10-01",
        "1/10/2565",
        "01/10/65",
        "๑ ต.ค. ๒๕๖๕",
        "1 ต.ค. 65",
        "1 ตุลาคม พ.ศ. 2565",
        "วันที่ 1 ตุลาคม 2565",
        "1 Oct 2022",
        "1 October 2565",
        "ต.ค. 65",
        "ตค65",
        "ตุลาคม 2565",
    ],
)
def test_a_day_is_read_however_it_is_written(typed):
    assert day(typed) == date(2022, 10, 1)


@pytest.mark.parametrize(
    "typed", ["", "soon", "31 ก.พ. 65", "2022-13-01", "Oct 22", "10", "ต.ค.", "1/2/3/4", "ภายในเดือน"]
)
def test_what_is_not_a_day_is_none(typed):
    assert day(typed) is None


def test_a_month_alone_may_stand_for_its_last_day():
    assert day("ก.พ. 67", at_end=True) == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("typed", "starts_on", "ends_on"),
    [
        ("ต.ค. 65 – ก.ย. 66", date(2022, 10, 1), date(2023, 9, 30)),
        ("ต.ค. 65-ก.ย. 66", date(2022, 10, 1), date(2023, 9, 30)),
        ("ต.ค.๖๕ - ก.ย.๖๖", date(2022, 10, 1), date(2023, 9, 30)),
        ("ตุลาคม 2565 ถึง กันยายน 2566", date(2022, 10, 1), date(2023, 9, 30)),
        ("ต.ค. – ธ.ค. 65", date(2022, 10, 1), date(2022, 12, 31)),
        ("1 ต.ค. 2565 – 31 มี.ค. 2566", date(2022, 10, 1), date(2023, 3, 31)),
        ("2022-10-01 – 2023-09-30", date(2022, 10, 1), date(2023, 9, 30)),
        ("2022-10-01 - 2023-09-30", date(2022, 10, 1), date(2023, 9, 30)),
        ("October 2022 to September 2023", date(2022, 10, 1), date(2023, 9, 30)),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๖", date(2022, 10, 1), date(2023, 9, 30)),
        ("ตลอดปีงบประมาณ 2566", date(2022, 10, 1), date(2023, 9, 30)),
        ("มี.ค. 66", date(2023, 3, 1), date(2023, 3, 31)),
    ],
)
def test_a_period_is_read_with_both_its_days(typed, starts_on, ends_on):
    assert period(typed) == (starts_on, ends_on)


@pytest.mark.parametrize("typed", ["", "–", "ก.ย. 66 – ต.ค. 65", "ต.ค. – ก.ย.", "ทุกเดือน"])
def test_what_is_not_a_period_is_none(typed):
    assert period(typed) is None


@given(st.dates(date(1957, 1, 1), date(2056, 12, 31)))
def test_every_day_comes_back_from_thai(one):
    year_be = one.year + ERA

    assert day(f"{one.day} {MONTHS[one.month - 1]} {year_be}") == one
    assert day(f"{one.day} {SHORT_MONTHS[one.month - 1]} {year_be}") == one
    assert day(one.isoformat()) == one


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(0, 800))
def test_every_period_comes_back(first, length):
    last = first + timedelta(days=length)

    assert period(f"{first.isoformat()} – {last.isoformat()}") == (first, last)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        (" น้อยที่สุด หรือไม่มีเลย ", "น้อยที่สุดหรือไม่มีเลย"),
        ("YES", "yes"),
        ("๔", "4"),
        ("ทํา", "ทำ"),
        ("\ufeffข้อ\u200b ๑", "ข้อ1"),
    ],
)
def test_texts_that_look_the_same_have_one_plain_form(typed, form):
    assert plain(typed) == form
