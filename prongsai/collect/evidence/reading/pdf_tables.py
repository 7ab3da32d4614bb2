"""Tables that can be seen on a page of a PDF: words in lines, lines in columns.

A PDF knows words and where they stand, but no cells. What is found is a guess, so it says it is not marked.
Only tables of three columns and more are looked for: words in two places on a line are too often none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from prongsai.collect.evidence.reading import places
from prongsai.collect.evidence.reading.content import Grid
from prongsai.collect.evidence.reading.heads import laid
from prongsai.collect.evidence.reading.normal import normal
from prongsai.collect.evidence.reading.pdf_pages import Box

LEAST_COLUMNS = 3
_SAME_LINE = 0.35  # of a line's height that tops of words on one line may differ
_APART = 0.5  # of it: a gap between cells; a space between words is less
_TOGETHER = 0.08  # of it: parts of one word
_NEXT = 2.2  # heights from one line to the next of the same table

_THAI = re.compile("[ก-๎]")
Line = list[Box]


@dataclass(slots=True)
class _Column:
    left: float
    right: float


def found(boxes: Mapping[int, Sequence[Box]]) -> Iterator[Grid]:
    """Give the tables of all pages, numbered through the file."""
    number = 0
    for page, words in boxes.items():
        for area in _areas(_lines(words)):
            made, _ = laid(places.table(number + 1, places.page(page)), _rows(area))
            if made and len(made.rows) > 0:
                number += 1
                yield made


def _lines(words: Sequence[Box]) -> list[Line]:
    """Words by line, those that stand close made one."""
    if not words:
        return []
    height = median(word.bottom - word.top for word in words)
    lines: list[Line] = []
    for word in sorted(words, key=lambda word: word.top):
        if lines and word.top - lines[-1][0].top < _SAME_LINE * height:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [_merged(sorted(line, key=lambda word: word.left), height) for line in lines]


def _merged(line: Line, height: float) -> Line:
    cells = [line[0]]
    for word in line[1:]:
        last, gap = cells[-1], word.left - cells[-1].right
        if gap < _APART * height:
            between = "" if gap < _TOGETHER * height else " "
            right = max(last.right, word.right)
            cells[-1] = Box(last.text + between + word.text, last.left, last.top, right, last.bottom)
        else:
            cells.append(word)
    return cells


def _areas(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines one below the other of which the first has several cells."""
    area: list[Line] = []
    for line in lines:
        if area and _goes_on(area, line):
            area.append(line)
            continue
        if len(area) > 1:
            yield area
        area = [line] if len(line) >= LEAST_COLUMNS else []
    if len(area) > 1:
        yield area


def _goes_on(area: list[Line], line: Line) -> bool:
    """The next line of a table: near, and either several cells or more of a cell that is not the first."""
    last = area[-1][0]
    if line[0].top - last.top > _NEXT * (last.bottom - last.top):
        return False
    if len(line) > 1:
        return True
    touched = _touched(_columns(area), line[0])
    return len(touched) == 1 and touched[0] > 0


def _columns(area: list[Line]) -> list[_Column]:
    """Extents of the columns, from the lines with the most cells."""
    most = max(map(len, area))
    seeds = [line for line in area if len(line) == most]
    return [
        _Column(min(line[at].left for line in seeds), max(line[at].right for line in seeds))
        for at in range(most)
    ]


def _touched(columns: list[_Column], cell: Box) -> list[int]:
    """Columns under or over a cell; the nearest where there are none."""
    under = [at for at, column in enumerate(columns) if cell.left < column.right and cell.right > column.left]
    middle = (cell.left + cell.right) / 2
    nearest = min(
        range(len(columns)), key=lambda at: abs((columns[at].left + columns[at].right) / 2 - middle)
    )
    return under or [nearest]


def _rows(area: list[Line]) -> list[list[str]]:
    """Cells by row: a line without a first cell goes on with the row above."""
    columns = _columns(area)
    rows: list[list[str]] = []
    for line in area:
        cells = [""] * len(columns)
        for cell in line:
            for at in _touched(columns, cell):
                cells[at] = _with(cells[at], cell.text)
        if rows and not cells[0]:
            rows[-1] = [_with(above, below) for above, below in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    return [[normal(cell) for cell in row] for row in rows]


def _with(above: str, below: str) -> str:
    """A cell that goes on in the next line: Thai words have no space where a line ends."""
    thai = _THAI.match(above[-1:]) and _THAI.match(below[:1])
    return f"{above}{'' if thai else ' '}{below}".strip()
