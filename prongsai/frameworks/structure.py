"""Whether the parts of a framework file fit together: codes, weights, kinds, references."""

from __future__ import annotations

import re
from typing import Any

from prongsai.core import codes
from prongsai.core.text import Text
from prongsai.frameworks.problems import Loc
from prongsai.frameworks.reading import Block
from prongsai.frameworks.tree import (
    LEVELS,
    Context,
    Found,
    codes_of,
    entries,
    figure,
    keys,
    number,
    parts,
    text,
)

FRAMEWORK = re.compile(r"(?P<body>[a-z]+(?:-[a-z]+)*)-(?P<year>[0-9]{4})(?:-[a-z0-9]+)*")
_PART = re.compile(r"[a-z]+|[a-z]*[0-9]+(?:\.[0-9]+)*")


def _name_and_year(tree: Block, context: Context) -> Found:
    code = text(tree, "framework")
    if not code:
        return
    match = FRAMEWORK.fullmatch(code)
    if match is None:
        yield ("framework",), _FRAMEWORK.fill(code=code)
        return
    if code != context.name:
        yield ("framework",), _OTHER_NAME.fill(code=code, name=context.name)
    if number(tree, "year_be") not in (None, int(match["year"])):
        yield ("year_be",), _OTHER_YEAR.fill(year=tree["year_be"], code=code)
    if text(tree, "body") not in ("", match["body"]):
        yield ("body",), _OTHER_BODY.fill(body=tree["body"], code=code)


def _unique_codes(tree: Block, _context: Context) -> Found:
    seen = {text(tree, "framework")}
    for loc, part, _ in parts(tree):
        code = text(part, "code")
        if code and code in seen:
            yield (*loc, "code"), _TWICE.fill(code=code)
        seen.add(code)
    lists: list[tuple[Loc, Block, str, str]]
    lists = [((), tree, "provenance", "block"), ((), tree, "grades", "code"), ((), tree, "calendar", "code")]
    lists += [(loc, part, "elements", "code") for loc, part, at in parts(tree) if at == "items"]
    scales = tree.get("scales")
    if isinstance(scales, Block):
        lists += [(("scales",), scales, name, "code") for name in scales]
    for loc, block, key, name in lists:
        yield from _unique(loc, block, key, name)


def _unique(loc: Loc, block: Block, key: str, name: str) -> Found:
    seen: set[str] = set()
    for index, entry in entries(block, key):
        code = text(entry, name)
        if code and code in seen:
            yield (*loc, key, index, name), _TWICE_HERE.fill(code=code)
        seen.add(code)


def _form_of_codes(tree: Block, _context: Context) -> Found:
    for loc, part, level in parts(tree):
        code = text(part, "code")
        if code and (not _PART.fullmatch(code) or codes.canonical(code) != code):
            yield (*loc, "code"), _NOT_CANONICAL.fill(code=code, canonical=codes.canonical(code))
        if level in ("rows", "sub_indicators"):
            above = text(_parent(tree, loc), "code")
            if code and above and not code.startswith(f"{above}."):
                yield (*loc, "code"), _NOT_BELOW.fill(code=code, above=above)


def _parent(tree: Any, loc: Loc) -> Block:
    for step in loc[:-2]:
        tree = tree[step]
    return tree  # type: ignore[no-any-return]  # what holds a list of parts is a block


def _weights(tree: Block, _context: Context) -> Found:
    blocks = [((), tree, ""), *parts(tree)]
    for loc, block, _ in blocks:
        for level in LEVELS:
            yield from _siblings((*loc, level), [entry for _, entry in entries(block, level)])


def _siblings(loc: Loc, siblings: list[Block]) -> Found:
    given = [entry for entry in siblings if "weight" in entry]
    weights = [weight for entry in given if (weight := figure(entry, "weight")) is not None]
    if not given or len(weights) < len(given):
        return
    if len(given) < len(siblings):
        without = ", ".join(text(entry, "code") for entry in siblings if "weight" not in entry)
        yield loc, _SOME_WEIGHTS.fill(codes=without)
    elif sum(weights) != 1:
        names = ", ".join(text(entry, "code") for entry in siblings)
        yield loc, _WEIGHTS.fill(codes=names, total=sum(weights))
    elif 0 in weights:
        yield loc, _NO_WEIGHT


def _kinds(tree: Block, _context: Context) -> Found:
    for index, instrument in entries(tree, "instruments"):
        kind = text(instrument, "kind")
        wrong = {"survey": "sub_indicators", "items": "questions"}.get(kind, "")
        for at, indicator in entries(instrument, "indicators"):
            if indicator.get(wrong):
                yield ("instruments", index, "indicators", at, wrong), _WRONG_PARTS.fill(key=wrong, kind=kind)
        if kind == "items" and "sampling" in instrument:
            yield ("instruments", index, "sampling"), _NO_SAMPLING
        if kind == "items" and "streams" in instrument:
            yield ("instruments", index, "streams"), _NO_STREAMS


def _has_parts(tree: Block, _context: Context) -> Found:
    for loc, part, level in parts(tree):
        has = level in ("rows", "items") or any(entries(part, key) for key in LEVELS)
        if not has and tree.get("draft") is not True:
            yield loc, _NO_PARTS.fill(code=text(part, "code"))


def _references(tree: Block, context: Context) -> Found:
    known: dict[str, tuple[list[str], str | Text]] = {
        "scale": (keys(tree, "scales"), "scales"),
        "owner": (keys(tree, "owner_groups"), "owner_groups"),
        "agrees_with": (codes_of(tree, "items"), "items"),
    }
    if context.previous is not None:
        known["was"] = (sorted(context.previous, key=codes.order), _YEAR_BEFORE)
    for loc, part, _ in parts(tree):
        for key, (names, where) in known.items():
            code = text(part, key)
            if code and code not in names:
                yield (*loc, key), _UNKNOWN.fill(code=code, where=where)
        if text(part, "agrees_with") and part["agrees_with"] == part.get("code"):
            yield (*loc, "agrees_with"), _ITSELF


def _uses(tree: Block, _context: Context) -> Found:
    first: dict[str, str] = {}
    for loc, part, _ in parts(tree):
        use = text(part, "use")
        if use and use in first:
            yield (*loc, "use"), _USED.fill(use=use, code=first[use])
        first.setdefault(use, text(part, "code"))


CHECKS = (_name_and_year, _unique_codes, _form_of_codes, _weights, _kinds, _has_parts, _references, _uses)

_FRAMEWORK = Text(
    th="'{code}' ใช้เป็นรหัสไม่ได้ ต้องเป็นหน่วยงานผู้ประเมินกับปี พ.ศ. เช่น obec-2565 หรือ obec-2566-draft",
    en="'{code}' cannot be a code. Write the assessing body and the year, like obec-2565 or obec-2566-draft.",
)
_OTHER_NAME = Text(
    th="เป็น '{code}' แต่ไฟล์ชื่อ {name}.yaml โปรดแก้ให้ตรงกัน",
    en="is '{code}' but the file is {name}.yaml. Make the two the same.",
)
_OTHER_YEAR = Text(
    th="เป็น {year} แต่รหัสคือ {code} โปรดแก้ให้เป็นปีเดียวกัน",
    en="is {year} but the code is {code}. Make it the same year.",
)
_OTHER_BODY = Text(
    th="เป็น '{body}' แต่รหัสคือ {code} โปรดแก้ให้ตรงกัน",
    en="is '{body}' but the code is {code}. Make the two the same.",
)
_TWICE = Text(
    th="'{code}' ใช้ซ้ำ รหัสต้องไม่ซ้ำกันทั้งไฟล์", en="'{code}' is used twice. Codes must be unique in a file."
)
_TWICE_HERE = Text(
    th="'{code}' ซ้ำกันในรายการนี้ โปรดเก็บไว้แห่งเดียว",
    en="'{code}' stands twice in this list. Keep one of the two.",
)
_NOT_CANONICAL = Text(
    th="'{code}' ไม่ใช่รูปแบบรหัส เขียนเป็น '{canonical}' หรือรหัสอย่าง iit, 1, 9.1, o1, i1, i1.1",
    en="'{code}' is not the form of a code. Write '{canonical}', or a code like iit, 1, 9.1, o1, i1, i1.1.",
)
_NOT_BELOW = Text(
    th="'{code}' อยู่ใต้ '{above}' จึงต้องขึ้นต้นด้วย '{above}.'",
    en="'{code}' stands under '{above}' and must begin with '{above}.'",
)
_SOME_WEIGHTS = Text(
    th="บางส่วนมีน้ำหนักแต่ {codes} ไม่มี โปรดระบุให้ครบ หรือไม่ระบุเลยถ้าเท่ากัน",
    en="some have a weight but {codes} have none. Give every one a weight, or none if they share equally.",
)
_WEIGHTS = Text(
    th="น้ำหนักของ {codes} รวมกันได้ {total} ไม่ใช่ 1 โปรดแก้ไข",
    en="the weights of {codes} add up to {total}, not 1. Correct them.",
)
_NO_WEIGHT = Text(
    th="มีน้ำหนักเป็น 0 โปรดให้น้ำหนักหรือลบส่วนนั้นออก", en="one has the weight 0. Give it a weight or take it out."
)
_WRONG_PARTS = Text(
    th="เครื่องมือชนิด {kind} มี {key} ไม่ได้ แบบสำรวจมี questions ส่วนรายการมี sub_indicators",
    en="an instrument of the kind {kind} cannot have {key}. A survey has questions, items sub_indicators.",
)
_NO_SAMPLING = Text(
    th="เครื่องมือที่เป็นรายการไม่มีกลุ่มตัวอย่าง โปรดลบออก",
    en="an instrument of items asks nobody. Take the sampling out.",
)
_NO_STREAMS = Text(
    th="เครื่องมือที่เป็นรายการไม่มีช่องทางการตอบ โปรดลบออก",
    en="an instrument of items has no streams of answers. Take streams out.",
)
_NO_PARTS = Text(
    th="'{code}' ไม่มีส่วนย่อย เฉพาะร่าง (draft: true) เท่านั้นที่ขาดได้",
    en="'{code}' has no parts. Only a draft (draft: true) may lack them.",
)
_UNKNOWN = Text(
    th="ไม่มี '{code}' ใน {where} โปรดเพิ่มหรือแก้รหัส",
    en="'{code}' is not in {where}. Add it there or mend the code.",
)
_ITSELF = Text(th="ชี้ไปที่ข้อตนเอง โปรดระบุข้ออื่น", en="names the item itself. Name the one that it must follow.")
_USED = Text(
    th="'{code}' เป็น {use} อยู่แล้ว มีได้ข้อเดียวในหนึ่งปี",
    en="'{code}' is the item for {use} already. A year has only one.",
)
_YEAR_BEFORE = Text(th="ไฟล์ของปีก่อน", en="the file of the year before")
