"""The form of the files that can be brought in: a short example, and a blank file to fill in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from prongsai.collect.assessments.actions import INDICATORS, ITEMS
from prongsai.core.framework import Framework
from prongsai.core.naming import label_of
from prongsai.core.text import Language

EXAMPLE_COLUMNS, EXAMPLE_LINES = 4, 3
Lines = list[list[str]]


def csv_of(framework: Framework, kind: str, language: Language) -> str:
    """The whole blank file: heads, and one line an item or indicator; of answers the heads alone."""
    out = io.StringIO()
    csv.writer(out).writerows(_lines(framework, kind, language))
    return out.getvalue()


def example_of(framework: Framework, kind: str, language: Language) -> Lines:
    """A few cells as they could be filled in, the head first."""
    lines = _lines(framework, kind, language)
    if kind in {ITEMS, INDICATORS}:
        filled = [[*line[:1], *_value(kind), *line[2:]] for line in lines[1 : 1 + EXAMPLE_LINES]]
        return [lines[0], *filled]
    rows = framework.rows_of(kind)[:EXAMPLE_COLUMNS]
    head = [row.code for row in rows]
    best = [row.scale.choices[-1].code for row in rows]
    said = [row.scale.choices[-1].label.in_(language) for row in rows]
    return [head, best, said]


def _lines(framework: Framework, kind: str, language: Language) -> Lines:
    if kind == ITEMS:
        lines = [[item.code, "", "", item.name.in_(language)] for item in framework.items]
    elif kind == INDICATORS:
        lines = [[code, "", _name(framework, code, language)] for code in _codes(framework)]
    else:
        return [[row.code for row in framework.rows_of(kind)]]
    return [HEADS[kind, language], *lines]


HEADS: dict[tuple[str, Language], list[str]] = {
    (ITEMS, "th"): ["ข้อ", "ผล", "หมายเหตุ", "ชื่อ"],
    (ITEMS, "en"): ["item", "verdict", "remark", "name"],
    (INDICATORS, "th"): ["ตัวชี้วัด", "คะแนน", "ชื่อ"],
    (INDICATORS, "en"): ["indicator", "points", "name"],
}


def _value(kind: str) -> list[str]:
    return ["100"] if kind == ITEMS else ["98.46"]


def _codes(framework: Framework) -> Iterable[str]:
    yield from (indicator.code for indicator in framework.indicators)
    yield from (instrument.code for instrument in framework.instruments)
    yield framework.code


def _name(framework: Framework, code: str, language: Language) -> str:
    part = framework.by_code.get(code)
    return part.name.in_(language) if part else label_of(code, framework).in_(language)
