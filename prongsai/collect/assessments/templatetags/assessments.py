"""Words of two languages and exact figures in templates."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils.translation import get_language

from prongsai.core import naming
from prongsai.core.text import Language, Text

register = template.Library()


@register.filter
def said(text: Text | None) -> str:
    """Give a wording in the language of the page; nothing for nothing."""
    return text.in_(language()) if text else ""


@register.filter
def exact(figure: Fraction | Decimal | None) -> str:
    """Write a figure without losing any of it."""
    return "" if figure is None else naming.exact(Fraction(figure))


def language() -> Language:
    """Language of the page, as `core` names it."""
    return "en" if (get_language() or "").startswith("en") else "th"
