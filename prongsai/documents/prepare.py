"""A document made ready for every writer alike: clean texts, turned digits, headings in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, cast

from prongsai.documents import words
from prongsai.documents.model import (
    Block,
    Bullets,
    Cell,
    Column,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Signature,
    Table,
    places,
)

LED_IN = 2  # so many paragraphs between a heading and its landscape table move with it


@dataclass(frozen=True, slots=True)
class Numbered:
    """A table or figure with the name it is called by: "ตารางที่ 3"."""

    name: str
    block: Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one direction."""

    landscape: bool
    blocks: tuple[Block, ...]


def prepared(document: Document) -> Document:
    """Clean every text, turn the digits of what is not verbatim, and put the headings in order."""
    tell = _Teller(document)
    return replace(
        document,
        title=tell(document.title),
        author=words.clean(document.author),
        subject=tell(document.subject),
        header=tell(document.header),
        footer=tell(document.footer),
        keep_whole=tuple(filter(None, map(tell, document.keep_whole))),
        blocks=tuple(_in_order(map(tell.block, document.blocks))),
    )


def numbered(document: Document) -> Iterator[Block | Numbered]:
    """Give the blocks, tables and figures with their names."""
    names = Names(document)
    for block in document.blocks:
        yield names(block)


class Names:
    """Counts tables and figures as they come."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.counts = {Table: 0, Figure: 0}

    def __call__(self, block: Block) -> Block | Numbered:
        if not isinstance(block, Table | Figure):
            return block
        self.counts[type(block)] += 1
        label = words.TABLE if isinstance(block, Table) else words.FIGURE
        language, digits = self.document.language, self.document.digits
        return Numbered(
            words.numbered(label, self.counts[type(block)], language=language, digits=digits), block
        )


def sections(blocks: tuple[Block, ...]) -> list[Section]:
    """Part the blocks by the direction of their pages.

    A heading right before a landscape table, with a few words, goes to the table's pages. Page
    breaks at a change of direction are left out: the change is one.
    """
    done: list[Section] = []
    upright: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and block.landscape:
            lead = _lead(upright)
            before = _without_breaks(upright[: len(upright) - len(lead)], end=True, start=bool(done))
            if before:
                done.append(Section(landscape=False, blocks=before))
            done.append(Section(landscape=True, blocks=(*lead, block)))
            upright = []
        else:
            upright.append(block)
    rest = _without_breaks(upright, end=False, start=bool(done))
    return [*done, Section(landscape=False, blocks=rest)] if rest else done


def _lead(blocks: list[Block]) -> list[Block]:
    """The heading, or headings, and at most LED_IN paragraphs at the end of the blocks."""
    place = len(blocks)
    while place and len(blocks) - place < LED_IN and isinstance(blocks[place - 1], Paragraph):
        place -= 1
    start = place
    while start and isinstance(blocks[start - 1], Heading):
        start -= 1
    return blocks[start:] if start < place else []


def _without_breaks(blocks: list[Block], *, start: bool, end: bool) -> tuple[Block, ...]:
    first, last = 0, len(blocks)
    while start and first < last and isinstance(blocks[first], PageBreak):
        first += 1
    while end and last > first and isinstance(blocks[last - 1], PageBreak):
        last -= 1
    return tuple(blocks[first:last])


def _in_order(blocks: Iterator[Block]) -> Iterator[Block]:
    """Let no heading skip a level: readers who cannot see count on it, and PDF/UA forbids it."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = min(block.level, level + 1)
            yield replace(block, level=cast("Literal[1, 2, 3]", level))
        else:
            yield block


class _Teller:
    """Turns the texts of one document."""

    def __init__(self, document: Document) -> None:
        self.digits = document.digits

    def __call__(self, text: str) -> str:
        return words.with_digits(words.clean(text), self.digits)

    def all(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(self, texts))

    def block(self, block: Block) -> Block:
        done: Block = block
        match block:
            case Cover(title, lines):
                done = Cover(self(title), self.all(lines))
            case Contents(title):
                done = Contents(self(title))
            case Heading(text):
                done = replace(block, text=" ".join(self(text).split("\n")))
            case Paragraph(text, _, verbatim):
                done = replace(block, text=words.clean(text) if verbatim else self(text))
            case Bullets(texts):
                done = Bullets(self.all(texts))
            case Signature(lines):
                done = Signature(self.all(lines))
            case Table():
                done = self.table(block)
            case Figure(caption, svg, description, narrow):
                wide, small = (
                    words.svg_with_digits(words.clean(each), self.digits) for each in (svg, narrow)
                )
                done = Figure(self(caption), wide, self(description), small)
        return done

    def table(self, table: Table) -> Table:
        return replace(
            table,
            caption=self(table.caption),
            columns=tuple(replace(c, title=self(c.title), unit=self(c.unit)) for c in table.columns),
            rows=tuple(
                self.row(row, table, starts) for row, starts in zip(table.rows, places(table), strict=True)
            ),
            note=self(table.note),
        )

    def row(self, row: Row, table: Table, starts: list[int]) -> Row:
        columns = (table.columns[start] for start in starts)
        return replace(row, cells=tuple(map(self.cell, row.cells, columns)))

    def cell(self, cell: Cell, column: Column) -> Cell:
        if column.kind == "code" and cell.columns == 1:
            return replace(cell, text=words.clean(cell.shown), bullets=tuple(map(words.clean, cell.bullets)))
        return replace(cell, text=self(cell.shown), bullets=self.all(cell.bullets))
