"""Figures that disagree with their own parts, are not complete, or have no words yet."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.analyse.story import Finding, Place, Story
from prongsai.core.naming import label_of, listed, name
from prongsai.core.score import State
from prongsai.core.text import Text


def figure_contradicted(story: Story) -> Iterator[Finding]:
    """Find published figures that their own parts contradict."""
    result = story.result
    for score in result.contradictions:
        if score.contradicts is not None and score.points is not None:
            yield Finding(
                "figure_contradicted",
                "mend",
                Place("inputs", score.code),
                Text(
                    th="{label}: คะแนนที่เผยแพร่คือ {published} แต่คำนวณจากข้อมูลที่นำเข้าได้ {parts}",
                    en="{label}: {published} was published, but the data brought in give {parts}.",
                ).fill(
                    label=label_of(score.code, story.framework),
                    published=result.rounded(score.points),
                    parts=result.rounded(score.contradicts),
                ),
            )


def incomplete(story: Story) -> Iterator[Finding]:
    """Say once which indicators still have no figure for want of data."""
    if story.result.is_complete:
        return
    indicators = [part for instrument in story.result.score.parts for part in instrument.parts]
    absent = [part.code for part in indicators if part.state is State.MISSING]
    names = listed([name(story.framework.part(code)) for code in absent]) if absent else Text("–")
    yield Finding(
        "incomplete",
        "mend",
        Place("inputs"),
        Text(
            th="ข้อมูลยังไม่ครบ จึงยังไม่มีคะแนนรวม ตัวชี้วัดที่ยังไม่มีคะแนน: {names}",
            en="The data are not complete, so there is no total. Indicators without a figure: {names}.",
        ).fill(names=names),
    )


def weak_without_text(story: Story) -> Iterator[Finding]:
    """Find weak indicators of which the office says nothing yet."""
    for gap in story.result.gaps.weakest:
        text = story.texts.get(gap.code)
        if text is None or not text.th.strip():
            yield Finding(
                "weak_without_text",
                "look",
                Place("text", gap.code),
                Text(
                    th="{name} เป็นจุดอ่อน แต่ยังไม่มีข้อความว่าสำนักงานดำเนินการอย่างไร",
                    en="{name} is weak, but there is no text yet on what the office does about it.",
                ).fill(name=name(story.framework.part(gap.code))),
            )
