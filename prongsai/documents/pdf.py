"""A document as PDF/A-2a and PDF/UA-1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from prongsai.documents import typeset, words
from prongsai.documents.lettering import parted
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
    Paragraph,
    Signature,
    Table,
    places,
)
from prongsai.documents.prepare import Names, Numbered, prepared, sections

Told = str | list[str | dict[str, str]]  # a text, or its pieces


def render(document: Document) -> bytes:
    """Set the document. The same document gives the same bytes."""
    payload = json.dumps(_Teller(prepared(document)).book(), ensure_ascii=False)
    return typeset.pdf(
        _template(),
        inputs={"document": typeset.showable(payload)},
        timestamp=int(document.made_at.timestamp()),
    )


@lru_cache(maxsize=1)
def _template() -> str:
    return typeset.part("chart.typ") + typeset.part("book.typ")


class _Teller:
    """Tells the template a document, its texts parted by where lines may end."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.split = words.Splitter(document.keep_whole)
        self.names = Names(document)

    def __call__(self, text: str) -> Told:
        pieces = self.split(text)
        if all(piece.kind == "plain" for piece in pieces):
            return text
        return [piece.text if piece.kind == "plain" else {piece.kind: piece.text} for piece in pieces]

    def all(self, texts: tuple[str, ...]) -> list[Told]:
        return list(map(self, texts))

    def book(self) -> dict[str, Any]:
        document = self.document
        return {
            "title": document.title,
            "author": document.author,
            "subject": document.subject,
            "language": document.language,
            "header": self(document.header),
            "footer": self(document.footer),
            "page": words.PAGE.in_(document.language),
            "digits": [words.with_digits(str(digit), document.digits) for digit in range(10)],
            "sections": [
                {
                    "landscape": each.landscape,
                    "blocks": [self.block(self.names(block)) for block in each.blocks],
                }
                for each in sections(document.blocks)
            ],
        }

    def block(self, block: Block | Numbered) -> dict[str, Any]:
        match block:
            case Cover(title, lines):
                told: dict[str, Any] = {"kind": "cover", "title": self(title), "lines": self.all(lines)}
            case Contents(title):
                told = {"kind": "contents", "title": title}
            case Heading(text, level):
                told = {"kind": "heading", "text": self(text), "level": level}
            case Paragraph(text, style, verbatim):
                indent = self.document.language == "th" and not verbatim
                told = {"kind": "paragraph", "text": self(text), "style": style, "indent": indent}
            case Bullets(texts):
                told = {"kind": "bullets", "items": self.all(texts)}
            case Signature(lines):
                place = words.SIGN_HERE.in_(self.document.language)
                told = {"kind": "signature", "lines": self.all(lines), "sign": place}
            case Numbered(name, Table() as table):
                told = {"kind": "table", "name": name, "caption": self(table.caption), **_table(table, self)}
            case Numbered(name, Figure() as figure):
                told = {"kind": "figure", "name": name, "caption": self(figure.caption), **_figure(figure)}
            case _:
                told = {"kind": "pagebreak"}
        return told


def _figure(figure: Figure) -> dict[str, Any]:
    return {"alt": figure.description, "chart": parted(figure.svg)}


def _table(table: Table, tell: _Teller) -> dict[str, Any]:
    whole = sum(column.width for column in table.columns)
    return {
        "note": tell(table.note),
        "columns": [
            {"title": tell(c.title), "unit": c.unit, "share": c.width / whole, "right": c.kind == "number"}
            for c in table.columns
        ],
        "rows": list(_rows(table, tell)),
    }


def _rows(table: Table, tell: _Teller) -> Iterator[dict[str, Any]]:
    hung = 0  # rows to come that a cell above reaches into
    level = 1  # of the table's own head; two heads of one level that follow each other end Typst with a panic
    for row, starts in zip(table.rows, places(table), strict=True):
        alone = not hung and all(cell.rows == 1 for cell in row.cells)
        level = level + 1 if row.style == "group" and alone else 1
        yield {
            "style": row.style,
            "heads": level if level > 1 else 0,  # repeats on the next page, stays with its rows
            "cells": [
                _cell(cell, start, table.columns[start], tell)
                for cell, start in zip(row.cells, starts, strict=True)
            ],
        }
        hung = max(hung, *(cell.rows for cell in row.cells), 1) - 1


def _cell(cell: Cell, start: int, column: Column, tell: _Teller) -> dict[str, Any]:
    return {
        "text": tell(cell.shown),
        "bullets": tell.all(cell.bullets),
        "length": sum(len(text) + 2 * text.count("\n") for text in (cell.shown, *cell.bullets)),
        "rows": cell.rows,
        "columns": cell.columns,
        "start": start,
        "right": column.kind == "number" and cell.columns == 1,
    }
