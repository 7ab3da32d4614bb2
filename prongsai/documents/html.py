"""A document as one page that needs nothing beside it: its own style, type and pictures, and no script."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from importlib.resources import files
from pathlib import Path

from prongsai.documents import words
from prongsai.documents.fonts import web_fonts
from prongsai.documents.html_table import table
from prongsai.documents.html_text import Teller
from prongsai.documents.model import (
    Block,
    Bullets,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    Paragraph,
    Signature,
    Table,
)
from prongsai.documents.prepare import Names, Numbered, prepared

_IDS = re.compile(r'\b(id|aria-labelledby)="([^"]+)"|url\(#([^)]+)\)')


def render(document: Document) -> bytes:
    """Write the page. The same document gives the same bytes."""
    page = _Page(prepared(document))
    return "\n".join(page.parts()).encode()


class _Page:
    """Writes block after block; gives headings and tables their anchors."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tell = Teller(document.keep_whole)
        self.names = Names(document)
        self.counts = {"h": 0, "t": 0, "f": 0}

    def parts(self) -> Iterator[str]:
        document = self.document
        yield f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{escape(document.title)}</title>"
        for name, content in (("author", document.author), ("description", document.subject)):
            yield f'<meta name="{name}" content="{escape(content)}">'
        yield f"<style>\n{_faces(web_fonts())}{_style()}</style>\n</head>\n<body>"
        blocks = document.blocks
        if blocks and isinstance(blocks[0], Cover):
            yield self.cover(blocks[0])
            blocks = blocks[1:]
        else:
            yield f"<header><h1>{self.tell(document.title)}</h1></header>"
        yield "<main>"
        yield from (self.block(self.names(block)) for block in blocks)
        yield f"</main>\n<footer>{self.tell(document.footer)}</footer>\n</body>\n</html>\n"

    def anchor(self, kind: str) -> str:
        self.counts[kind] += 1
        return f"{kind}{self.counts[kind]}"

    def block(self, block: Block | Numbered) -> str:
        match block:
            case Cover():
                written = self.cover(block)
            case Contents(title):
                written = self.contents(title)
            case Heading() | Paragraph() | Bullets():
                written = self.text(block)
            case Signature(lines):
                written = self.signature(lines)
            case Numbered(name, Table() as of):
                written = table(name, of, anchor=self.anchor("t"), tell=self.tell)
            case Numbered(name, Figure() as figure):
                written = self.figure(name, figure)
            case _:
                written = '<div class="break"></div>'
        return written

    def text(self, block: Heading | Paragraph | Bullets) -> str:
        match block:
            case Heading(text, level):
                tag = f"h{level + 1}"  # the title is the only h1
                return f'<{tag} id="{self.anchor("h")}">{self.tell(text)}</{tag}>'
            case Paragraph(text, style):
                kind = f' class="{style}"' if style != "body" else ""
                return f"<p{kind}>{self.tell(text)}</p>"
            case Bullets(items):
                return "<ul>" + "".join(f"<li>{self.tell(item)}</li>" for item in items) + "</ul>"

    def cover(self, cover: Cover) -> str:
        lines = "".join(f"<p>{self.tell(line)}</p>" for line in cover.lines)
        return f'<header class="cover"><h1>{self.tell(cover.title)}</h1>{lines}</header>'

    def contents(self, title: str) -> str:
        headings = [block for block in self.document.blocks if isinstance(block, Heading)]
        entries = "".join(
            f'<li class="l{heading.level}"><a href="#h{place}">{self.tell(heading.text)}</a></li>'
            for place, heading in enumerate(headings, start=1)
        )
        head = f'<h2 id="contents">{self.tell(title)}</h2>'
        return f'<nav aria-labelledby="contents">{head}<ol>{entries}</ol></nav>'

    def signature(self, lines: tuple[str, ...]) -> str:
        place = f'<p class="place">{words.SIGN_HERE.in_(self.document.language)}</p>'
        told = "".join(f"<p>{self.tell(line)}</p>" for line in lines)
        return f'<div class="signature">{place}{told}</div>'

    def figure(self, name: str, figure: Figure) -> str:
        anchor = self.anchor("f")
        drawn = f'<div class="wide">{_own_ids(figure.svg, anchor)}</div>'
        if figure.narrow:
            drawn += f'<div class="narrow">{_own_ids(figure.narrow, f"{anchor}n")}</div>'
        kind = ' class="both"' if figure.narrow else ""
        caption = f"<figcaption><b>{escape(name)}</b>{self.tell(figure.caption)}</figcaption>"
        return f'<figure{kind} id="{anchor}">{drawn}{caption}</figure>'


def _own_ids(svg: str, prefix: str) -> str:
    """Give the picture ids that no other picture on the page has."""

    def renamed(found: re.Match[str]) -> str:
        attribute, names, painted = found.groups()
        if painted:
            return f"url(#{prefix}-{painted})"
        return f'{attribute}="{" ".join(f"{prefix}-{name}" for name in names.split())}"'

    return _IDS.sub(renamed, svg)


@lru_cache(maxsize=1)
def _style() -> str:
    return (files(__package__) / "page.css").read_text(encoding="utf-8")


@lru_cache(maxsize=2)
def _faces(folder: Path) -> str:
    """The type as part of the page, so that it looks the same without a network."""
    return "".join(
        f"@font-face {{ font-family: Sarabun; font-weight: {weight}; font-display: swap; "
        f"src: url(data:font/woff2;base64,{_base64(folder / name)}) format('woff2'); }}\n"
        for weight, name in ((400, "sarabun-regular.woff2"), (700, "sarabun-bold.woff2"))
    )


def _base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()
