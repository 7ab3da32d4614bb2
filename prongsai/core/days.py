"""Days, periods and fiscal years as Thai offices write them; `thai` reads what people type."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta, timezone

from prongsai.core.text import Language
from prongsai.core.thai import ERA, MONTHS, SHORT_MONTHS

OCTOBER = 10
BANGKOK = timezone(timedelta(hours=7))  # no summer time, never had any
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def fiscal_year(day: date) -> int:
    """The Thai fiscal year (B.E.) that a day lies in: year n runs from 1 October n-1 to 30 September n."""
    return day.year + ERA + (day.month >= OCTOBER)


def fiscal_bounds(year_be: int) -> tuple[date, date]:
    """First and last day of a fiscal year."""
    return date(year_be - ERA - 1, OCTOBER, 1), date(year_be - ERA, 9, 30)


def written_day(day: date, language: Language) -> str:
    """Write `1 ตุลาคม 2565`, or `1 October 2022` in English."""
    if language == "en":
        return f"{day.day} {MONTHS_EN[day.month - 1]} {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + ERA}"


def written_period(starts_on: date, ends_on: date, language: Language) -> str:
    """Write `ต.ค. 2565 – ก.ย. 2566` for whole months, `15 ต.ค. 2565 – 2 พ.ย. 2565` for others."""
    first, last = _month(starts_on, language), _month(ends_on, language)
    if starts_on.day == 1 and ends_on.day == monthrange(ends_on.year, ends_on.month)[1]:
        if first == last:
            return last
        is_same_year = starts_on.year == ends_on.year
        return f"{first.rsplit(' ', 1)[0] if is_same_year else first} – {last}"
    if starts_on == ends_on:
        return f"{starts_on.day} {first}"
    return f"{starts_on.day} {first} – {ends_on.day} {last}"


def _month(day: date, language: Language) -> str:
    if language == "en":
        return f"{MONTHS_EN[day.month - 1][:3]} {day.year}"
    return f"{SHORT_MONTHS[day.month - 1]} {day.year + ERA}"


def local_day(moment: datetime) -> date:
    """The day in Bangkok at an aware moment."""
    return moment.astimezone(BANGKOK).date()
