"""Whether what a machine is to look for makes sense: keys of each rule, least numbers, items, periods."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.checks import Rule
from prongsai.core.framework import Period
from prongsai.core.text import Text
from prongsai.frameworks.problems import Loc
from prongsai.frameworks.reading import Block, Entries
from prongsai.frameworks.tree import Context, Found, codes_of, entries, number, parts, text

_NEEDS = {
    Rule.WORDS: ("any",),
    Rule.COLUMNS: ("columns",),
    Rule.ACTIVITIES: ("least",),
    Rule.LANGUAGE: ("language",),
    Rule.APART: ("items",),
}
_MAY = {Rule.WORDS: ("least",), Rule.ROWS: ("least", "none"), Rule.FOLLOWS: ("least",)}
_KEYS = ("any", "least", "columns", "none", "language", "items")
_ALL = 100  # per cent
_MOST = 1000  # rows or activities; more is a slip of the hand
_WITHOUT_YEAR = {Period.STANDING, Period.PRESENT_EXECUTIVE}
_WITHOUT_MONTHS = _WITHOUT_YEAR | {Period.IN_FORCE, Period.LONGER_THAN_A_YEAR}
_UNTIMED: dict[str, set[Period]] = {Rule.YEAR: _WITHOUT_YEAR, Rule.MONTHS: _WITHOUT_MONTHS}


def _all(tree: Block) -> Iterator[tuple[Loc, Block, Block]]:
    """Place, check, and the item it belongs to."""
    for loc, item, level in parts(tree):
        for at, element in entries(item, "elements") if level == "items" else ():
            for index, check in entries(element, "check"):
                yield (*loc, "elements", at, "check", index), check, item


def _keys(tree: Block, _context: Context) -> Found:
    for loc, check, _ in _all(tree):
        rule = text(check, "rule")
        if rule in list(Rule):
            needed = _NEEDS.get(Rule(rule), ())
            yield from ((loc, _MISSING.fill(rule=rule, key=key)) for key in needed if key not in check)
            strange = [
                key for key in _KEYS if key in check and key not in (*needed, *_MAY.get(Rule(rule), ()))
            ]
            yield from (((*loc, key), _STRANGE.fill(rule=rule, key=key)) for key in strange)


def _least(tree: Block, _context: Context) -> Found:
    for loc, check, _ in _all(tree):
        least, most, phrases = number(check, "least"), _MOST, check.get("any")
        if check.get("rule") == Rule.FOLLOWS:
            most = _ALL
        if check.get("rule") == Rule.WORDS and isinstance(phrases, Entries):
            most = len(phrases)
        if least is not None and not 1 <= least <= most:
            yield (*loc, "least"), _RANGE.fill(least=least, most=most)


def _items(tree: Block, _context: Context) -> Found:
    known = codes_of(tree, "items")
    for loc, check, item in _all(tree):
        named = check.get("items")
        for index, code in enumerate(named if isinstance(named, Entries) else ()):
            if isinstance(code, str) and code not in known:
                yield (*loc, "items", index), _UNKNOWN.fill(code=code)
            if code == item.get("code"):
                yield (*loc, "items", index), _ITSELF


def _belongs(tree: Block, _context: Context) -> Found:
    for loc, check, item in _all(tree):
        rule, period = text(check, "rule"), text(item, "period")
        if rule == Rule.FOLLOWS and "agrees_with" not in item:
            yield (*loc, "rule"), _FOLLOWS
        if period in _UNTIMED.get(rule, ()):
            yield (*loc, "rule"), _TIMELESS.fill(rule=rule, period=period)


CHECKS = (_keys, _least, _items, _belongs)

_MISSING = Text(th="กฎแบบ {rule} ต้องมี {key} โปรดเพิ่ม", en="the rule {rule} needs {key}. Add it.")
_STRANGE = Text(
    th="{key} ไม่ใช่ของกฎแบบ {rule} โปรดลบออก", en="{key} does not belong to the rule {rule}. Take it out."
)
_RANGE = Text(
    th="ต้องอยู่ระหว่าง 1 ถึง {most} ไม่ใช่ {least}", en="must be 1 to {most}, not {least}. Correct the number."
)
_UNKNOWN = Text(
    th="ไม่มีข้อ '{code}' ในกรอบนี้ โปรดแก้รหัส",
    en="no item of this framework has the code '{code}'. Mend the code.",
)
_ITSELF = Text(th="ชี้ไปที่ข้อตนเอง โปรดระบุข้ออื่น", en="names the item itself. Name another one.")
_FOLLOWS = Text(
    th="ใช้ได้เฉพาะข้อที่มี agrees_with ซึ่งบอกว่าต้องตรงกับข้อใด",
    en="works only in an item with agrees_with, which says what it must follow.",
)
_TIMELESS = Text(
    th="กฎแบบ {rule} ใช้กับข้อที่ period เป็น {period} ไม่ได้ เพราะไม่มีช่วงเวลาให้ตรวจ",
    en="the rule {rule} cannot be in an item of the period {period}: it has no such time to look for.",
)
