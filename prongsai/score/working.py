"""The working of a figure, down to the counts of an answer row where they may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from prongsai.core.framework import Item, Part, Row
from prongsai.core.naming import beside, exact, label_of, listed, people, why
from prongsai.core.result import Result
from prongsai.core.score import Score, State, row_score
from prongsai.core.text import Language, Text


@dataclass(frozen=True, slots=True)
class Step:
    """One figure and how it was made.

    level  how many steps below the figure that was asked for; 0 is that figure itself.
    """

    level: int
    code: str
    text: Text


def explain(result: Result, code: str, language: Language, *, depth: int | None = None) -> tuple[str, ...]:
    """Give the working of a figure, one line a step, each level two spaces further in.

    depth   how many levels to go down; None goes to the answers.
    raises  KeyError with the canonical code if there is no such figure.
    """
    return tuple("  " * step.level + step.text.in_(language) for step in steps(result, code, depth=depth))


def steps(result: Result, code: str, *, depth: int | None = None) -> tuple[Step, ...]:
    """Give the working of a figure as steps, the figure itself first."""
    parts = {part.code: part for part in result.framework.walk()}
    return tuple(_Working(result, parts).steps(result.score.find(code), 0, depth))


def is_pooled(score: Score, row: Row) -> bool:
    """Whether every answer counted alike; otherwise the streams of answers had equal shares."""
    return row_score(row, score.counts).points == score.points


_OF_STREAMS = Text(
    th="= ค่าเฉลี่ยของคะแนนแต่ละช่องทางที่เก็บคำตอบ โดยทุกช่องทางมีน้ำหนักเท่ากัน (รวมผู้ตอบ {answered} คน)",
    en="= mean of the points of the streams of answers, each with an equal share ({answered} answers in all)",
)


@dataclass(frozen=True)
class _Working:
    result: Result
    parts: dict[str, Part]

    def steps(self, score: Score, level: int, depth: int | None) -> Iterator[Step]:
        yield Step(level, score.code, self.step(score))
        if depth is not None and level >= depth:
            return
        if not any(below.is_scored or below.state is State.WITHHELD for below in score.parts):
            return  # nothing below says more than the figure itself
        for part in score.parts:
            yield from self.steps(part, level + 1, depth)

    def step(self, score: Score) -> Text:
        label = label_of(score.code, self.result.framework)
        if not score.is_scored:
            return Text(
                th="{label}: ไม่มีคะแนน เพราะ{why}{lacking}", en="{label}: no figure, {why}{lacking}"
            ).fill(label=label, why=why(score), lacking=self.lacking(score))
        return Text(th="{label}: {points} {how}", en="{label}: {points} {how}").fill(
            label=label, points=self.figure(score), how=self.how(score)
        )

    def figure(self, score: Score) -> str:
        is_total = score.code == self.result.framework.code
        return str(self.result.total if is_total else self.result.printed(score.code))

    def how(self, score: Score) -> Text:
        part = self.parts.get(score.code)
        if score.is_published:
            return self.published(score)
        if isinstance(part, Row):
            return self.of_answers(score, part)
        if isinstance(part, Item):
            return self.of_review(score)
        return self.of_parts(score)

    def lacking(self, score: Score) -> Text:
        """Name the parts for want of which there is no figure, where only some are lacking."""
        absent = [part for part in score.parts if part.state in (State.MISSING, State.WITHHELD)]
        if not absent or len(absent) == len(score.parts):
            return Text("")
        names = listed([label_of(part.code, self.result.framework) for part in absent], mark=",")
        return Text(th=" ({names})", en=" ({names})").fill(names=names)

    def published(self, score: Score) -> Text:
        if score.contradicts is None:
            return Text(th="เป็นคะแนนที่เผยแพร่", en="is a published figure")
        return Text(
            th="เป็นคะแนนที่เผยแพร่ แต่คำนวณจากข้อมูลที่มีได้ {parts}",
            en="is a published figure, but its own parts give {parts}",
        ).fill(parts=self.result.rounded(score.contradicts))

    def of_review(self, score: Score) -> Text:
        remark = self.result.remarks.get(score.code, "")
        if not remark:
            return Text(th="จากการตรวจของผู้ประเมิน", en="by review")
        return Text(th=f"จากการตรวจของผู้ประเมิน ความเห็น: {remark}", en=f"by review; remark: {remark}")

    def of_parts(self, score: Score) -> Text:
        counted = [part for part in score.parts if part.state is not State.NOT_APPLICABLE]
        left_out = [part for part in score.parts if part.state is State.NOT_APPLICABLE]
        if any(not part.is_scored for part in counted):  # an official figure whose parts may not be shown
            return Text(th="(ไม่แสดงส่วนประกอบทั้งหมด)", en="(not all of its parts may be shown)")
        said = (
            self.mean(counted)
            if len({part.weight for part in counted}) == 1
            else self.weighed(score, counted)
        )
        if not left_out:
            return said
        names = listed([label_of(part.code, self.result.framework) for part in left_out], mark=",")
        return Text(th="{said} ไม่นับ {names} (ไม่เกี่ยวข้อง)", en="{said}, without {names} (not applicable)").fill(
            said=said, names=names
        )

    def mean(self, counted: list[Score]) -> Text:
        named = listed([self.named(part) for part in counted], mark=",")
        if len(counted) == 1:
            return Text(th="= {named}", en="= {named}").fill(named=named)
        return Text(th="= ค่าเฉลี่ยของ{named}", en="= mean of {named}").fill(named=beside(named))

    def weighed(self, score: Score, counted: list[Score]) -> Text:
        terms = [
            Text(th="{points} × {weight} ({label})", en="{points} × {weight} ({label})").fill(
                points=self.figure(part),
                weight=exact(part.weight),
                label=label_of(part.code, self.result.framework),
            )
            for part in counted
        ]
        th, en = " + ".join(term.th for term in terms), " + ".join(term.in_("en") for term in terms)
        return Text(th=f"= {th}{self.rounding(score).th}", en=f"= {en}{self.rounding(score).en}")

    def rounding(self, score: Score) -> Text:
        """Say what stands behind a total before it is rounded, or that its parts were rounded first."""
        if score.code != self.result.framework.code or score.points is None:
            return Text("")
        if self.result.framework.rounding.parts_first:
            return Text(th=" (ปัดเศษแต่ละส่วนก่อนรวม)", en=" (each rounded before they are added)")
        whole = exact(score.points)
        if "/" in whole or Fraction(whole) == Fraction(str(self.result.total)):
            return Text("")
        return Text(th=f" = {whole} ก่อนปัดเศษ", en=f" = {whole} before rounding")

    def named(self, part: Score) -> Text:
        return Text(th="{label} ({points})", en="{label} ({points})").fill(
            label=label_of(part.code, self.result.framework), points=self.figure(part)
        )

    def of_answers(self, score: Score, row: Row) -> Text:
        if not is_pooled(score, row):
            return _OF_STREAMS.fill(answered=people(score.respondents or 0))
        choices = list(zip(row.scale.choices, row.choice_points, score.counts, strict=True))
        terms = [
            Text(th="{label} {many} คน × {points}", en="{label} {many} × {points}").fill(
                label=choice.label, many=people(many), points=exact(points)
            )
            for choice, points, many in choices
            if points is not None
        ]
        answered = sum(many for _, points, many in choices if points is not None)
        th, en = " + ".join(term.th for term in terms), " + ".join(term.in_("en") for term in terms)
        said = Text(th=f"= ({th}) ÷ {people(answered)} คน", en=f"= ({en}) ÷ {people(answered)}")
        apart = [(choice, many) for choice, points, many in choices if points is None and many]
        for choice, many in apart:
            said = Text(
                th=f"{said.th} ไม่นับ {choice.label.th} {people(many)} คน",
                en=f"{said.en}, without {choice.label.in_('en')} {people(many)}",
            )
        return said
