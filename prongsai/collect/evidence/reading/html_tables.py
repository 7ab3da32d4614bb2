"""Tables of a page, with merged cells unrolled; tables that only lay the page out are none."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from prongsai.collect.evidence.reading.content import Grid
from prongsai.collect.evidence.reading.heads import laid
from prongsai.collect.evidence.reading.html_words import attribute, words
from prongsai.core.text import Text

MOST_CELLS = 200_000
_MOST_SPAN = 100
_NUMBER = re.compile("[0-9]{1,9}")
_PLAIN = ("presentation", "none")
_NO_CELLS = ("table", "form", "h1", "h2", "h3", "h4", "iframe")  # what no cell of a table of figures holds


def is_layout(table: LexborNode) -> bool:
    """Whether a table only places parts of the page side by side, as old sites do."""
    if attribute(table, "role") in _PLAIN:
        return True
    if sum(node.tag in _NO_CELLS for node in table.traverse()) > 1:  # the table itself is one
        return True
    rows = [list(_cells(row)) for row in _rows(table)]
    several = len(rows) > 1 and any(len(cells) > 1 for cells in rows)
    return not several and not any(cell.tag == "th" for cells in rows for cell in cells)


def read(table: LexborNode, place: Text) -> tuple[Grid | None, tuple[str, ...]]:
    """Read a table, None where nothing is in it, and the lines above its heads."""
    rows: list[list[str]] = []
    marked, still, count = 0, True, 0
    above: dict[int, tuple[str, int]] = {}  # column -> text of a cell that comes down, rows to come
    for row in _rows(table):
        cells = list(_cells(row))
        rows.append(_unrolled(cells, above))
        parent = row.parent
        still = still and bool(cells) and (_in_head(parent) or all(cell.tag == "th" for cell in cells))
        marked += still
        count += len(rows[-1])
        if count > MOST_CELLS:
            break
    return laid(place, rows, marked=marked)


def _in_head(parent: LexborNode | None) -> bool:
    return parent is not None and parent.tag == "thead"


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    return (row for row in table.traverse() if row.tag == "tr")


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (cell for cell in row.iter() if cell.tag in ("td", "th"))


def _unrolled(cells: list[LexborNode], above: dict[int, tuple[str, int]]) -> list[str]:
    texts: list[str] = []
    waiting = deque((words(cell), _span(cell, "colspan"), _span(cell, "rowspan")) for cell in cells)
    while waiting or len(texts) in above:
        here = len(texts)
        if here in above:
            text, left = above.pop(here)
            if left > 1:
                above[here] = text, left - 1
            texts.append(text)
        else:
            text, columns, down = waiting.popleft()
            above.update({here + at: (text, down - 1) for at in range(columns) if down > 1})
            texts += [text] * columns
    return texts


def _span(cell: LexborNode, name: str) -> int:
    found = _NUMBER.fullmatch(attribute(cell, name).strip())
    return min(max(int(found[0]), 1), _MOST_SPAN) if found else 1
