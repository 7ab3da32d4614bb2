"""Reads an office's own words from a file: its text on each indicator, and its preface. Plain: no Django."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.analyse.story import NO_WORDS
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
from prongsai.core.framework import Framework
from prongsai.core.text import Text
from prongsai.core.thai import plain
from prongsai.frameworks import reading
from prongsai.frameworks.reading import Block


@dataclass(frozen=True, slots=True)
class OwnWords:
    """texts  indicator code -> what the office does about it."""

    texts: Mapping[str, Text]
    preface: Text = NO_WORDS


def read_texts(
    framework: Framework, content: bytes, filename: str, *, notes: Notes | None = None
) -> OwnWords:
    """Read texts: `indicator,text_th[,text_en]`, one line an indicator, and one named `preface`.

    filename  CSV, XLSX, ODS, DOCX by its ending; YAML holds `preface:` and `texts:` by code, each a text
              or a pair of `th` and `en`.
    notes     what was left out without harm is added to it.
    raises    IntakeError with every problem, each with its place; FrameworkError if it is not YAML.
    """
    ledger = Ledger(filename)
    known = [indicator.code for indicator in framework.indicators]
    found: dict[str, Text] = {}
    lines = _listed(content, ledger) if is_yaml(filename) else records(content, _COLUMNS, ledger)
    for record in lines:
        typed = record["indicator"]
        code = _PREFACE if plain(typed) in _PREFACES else code_of(typed, known)
        if not code:
            ledger.problem(record.place("indicator"), _NO_SUCH.fill(typed=shown(typed), known=span(known)))
        elif code in found:
            ledger.problem(record.place("indicator", code=code), _TWICE.fill(code=code))
        elif record["text_en"] and not record["text_th"]:
            ledger.problem(record.place("text_th", code=code), _NO_THAI)
        elif record["text_th"]:
            found[code] = Text(record["text_th"], record["text_en"])
    ledger.settle(notes)
    preface = found.pop(_PREFACE, NO_WORDS)
    return OwnWords(found, preface)


def _listed(content: bytes, ledger: Ledger) -> Iterator[Record]:
    tree = reading.parse(content, ledger.file)
    texts = tree.get("texts", Block(tree.origin))
    if not isinstance(texts, Block):
        ledger.problem(Place(tree.origins["texts"].line), _NO_MAPPING)
        ledger.settle()
    for key in [key for key in tree if key not in ("texts", _PREFACE)]:
        ledger.note(Place(tree.origins[key].line), _UNUSED.fill(key=shown(key)))
    lines = [_line(_PREFACE, tree)] if _PREFACE in tree else []
    lines += [_line(code, texts) for code in texts]
    return entries(lines, _COLUMNS, ledger)


def _line(code: str, block: Block) -> Block:
    """One text as a mapping of the table's columns."""
    origin, words = block.origins[code], block[code]
    line = Block(origin)
    line.put("indicator", code, origin)
    for key, value in words.items() if isinstance(words, Block) else [("th", words)]:
        line.put(f"text_{key}" if key in ("th", "en") else key, value, origin)
    return line


_PREFACE = "preface"
_PREFACES = {plain(name) for name in (_PREFACE, "คำนำ")}
_COLUMNS = {
    "indicator": Column(("indicator", "ตัวชี้วัด", "ตัวชี้วัดที่", "code"), is_required=True),
    "text_th": Column(("text_th", "ข้อความ", "text", "ข้อความภาษาไทย"), is_required=True),
    "text_en": Column(("text_en", "ข้อความภาษาอังกฤษ")),
}
_NO_SUCH = Text(
    th="ไม่มีตัวชี้วัด '{typed}' ใช้ได้: {known} หรือ preface (คำนำ)",
    en="no indicator '{typed}'. Use {known}, or preface.",
)
_TWICE = Text(th="{code} มีข้อความแล้ว โปรดเก็บไว้แห่งเดียว", en="{code} has a text already. Keep one of the two.")
_NO_THAI = Text(th="ไม่มีข้อความภาษาไทย โปรดเติม", en="has no Thai text. Write it.")
_NO_MAPPING = Text(th="texts ต้องเป็น รหัสตัวชี้วัด: ข้อความ", en="texts must be indicator: text.")
_UNUSED = Text(th="ไม่ได้ใช้คีย์ '{key}'", en="the key '{key}' was not used.")
