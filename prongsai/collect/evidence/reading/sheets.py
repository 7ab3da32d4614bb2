"""Spreadsheets and CSV: every sheet that is shown is a table."""

from __future__ import annotations

from prongsai.collect.evidence.reading import places, sheet_hidden
from prongsai.collect.evidence.reading.content import Block, Concern, Content, Grid, Kind
from prongsai.collect.evidence.reading.heads import laid
from prongsai.collect.evidence.reading.normal import normal
from prongsai.core.text import Text
from prongsai.documents.rows import Unreadable
from prongsai.documents.tables import Table, TableError, read_tables

_LOOKS = {Kind.XLSX: sheet_hidden.of_xlsx, Kind.ODS: sheet_hidden.of_ods}


def read(body: bytes, kind: Kind) -> Content:
    """Read XLSX, ODS or CSV. Heads count as marked where they are the first row, as programs expect them."""
    try:
        found = read_tables(body, f"sheet.{kind}")
    except TableError as error:
        return Content(kind=kind, concerns=_concerns(body, kind), unreadable=error.problems[0])
    blocks: list[Block] = []
    tables: list[Grid] = []
    for number, each in enumerate(found, start=1):
        place = places.table(number) if kind is Kind.CSV else places.sheet(each.name)
        table, above = _laid(each, place)
        blocks += (Block(line, place) for line in above)
        tables += (table,) if table else ()
    return Content(kind=kind, blocks=tuple(blocks), tables=tuple(tables), concerns=_concerns(body, kind))


def _laid(each: Table, place: Text) -> tuple[Grid | None, tuple[str, ...]]:
    rows = [[normal(cell) for cell in row.cells] for row in each.rows]
    table, above = laid(place, rows)
    if table and table.heads and not above:
        table = Grid(table.place, table.heads, table.rows)
    return table, above


def _concerns(body: bytes, kind: Kind) -> tuple[Concern, ...]:
    if kind not in _LOOKS:
        return ()
    try:
        return tuple(_LOOKS[kind](body))
    except Unreadable:
        return ()
