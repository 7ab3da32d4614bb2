"""Sentences of the whole result: total, grade, comparisons, weak points."""

from __future__ import annotations

from decimal import Decimal

from prongsai.analyse import comparing
from prongsai.analyse.comparing import Beside
from prongsai.analyse.story import Story
from prongsai.core.naming import beside, label_of, listed, name
from prongsai.core.result import Result
from prongsai.core.text import Text
from prongsai.score.working import explain

__all__ = ["explain", "overall", "to_develop", "to_last_year", "to_mean", "weak_points"]


def overall(story: Story) -> tuple[Text, ...]:
    """Say the total, the grade, whether it passes, and how it stands to means and to last year."""
    result, framework = story.result, story.framework
    if result.total is None:
        return (_no_total(result),)
    said = [
        _GRADED.fill(
            assessment=framework.name,
            office=story.office.name,
            total=result.total,
            grade=result.grade.name if result.grade else Text("–"),
        ),
        _pass_mark(result, result.total),
    ]
    said += [to_mean(each) for each in comparing.means(story, framework.code)]
    past = comparing.before(story, framework.code)
    return (*said, to_last_year(past)) if past else tuple(said)


_GRADED = Text(
    th="{assessment} {office} มีผลการประเมิน {total} คะแนน จากคะแนนเต็ม 100 คะแนน อยู่ในระดับ {grade}",
    en="{office} scored {total} of 100 points, which is grade {grade}. Assessment: {assessment}.",
)


def _no_total(result: Result) -> Text:
    lacking = [score for score in result.score.parts if not score.is_scored]
    names = listed([label_of(score.code, result.framework) for score in lacking])
    return Text(
        th="ยังสรุปคะแนนรวมไม่ได้ เพราะยังไม่มีคะแนนของ {names}",
        en="There is no total yet. Without a figure: {names}.",
    ).fill(names=names)


def _pass_mark(result: Result, total: Decimal) -> Text:
    mark = result.rounded(result.framework.pass_mark)
    if total >= mark:
        return Text(
            th="เมื่อเทียบกับเกณฑ์การประเมินร้อยละ {mark} ถือว่าผ่านเกณฑ์", en="It passes the mark of {mark} per cent."
        ).fill(mark=mark)
    return Text(
        th="เมื่อเทียบกับเกณฑ์การประเมินร้อยละ {mark} ถือว่ายังไม่ผ่านเกณฑ์ ขาดอีก {short} คะแนน",
        en="It is {short} points short of the pass mark of {mark} per cent.",
    ).fill(mark=mark, short=mark - total)


def to_mean(found: Beside) -> Text:
    """Say how a figure stands to a labelled mean."""
    change = found.difference.change
    values = {"label": beside(found.label), "other": found.difference.other, "change": abs(change)}
    if change == 0:
        text = Text(th="เท่ากับ{label} ({other} คะแนน)", en="This equals {label} ({other} points).")
    elif change > 0:
        text = Text(
            th="สูงกว่า{label} ({other} คะแนน) อยู่ {change} คะแนน",
            en="This is {change} points above {label} ({other} points).",
        )
    else:
        text = Text(
            th="ต่ำกว่า{label} ({other} คะแนน) อยู่ {change} คะแนน",
            en="This is {change} points below {label} ({other} points).",
        )
    return _with_doubt(text.fill(**values), found)


def to_last_year(found: Beside) -> Text:
    """Say how a figure moved since last year, and when that may be chance alone."""
    change = found.difference.change
    values = {"label": found.label, "other": found.difference.other, "change": abs(change)}
    if change == 0:
        text = Text(th="เท่ากับ{label} ({other} คะแนน)", en="It equals that of {label} ({other} points).")
    elif change > 0:
        text = Text(
            th="เพิ่มขึ้นจาก{label} ({other} คะแนน) {change} คะแนน",
            en="It rose by {change} points from {label} ({other} points).",
        )
    else:
        text = Text(
            th="ลดลงจาก{label} ({other} คะแนน) {change} คะแนน",
            en="It fell by {change} points from {label} ({other} points).",
        )
    return _with_doubt(text.fill(**values), found)


def _with_doubt(said: Text, found: Beside) -> Text:
    """Add that the difference lies within what chance explains."""
    if found.difference.is_clear is not False or not found.difference.change:
        return said
    return Text(
        th=f"{said.th} ซึ่งอยู่ในช่วงความคลาดเคลื่อนของการสุ่มตัวอย่าง จึงยังสรุปไม่ได้ว่าแตกต่างกันจริง",
        en=f"{said.en} This is within sampling error: the two are not distinguishable.",
    )


def weak_points(story: Story) -> Text:
    """Name the weakest indicators, lowest first."""
    weak = [story.framework.part(gap.code) for gap in story.result.gaps.weakest]
    if not weak:
        by_code = story.result.by_code
        is_all_known = all(by_code[part.code].is_scored for part in story.framework.indicators)
        return _NONE_WEAK if is_all_known else _NONE_KNOWN_WEAK
    return Text(
        th="ตัวชี้วัดที่ได้คะแนนน้อยที่สุดและต้องแก้ไขโดยเร่งด่วนมี {many} ตัวชี้วัด เรียงจากคะแนนน้อยไปมาก ได้แก่ {names}",
        en="The weakest indicators, to be mended first ({many}), from the lowest: {names}.",
    ).fill(many=len(weak), names=listed([name(part) for part in weak]))


_NONE_WEAK = Text(
    th="ไม่มีตัวชี้วัดที่เสียคะแนน จึงไม่มีประเด็นที่ต้องแก้ไขโดยเร่งด่วน",
    en="No indicator lost points, so there is no weak point to mend urgently.",
)
_NONE_KNOWN_WEAK = Text(
    th="ในบรรดาตัวชี้วัดที่มีคะแนนแสดง ไม่มีตัวชี้วัดใดเสียคะแนน",
    en="Of the indicators whose figures are shown, none lost points.",
)


def to_develop(story: Story) -> Text:
    """Say how many indicators are left to be developed further."""
    rest = story.result.gaps.develop
    if not rest:
        return Text(th="ไม่มีตัวชี้วัดในกลุ่มนี้", en="There is no indicator in this group.")
    return Text(
        th="ตัวชี้วัดที่ควรรักษาไว้และพัฒนาให้ดีขึ้นมี {many} ตัวชี้วัด เรียงจากคะแนนมากไปน้อย",
        en="Indicators to keep up and develop further ({many}), from the highest:",
    ).fill(many=len(rest))
