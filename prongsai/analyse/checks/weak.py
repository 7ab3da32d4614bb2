"""An indicator that a text calls weak though the figures do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from prongsai.analyse.checks.passages import Passage, preface, texts
from prongsai.analyse.story import Finding, Story
from prongsai.core.framework import Framework
from prongsai.core.naming import listed, name
from prongsai.core.text import Text

_WEAK = (
    r"จุดอ่อน|ข้อบกพร่อง|แก้ไขโดยเร่งด่วน|แก้ไขเร่งด่วน|เร่งแก้ไข|ปรับปรุงโดยเร่งด่วน|คะแนนต่ำ|คะแนนน้อย|ต่ำที่สุด|ต่ำสุด|น้อยที่สุด"
    r"|weak(?:est)?(?:\s+(?:points?|indicators?))?|lowest|urgent(?:ly)?"
)
# What ends talk of weak points, and words for weakness that claim none.
_OTHER = (
    r"(?:ไม่(?:มี|พบ|ใช่|เป็น)|วิเคราะห์|จุดแข็ง(?:\s*และ|/|,)?|หา|ค้นหา)\s*(?:จุดอ่อน|ข้อบกพร่อง)"
    r"|พัฒนาให้ดีขึ้น|ควรพัฒนา|จุดแข็ง|สูงที่สุด|สูงสุด|ในส่วนของ|ส่วนตัวชี้วัด|รองลงมา"
    r"|(?:not?|neither)\s+(?:a\s+|the\s+)?weak(?:est)?(?:\s+points?)?|strengths?|strongest"
    r"|highest|to develop|while|whereas"
)
_NUMBER = r"[0-9]{1,2}(?![0-9]|\.[0-9])"  # 9.1 is no indicator
_NUMBERS = rf"{_NUMBER}(?:\s*(?:,|และ|and|,\s*and|/)\s*(?:(?:ที่|ตัวชี้วัดที่)\s*)?{_NUMBER})*"
_THIS = r"ตัวชี้วัดนี้|this indicator"
_FORWARD, _BACKWARD = (
    160,
    110,
)  # letters from a word for weakness to an indicator, and from an indicator to it
_LINK = re.compile(r"เป็น|คือ|ถือ|นับ|ได้|มีคะแนน|\b(?:is|are|was|were|has|have|had|scored)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Word:
    kind: Literal["weak", "other", "indicator"]
    start: int
    end: int
    codes: tuple[str, ...] = ()


def not_weakest_called_weak(story: Story) -> Iterator[Finding]:
    """Find indicators that preface or texts call weak, and whose figures are not among the lowest."""
    weakest = {gap.code for gap in story.result.gaps.weakest}
    known = weakest | {gap.code for gap in story.result.gaps.develop}
    for passage in (preface(story), *texts(story)):
        wrong = sorted((_called_weak(passage, story.framework) & known) - weakest, key=_by_number)
        if wrong:
            yield Finding(
                "not_weakest_called_weak",
                "mend",
                passage.place,
                _MESSAGE.fill(
                    names=listed([name(story.framework.part(code)) for code in wrong]),
                    weakest=listed(
                        [name(story.framework.part(gap.code)) for gap in story.result.gaps.weakest]
                    ),
                ),
            )


_MESSAGE = Text(
    th="ข้อความระบุว่า {names} เป็นจุดอ่อน แต่ตัวชี้วัดที่ได้คะแนนน้อยที่สุดคือ {weakest}",
    en="The text calls {names} weak, but the weakest are {weakest}.",
)


def _by_number(code: str) -> tuple[int, str]:
    return (int(code) if code.isdecimal() else 0, code)


def _called_weak(passage: Passage, framework: Framework) -> set[str]:
    pattern = _pattern(framework)
    found: set[str] = set()
    for wording in passage.wordings:
        for line in wording.splitlines():
            found |= _claimed(line, list(_words(line, pattern, framework, passage)))
    return found


def _pattern(framework: Framework) -> re.Pattern[str]:
    """Match words for weakness, words that end such talk, and indicators by number or by name."""
    names = [each for part in framework.indicators for each in (part.name.th, part.name.en) if each]
    by_name = "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?P<other>{_OTHER})|(?P<weak>{_WEAK})|(?P<this>{_THIS})"
        rf"|(?:ตัวชี้วัด(?:ที่)?|indicators?)\s*(?:(?P<numbers>{_NUMBERS})|(?:ด้าน)?\s*[“\"]?(?P<name>{by_name}))",
        re.IGNORECASE,
    )


def _words(line: str, pattern: re.Pattern[str], framework: Framework, passage: Passage) -> Iterator[_Word]:
    for found in pattern.finditer(line):
        if found["other"] or found["weak"]:
            yield _Word("other" if found["other"] else "weak", *found.span())
        elif found["this"]:
            yield _Word("indicator", *found.span(), (passage.place.code,))
        else:
            codes = re.findall(r"[0-9]+", found["numbers"] or "") or _named(found["name"], framework)
            yield _Word(
                "indicator",
                *found.span(),
                tuple(str(int(code)) if code.isdecimal() else code for code in codes),
            )


def _named(typed: str, framework: Framework) -> list[str]:
    wanted = typed.casefold()
    return [p.code for p in framework.indicators if wanted in (p.name.th.casefold(), p.name.en.casefold())]


def _claimed(line: str, words: list[_Word]) -> set[str]:
    """Codes that follow a word for weakness, or that are said to be weak."""
    found: set[str] = set()
    since: _Word | None = None  # the word for weakness, or the last indicator of the list behind it
    for place, word in enumerate(words):
        if word.kind == "weak":
            found |= _said_to_be(line, words[:place], word)
            since = word
        elif word.kind == "other":
            since = None
        elif since is not None and word.start - since.end <= _FORWARD:
            found |= set(word.codes)
            since = word
        else:
            since = None
    return found


def _said_to_be(line: str, before: list[_Word], weak: _Word) -> set[str]:
    """Indicators of the list that ends just before `is weak`."""
    codes: set[str] = set()
    end = weak.start
    for word in reversed(before):
        between = line[word.end : end]
        is_first = not codes
        if word.kind != "indicator" or len(between) > _BACKWARD or (is_first and not _LINK.search(between)):
            break
        codes |= set(word.codes)
        end = word.start
    return codes
