"""The pictures of a result: indicators, where the points went, the years. One source for page and book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.core.naming import label_of, state
from prongsai.core.result import Result
from prongsai.core.text import Language, Text
from prongsai.documents import charts
from prongsai.score.comparing import Beside, figure, to_last_year

_STEP = 10  # axes begin at a multiple of this
_EXACT_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Picture:
    """The same picture for a wide place and for a phone, and what a reader who sees neither should know."""

    caption: Text
    wide: str
    narrow: str
    description: str


def indicators(
    result: Result, language: Language, *, past: Result | None = None, mean: Beside | None = None
) -> Picture | None:
    """Draw every indicator as a bar, with last year's figure and a mean of the total; None if it has none."""
    rows = [_bar(result, indicator.code, language, past) for indicator in result.framework.indicators]
    known = [row.value for row in rows if row.value is not None]
    if not known:
        return None
    lowest = min([*known, *(row.previous for row in rows if row.previous is not None)])
    lowest = min(lowest, mean.difference.other) if mean else lowest
    caption = Text(th="คะแนนรายตัวชี้วัด", en="Points by indicator")
    description = "; ".join(f"{row.label} {row.text}" for row in rows)
    past_year = past.framework.year_be if past else ""

    def draw(width: int) -> str:
        return charts.bars(
            caption.in_(language),
            description,
            rows,
            language=language,
            reference=_reference(mean, language),
            minimum=_floor(lowest),
            previous_label=Text(th=f"ปี {past_year}", en=f"B.E. {past_year}").in_(language),
            key=f"indicators-{width}",
            width=width,
        )

    return _picture(caption, description, draw)


def losses(result: Result, language: Language) -> Picture | None:
    """Draw the way from 100 down to the total: what each indicator did not bring.

    returns  None without a total, and where some loss may not be shown: the steps would not add up.
    """
    lost = {each.code: result.stakes[each.code].lost for each in result.framework.indicators}
    if result.total is None or None in lost.values():
        return None
    steps = [
        charts.Step(_short(result, code, language), _decimal(each), f"−{result.rounded(each)}")
        for code, each in lost.items()
        if each
    ]
    caption = Text(th="คะแนนรวม 100 คะแนนเสียไปที่ใดบ้าง", en="Where the 100 points went")
    description = "; ".join(f"{step.label} {step.text}" for step in steps) or _NONE_LOST.in_(language)

    def draw(width: int) -> str:
        return charts.waterfall(
            caption.in_(language),
            description,
            steps,
            language=language,
            total_label=Text(th="ผลการประเมิน", en="Result").in_(language),
            total_text=str(result.total),
            key=f"losses-{width}",
            width=width,
        )

    return _picture(caption, description, draw)


_NONE_LOST = Text(th="ไม่เสียคะแนน", en="No points were lost.")


def years(results: Sequence[Result], language: Language) -> Picture | None:
    """Draw the total and each instrument over the years, oldest first; None where there is only one year."""
    if len(results) == 1:
        return None
    framework = results[-1].framework
    codes = [framework.code, *(instrument.code for instrument in framework.instruments)]
    series = [
        charts.Series(
            label_of(code, framework).in_(language),
            tuple(_point(each, each.framework.code if code == framework.code else code) for each in results),
        )
        for code in codes
    ]
    caption = Text(th="คะแนนรวมและคะแนนรายเครื่องมือเทียบรายปี", en="Total and instruments over the years")
    description = "; ".join(
        f"{each.label}: " + ", ".join(f"{point.label} {point.text or '–'}" for point in each.points)
        for each in series
    )

    def draw(width: int) -> str:
        return charts.lines(
            caption.in_(language), description, series, language=language, key=f"years-{width}", width=width
        )

    return _picture(caption, description, draw)


def _picture(caption: Text, description: str, draw: Callable[[int], str]) -> Picture:
    return Picture(caption, draw(charts.WIDE), draw(charts.NARROW), description)


def _bar(result: Result, code: str, language: Language, past: Result | None) -> charts.Bar:
    value, before = result.printed(code), to_last_year(result, past, code)
    return charts.Bar(
        label=_short(result, code, language),
        value=value,
        text=state(result.by_code[code]).in_(language) if value is None else str(value),
        previous=before.difference.other if before else None,
    )


def _point(result: Result, code: str) -> charts.Point:
    has_it = code == result.framework.code or code in result.by_code
    value = figure(result, code) if has_it else None
    return charts.Point(str(result.framework.year_be), value, "" if value is None else str(value))


def _short(result: Result, code: str, language: Language) -> str:
    """Number and name: there is little room beside a bar."""
    return f"{code}. {result.framework.part(code).name.in_(language)}"


def _reference(mean: Beside | None, language: Language) -> charts.Reference | None:
    if mean is None:
        return None
    label, other = mean.label.in_(language), mean.difference.other
    return charts.Reference(f"{label[:1].upper()}{label[1:]} {other}", other)


def _floor(lowest: Decimal) -> int:
    """Where an axis begins so that small differences can be seen; the chart says so."""
    return max(0, int(lowest - 1) // _STEP * _STEP)


def _decimal(exact: Fraction) -> Decimal:
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(_EXACT_PLACES)
