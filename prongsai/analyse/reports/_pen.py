"""Writes blocks in one language, and counts the tables so that a sentence can name its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from prongsai.analyse.story import NO_WORDS, Story
from prongsai.core.naming import STATES, state
from prongsai.core.result import Result
from prongsai.core.score import State
from prongsai.core.text import Language, Text
from prongsai.documents.model import (
    Block,
    Bullets,
    Cell,
    Column,
    ColumnKind,
    Figure,
    Heading,
    Paragraph,
    ParagraphStyle,
    Row,
    Table,
)

NOTHING = Text(th="–", en="–")


@dataclass
class Pen:
    """The blocks written so far, and what they are written from."""

    story: Story
    language: Language
    blocks: list[Block] = field(default_factory=list)
    chapters: int = 0

    @property
    def result(self) -> Result:
        return self.story.result

    @property
    def places(self) -> int:
        return self.story.framework.rounding.places

    @property
    def next_table(self) -> int:
        """The number that the next table will get."""
        return 1 + sum(isinstance(block, Table) for block in self.blocks)

    def __call__(self, text: Text) -> str:
        return text.in_(self.language)

    def write(self, *blocks: Block) -> None:
        self.blocks += blocks

    def chapter(self, text: Text) -> None:
        self.chapters += 1
        self.write(Heading(f"{self.chapters}. {self(text)}", 1))

    def heading(self, text: Text, level: Literal[1, 2, 3] = 2) -> None:
        self.write(Heading(self(text), level))

    def say(self, *texts: Text, style: ParagraphStyle = "body") -> None:
        """Write texts as one paragraph, in their order."""
        said = " ".join(self(text) for text in texts if text.th)
        if said:
            self.write(Paragraph(said, style))

    def own_words(self, text: Text) -> None:
        """Write an office's text as it stands: a paragraph a line."""
        self.write(*(Paragraph(line.strip()) for line in self(text).splitlines() if line.strip()))

    def bullets(self, texts: Iterable[Text]) -> None:
        said = tuple(self(text) for text in texts)
        if said:
            self.write(Bullets(said))

    def table(
        self,
        caption: Text,
        columns: Sequence[Column],
        rows: Iterable[Row],
        *,
        note: Text = NO_WORDS,
        landscape: bool = False,
    ) -> int:
        """Write a table and give the number it gets."""
        number = self.next_table
        self.write(Table(self(caption), tuple(columns), tuple(rows), self(note), landscape))
        return number

    def figure(self, caption: Text, svg: str, description: str, narrow: str) -> None:
        self.write(Figure(self(caption), svg, description, narrow))

    # cells

    def column(self, title: Text, width: float, kind: ColumnKind = "text", unit: str = "") -> Column:
        return Column(self(title), width, kind, unit)

    def text(self, text: Text, *, rows: int = 1, columns: int = 1) -> Cell:
        return Cell(self(text), rows=rows, columns=columns)

    def number(self, value: Decimal | None, places: int | None = None) -> Cell:
        """A number; where there is none, that there are no data yet: never 0."""
        if value is None:
            return self.text(STATES[State.MISSING])
        return Cell(value=value, places=self.places if places is None else places)

    def whole(self, value: int | None) -> Cell:
        return self.number(None if value is None else Decimal(value), 0)

    def points(self, code: str) -> Cell:
        """The printed points of a part, or the word for why there are none."""
        figure = self.result.printed(code)
        return self.text(state(self.result.by_code[code])) if figure is None else self.number(figure)

    def worth(self, code: str) -> Cell:
        return self.number(self.result.rounded(self.result.stakes[code].worth))

    def lost(self, code: str) -> Cell:
        lost: Fraction | None = self.result.stakes[code].lost
        return self.text(NOTHING) if lost is None else self.number(self.result.rounded(lost))
