"""Reads what an office brings in: answers, item results, published figures. Plain: no Django."""

from __future__ import annotations

import re
from fractions import Fraction

from prongsai.collect.assessments.answers import read_answers
from prongsai.collect.assessments.problems import IntakeError, Place, Problem
from prongsai.collect.assessments.tabular import Column, Ledger, Notes, Record, code_of, records, shown, span
from prongsai.core.framework import Framework, Instrument, Item, Part, Question, Row
from prongsai.core.score import FULL, NOTHING, WHOLE, ItemResult
from prongsai.core.text import Text
from prongsai.core.thai import plain

__all__ = ["IntakeError", "Notes", "Place", "Problem", "read_answers", "read_indicators", "read_items"]


def read_items(
    framework: Framework, content: bytes, filename: str, *, notes: Notes | None = None
) -> dict[str, ItemResult]:
    """Read item results: `item,verdict[,remark]`. An empty verdict is not reviewed.

    notes    what was left out without harm is added to it.
    raises   IntakeError with every problem, each with its line and column.
    """
    ledger = Ledger(filename)
    known = {item.code: item for item in framework.items}
    if not known:
        ledger.problem(Place(), _NO_ITEMS.fill(framework=framework.code))
        ledger.settle()
    found: dict[str, ItemResult] = {}
    lines: dict[str, int] = {}
    for record in records(content, _ITEM_COLUMNS, ledger):
        item = known.get(code_of(record["item"], known))
        if item is None:
            message = _NO_SUCH_ITEM.fill(typed=shown(record["item"]), known=span(tuple(known)))
            ledger.problem(record.place("item"), message)
        elif _is_new(item.code, lines, record, "item", ledger):
            found |= _verdict(item, record, ledger)
    ledger.settle(notes)
    return found


def read_indicators(
    framework: Framework, content: bytes, filename: str, *, notes: Notes | None = None
) -> dict[str, Fraction]:
    """Read published figures, 0-100, by code: `indicator,points`; instruments and total may be there too.

    notes    what was left out without harm is added to it.
    raises   IntakeError with every problem, each with its line and column.
    """
    ledger = Ledger(filename)
    known = _publishable(framework)
    found: dict[str, Fraction] = {}
    lines: dict[str, int] = {}
    for record in records(content, _INDICATOR_COLUMNS, ledger):
        code = known.get(plain(record["indicator"])) or code_of(record["indicator"], set(known.values()))
        if not code:
            usual = span([indicator.code for indicator in framework.indicators])
            message = _NO_SUCH_INDICATOR.fill(typed=shown(record["indicator"]), known=usual)
            ledger.problem(record.place("indicator"), message)
        elif _is_new(code, lines, record, "indicator", ledger) and record["points"]:
            found |= _figure(code, record, ledger)
    if found and max(found.values()) <= WHOLE and any(each.denominator > 1 for each in found.values()):
        ledger.problem(Place(), _SHARES)
    ledger.settle(notes)
    return found


def figure(typed: str) -> Fraction | None:
    """Read points 0-100 exactly: `97.77`, `97,77`, `๙๗.๗๗`, `97.77 %`. None if it is none of these."""
    text = plain(typed).removesuffix("%").replace(",", ".")
    if not _FIGURE.fullmatch(text):
        return None
    points = Fraction(text)
    return points if points <= FULL else None


def _is_new(code: str, lines: dict[str, int], record: Record, name: str, ledger: Ledger) -> bool:
    if code in lines:
        ledger.problem(record.place(name, code=code), _TWICE.fill(code=code, line=lines[code]))
        return False
    lines[code] = record.line
    return True


def _verdict(item: Item, record: Record, ledger: Ledger) -> dict[str, ItemResult]:
    """One entry, or none where the item was not reviewed or the verdict cannot be read."""
    verdict = plain(record["verdict"]).removesuffix("%").removesuffix(".0").removesuffix(".00")
    place = record.place("verdict", code=item.code)
    if not verdict:
        if record["remark"]:
            ledger.note(place, _NOT_REVIEWED)
        return {}
    points = FULL if verdict in _PASSED else NOTHING if verdict in _FAILED else None
    if points is None and verdict not in _NOT_APPLICABLE:
        ledger.problem(place, _NO_SUCH_VERDICT.fill(typed=shown(record["verdict"])))
        return {}
    if points is None and not item.may_be_not_applicable:
        ledger.problem(place, _MUST_APPLY.fill(item=item.code))
        return {}
    return {item.code: ItemResult(points, record["remark"])}


def _figure(code: str, record: Record, ledger: Ledger) -> dict[str, Fraction]:
    points = figure(record["points"])
    if points is None:
        place = record.place("points", code=code)
        ledger.problem(place, _NO_FIGURE.fill(typed=shown(record["points"])))
        return {}
    return {code: points}


def _publishable(framework: Framework) -> dict[str, str]:
    """Code by every name, in plain form, of whatever may have a published figure."""
    parts: list[Part] = [part for part in framework.walk() if not isinstance(part, Row | Item | Question)]
    named = {plain(total): framework.code for total in (framework.code, *_TOTAL)}
    for part in parts:
        short = [part.short.th, part.short.en] if isinstance(part, Instrument) else []
        named |= {plain(name): part.code for name in (part.code, part.name.th, part.name.en, *short) if name}
    return named


_FIGURE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,20})?")
_PASSED = {plain(word) for word in ("100", "pass", "passed", "yes", "ผ่าน", "มี")}
_FAILED = {plain(word) for word in ("0", "fail", "failed", "no", "ไม่ผ่าน", "ไม่มี")}
_NOT_APPLICABLE = {plain(w) for w in ("n/a", "na", "not applicable", "ไม่เกี่ยวข้อง", "ไม่ต้องประเมิน")}
_TOTAL = ("total", "รวม", "คะแนนรวม", "ภาพรวม", "คะแนนภาพรวม")
_NAME = ("name", "ชื่อ", "ชื่อข้อ", "ชื่อตัวชี้วัด")  # for the reader of the file; we know the names
_ITEM_COLUMNS = {
    "item": Column(("item", "ข้อ", "ข้อที่", "รายการ", "รหัส", "code", "oit"), is_required=True),
    "verdict": Column(
        ("verdict", "ผล", "ผลการประเมิน", "ผลประเมิน", "คะแนน", "result", "points", "score"), is_required=True
    ),
    "remark": Column(("remark", "หมายเหตุ", "remarks", "ข้อสังเกต", "ข้อเสนอแนะ", "comment", "note")),
    "name": Column(_NAME),
}
_INDICATOR_COLUMNS = {
    "indicator": Column(("indicator", "ตัวชี้วัด", "ตัวชี้วัดที่", "รหัส", "code"), is_required=True),
    "points": Column(("points", "คะแนน", "ร้อยละ", "คะแนนร้อยละ", "score"), is_required=True),
    "name": Column(_NAME),
}

_NO_ITEMS = Text(
    th="กรอบการประเมิน {framework} เป็นฉบับร่างที่ยังไม่มีรายการข้อ โปรดใช้คะแนนรายตัวชี้วัดแทน",
    en="the framework {framework} is a draft without its items. Bring in indicator figures.",
)
_TWICE = Text(
    th="{code} มีแล้วในบรรทัด {line} โปรดเก็บไว้บรรทัดเดียว",
    en="{code} stands on line {line} already. Keep one of the two.",
)
_NO_SUCH_ITEM = Text(th="ไม่มีข้อ '{typed}' ข้อที่มีคือ {known}", en="no item '{typed}'. There are {known}.")
_NO_SUCH_VERDICT = Text(
    th="'{typed}' ไม่ใช่ผล โปรดใช้ 100 หรือ 0 (ผ่าน หรือ ไม่ผ่าน) ถ้ายังไม่ตรวจให้เว้นว่าง",
    en="'{typed}' is not a verdict. Use 100 or 0 (pass or fail), or leave it empty if it was not reviewed.",
)
_MUST_APPLY = Text(
    th="กรอบการประเมินนี้ไม่ยอมให้ข้อ {item} เป็น 'ไม่เกี่ยวข้อง' โปรดใช้ 100 หรือ 0",
    en="{item} cannot be 'not applicable' in this framework. Use 100 or 0.",
)
_NOT_REVIEWED = Text(
    th="มีหมายเหตุแต่ไม่มีผล จึงถือว่ายังไม่ได้ตรวจ และไม่เก็บหมายเหตุ",
    en="has a remark but no verdict: it counts as not reviewed, and the remark is not kept.",
)
_NO_SUCH_INDICATOR = Text(
    th="ไม่มีตัวชี้วัด '{typed}' ใช้ได้: {known} รหัสเครื่องมือ หรือ total",
    en="no indicator '{typed}'. Use {known}, an instrument's code, or total.",
)
_NO_FIGURE = Text(
    th="'{typed}' ไม่ใช่คะแนน โปรดใช้ตัวเลข 0 ถึง 100 เช่น 97.77",
    en="'{typed}' is not a figure. Use 0 to 100, such as 97.77.",
)
_SHARES = Text(
    th="คะแนนทุกค่าไม่เกิน 1 อาจเป็นร้อยละจากตารางคำนวณ (0.9777 คือ 97.77%) โปรดใส่คะแนน 0 ถึง 100",
    en="no figure is over 1: perhaps a spreadsheet's percentages (0.9777 for 97.77 %). Give points, 0-100.",
)
