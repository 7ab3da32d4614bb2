"""A document as PDF/A-2a and PDF/UA-1."""

from __future__ import annotations

import json
import re
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

_SPECIAL = re.compile(r"[\\.+*?()|\[\]{}^$&~#-]")


def render(document: Document) -> bytes:
    """Set the document. The same document gives the same bytes."""
    payload = json.dumps(_book(prepared(document)), ensure_ascii=False)
    return typeset.pdf(
        _template(),
        inputs={"document": typeset.showable(payload)},
        timestamp=int(document.made_at.timestamp()),
    )


@lru_cache(maxsize=1)
def _template() -> str:
    return typeset.part("chart.typ") + typeset.part("book.typ")


def _book(document: Document) -> dict[str, Any]:
    names = Names(document)
    return {
        "title": document.title,
        "author": document.author,
        "subject": document.subject,
        "language": document.language,
        "header": document.header,
        "footer": document.footer,
        "page": words.PAGE.in_(document.language),
        "digits": [words.with_digits(str(digit), document.digits) for digit in range(10)],
        # the longest first: of two words that begin alike, the whole one is kept
        "keep": _kept(document),
        "sections": [
            {
                "landscape": section.landscape,
                "blocks": [_block(names(block), document) for block in section.blocks],
            }
            for section in sections(document.blocks)
        ],
    }


def _kept(document: Document) -> list[dict[str, str]]:
    """Patterns of what is never broken over a line, each with a word as wide as it gets."""
    # the longest first: of two words that begin alike, the whole one is kept
    longest_first = sorted(document.keep_whole, key=len, reverse=True)
    kept = [{"word": word, "pattern": _SPECIAL.sub(r"\\\g<0>", word)} for word in longest_first]
    return [*kept, *({"word": word, "pattern": pattern} for word, pattern in words.KEPT_TOGETHER)]


def _block(block: Block | Numbered, document: Document) -> dict[str, Any]:
    match block:
        case Cover(title, lines):
            told: dict[str, Any] = {"kind": "cover", "title": title, "lines": lines}
        case Contents(title):
            told = {"kind": "contents", "title": title}
        case Heading(text, level):
            told = {"kind": "heading", "text": text, "level": level}
        case Paragraph(text, style, verbatim):
            indent = document.language == "th" and not verbatim
            told = {"kind": "paragraph", "text": text, "style": style, "indent": indent}
        case Bullets(texts):
            told = {"kind": "bullets", "items": texts}
        case Signature(lines):
            told = {"kind": "signature", "lines": lines, "sign": words.SIGN_HERE.in_(document.language)}
        case Numbered(name, Table() as table):
            told = {"kind": "table", "name": name, **_table(table)}
        case Numbered(name, Figure() as figure):
            told = {"kind": "figure", "name": name, **_figure(figure)}
        case _:
            told = {"kind": "pagebreak"}
    return told


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "caption": figure.caption,
        "alt": figure.description,
        "chart": parted(figure.svg),
    }


def _table(table: Table) -> dict[str, Any]:
    whole = sum(column.width for column in table.columns)
    return {
        "caption": table.caption,
        "note": table.note,
        "columns": [
            {"title": c.title, "unit": c.unit, "share": c.width / whole, "right": c.kind == "number"}
            for c in table.columns
        ],
        "rows": list(_rows(table)),
    }


def _rows(table: Table) -> Iterator[dict[str, Any]]:
    hung = 0  # rows to come that a cell above reaches into
    level = 1  # of the table's own head; two heads of one level that follow each other end Typst with a panic
    for row, starts in zip(table.rows, places(table), strict=True):
        alone = not hung and all(cell.rows == 1 for cell in row.cells)
        level = level + 1 if row.style == "group" and alone else 1
        yield {
            "style": row.style,
            "heads": level if level > 1 else 0,  # repeats on the next page, stays with its rows
            "cells": [
                _cell(cell, start, table.columns[start])
                for cell, start in zip(row.cells, starts, strict=True)
            ],
        }
        hung = max(hung, *(cell.rows for cell in row.cells), 1) - 1


def _cell(cell: Cell, start: int, column: Column) -> dict[str, Any]:
    return {
        "text": cell.shown,
        "bullets": cell.bullets,
        "rows": cell.rows,
        "columns": cell.columns,
        "start": start,
        "right": column.kind == "number" and cell.columns == 1,
    }
