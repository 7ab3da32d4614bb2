"""Files that are text and no page: lines, and JSON that lists things."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from prongsai.collect.evidence.reading import places
from prongsai.collect.evidence.reading.charsets import decoded
from prongsai.collect.evidence.reading.content import Block, Content, Grid, Kind
from prongsai.collect.evidence.reading.entries import is_entry
from prongsai.collect.evidence.reading.normal import normal
from prongsai.core.text import Text

MOST_BYTES = 8_000_000
MOST_ROWS = 100_000


def read_text(body: bytes, *, charset: str = "") -> Content:
    lines = map(normal, decoded(body[:MOST_BYTES], charset).splitlines())
    blocks = tuple(Block(line, places.WHOLE, is_entry=is_entry(line)) for line in lines if line)
    left_out = (_LONG.fill(most=MOST_BYTES // 1_000_000),) if len(body) > MOST_BYTES else ()
    return Content(kind=Kind.TEXT, blocks=blocks, left_out=left_out)


def read_json(body: bytes, *, charset: str = "") -> Content:
    """Lists of objects become tables; everything else is text."""
    try:
        held = json.loads(decoded(body[:MOST_BYTES], charset))
    except (ValueError, RecursionError):
        return Content(kind=Kind.JSON, unreadable=_NO_JSON)
    lists = list(_lists(held))
    tables = tuple(_table(each, number) for number, each in enumerate(lists, start=1))
    blocks = () if tables else (Block(normal(json.dumps(held, ensure_ascii=False)), places.WHOLE),)
    return Content(kind=Kind.JSON, blocks=blocks, tables=tables)


def _lists(held: Any) -> Iterator[list[Mapping[str, Any]]]:
    """Lists of objects, at the top or as values of objects that hold them."""
    waiting = deque([held])
    while waiting:
        here = waiting.popleft()
        if isinstance(here, Mapping):
            waiting.extend(here.values())
        elif isinstance(here, list) and here and all(isinstance(each, Mapping) for each in here):
            yield here[:MOST_ROWS]


def _table(objects: list[Mapping[str, Any]], number: int) -> Grid:
    keys = tuple(dict.fromkeys(key for each in objects[:100] for key in each))
    rows = tuple(tuple(_cell(each.get(key)) for key in keys) for each in objects)
    return Grid(places.table(number), tuple(map(normal, keys)), rows)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return normal(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


_LONG = Text(th="อ่านเฉพาะ {most} MB แรกของไฟล์", en="Only the first {most} MB of the file were read.")
_NO_JSON = Text(th="ไฟล์ JSON เสียหาย อ่านไม่ได้", en="The JSON is damaged and cannot be read.")
