"""Personal numbers that a page or a file shows. A sentence never holds the number itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from prongsai.collect.evidence.reading import places
from prongsai.collect.evidence.reading.content import Concern, Content
from prongsai.core.text import Text

MOST = 50  # concerns of one content; the file has to be looked through by then
_SHOWN = 2  # last digits that are shown
_APART = r"[ \u00a0-]?"
_ID = re.compile(rf"(?<![\d-])[1-8](?:{_APART}\d){{12}}(?!-?\d)")
_PHONE = re.compile(rf"(?<![\d-])(?:\+?66{_APART}|0)[689]\d?{_APART}\d(?:{_APART}\d){{6,7}}(?!-?\d)")
_ACCOUNT = re.compile(r"(?<![\d-])\d{3}-\d-\d{5}-\d(?!-?\d)")
_NAMED_ACCOUNT = re.compile(
    r"(?:เลขที่บัญชี|เลขบัญชี|บัญชีเลขที่|หมายเลขบัญชี|account\s*(?:no|number|#))\D{0,20}(\d(?:[ -]?\d){8,14})(?!\d)",
    re.IGNORECASE,
)
_WEIGHTS = range(13, 1, -1)


def concerns_of(content: Content, *, public_contacts: bool = False) -> tuple[Concern, ...]:
    """Give what an office should know of before it publishes: what the file hides, then personal numbers.

    public_contacts  mobile numbers are meant to be shown, as on pages of executives, contacts and services.
    """
    found: dict[tuple[str, Text], list[str]] = {}
    for text, place in _pieces(content):
        for code, number in _numbers(text):
            if not (public_contacts and code == "phone"):
                found.setdefault((code, place), []).append(number)
    said = (_said(code, place, numbers) for (code, place), numbers in found.items())
    return tuple(chain(content.concerns, said))[:MOST]


def is_citizen_id(digits: str) -> bool:
    """Whether thirteen digits are the number of a person, by the check digit; a company's begins with 0."""
    if not re.fullmatch("[1-8][0-9]{12}", digits):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[:-1], strict=True))
    return (11 - total % 11) % 10 == int(digits[-1])


def _pieces(content: Content) -> Iterator[tuple[str, Text]]:
    yield content.title, places.TITLE
    yield from ((block.text, block.place) for block in content.blocks)
    for table in content.tables:
        for cell in chain(table.heads, *table.rows):
            yield cell, table.place


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    """Kinds and digits of the personal numbers in a stretch of text; each stretch counts as one kind only."""
    for code, pattern in _KINDS:
        for found in pattern.finditer(text):
            number = re.sub(r"\D", "", found[found.lastindex or 0])
            if code != "citizen_id" or is_citizen_id(number):
                yield code, number
                text = text.replace(found[0], " " * len(found[0]))


def _said(code: str, place: Text, numbers: Iterable[str]) -> Concern:
    different = list(dict.fromkeys(numbers))
    masked = "•" * (len(different[0]) - _SHOWN) + different[0][-_SHOWN:]
    return Concern(code, _SENTENCES[code].fill(count=len(different), masked=masked), place)


_KINDS = (("citizen_id", _ID), ("account", _NAMED_ACCOUNT), ("account", _ACCOUNT), ("phone", _PHONE))
_SENTENCES = {
    "citizen_id": Text(
        th="มีเลขที่ตรงกับรูปแบบเลขประจำตัวประชาชน {count} เลข เช่น {masked}",
        en="{count} number(s) have the form of a citizen's id, such as {masked}.",
    ),
    "account": Text(
        th="มีเลขที่คล้ายเลขบัญชีธนาคาร {count} เลข เช่น {masked}",
        en="{count} number(s) look like a bank account, such as {masked}.",
    ),
    "phone": Text(
        th="มีหมายเลขโทรศัพท์มือถือ {count} หมายเลข เช่น {masked}",
        en="{count} mobile number(s) are shown, such as {masked}.",
    ),
}
