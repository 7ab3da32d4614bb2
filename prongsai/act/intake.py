"""Reads a table of measures from a file. Plain: no Django."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from prongsai.collect.assessments.problems import Place
from prongsai.collect.assessments.tabular import (
    Column,
    Ledger,
    Notes,
    Record,
    code_of,
    entries,
    is_yaml,
    records,
    shown,
    span,
)
from prongsai.core import codes, thai
from prongsai.core.framework import Framework
from prongsai.core.measure import Measure, Practice
from prongsai.core.text import Text
from prongsai.frameworks import reading
from prongsai.frameworks.reading import Block, Entries


def read_measures(
    framework: Framework, content: bytes, filename: str, *, notes: Notes | None = None
) -> tuple[Measure, ...]:
    """Read measures: one line a practice; a line without a measure's name continues the one above.

    filename  CSV, XLSX, ODS, DOCX by its ending; YAML holds a list `measures` of the same keys, where
              `practices` may hold a measure's lines.
    notes     what was left out without harm is added to it.
    raises    IntakeError with every problem, each with its place; FrameworkError if it is not YAML.
    """
    ledger = Ledger(filename)
    found: list[Measure] = []
    lines = _listed(content, ledger) if is_yaml(filename) else records(content, _COLUMNS, ledger)
    for record in lines:
        name, indicators = record["measure"], _indicators(record, framework, ledger)
        practice = _practice(record, ledger)
        continues = not name or (found and found[-1].name == name)
        if continues and not found:
            ledger.problem(record.place("measure"), _NAMELESS)
        elif continues:
            found[-1] = _continued(found[-1], indicators, practice)
        else:
            found.append(Measure(name=name, indicators=indicators, practices=practice))
    ledger.settle(notes)
    return tuple(found)


def _listed(content: bytes, ledger: Ledger) -> Iterator[Record]:
    tree = reading.parse(content, ledger.file)
    listed = tree.get("measures")
    if not isinstance(listed, Entries) or not all(isinstance(each, Block) for each in listed):
        ledger.problem(Place(), _NO_LIST)
        ledger.settle()
    return entries((line for measure in listed or () for line in _lines(measure)), _COLUMNS, ledger)


def _lines(measure: Block) -> Iterator[Block]:
    """A measure with `practices` as one mapping a practice, the first with the measure's own keys."""
    practices = measure.get("practices")
    if not isinstance(practices, Entries) or not all(isinstance(each, Block) for each in practices):
        yield measure
        return
    own = [key for key in measure if key != "practices"]
    for place, practice in enumerate(practices):
        line = Block(practice.origin)
        for key in () if place else own:
            line.put(key, measure[key], measure.origins[key])
        for key, value in practice.items():
            line.put(key, value, practice.origins[key])
        yield line


def _continued(measure: Measure, indicators: tuple[str, ...], practice: tuple[Practice, ...]) -> Measure:
    more = tuple(code for code in indicators if code not in measure.indicators)
    return Measure(
        name=measure.name, indicators=measure.indicators + more, practices=measure.practices + practice
    )


def _indicators(record: Record, framework: Framework, ledger: Ledger) -> tuple[str, ...]:
    known = [indicator.code for indicator in framework.indicators]
    found = []
    for typed in filter(codes.canonical, _SEPARATORS.split(record["indicators"])):
        code = code_of(typed, known)
        if not code:
            message = _NO_SUCH_INDICATOR.fill(typed=shown(typed), known=span(known))
            ledger.problem(record.place("indicators"), message)
        elif code not in found:
            found.append(code)
    return tuple(found)


def _practice(record: Record, ledger: Ledger) -> tuple[Practice, ...]:
    """The practice of a line; nothing where it cannot be read."""
    owners = tuple(owner.strip() for owner in _OWNERS.split(record["owners"]) if owner.strip())
    for name, missing in (("practice", not record["practice"]), ("owners", not owners)):
        if missing:
            ledger.problem(record.place(name), _MISSING.fill(column=" / ".join(_COLUMNS[name].names[:2])))
    days = _period(record, ledger)
    if not record["practice"] or not owners or days is None:
        return ()
    return (
        Practice(
            practice=record["practice"],
            monitoring=record["monitoring"],
            reporting=record["reporting"],
            starts_on=days[0],
            ends_on=days[1],
            owners=owners,
        ),
    )


def _period(record: Record, ledger: Ledger) -> tuple[date, date] | None:
    if record["period"]:
        found = thai.period(record["period"])
        if found is None:
            ledger.problem(record.place("period"), _NO_PERIOD.fill(typed=shown(record["period"])))
        return found
    starts_on, ends_on = thai.day(record["starts_on"]), thai.day(record["ends_on"], at_end=True)
    for name, day in (("starts_on", starts_on), ("ends_on", ends_on)):
        if day is None:
            ledger.problem(record.place(name), _NO_DAY.fill(typed=shown(record[name]), column=name))
    if starts_on is None or ends_on is None:
        return None
    if ends_on < starts_on:
        ledger.problem(record.place("ends_on"), _BACKWARDS)
    return starts_on, ends_on


_SEPARATORS = re.compile(r"[;,/\s]+|และ")
_OWNERS = re.compile(r"[;/\n]")
_COLUMNS = {
    "measure": Column(("measure", "มาตรการ", "ชื่อมาตรการ"), is_required=True),
    "indicators": Column(("indicators", "ตัวชี้วัด", "indicator", "ตัวชี้วัดที่")),
    "practice": Column(("practice", "วิธีปฏิบัติ", "แนวทางปฏิบัติ", "วิธีการ"), is_required=True),
    "monitoring": Column(("monitoring", "แนวทางการกำกับติดตาม", "การกำกับติดตาม", "กำกับติดตาม")),
    "reporting": Column(("reporting", "การรายงานผล", "รายงานผล")),
    "period": Column(("period", "ระยะเวลาดำเนินการ", "ระยะเวลา")),
    "starts_on": Column(("starts_on", "วันเริ่มต้น", "เริ่ม", "เริ่มวันที่")),
    "ends_on": Column(("ends_on", "วันสิ้นสุด", "สิ้นสุด", "สิ้นสุดวันที่")),
    "owners": Column(("owners", "ผู้รับผิดชอบ", "owner"), is_required=True),
}
_NO_LIST = Text(th="ไม่มีรายการ measures: ในไฟล์", en="has no list measures:.")
_NAMELESS = Text(th="บรรทัดแรกต้องมีชื่อมาตรการ", en="the first line must name a measure.")
_MISSING = Text(th="ช่อง {column} ว่าง โปรดเติม", en="{column} is empty. Fill it in.")
_NO_SUCH_INDICATOR = Text(
    th="ไม่มีตัวชี้วัด '{typed}' ที่มีคือ {known}", en="no indicator '{typed}'. There are {known}."
)
_NO_PERIOD = Text(
    th="'{typed}' ไม่ใช่ช่วงเวลา เขียนเช่น ต.ค. 65 – ก.ย. 66",
    en="'{typed}' is not a period. Write it like ต.ค. 65 – ก.ย. 66 or 2022-10-01 – 2023-09-30.",
)
_NO_DAY = Text(
    th="{column}: '{typed}' ไม่ใช่วันที่ เขียนเช่น 1 ต.ค. 2565 หรือ 2022-10-01",
    en="{column}: '{typed}' is not a day. Write it like 1 ต.ค. 2565 or 2022-10-01.",
)
_BACKWARDS = Text(th="วันสิ้นสุดอยู่ก่อนวันเริ่มต้น", en="ends before it starts.")
