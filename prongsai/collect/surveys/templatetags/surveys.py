"""Numbers and pictures in the templates of surveys."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def many(number: int | None) -> str:
    """Write 1,073; nothing for nothing."""
    return "" if number is None else f"{number:,}"


@register.filter
def svg(picture: str) -> SafeString:
    """Put a picture of our own into the page; its texts are escaped where it is drawn."""
    return SafeString(picture)
