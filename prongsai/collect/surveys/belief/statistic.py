"""One named statistic of one survey, in words for the screen."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.collect.surveys.belief.levels import Level
from prongsai.collect.surveys.belief.words import Words, shown
from prongsai.collect.surveys.belief.words_around import AROUND
from prongsai.collect.surveys.belief.words_patterns import PATTERNS
from prongsai.collect.surveys.belief.words_sheets import SHEETS
from prongsai.core.text import Text

WORDS: dict[str, Words] = {**PATTERNS, **SHEETS, **AROUND}
_EXPECTED = {
    "share": Text(
        "ไม่เกิน {figure} ในการสำรวจปกติ 98 จาก 100 ครั้ง", "at most {figure} in 98 of 100 honest surveys"
    ),
    "strength": Text(
        "ไม่เกิน {figure} ในการสำรวจปกติ 98 จาก 100 ครั้ง", "at most {figure} in 98 of 100 honest surveys"
    ),
    "points": Text("ค่ากลางของหน่วยงานลักษณะเดียวกัน {figure}", "{figure} in the middle of similar bodies"),
}


@dataclass(frozen=True, slots=True)
class Statistic:
    """figure in the unit of its words; expected: the limit, or the middle of similar bodies, if any."""

    code: str
    figure: float
    expected: float | None
    level: Level

    @property
    def name(self) -> Text:
        return WORDS[self.code].name

    @property
    def says(self) -> Text:
        """What it means here, in one sentence."""
        words = WORDS[self.code]
        return words.usual if self.level is Level.NONE else words.raised

    @property
    def source(self) -> str:
        return WORDS[self.code].source

    @property
    def shown(self) -> str:
        return shown(self.figure, WORDS[self.code].unit)

    @property
    def shown_expected(self) -> Text | None:
        unit = WORDS[self.code].unit
        return None if self.expected is None else _EXPECTED[unit].fill(figure=shown(self.expected, unit))
