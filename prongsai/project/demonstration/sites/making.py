"""Writes an invented site as files: pages, PDFs, a scanned PDF, tables as CSV, small pictures."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw

from prongsai.documents import pdf
from prongsai.documents.model import Bullets, Cell, Column, Document, Heading, Paragraph, Row, Table
from prongsai.project.demonstration.sites.content import Site

MADE_AT = datetime(2022, 4, 1, tzinfo=UTC)
_STYLE = (
    "body{font:18px/1.7 Sarabun,sans-serif;max-width:60rem;margin:auto;padding:1rem;color:#1b1b1b}"
    "nav a{margin-right:1rem;white-space:nowrap}nav{line-height:2.6}"
    "td,th{border:1px solid #767676;padding:.3rem .5rem;text-align:left}table{border-collapse:collapse}"
    "input{display:block;font:inherit;width:100%;max-width:30rem;padding:.4rem}"
)


def make(site: Site, folder: Path) -> None:
    """Write every page and file. Pages with a fault are left to `serving`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(page(site, site.office, site.front), encoding="utf-8")
    for name, about in site.pages.items():
        if "fault" in about:
            continue
        for file, content in _files(site, name, about):
            (folder / file).write_bytes(content)


def _files(site: Site, name: str, about: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    kind, body = about.get("is", ""), list(about["body"])
    if kind in {"pdf", "scan"}:
        paper = printed(site, about["title"], body)
        yield f"{name}.pdf", scanned(paper) if kind == "scan" else paper
        body = [{"link": [f"{name}.pdf", f"{about['title']} (PDF)"]}]
    if kind == "csv":
        yield f"{name}.csv", _csv(next(each["table"] for each in body if "table" in each))
        body.append({"link": [f"{name}.csv", f"{about['title']} (CSV)"]})
    for file, shows in (each["picture"] for each in about["body"] if "picture" in each):
        yield file, _picture(shows)
    yield f"{name}.html", page(site, about["title"], body).encode()


def page(site: Site, title: str, body: list[Any]) -> str:
    """One page of the site, with the menu that leads to all others."""
    menu = "".join(
        f'<a href="{name}.html">{escape(about["title"])}</a> ' for name, about in site.pages.items()
    )
    inner = "\n".join(_html(each) for each in body)
    return (
        f'<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>'
        f'<header><a href="index.html">{escape(site.office)}</a></header>'
        f"<main><h1>{escape(title)}</h1>\n{inner}</main><nav aria-label='เมนู'>{menu}</nav></body></html>"
    )


def _html(block: Any) -> str:
    match block:
        case str():
            text = escape(block)
            return f"<h2>{text[2:]}</h2>" if text.startswith("# ") else f"<p>{text}</p>"
        case {"list": entries}:
            return "<ul>" + "".join(f"<li>{escape(each)}</li>" for each in entries) + "</ul>"
        case {"table": {"heads": heads, "rows": rows}}:
            top = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
            lines = ("".join(f"<td>{escape(each)}</td>" for each in row) for row in rows)
            inner = "".join(f"<tr>{line}</tr>" for line in lines)
            return f"<table><thead><tr>{top}</tr></thead><tbody>{inner}</tbody></table>"
        case {"picture": [file, shows]}:
            return f'<img src="{escape(file)}" alt="{escape(shows)}" width="240" height="120">'
        case {"link": [address, text]}:
            return f'<p><a href="{escape(address)}">{escape(text)}</a></p>'
        case {"form": labels}:
            fields = "".join(
                f"<label>{escape(each)}<input name='f{n}'></label>" for n, each in enumerate(labels)
            )
            return f'<form method="post">{fields}<button>ส่ง</button></form>'
    raise ValueError(block)


def printed(site: Site, title: str, body: list[Any]) -> bytes:
    """The same as a PDF with text."""
    blocks = [Heading(title), *(each for part in body for each in _block(part))]
    return pdf.render(
        Document(
            title=title,
            language="th",
            author=site.office,
            subject=title,
            header=site.office,
            footer=title,
            made_at=MADE_AT,
            blocks=tuple(blocks),
        )
    )


def _block(part: Any) -> Iterator[Any]:
    match part:
        case str():
            yield Heading(part[2:], 2) if part.startswith("# ") else Paragraph(part)
        case {"list": entries}:
            yield Bullets(tuple(entries))
        case {"table": {"heads": heads, "rows": rows}}:
            columns = tuple(Column(head, 1) for head in heads)
            yield Table("ตาราง", columns, tuple(Row(tuple(Cell(each) for each in row)) for row in rows))


def scanned(paper: bytes) -> bytes:
    """The same paper as it comes out of a copier: pictures of its pages, and no text."""
    book = pypdfium2.PdfDocument(paper)
    first, *others = [each.render(scale=1.5).to_pil().convert("L") for each in book]
    book.close()
    kept = io.BytesIO()
    first.save(kept, "PDF", save_all=True, append_images=others, resolution=108)
    return kept.getvalue()


def _csv(table: Mapping[str, Any]) -> bytes:
    kept = io.StringIO()
    csv.writer(kept).writerows([table["heads"], *table["rows"]])
    return kept.getvalue().encode("utf-8-sig")


def _picture(shows: str) -> bytes:
    """A plain picture; what it shows stands in the page's words."""
    image = Image.new("RGB", (240, 120), "#e8eef4")
    ImageDraw.Draw(image).rectangle((8, 8, 231, 111), outline="#33526e", width=3 + len(shows) % 3)
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()
