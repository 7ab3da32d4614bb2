from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from prongsai.core import days


@pytest.mark.parametrize(
    ("day", "year_be"),
    [(date(2021, 9, 30), 2564), (date(2021, 10, 1), 2565), (date(2022, 9, 30), 2565)],
)
def test_a_fiscal_year_begins_in_october(day, year_be):
    assert days.fiscal_year(day) == year_be


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_every_day_lies_within_the_bounds_of_its_fiscal_year(day):
    first, last = days.fiscal_bounds(days.fiscal_year(day))

    assert first <= day <= last


def test_a_day_is_written_in_the_era_of_the_language():
    day = date(2022, 10, 1)

    assert days.written_day(day, "th") == "1 ตุลาคม 2565"
    assert days.written_day(day, "en") == "1 October 2022"


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "th", "en"),
    [
        (date(2022, 10, 1), date(2023, 9, 30), "ต.ค. 2565 – ก.ย. 2566", "Oct 2022 – Sep 2023"),
        (date(2022, 10, 1), date(2022, 12, 31), "ต.ค. – ธ.ค. 2565", "Oct – Dec 2022"),
        (date(2023, 2, 1), date(2023, 2, 28), "ก.พ. 2566", "Feb 2023"),
        (date(2023, 1, 15), date(2023, 2, 28), "15 ม.ค. 2566 – 28 ก.พ. 2566", "15 Jan 2023 – 28 Feb 2023"),
        (date(2023, 1, 15), date(2023, 1, 15), "15 ม.ค. 2566", "15 Jan 2023"),
    ],
)
def test_a_period_is_written_by_months_when_it_is_made_of_them(starts_on, ends_on, th, en):
    assert days.written_period(starts_on, ends_on, "th") == th
    assert days.written_period(starts_on, ends_on, "en") == en


def test_a_day_begins_at_midnight_in_bangkok():
    moment = datetime(2022, 9, 30, 17, 0, tzinfo=UTC)

    assert days.local_day(moment) == date(2022, 10, 1)
    assert days.local_day(moment - timedelta(seconds=1)) == date(2022, 9, 30)
