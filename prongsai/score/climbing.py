"""The way to the next grade, and the cheapest ways there, in words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from prongsai.core.grade import Climb
from prongsai.core.naming import at_least, label, listed, name
from prongsai.core.result import Result
from prongsai.core.text import Text


def of_climb(result: Result) -> tuple[Text, ...]:
    """Say what the next grade takes, and the cheapest ways there."""
    framework, climb = result.framework, result.climb
    if result.total is None or result.grade is None:
        return (
            Text(
                th="ยังไม่มีคะแนนรวม จึงยังบอกระยะห่างจากระดับถัดไปไม่ได้",
                en="Without a total there is no next grade to reach.",
            ),
        )
    if result.grade == framework.grades[0]:
        return (
            Text(th="ได้ระดับสูงสุดแล้ว ({grade})", en="The highest grade is reached ({grade}).").fill(
                grade=result.grade.name
            ),
        )
    if climb is None:
        return (
            Text(
                th="ไม่แสดงระยะห่างจากระดับถัดไป เพราะจะทำให้คำนวณย้อนกลับหาคะแนนที่ไม่แสดงได้",
                en="The way to the next grade is withheld: it would give away figures that are withheld.",
            ),
        )
    return (_distance(result, climb), *_short_instruments(result, climb), *_ways(result, climb))


def _distance(result: Result, climb: Climb) -> Text:
    places = result.framework.rounding.places
    if not climb.needed:
        return Text(
            th="คะแนนรวมถึงเกณฑ์ของระดับ {grade} แล้ว แต่ยังมีเครื่องมือที่คะแนนไม่ถึงเกณฑ์",
            en="The total is enough for grade {grade}, but an instrument is not.",
        ).fill(grade=climb.grade.name)
    return Text(
        th="ระดับถัดไปคือ {grade} ต้องได้คะแนนรวมเพิ่มอีก {needed} คะแนน",
        en="The next grade is {grade}; the total must rise by {needed} points.",
    ).fill(grade=climb.grade.name, needed=at_least(climb.needed, places))


def _short_instruments(result: Result, climb: Climb) -> list[Text]:
    return [
        Text(
            th="{name} ต้องเพิ่มขึ้นอีก {rise} คะแนน (จากคะแนนเต็ม 100 ของเครื่องมือนั้น)",
            en="{name} must rise by {rise} of its own 100 points.",
        ).fill(name=name(result.framework.part(code)), rise=at_least(rise, result.framework.rounding.places))
        for code, rise in climb.instruments.items()
    ]


def _ways(result: Result, climb: Climb) -> list[Text]:
    framework, said = result.framework, []
    if climb.items:
        names = [
            Text(th="{name} ({lost} คะแนน)", en="{name} ({lost})").fill(
                name=name(framework.item(code)), lost=result.rounded(result.stakes[code].lost or Fraction(0))
            )
            for code in climb.items
        ]
        said.append(
            Text(
                th="ทางที่ใช้จำนวนข้อน้อยที่สุดคือทำให้ข้อต่อไปนี้ผ่าน: {names}",
                en="The fewest items that suffice: {names}.",
            ).fill(names=listed(names))
        )
    if climb.indicators:
        said.append(_alone(result, sorted(climb.indicators.items(), key=lambda pair: pair[1])[:3]))
    return said or [_NO_SINGLE_WAY]


_NO_SINGLE_WAY = Text(
    th="ไม่มีข้อหรือตัวชี้วัดตัวใดตัวหนึ่งที่เพียงพอ ต้องพัฒนาหลายตัวชี้วัดไปพร้อมกัน",
    en="No set of items and no single indicator suffices: several indicators must rise together.",
)


def _alone(result: Result, cheapest: Sequence[tuple[str, Fraction]]) -> Text:
    names = [
        Text(th="{label} เพิ่ม {rise} คะแนน", en="{label} by {rise}").fill(
            label=label(result.framework.part(code)), rise=at_least(rise, result.framework.rounding.places)
        )
        for code, rise in cheapest
    ]
    return Text(
        th="หรือเพิ่มคะแนนของตัวชี้วัดเพียงตัวเดียว (จากคะแนนเต็ม 100 ของตัวชี้วัดนั้น): {names}",
        en="Or a single indicator rises by so many of its own 100 points: {names}.",
    ).fill(names=listed(names, mark=","))
