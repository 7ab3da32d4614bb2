"""What each table of the book says, in one sentence below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from prongsai.analyse.story import Story
from prongsai.core.naming import joined, listed, name
from prongsai.core.result import Result
from prongsai.core.score import FULL, Score, State
from prongsai.core.text import Text


def of_instruments(story: Story, number: int) -> Text:
    """Say which instruments did best and worst on their own 100, below the table of that number."""
    result = story.result
    if result.total is None:
        return _incomplete(number)
    scored = [score for score in result.score.parts if score.is_scored]
    if len(scored) < len(result.score.parts):
        shown = _with_points(result, scored)
        return _SOME_HIDDEN.fill(number=number, total=result.total, shown=shown)
    best, worst = _extremes(result, scored)
    text = _ALL_ALIKE if best == worst else _INSTRUMENTS
    return text.fill(
        number=number,
        total=result.total,
        best=_with_points(result, best),
        worst=_with_points(result, worst),
    )


_INSTRUMENTS = Text(
    th="จากตารางที่ {number} ผลการประเมินรวม {total} คะแนน เมื่อคิดแต่ละด้านเต็ม 100 คะแนน "
    "ด้านที่ได้คะแนนสูงสุดคือ {best} และด้านที่ได้คะแนนต่ำสุดคือ {worst}",
    en="Table {number}: the total is {total} points. With each instrument out of 100, the highest is {best} "
    "and the lowest is {worst}.",
)
_ALL_ALIKE = Text(
    th="จากตารางที่ {number} ผลการประเมินรวม {total} คะแนน ทุกด้านได้คะแนนเท่ากัน",
    en="Table {number}: the total is {total} points, and all the instruments did alike.",
)
_SOME_HIDDEN = Text(
    th="จากตารางที่ {number} ผลการประเมินรวม {total} คะแนน ด้านที่แสดงคะแนนได้: {shown}",
    en="Table {number}: the total is {total} points. Instruments whose figures may be shown: {shown}.",
)


def _incomplete(number: int) -> Text:
    return Text(
        th="จากตารางที่ {number} ข้อมูลยังไม่ครบ จึงยังสรุปผลไม่ได้",
        en="Table {number}: the data are not complete, so nothing can be concluded yet.",
    ).fill(number=number)


def of_indicators(story: Story, number: int) -> Text:
    """Say how many indicators are at each level, and the highest and the lowest of them."""
    result = story.result
    scored = [score for score in _indicators(result) if score.is_scored]
    if not scored:
        return _incomplete(number)
    best, worst = _extremes(result, scored)
    said = [
        Text(th=f"จากตารางที่ {number}", en=f"Table {number}:"),
        _levels(result, scored),
        Text(th="ตัวชี้วัดที่ได้คะแนนสูงสุดคือ {best}", en="The highest is {best}.").fill(
            best=_with_points(result, best)
        ),
    ]
    if worst != best:
        said.append(
            Text(th="และตัวชี้วัดที่ได้คะแนนน้อยที่สุดคือ {worst}", en="The lowest is {worst}.").fill(
                worst=_with_points(result, worst)
            )
        )
    return joined([*said, _passing(result, scored)])


def _levels(result: Result, scored: Sequence[Score]) -> Text:
    counted = []
    for grade in result.framework.grades:
        many = sum(result.level(score.code) == grade for score in scored)
        if many:
            counted.append(
                Text(th="ระดับ {grade} จำนวน {many} ตัวชี้วัด", en="{grade} {many}").fill(
                    grade=grade.name, many=many
                )
            )
    if not counted:
        return Text("")
    return Text(th="มีตัวชี้วัด{found}", en="Indicators by level: {found}.").fill(found=listed(counted))


def _passing(result: Result, scored: Sequence[Score]) -> Text:
    mark = result.rounded(result.framework.pass_mark)
    below = [score for score in scored if (result.printed(score.code) or Decimal(0)) < mark]
    if not below:
        return Text(
            th="เมื่อเปรียบเทียบกับเกณฑ์การประเมินร้อยละ {mark} ทุกตัวชี้วัดที่มีคะแนนผ่านเกณฑ์",
            en="All that have a figure reach the mark of {mark} per cent.",
        ).fill(mark=mark)
    return Text(
        th="เมื่อเปรียบเทียบกับเกณฑ์การประเมินร้อยละ {mark} ตัวชี้วัดที่ยังไม่ถึงเกณฑ์ คือ {below}",
        en="Below the mark of {mark} per cent: {below}.",
    ).fill(mark=mark, below=_with_points(result, below))


def of_items(story: Story, number: int) -> Text:
    """Say how many items got full points, which did not, and which were not reviewed."""
    result = story.result
    scores = [result.by_code[item.code] for item in story.framework.items]
    known = [score for score in scores if score.is_scored]
    if not known:
        return Text(
            th="จากตารางที่ {number} ยังไม่มีคะแนนรายข้อ", en="Table {number}: no item has a figure yet."
        ).fill(number=number)
    lost = [score for score in known if score.points != FULL]
    said = [
        _ITEMS_ALL.fill(number=number, many=len(known))
        if len(known) == len(scores) and not lost
        else _ITEMS.fill(number=number, full=len(known) - len(lost), many=len(scores))
    ]
    if lost:
        names = [name(story.framework.item(score.code)) for score in lost]
        said.append(Text(th="ข้อที่ยังไม่ผ่าน ได้แก่ {names}", en="Not passed: {names}.").fill(names=listed(names)))
    absent = sum(score.state is State.MISSING for score in scores)
    if absent:
        said.append(Text(th="ยังไม่มีผลการตรวจ {many} ข้อ", en="Not reviewed yet: {many}.").fill(many=absent))
    return joined(said)


_ITEMS_ALL = Text(
    th="จากตารางที่ {number} การเปิดเผยข้อมูลจำนวน {many} ข้อ ผ่านเกณฑ์การประเมินทุกข้อ",
    en="Table {number}: all {many} items passed.",
)
_ITEMS = Text(
    th="จากตารางที่ {number} การเปิดเผยข้อมูลได้คะแนนเต็ม {full} ข้อ จากทั้งหมด {many} ข้อ",
    en="Table {number}: {full} of the {many} items got full points.",
)


def of_ranking(story: Story, number: int) -> Text:
    """Say the order of the indicators: the highest, those next to it, the lowest."""
    result = story.result
    scored = [score for score in _indicators(result) if score.is_scored]
    if not scored:
        return _incomplete(number)
    best, worst = _extremes(result, scored)
    rest = sorted(
        (score for score in scored if score not in best and score not in worst),
        key=lambda score: -(score.points or 0),
    )
    said = [
        Text(th="ตัวชี้วัดที่ได้คะแนนสูงสุดคือ {best}", en="Highest: {best}.").fill(best=_with_points(result, best))
    ]
    if rest:
        said.append(
            Text(th="รองลงมาคือ {then} ตามลำดับ", en="Next: {then}.").fill(then=_with_points(result, rest[:2]))
        )
    if worst != best:
        said.append(
            Text(th="และตัวชี้วัดที่ได้คะแนนน้อยที่สุดคือ {worst}", en="Lowest: {worst}.").fill(
                worst=_with_points(result, worst)
            )
        )
    return joined(
        [Text(th=f"จากตารางที่ {number}", en=f"Table {number}, from the highest to the lowest."), *said]
    )


def _indicators(result: Result) -> tuple[Score, ...]:
    return tuple(indicator for instrument in result.score.parts for indicator in instrument.parts)


def _extremes(result: Result, scored: Sequence[Score]) -> tuple[list[Score], list[Score]]:
    """The highest and the lowest by printed figure, all that share it."""
    figures = [result.printed(score.code) for score in scored]
    high, low = max(f for f in figures if f is not None), min(f for f in figures if f is not None)
    return (
        [score for score, figure in zip(scored, figures, strict=True) if figure == high],
        [score for score, figure in zip(scored, figures, strict=True) if figure == low],
    )


def _with_points(result: Result, scores: Iterable[Score]) -> Text:
    """Name parts with their figures, those with one figure together."""
    return listed(
        [
            Text(th="{name} ({points} คะแนน)", en="{name} ({points})").fill(
                name=name(result.framework.part(score.code)), points=result.printed(score.code)
            )
            for score in scores
        ]
    )
