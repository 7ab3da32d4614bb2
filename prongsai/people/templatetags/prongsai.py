"""Words of our own for templates: dates of the Buddhist era, verbs of the trail."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.translation import get_language, gettext

from prongsai.core import days, thai

register = template.Library()


@register.filter
def thai_date(day: date | datetime | None) -> str:
    """22 พฤศจิกายน 2569 on Thai pages, 22 Nov 2026 on English ones; nothing for nothing."""
    if not day:
        return ""
    local = _local_day(day)
    return _english(local) if _is_english() else days.written_day(local, "th")


@register.filter
def thai_date_short(day: date | datetime | None) -> str:
    """22 พ.ย. 69 on Thai pages, 22 Nov 2026 on English ones."""
    if not day:
        return ""
    local = _local_day(day)
    if _is_english():
        return _english(local)
    return f"{local.day} {thai.SHORT_MONTHS[local.month - 1]} {(local.year + thai.ERA) % 100:02d}"


@register.filter
def thai_moment(moment: datetime | None) -> str:
    """22 พฤศจิกายน 2569 14.05 น. on Thai pages, 22 Nov 2026 14:05 on English ones."""
    if not moment:
        return ""
    local = timezone.localtime(moment)
    if _is_english():
        return f"{_english(local.date())} {local:%H:%M}"
    return f"{days.written_day(local.date(), 'th')} {local:%H.%M} น."


@register.filter
def year_of(year_be: int | None) -> str:
    """2565 on Thai pages, 2022 on English ones."""
    if not year_be:
        return ""
    return str(year_be - thai.ERA if _is_english() else year_be)


@register.filter
def event_words(verb: str) -> str:
    """Say a verb of the trail in words: its translation, or "Office edited" of "people.office_edited"."""
    said = gettext(verb)
    return said if said != verb else verb.rpartition(".")[2].replace("_", " ").capitalize()


def _local_day(day: date | datetime) -> date:
    return timezone.localtime(day).date() if isinstance(day, datetime) else day


def _english(day: date) -> str:
    return f"{day.day} {days.MONTHS_EN[day.month - 1][:3]} {day.year}"


def _is_english() -> bool:
    return (get_language() or "").startswith("en")
