"""Exact figures of agreement in templates."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from django import template

register = template.Library()


@register.filter
def decimals(figure: Fraction | None) -> str:
    """Two places, halves to the even digit: 0.60, -0.25; nothing for nothing."""
    return "" if figure is None else f"{_places(figure, 100):.2f}"


@register.filter
def per_cent(share: Fraction | None) -> str:
    """A share of one in per cent with one place: 12.5."""
    return "" if share is None else f"{_places(share * 100, 10):.1f}"


def _places(figure: Fraction, parts: int) -> Decimal:
    return Decimal(round(figure * parts)) / parts
