"""Which row of a table names its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.collect.evidence.reading.content import Grid
from prongsai.core.text import Text

Cells = tuple[str, ...]
_FIGURE = re.compile(r"[\d.,:/%()฿\s-]+")
_ABOVE = 6  # rows that may stand above the heads: titles, units
_AT_LEAST = 2  # columns


def laid(
    place: Text, rows: Sequence[Sequence[str]], *, marked: int = 0
) -> tuple[Grid | None, tuple[str, ...]]:
    """Make a table of rows of texts, None where they hold nothing, and give the lines above its heads.

    marked  how many rows the file itself names heads. Without one, the first row that could be heads is taken
            for them and the table says that it is not marked.
    """
    width = max(map(len, rows), default=0)
    filled = [tuple(row) + ("",) * (width - len(row)) for row in rows]
    top = [row for row in filled[:marked] if len(_said(row)) >= min(width, _AT_LEAST)]
    if top:
        body = tuple(row for row in filled[marked:] if any(row))
        return Grid(place, _joined(top), body), ()
    said = [row for row in filled if any(row)]
    return _guessed(place, said) if said else (None, ())


def _guessed(place: Text, rows: list[Cells]) -> tuple[Grid, tuple[str, ...]]:
    above = 0
    while above < min(_ABOVE, len(rows)) and len(_said(rows[above])) < _AT_LEAST:
        above += 1
    if above == len(rows):
        return Grid(place, (), tuple(rows), is_marked=False), ()
    titles = tuple(next(filter(None, row)) for row in rows[:above])
    if not _could_be_heads(rows[above]):
        return Grid(place, (), tuple(rows[above:]), is_marked=False), titles
    top = rows[above : above + 2] if _goes_on(rows[above : above + 2]) else rows[above : above + 1]
    return Grid(place, _joined(top), tuple(rows[above + len(top) :]), is_marked=False), titles


def _could_be_heads(row: Cells) -> bool:
    """More than half of the cells say something, and most of that is words."""
    said = [cell for cell in row if cell]
    words = [cell for cell in said if not _FIGURE.fullmatch(cell)]
    return 2 * len(said) > len(row) and 2 * len(words) > len(said) and bool(words) and said[0] in words


def _goes_on(rows: list[Cells]) -> bool:
    """Heads of two rows: the upper spans columns that the lower tells apart, and no figure is among them."""
    if len(rows) < 2 or any(_FIGURE.fullmatch(cell) for cell in rows[1] if cell):  # noqa: PLR2004  # two rows
        return False
    upper, lower = rows
    same = [at for at in range(1, len(upper)) if upper[at] and upper[at] == upper[at - 1]]
    return bool(same) and all(lower[at] != lower[at - 1] for at in same) and _repeats(upper, lower)


def _repeats(upper: Cells, lower: Cells) -> bool:
    """A column that is not divided says the same in both rows, or nothing in the lower."""
    spans = {cell for at, cell in enumerate(upper) if at and cell == upper[at - 1]}
    return all(below in ("", cell) for cell, below in zip(upper, lower, strict=True) if cell not in spans)


def _joined(rows: Sequence[Cells]) -> Cells:
    return tuple(
        " ".join(dict.fromkeys(cell for cell in column if cell)) for column in zip(*rows, strict=True)
    )


def _said(row: Cells) -> set[str]:
    return {cell for cell in row if cell}
