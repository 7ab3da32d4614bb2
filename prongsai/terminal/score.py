"""`prongsai score`: the total, its parts and the working of any figure."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime

from prongsai.analyse.checks.figures import figure_contradicted
from prongsai.analyse.method_words import BLOCKS, of_sample
from prongsai.analyse.story import OfficeCard, Story
from prongsai.analyse.words import explain
from prongsai.core.framework import Confidence, Framework
from prongsai.core.naming import label_of, listed, margin, people, state, why
from prongsai.core.reason import Reason
from prongsai.core.record import result_record
from prongsai.core.result import Result
from prongsai.core.score import Score, State
from prongsai.core.text import Language, Text
from prongsai.terminal.aligned import section, table
from prongsai.terminal.framework import named
from prongsai.terminal.inputs import INCOMPLETE, Desk, add_inputs, assessed, gathered
from prongsai.terminal.parsing import Commands
from prongsai.terminal.refusals import Refusal

_SCORE = Text(
    th="คิดคะแนน แสดงส่วนประกอบและวิธีคิด รหัสออก: 0 ครบ 2 ข้อมูลผิด 3 ข้อมูลไม่ครบ",
    en="score an office, with every part and its working; ends with 0 done, 2 bad input, 3 incomplete",
)
_JSON = Text(
    th="แสดงเป็น JSON ทั้งต้นไม้ ค่าแม่นยำคู่กับค่าที่ปัดเศษ",
    en="print the whole tree as JSON, exact values beside rounded ones",
)
_EXPLAIN = Text(
    th="แสดงวิธีคิดของคะแนนหนึ่ง เช่น 3, iit, o12 หรือ i1.1",
    en="show the working of one figure: 3, iit, o12, i1.1 …",
)
_TOTAL = Text(th="คะแนนรวม {total} จาก 100  ระดับ {grade}", en="Total {total} of 100  grade {grade}")
_NO_TOTAL = Text(th="คะแนนรวม –  ข้อมูลไม่ครบ", en="Total –  incomplete")
_INSTRUMENT_HEADS = Text(
    th="เครื่องมือ,คะแนน,ได้,เต็ม,ผู้ตอบ,ขั้นต่ำ", en="instrument,points,brings,of,answered,needed"
)
_INDICATOR_HEADS = Text(th="ตัวชี้วัด,ชื่อ,คะแนน,±,ระดับ,เสีย,เต็ม", en="indicator,name,points,±,level,lost,of")
NOT_KNOWN = Text(th="ยังไม่มีคะแนน", en="Without a figure")
_SAMPLE = Text(th="ผู้ตอบ", en="Respondents")
DISAGREE = Text(th="ข้อมูลที่ขัดกัน", en="Figures that disagree")
_UNSURE = Text(th="กฎที่ยังไม่ได้ยืนยันกับเอกสารทางการ", en="Rules that no official source confirms yet")
_NO_SUCH_FIGURE = Text(th="--explain: ไม่มีคะแนน '{code}'", en="--explain: there is no figure '{code}'.")
_AND_MORE = Text(th="{codes} และอีก {more} รายการ", en="{codes} and {more} more")
_MOST_CODES = 12
_DASH = "–"


def add(commands: Commands, language: Language) -> None:
    verb = commands.add_parser("score", help=_SCORE.in_(language), description=_SCORE.in_(language))
    add_inputs(verb, language)
    verb.add_argument("--json", action="store_true", help=_JSON.in_(language))
    verb.add_argument("--explain", metavar="CODE", help=_EXPLAIN.in_(language))
    verb.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    result = scored(arguments)
    if arguments.json:
        print(json.dumps(result_record(result), ensure_ascii=False, indent=2))
    else:
        lines = explained(result, arguments) if arguments.explain else told(result, arguments.language)
        print("\n".join(lines))
    return 0 if result.is_complete else INCOMPLETE


def scored(arguments: Namespace) -> Result:
    """Read what was named and score it; notes go to stderr.

    raises  Refusal, or what the files raise
    """
    framework, desk = named(arguments.framework), Desk()
    inputs = gathered(arguments, framework, desk)
    desk.settle()
    for note in desk.notes:
        print(note.in_(arguments.language), file=sys.stderr)
    return assessed(framework, inputs, arguments.office_class)


def explained(result: Result, arguments: Namespace) -> tuple[str, ...]:
    try:
        return explain(result, arguments.explain, arguments.language)
    except KeyError:
        raise Refusal(_NO_SUCH_FIGURE.fill(code=arguments.explain)) from None


def told(result: Result, language: Language) -> list[str]:
    """The result as lines of text."""
    framework = result.framework
    grade = result.grade.name if result.grade else Text(_DASH)
    total = _NO_TOTAL if result.total is None else _TOTAL.fill(total=result.total, grade=grade)
    samples = [of_sample(result, each) for each in framework.instruments if each.code in result.samples]
    return [
        framework.name.in_(language),
        total.in_(language),
        "",
        *table(
            [_INSTRUMENT_HEADS.in_(language).split(","), *_instruments(result, language)],
            right={1, 2, 3, 4, 5},
        ),
        "",
        *table(
            [_INDICATOR_HEADS.in_(language).split(","), *_indicators(result, language)], right={0, 2, 3, 5, 6}
        ),
        *section(_SAMPLE, samples, language),
        *section(NOT_KNOWN, not_known(result), language),
        *section(DISAGREE, disagreements(result), language),
        *section(_UNSURE, unsure(framework), language),
    ]


def _instruments(result: Result, language: Language) -> Iterator[list[str]]:
    for each in result.framework.instruments:
        sample = result.samples.get(each.code)
        yield [
            each.short.in_(language),
            _points(result, each.code, language),
            str(result.share(each.code) or _DASH),
            str(result.rounded(each.weight * 100)),
            people(sample.answered) if sample else _DASH,
            people(sample.needed) if sample and sample.needed else _DASH,
        ]


def _indicators(result: Result, language: Language) -> Iterator[list[str]]:
    for each in result.framework.indicators:
        level, stake, width = result.level(each.code), result.stakes[each.code], result.margins.get(each.code)
        yield [
            each.code,
            each.name.in_(language),
            _points(result, each.code, language),
            _DASH if width is None else str(margin(width)),
            level.name.in_(language) if level else _DASH,
            _DASH if stake.lost is None else str(result.rounded(stake.lost)),
            str(result.rounded(stake.worth)),
        ]


def _points(result: Result, code: str, language: Language) -> str:
    """The printed points, or in a word why there are none."""
    score = result.by_code[code]
    return str(result.printed(code)) if score.is_scored else state(score).in_(language)


def unsure(framework: Framework) -> list[Text]:
    """Name the rules that no official source confirms."""
    blocks = [BLOCKS[each.block] for each in framework.provenance if each.confidence is Confidence.UNVERIFIED]
    return [listed(blocks)] if blocks else []


def not_known(result: Result) -> list[Text]:
    """Say why figures are lacking, each reason once with the codes that it holds for."""
    groups: dict[tuple[State, Reason], list[Score]] = {}
    for each in causes(result.score):
        groups.setdefault((each.state, each.reason), []).append(each)
    return [_group(result.framework, scores) for scores in groups.values()]


def causes(score: Score, *, is_known: bool = False) -> Iterator[Score]:
    """The highest parts without a figure for a reason of their own; below a known one nothing is."""
    if not score.is_scored and score.reason is not Reason.PARTS_MISSING:
        if not (is_known and score.state is State.MISSING):
            yield score
        return
    for part in score.parts:
        yield from causes(part, is_known=is_known or score.is_scored)


def _group(framework: Framework, scores: list[Score]) -> Text:
    labels = [label_of(score.code, framework) for score in scores]
    codes = listed(labels[:_MOST_CODES], mark=",")
    if len(labels) > _MOST_CODES:
        codes = _AND_MORE.fill(codes=listed(labels[:_MOST_CODES], mark=","), more=len(labels) - _MOST_CODES)
    return Text(th="{why}: {codes}", en="{why}: {codes}").fill(why=why(scores[0]), codes=codes)


def disagreements(result: Result) -> list[Text]:
    nobody = OfficeCard(name=Text(""))
    at = datetime.fromtimestamp(0, UTC)
    book = Story(office=nobody, result=result, made_at=at, release="", data_hash="")
    return [found.message for found in figure_contradicted(book)]
