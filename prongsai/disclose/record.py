"""The frozen record of a published result: plain data that page, CSV and JSON are views of.

It stands alone: names, rules, exact figures, their working and the sentences about them are in it,
so that it can be read, and the total computed anew, without this program.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from prongsai.analyse import comparing, method_words, words
from prongsai.analyse.comparing import Beside
from prongsai.analyse.story import NO_WORDS, Story
from prongsai.core import naming
from prongsai.core.framework import Framework, Item, Kind, Part, Question, Row
from prongsai.core.record import score_record
from prongsai.core.result import Result
from prongsai.core.sample import Sample
from prongsai.core.text import Text
from prongsai.score import working

FORMAT = "prongsai-result/1"
Record = dict[str, Any]

ABOUT = Text(
    th="ผลการประเมินคุณธรรมและความโปร่งใสของหน่วยงานหนึ่งในหนึ่งปีงบประมาณ พร้อมวิธีคิดของทุกตัวเลข "
    "คำนวณคะแนนรวมซ้ำได้จากแฟ้มนี้เพียงแฟ้มเดียว: คะแนนของแต่ละส่วน (points) คือผลรวมของคะแนนส่วนย่อยคูณน้ำหนัก (weight) "
    "คะแนนของแถวคำตอบคือผลรวมของจำนวนคำตอบ (counts) คูณคะแนนของตัวเลือก (choice_points) หารด้วยจำนวนคำตอบที่นับ "
    "ตัวเลขแบบ 100/3 คือเศษส่วนที่ไม่ปัดเศษ ส่วนที่มี is_published เป็นคะแนนที่เผยแพร่ไว้แล้วและใช้ตามนั้น "
    "หากส่วนย่อยใดไม่แสดง (withheld) คะแนนของส่วนที่อยู่เหนือขึ้นไปใช้ตามที่เขียนไว้",
    en="One office's integrity and transparency result of one fiscal year, with the working of every figure. "
    "The total can be computed anew from this file alone: the points of a part are the sum of the points of "
    "its parts times their weights; the points of an answer row are its counts times the points of the "
    "choices, divided by the answers counted. A figure like 100/3 is an exact fraction. A part marked "
    "is_published is a figure that was published before and is used as it stands, and so is a figure above a "
    "part that is withheld.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whose result it is, beyond what a book says of the office."""

    slug: str
    body_code: str
    body_name: Text
    province: str
    is_demonstration: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A version that this one replaces."""

    version: int
    sha256: str
    published_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """changes  what is different from the version before; empty in the first one.

    note  the office's own on where its figures come from; may be empty.
    """

    version: int
    published_at: datetime
    changes: Text = NO_WORDS
    note: Text = NO_WORDS
    earlier: tuple[Earlier, ...] = ()


def result_record(story: Story, identity: Identity, edition: Edition) -> Record:
    """Give all that is published of a result. Same story, identity and edition, same record."""
    result = story.result
    return {
        "format": FORMAT,
        "about": text(ABOUT),
        "edition": _edition(edition),
        "office": _office(story, identity),
        "framework": _framework(result.framework),
        "scales": {
            code: _texts(c.label for c in scale.choices) for code, scale in result.framework.scales.items()
        },
        "parts": _parts(result),
        "total": _total(result),
        "score": score_record(result.score, result.framework),
        "samples": [_sample(result, each) for each in result.samples.values()],
        "remarks": dict(result.remarks),
        "compared": _compared(story),
        "last_year": _last_year(story),
        "said": _said(story),
        "working": {each.code: text(each.text) for each in _steps(result)},
        "release": story.release,
    }


def written(record: Record) -> bytes:
    """Write a record as it is frozen and downloaded: JSON, always in the same bytes."""
    return (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=False) + "\n").encode()


def text(pair: Text) -> dict[str, str]:
    return {"th": pair.th, "en": pair.in_("en")}


def _texts(pairs: Iterable[Text]) -> list[dict[str, str]]:
    return [text(pair) for pair in pairs]


def _edition(edition: Edition) -> Record:
    return {
        "version": edition.version,
        "published_at": edition.published_at.isoformat(timespec="seconds"),
        "changes": text(edition.changes),
        "note": text(edition.note),
        "earlier": [
            {
                "version": each.version,
                "sha256": each.sha256,
                "published_at": each.published_at.isoformat(timespec="seconds"),
            }
            for each in edition.earlier
        ],
    }


def _office(story: Story, identity: Identity) -> Record:
    name, short = story.office.name, story.office.short
    return {
        "slug": identity.slug,
        "name": text(story.office.name),
        "short": text(Text(short.th or name.th, short.en or name.en)),
        "province": identity.province,
        "site": story.office.site,
        "body": {"code": identity.body_code, "name": text(identity.body_name)},
        "is_demonstration": identity.is_demonstration,
    }


def _framework(framework: Framework) -> Record:
    return {
        "code": framework.code,
        "year_be": framework.year_be,
        "name": text(framework.name),
        "is_draft": framework.is_draft,
        "scoring_hash": framework.scoring_hash,
        "wording_hash": framework.wording_hash,
        "rounding": {
            "places": framework.rounding.places,
            "ties": str(framework.rounding.ties),
            "parts_first": framework.rounding.parts_first,
        },
        "pass_mark": str(framework.pass_mark),
        "grades": [
            {
                "code": each.code,
                "name": text(each.name),
                "total": str(each.total),
                "each_instrument": str(each.each_instrument),
            }
            for each in framework.grades
        ],
        "provenance": [
            {
                "block": each.block,
                "name": text(method_words.BLOCKS.get(each.block, Text(each.block, each.block))),
                "confidence": str(each.confidence),
                "source": each.source,
                "note": text(each.note),
            }
            for each in framework.provenance
        ],
    }


def _parts(result: Result) -> Record:
    """Say what each part is; its figures stand in the tree of scores, under the same code."""
    framework = result.framework
    stake = result.stakes[framework.code]
    total: Record = {
        "kind": "total",
        "label": text(naming.label_of(framework.code, framework)),
        "name": text(framework.name),
        "worth": str(stake.worth),
        "lost": None if stake.lost is None else str(stake.lost),
    }
    return {framework.code: total} | {part.code: _part(part, result) for part in framework.walk()}


def _part(part: Part, result: Result) -> Record:
    stake, margin, level = result.stakes.get(part.code), result.margins.get(part.code), _level(part, result)
    found: Record = {"kind": _KINDS.get(type(part).__name__, "part"), "label": text(naming.label(part))}
    found["name"] = text(part.name)
    if stake is not None:
        found["worth"] = str(stake.worth)
        found["lost"] = None if stake.lost is None else str(stake.lost)
    if margin is not None:
        found["margin"] = str(naming.margin(margin))
    if level:
        found["level"] = level
    if isinstance(part, Row):
        found |= _choices(part)
    if share := _share(part, result):
        found["share"] = str(share)
    return found


_KINDS = {
    "Instrument": "instrument",
    "Indicator": "indicator",
    "SubIndicator": "sub_indicator",
    "Question": "question",
    "Row": "row",
    "Item": "item",
}


def _level(part: Part, result: Result) -> str:
    is_below = isinstance(part, Item | Question | Row)
    level = None if is_below or part.code not in result.by_code else result.level(part.code)
    return level.code if level else ""


def _share(part: Part, result: Result) -> Decimal | None:
    codes = {each.code for each in result.framework.instruments}
    return result.share(part.code) if part.code in codes else None


def _choices(row: Row) -> Record:
    return {
        "scale": row.scale.code,
        "choice_points": [None if points is None else str(points) for points in row.choice_points],
    }


def _total(result: Result) -> Record:
    margin = result.margins.get(result.framework.code)
    mark = result.framework.pass_mark
    return {
        "printed": None if result.total is None else str(result.total),
        "grade": result.grade.code if result.grade else None,
        "grade_name": text(result.grade.name) if result.grade else None,
        "passes": None if result.total is None else result.total >= mark,
        "margin": None if margin is None else str(naming.margin(margin)),
    }


def _sample(result: Result, sample: Sample) -> Record:
    instrument = next(each for each in result.framework.instruments if each.code == sample.instrument)
    return {
        "instrument": sample.instrument,
        "population": sample.population,
        "needed": sample.needed,
        "answered": sample.answered,
        "reached": None if sample.reached is None else str(result.rounded(sample.reached * 100)),
        "said": text(method_words.of_sample(result, instrument)),
    }


def _compared(story: Story) -> Record:
    """Differences by code; the framework's own code is the total."""
    framework = story.framework
    codes = [
        framework.code,
        *(part.code for part in framework.walk() if not isinstance(part, Row | Question | Item)),
    ]
    return {
        code: {"last_year": None if before is None else _beside(before), "means": means}
        for code in codes
        if (before := comparing.before(story, code)) is not None or comparing.means(story, code)
        for means in [[_beside(each) for each in comparing.means(story, code)]]
    }


def _beside(found: Beside) -> Record:
    return {
        "label": text(found.label),
        "figure": str(found.difference.other),
        "change": f"{found.difference.change:+}",
        "is_clear": found.difference.is_clear,
    }


def _last_year(story: Story) -> Record | None:
    past = story.last_year
    if past is None or past.total is None:
        return None
    return {
        "framework": past.framework.code,
        "year_be": past.framework.year_be,
        "printed": str(past.total),
        "grade": past.grade.code if past.grade else None,
    }


def _said(story: Story) -> Record:
    framework, result = story.framework, story.result
    return {
        "overall": _texts(words.overall(story)),
        "samples": [
            text(method_words.of_sample(result, each))
            for each in framework.instruments
            if each.kind is Kind.SURVEY
        ],
        "method": _texts(method_words.method(framework)),
        "sampling": [
            text(method_words.sampling_rule(each.sampling)) for each in framework.instruments if each.sampling
        ],
        "contradictions": [
            text(working.steps(result, each.code, depth=0)[0].text) for each in result.contradictions
        ],
    }


def _steps(result: Result) -> list[working.Step]:
    """One sentence of working for every part of the tree, the total first."""
    return [working.steps(result, each.code, depth=0)[0] for each in result.score.walk()]
