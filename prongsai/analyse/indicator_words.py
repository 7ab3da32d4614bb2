"""What the figures say of one indicator."""

from __future__ import annotations

from fractions import Fraction

from prongsai.analyse import comparing
from prongsai.analyse.story import Story
from prongsai.analyse.words import to_last_year, to_mean
from prongsai.core.framework import Item
from prongsai.core.gaps import dearest
from prongsai.core.naming import label, listed, margin, people, topics, why
from prongsai.core.result import Result
from prongsai.core.score import FULL, Score
from prongsai.core.text import Text

MOST_NAMED = 3  # so many of the dearest rows or items a sentence names


def of_indicator(story: Story, code: str) -> tuple[Text, ...]:
    """Say what the figures say of one indicator: points, stake, certainty, change, and what cost most."""
    result = story.result
    score = result.by_code[code]
    if not score.is_scored:
        return (Text(th="ยังไม่มีคะแนน: {why}", en="No figure: {why}.").fill(why=why(score)),)
    said = [_points_and_stake(result, score)]
    past = comparing.before(story, code)
    if past:
        said.append(to_last_year(past))
    said += [to_mean(each) for each in comparing.means(story, code)]
    said += _certainty(result, score)
    return (*said, *_costs(result, score))


def _points_and_stake(result: Result, score: Score) -> Text:
    stake = result.stakes[score.code]
    level = result.level(score.code)
    values = {
        "points": result.printed(score.code),
        "level": Text(th="ระดับ {name} ", en=", level {name}").fill(name=level.name) if level else Text(" "),
        "worth": result.rounded(stake.worth),
        "lost": result.rounded(stake.lost or Fraction(0)),
    }
    if score.points == FULL:
        return Text(
            th="ได้ {points} คะแนน {level}เป็นคะแนนเต็ม ได้ครบ {worth} คะแนนของคะแนนรวม",
            en="{points} points{level}: full points, all {worth} of the total that it can bring.",
        ).fill(**values)
    return Text(
        th="ได้ {points} คะแนน {level}ตัวชี้วัดนี้มีผลต่อคะแนนรวม {worth} คะแนน และเสียไป {lost} คะแนน",
        en="{points} points{level}. It can bring {worth} points of the total; {lost} of them were lost.",
    ).fill(**values)


def _certainty(result: Result, score: Score) -> list[Text]:
    said = []
    if score.respondents is not None:
        width = result.margins.get(score.code)
        who = Text(th="จากผู้ตอบ {many} คน", en="{many} people answered").fill(many=people(score.respondents))
        if width is None:
            said.append(Text(th=who.th, en=f"{who.en}."))
        else:
            said.append(
                Text(
                    th="{who} ช่วงความเชื่อมั่นร้อยละ 95 ไม่เกิน ±{margin} คะแนน",
                    en="{who}; the 95 % interval is at most ±{margin} points.",
                ).fill(who=who, margin=margin(width))
            )
    if score.is_published and score.contradicts is not None:
        said.append(
            Text(
                th="เป็นคะแนนที่เผยแพร่ แต่ข้อมูลรายข้อคำนวณได้ {parts} คะแนน",
                en="The figure is as it was published, but its own parts give {parts}.",
            ).fill(parts=result.rounded(score.contradicts))
        )
    elif score.is_published:
        said.append(
            Text(
                th="เป็นคะแนนที่เผยแพร่ ไม่มีข้อมูลรายข้อประกอบครบถ้วน",
                en="The figure is as it was published; the data of its parts are not complete.",
            )
        )
    return said


def _costs(result: Result, score: Score) -> list[Text]:
    about = topics(result.framework)
    below = [result.stakes[part.code] for part in score.walk() if part.code in about]
    found = dearest(below)[:MOST_NAMED]
    if not found:
        return []
    names = [
        Text(th="{label} {topic} ({lost} คะแนน)", en="{label} {topic} ({lost})").fill(
            label=label(result.framework.part(stake.code)),
            topic=about[stake.code],
            lost=result.rounded(stake.lost or Fraction(0)),
        )
        for stake in found
    ]
    is_items = isinstance(result.framework.part(found[0].code), Item)
    return [(_DEAR_ITEMS if is_items else _DEAR_ROWS).fill(names=listed(names))]


_DEAR_ITEMS = Text(
    th="ข้อที่ทำให้คะแนนรวมลดลงมากที่สุด ได้แก่ {names}",
    en="The items that cost the total most: {names}.",
)
_DEAR_ROWS = Text(
    th="ข้อคำถามที่ทำให้คะแนนรวมลดลงมากที่สุด ได้แก่ {names}",
    en="The questions that cost the total most: {names}.",
)
