"""The pictures of the yearbook: indicators, where the points went, the years."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from prongsai.analyse import comparing
from prongsai.analyse.reports._pen import Pen
from prongsai.core.naming import label_of, state
from prongsai.core.text import Text
from prongsai.documents import charts

_STEP = 10  # axes begin at a multiple of this
_EXACT_PLACES = Decimal("0.000001")


def indicators(pen: Pen) -> None:
    """Every indicator as a bar, with last year's figure and the first mean of the total."""
    story, result = pen.story, pen.result
    rows = []
    for indicator in story.framework.indicators:
        past = comparing.before(story, indicator.code)
        figure = result.printed(indicator.code)
        rows.append(
            charts.Bar(
                label=_short(pen, indicator.code),
                value=figure,
                text=pen(state(result.by_code[indicator.code])) if figure is None else str(figure),
                previous=past.difference.other if past else None,
            )
        )
    known = [row.value for row in rows if row.value is not None]
    if not known:
        return
    reference = _mean(pen)
    lowest = min([*known, *(row.previous for row in rows if row.previous is not None)])
    lowest = min(lowest, reference.value) if reference else lowest
    caption = Text(th="คะแนนรายตัวชี้วัด", en="Points by indicator")
    description = "; ".join(f"{row.label} {row.text}" for row in rows)
    past_year = story.last_year.framework.year_be if story.last_year else ""
    pictures = [
        charts.bars(
            pen(caption),
            description,
            rows,
            language=pen.language,
            reference=reference,
            minimum=_floor(lowest),
            previous_label=pen(Text(th=f"ปี {past_year}", en=f"B.E. {past_year}")),
            key=f"indicators-{width}",
            width=width,
        )
        for width in (charts.WIDE, charts.NARROW)
    ]
    pen.figure(caption, pictures[0], description, pictures[1])


def _short(pen: Pen, code: str) -> str:
    """Number and name: there is little room beside a bar."""
    return f"{code}. {pen(pen.story.framework.part(code).name)}"


def _mean(pen: Pen) -> charts.Reference | None:
    """The first labelled mean of the total."""
    found = comparing.means(pen.story, pen.story.framework.code)
    if not found:
        return None
    figure = found[0].difference.other
    label = pen(found[0].label)
    return charts.Reference(f"{label[:1].upper()}{label[1:]} {figure}", figure)


def _floor(lowest: Decimal) -> int:
    """Where an axis begins so that small differences can be seen; the chart says so."""
    return max(0, int(lowest - 1) // _STEP * _STEP)


def losses(pen: Pen) -> None:
    """From 100 down to the total: what each indicator did not bring."""
    result = pen.result
    if result.total is None:
        return
    codes = [indicator.code for indicator in pen.story.framework.indicators]
    lost = {code: result.stakes[code].lost for code in codes}
    if any(each is None for each in lost.values()):  # some may not be shown: the steps would not add up
        return
    steps = [
        charts.Step(
            label=_short(pen, code),
            lost=_decimal(each),
            text=f"−{result.rounded(each)}",
        )
        for code, each in lost.items()
        if each
    ]
    caption = Text(th="คะแนนรวม 100 คะแนนเสียไปที่ใดบ้าง", en="Where the 100 points went")
    description = "; ".join(f"{step.label} {step.text}" for step in steps) or pen(_NONE_LOST)
    pictures = [
        charts.waterfall(
            pen(caption),
            description,
            steps,
            language=pen.language,
            total_label=pen(Text(th="ผลการประเมิน", en="Result")),
            total_text=str(result.total),
            key=f"losses-{width}",
            width=width,
        )
        for width in (charts.WIDE, charts.NARROW)
    ]
    pen.figure(caption, pictures[0], description, pictures[1])


_NONE_LOST = Text(th="ไม่เสียคะแนน", en="No points were lost.")


def _decimal(figure: Fraction) -> Decimal:
    return (Decimal(figure.numerator) / Decimal(figure.denominator)).quantize(_EXACT_PLACES)


def years(pen: Pen) -> None:
    """The total and each instrument over the years, where there is more than one."""
    story = pen.story
    results = [each for each in reversed(story.earlier) if each.framework.body == story.framework.body]
    results.append(story.result)
    if len(results) == 1:
        return
    codes = [story.framework.code, *(instrument.code for instrument in story.framework.instruments)]
    series = []
    for code in codes:
        points = []
        for result in results:
            own = result.framework.code if code == story.framework.code else code
            has_it = own == result.framework.code or own in result.by_code
            figure = comparing.figure(result, own) if has_it else None
            points.append(
                charts.Point(str(result.framework.year_be), figure, "" if figure is None else str(figure))
            )
        series.append(charts.Series(pen(label_of(code, story.framework)), tuple(points)))
    caption = Text(th="คะแนนรวมและคะแนนรายเครื่องมือเทียบรายปี", en="Total and instruments over the years")
    description = "; ".join(
        f"{each.label}: " + ", ".join(f"{point.label} {point.text or '–'}" for point in each.points)
        for each in series
    )
    pictures = [
        charts.lines(
            pen(caption), description, series, language=pen.language, key=f"years-{width}", width=width
        )
        for width in (charts.WIDE, charts.NARROW)
    ]
    pen.figure(caption, pictures[0], description, pictures[1])
