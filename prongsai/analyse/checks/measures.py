"""Measures that do not fit the result, the year, or each other."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.analyse.story import Finding, Place, Story
from prongsai.core.codes import canonical
from prongsai.core.days import fiscal_bounds, written_period
from prongsai.core.framework import Indicator
from prongsai.core.measure import Measure, Practice
from prongsai.core.naming import listed, name
from prongsai.core.score import FULL
from prongsai.core.text import Text


def weak_without_measure(story: Story) -> Iterator[Finding]:
    """Find weak indicators that no measure answers."""
    answered = {code for measure in story.measures for code in _answers(measure, story)}
    for gap in story.result.gaps.weakest:
        if gap.code not in answered:
            yield Finding(
                "weak_without_measure",
                "mend",
                Place("gap", gap.code),
                Text(
                    th="{name} เป็นจุดอ่อน แต่ยังไม่มีมาตรการรองรับ", en="{name} is weak, but no measure answers it."
                ).fill(name=name(story.framework.part(gap.code))),
            )


def measure_for_full(story: Story) -> Iterator[Finding]:
    """Find measures all of whose indicators lost nothing."""
    for number, measure in enumerate(story.measures):
        scores = [story.result.by_code[code] for code in _answers(measure, story)]
        if scores and all(score.points == FULL for score in scores):
            names = listed([name(story.framework.part(score.code)) for score in scores])
            yield Finding(
                "measure_for_full",
                "mend",
                Place("measure", str(number)),
                Text(
                    th="มาตรการ “{measure}” ตอบ {names} ซึ่งได้คะแนนเต็มแล้ว โปรดพิจารณาว่าจำเป็นหรือไม่",
                    en="The measure “{measure}” answers {names}, which has full points. Is it needed?",
                ).fill(measure=measure.name, names=names),
            )


def measure_without_indicator(story: Story) -> Iterator[Finding]:
    """Find measures that answer no indicator of the framework."""
    for number, measure in enumerate(story.measures):
        if not _answers(measure, story):
            yield Finding(
                "measure_without_indicator",
                "mend",
                Place("measure", str(number)),
                Text(
                    th="มาตรการ “{measure}” ไม่ได้ระบุว่าตอบตัวชี้วัดใด",
                    en="The measure “{measure}” does not say which indicator it answers.",
                ).fill(measure=measure.name),
            )


def measure_without_practice(story: Story) -> Iterator[Finding]:
    """Find measures that say nothing of how they are carried out."""
    for number, measure in enumerate(story.measures):
        if not measure.practices:
            yield Finding(
                "measure_without_practice",
                "mend",
                Place("measure", str(number)),
                Text(
                    th="มาตรการ “{measure}” ยังไม่มีวิธีปฏิบัติ", en="The measure “{measure}” has no practice yet."
                ).fill(measure=measure.name),
            )


def period_outside_year(story: Story) -> Iterator[Finding]:
    """Find practices whose period leaves the fiscal year in which the measures are carried out."""
    first, last = fiscal_bounds(story.framework.measures_year_be)
    for place, practice in _practices(story):
        if practice.ends_on < practice.starts_on:
            yield Finding(
                "period_turned",
                "mend",
                place,
                Text(
                    th="ระยะเวลาดำเนินการสิ้นสุดก่อนวันเริ่มต้น โปรดตรวจสอบ",
                    en="The period ends before it starts. Check it.",
                ),
            )
        elif practice.starts_on < first or practice.ends_on > last:
            yield Finding(
                "period_outside_year",
                "mend",
                place,
                _OUTSIDE.fill(
                    period=_period(practice),
                    year=story.framework.measures_year_be,
                    bounds=Text(th=written_period(first, last, "th"), en=written_period(first, last, "en")),
                ),
            )


_OUTSIDE = Text(
    th="ระยะเวลาดำเนินการ {period} อยู่นอกปีงบประมาณ พ.ศ. {year} ({bounds}) ซึ่งเป็นปีที่นำมาตรการไปปฏิบัติ",
    en="The period {period} lies outside fiscal year B.E. {year} ({bounds}), the year of the measures.",
)


def practice_without_owner(story: Story) -> Iterator[Finding]:
    """Find practices that nobody is responsible for."""
    for place, practice in _practices(story):
        if not any(owner.strip() for owner in practice.owners):
            yield Finding(
                "practice_without_owner",
                "mend",
                place,
                Text(th="วิธีปฏิบัตินี้ยังไม่มีผู้รับผิดชอบ", en="Nobody is responsible for this practice yet."),
            )


def _answers(measure: Measure, story: Story) -> list[str]:
    known = {part.code for part in story.framework.indicators if isinstance(part, Indicator)}
    return [code for code in map(canonical, measure.indicators) if code in known]


def _practices(story: Story) -> Iterator[tuple[Place, Practice]]:
    for number, measure in enumerate(story.measures):
        for row, practice in enumerate(measure.practices):
            yield Place("measure", str(number), row), practice


def _period(practice: Practice) -> Text:
    starts_on, ends_on = practice.starts_on, practice.ends_on
    return Text(th=written_period(starts_on, ends_on, "th"), en=written_period(starts_on, ends_on, "en"))
