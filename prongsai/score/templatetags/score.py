"""Figures of a result in templates."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.core.naming import label_of
from prongsai.core.result import Result
from prongsai.core.score import Score
from prongsai.score.comparing import Beside
from prongsai.score.lines import Line

register = template.Library()


@register.filter
def signed(change: Decimal) -> str:
    """+2.79, −0.03, 0.00: always with its sign, and a minus that no line breaks off."""
    return f"{change:+}".replace("-", "−") if change else str(abs(change))


@register.filter
def many(number: int | None) -> str:
    """1,350; nothing for nothing."""
    return "" if number is None else f"{number:,}"


@register.filter
def percent(share: Fraction) -> str:
    """133 %, rounded down: 99.9 per cent of a sample is not all of it."""
    return f"{share.numerator * 100 // share.denominator:,} %"


@register.filter
def is_unclear(beside: Beside) -> bool:
    """Whether the two figures lie within what chance explains."""
    return beside.difference.is_clear is False and bool(beside.difference.change)


@register.filter
def any_of(lines: Iterable[Line], name: str) -> bool:
    """Whether a column has anything to show."""
    return any(getattr(each, name) not in {None, ""} for each in lines)


@register.filter
def any_below(lines: Iterable[Line], name: str) -> bool:
    """The same of the lines and of those below them."""
    return any(any_of((each, *each.parts), name) for each in lines)


@register.filter
def contradiction(score: Score, result: Result) -> str:
    """Say both figures: the published one and what its parts give."""
    return gettext("%(name)s: published %(published)s, its parts give %(parts)s") % {
        "name": said(label_of(score.code, result.framework)),
        "published": result.rounded(score.points or Fraction(0)),
        "parts": result.rounded(score.contradicts or Fraction(0)),
    }


@register.filter
def svg(picture: str) -> SafeString:
    """Put a picture of our own into the page; its texts are escaped where it is drawn."""
    return SafeString(picture)
