"""`prongsai gaps`: where the points were lost, and what the next grade takes."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from prongsai.core.framework import Item, Row
from prongsai.core.gaps import Gap, dearest
from prongsai.core.naming import label_of, topics
from prongsai.core.result import Result
from prongsai.core.score import NOTHING
from prongsai.core.text import Language, Text
from prongsai.score.climbing import of_climb
from prongsai.terminal.aligned import section, table
from prongsai.terminal.inputs import INCOMPLETE, add_inputs
from prongsai.terminal.parsing import Commands
from prongsai.terminal.score import DISAGREE, NOT_KNOWN, disagreements, not_known, scored

_GAPS = Text(
    th="แสดงจุดอ่อน จุดที่ต้องพัฒนา ข้อที่เสียคะแนนมากที่สุด และทางไปสู่ระดับถัดไป",
    en="show the weakest points, the points to develop, what cost most, and the way to the next grade",
)
_MOST = Text(
    th="จำนวนข้อที่แสดงในรายการที่เสียคะแนนมากที่สุด (ค่าเริ่มต้น 10)", en="how many of the dearest to list (default 10)"
)
_WEAKEST = Text(th="จุดอ่อนที่ควรแก้ไขก่อน", en="Weakest, to mend first")
_DEVELOP = Text(th="จุดที่ต้องพัฒนา", en="To develop")
_DEAREST = Text(th="ข้อที่เสียคะแนนมากที่สุด (คะแนนจาก 100)", en="What cost most (points of the 100)")
_CLIMB = Text(th="ทางไปสู่ระดับถัดไป", en="The way to the next grade")
_HEADS = Text(th="ตัวชี้วัด,ชื่อ,คะแนน,เสีย,เต็ม", en="indicator,name,points,lost,of")
_NO_WEAK = Text(th="ไม่มีตัวชี้วัดที่เสียคะแนน", en="no indicator lost points")
_NOTHING_LOST = Text(th="ไม่มีข้อที่เสียคะแนน", en="nothing lost points")
_NO_PARTS = Text(
    th="บอกเป็นรายข้อไม่ได้ เพราะมีเพียงคะแนนที่เผยแพร่ หรือรายข้อยังแสดงไม่ได้",
    en="not known by row or item: only published figures were given, or the rows may not be shown",
)


def add(commands: Commands, language: Language) -> None:
    verb = commands.add_parser("gaps", help=_GAPS.in_(language), description=_GAPS.in_(language))
    add_inputs(verb, language)
    verb.add_argument("--most", type=int, default=10, metavar="N", help=_MOST.in_(language))
    verb.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    result = scored(arguments)
    print("\n".join(told(result, arguments.language, most=arguments.most)))
    return 0 if result.is_complete else INCOMPLETE


def told(result: Result, language: Language, *, most: int) -> list[str]:
    found = result.gaps
    weakest = _table(result, found.weakest, language) if found.weakest else [_NO_WEAK.in_(language)]
    develop = ["", _DEVELOP.in_(language), *_table(result, found.develop, language)] if found.develop else []
    return [
        _WEAKEST.in_(language),
        *weakest,
        *develop,
        "",
        _DEAREST.in_(language),
        *_dearest(result, language, most),
        *section(_CLIMB, of_climb(result), language),
        *section(NOT_KNOWN, not_known(result), language),
        *section(DISAGREE, disagreements(result), language),
    ]


def _table(result: Result, gaps: Sequence[Gap], language: Language) -> list[str]:
    rows = [
        [
            gap.code,
            result.framework.part(gap.code).name.in_(language),
            str(result.rounded(gap.points)),
            str(result.rounded(gap.stake.lost or NOTHING)),
            str(result.rounded(gap.stake.worth)),
        ]
        for gap in gaps
    ]
    return table([_HEADS.in_(language).split(","), *rows], right={0, 2, 3, 4})


def _dearest(result: Result, language: Language, most: int) -> list[str]:
    leaves = [part for part in result.framework.walk() if isinstance(part, Item | Row)]
    stakes = [result.stakes[part.code] for part in leaves]
    found = dearest(stakes)[:most]
    if not found:
        is_known = any(stake.lost is not None for stake in stakes)
        return [(_NOTHING_LOST if is_known else _NO_PARTS).in_(language)]
    about = topics(result.framework)
    return table(
        [
            [
                label_of(stake.code, result.framework).in_(language),
                about[stake.code].in_(language),
                str(result.rounded(stake.lost or NOTHING)),
            ]
            for stake in found
        ],
        right={2},
    )
