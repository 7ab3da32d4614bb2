"""The charts of a published result, drawn from its record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from prongsai.disclose.showing import Part, Shown
from prongsai.documents.charts import NARROW, WIDE, Bar, Reference, Step, bars, waterfall


@dataclass(frozen=True, slots=True)
class Chart:
    """The same picture for a phone and for a desk."""

    narrow: SafeString
    wide: SafeString


def of_indicators(shown: Shown) -> Chart:
    """Bars of all indicators, with last year's figures and the pass mark."""
    rows = [_bar(part) for part in shown.indicators]
    mark = _("Pass mark %(mark)s") % {"mark": shown.pass_mark}
    return _both(
        bars,
        "indicators",
        _("Points of the indicators"),
        ", ".join(f"{row.label} {row.text}" for row in rows),
        rows,
        language=shown.language,
        reference=Reference(mark, Decimal(shown.pass_mark)),
    )


def of_losses(shown: Shown) -> Chart | None:
    """From 100 down to the total; nothing where the indicators do not explain all of it."""
    lost = [(part, part.exact_lost) for part in shown.indicators]
    steps = [_step(part, exact) for part, exact in lost if exact]
    is_whole = all(exact is not None for _, exact in lost)
    if not is_whole or shown.tree.exact_lost != sum(exact or 0 for _, exact in lost):
        return None
    return _both(
        waterfall,
        "lost",
        _("Where the 100 points went"),
        ", ".join(f"{step.label} {step.text}" for step in steps),
        steps,
        language=shown.language,
        total_text=shown.total,
    )


def _bar(part: Part) -> Bar:
    return Bar(
        f"{part.code} {part.name}",
        Decimal(part.points) if part.points else None,
        part.points or part.state,
        Decimal(part.last_year.figure) if part.last_year else None,
    )


def _step(part: Part, exact: Fraction) -> Step:
    lost = Decimal(exact.numerator) / Decimal(exact.denominator)
    return Step(f"{part.code} {part.name}", lost, f"−{part.lost}")


def _both(draw: Callable[..., str], key: str, *drawn: Any, **told: Any) -> Chart:
    return Chart(
        _svg(draw(*drawn, **told, key=f"{key}-narrow", width=NARROW)),
        _svg(draw(*drawn, **told, key=f"{key}-wide", width=WIDE)),
    )


def _svg(svg: str) -> SafeString:
    return mark_safe(svg)  # noqa: S308  # our own drawing; every word in it was escaped there
