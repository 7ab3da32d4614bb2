"""What is said of a survey's answers, as a screen shows it and as it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from prongsai.collect.surveys.belief.form import Mask
from prongsai.collect.surveys.belief.levels import Level
from prongsai.collect.surveys.belief.statistic import WORDS, Statistic
from prongsai.core.score import SurveyCounts
from prongsai.core.text import Text

_SAYS = {
    Level.NONE: Text(
        "ไม่พบสิ่งที่ควรตรวจดู ซึ่งไม่ได้แปลว่าคำตอบทั้งหมดถูกต้อง",
        "Nothing asks for a look. This does not prove that the answers are right.",
    ),
    Level.LOOK: Text(
        "มีบางข้อที่ควรดู แต่เหตุธรรมดาก็ทำให้เกิดขึ้นได้",
        "Some points are worth a look; harmless reasons may explain them.",
    ),
    Level.CAUTION: Text(
        "มีสิ่งที่ควรตรวจดูก่อนใช้ผลนี้ เป็นคำถาม ไม่ใช่ข้อสรุป และการสำรวจตามปกติประมาณ 5 ใน 100 ครั้งก็พบเช่นนี้ได้",
        "Something should be looked into before this result is relied on. It is a question, not a "
        "verdict: about 5 in "
        "100 honest surveys show the same.",
    ),
}
_TOO_FEW = Text("มีผู้ตอบน้อยเกินกว่าจะบอกได้", "Too few answered to say.")


@dataclass(frozen=True, slots=True)
class Belief:
    """Statistics are empty where too few answered.

    flagged         [sheet] those that are objected to; for the moment only, never kept.
    counts_without  answers without them, as information; None unless ten are flagged and ten are left.
    """

    sheets: int
    statistics: tuple[Statistic, ...] = ()
    flagged: Mask | None = field(default=None, compare=False, repr=False)
    counts_without: SurveyCounts | None = None

    @property
    def is_too_few(self) -> bool:
        return not self.statistics

    @property
    def level(self) -> Level:
        found = {each.level for each in self.statistics}
        return next((each for each in (Level.CAUTION, Level.LOOK) if each in found), Level.NONE)

    @property
    def says(self) -> Text:
        return _TOO_FEW if self.is_too_few else _SAYS[self.level]


def belief_record(belief: Belief) -> dict[str, Any]:
    """Give what may be kept and shown: figures of the whole survey, rounded; nothing of a single sheet."""
    without = belief.counts_without
    return {
        "sheets": belief.sheets,
        "statistics": [
            {
                "code": each.code,
                "figure": round(each.figure, 2),
                "expected": None if each.expected is None else round(each.expected, 2),
                "level": str(each.level),
            }
            for each in belief.statistics
        ],
        "without": without
        and {
            "respondents": without.respondents,
            "by_row": {row: list(many) for row, many in without.by_row.items()},
        },
    }


def belief_of(record: Mapping[str, Any]) -> Belief:
    """Read back what `belief_record` wrote; statistics that are no longer known are left out."""
    statistics = tuple(
        Statistic(each["code"], each["figure"], each["expected"], Level(each["level"]))
        for each in record["statistics"]
        if each["code"] in WORDS
    )
    without = record["without"]
    counts = without and SurveyCounts(
        without["respondents"], {row: tuple(many) for row, many in without["by_row"].items()}
    )
    return Belief(record["sheets"], statistics, None, counts)
