"""PDFs: lines with their page, pages that are only pictures, links, and the tables that can be seen."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from prongsai.collect.evidence.reading import pdf_tables, pdfium, places, poppler
from prongsai.collect.evidence.reading.addresses import absolute
from prongsai.collect.evidence.reading.content import Block, Content, Kind, Link
from prongsai.collect.evidence.reading.entries import is_entry
from prongsai.collect.evidence.reading.normal import normal, unknown_letters
from prongsai.collect.evidence.reading.pdf_pages import MOST_PAGES, LockedError, Pages
from prongsai.core.text import Text

FEWEST = 20  # consonants and letters from which a page holds text
_LETTER = re.compile("[ก-ฮa-zA-Z]")
_LANGUAGE = re.compile(rb"/Lang\s*\(([A-Za-z-]{2,35})\)")


def read(body: bytes, *, address: str = "") -> Content:
    """Read a PDF; never raises, whatever it holds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "looked-at.pdf")
        path.write_bytes(body)
        try:
            pages = poppler.look(str(path)) or pdfium.look(str(path))
        except LockedError:
            return Content(kind=Kind.PDF, unreadable=_LOCKED)
    if pages is None:
        return Content(kind=Kind.PDF, unreadable=_BROKEN)
    texts = tuple(_lines(text) for text in pages.texts)
    language = _LANGUAGE.search(body)
    return Content(
        kind=Kind.PDF,
        title=normal(pages.title),
        language=language[1].decode().lower() if language else "",
        blocks=tuple(
            Block(line, places.page(number), is_entry=is_entry(line))
            for number, lines in enumerate(texts, start=1)
            for line in lines
        ),
        tables=tuple(pdf_tables.found(pages.boxes)),
        links=tuple(_links(pages, address)),
        pages=pages.count,
        scanned_pages=tuple(
            number for number, lines in enumerate(texts, start=1) if _is_scan(number, lines, pages.pictures)
        ),
        left_out=tuple(_left_out(pages, texts)),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(normal, text.splitlines()) if line)


def _is_scan(number: int, lines: tuple[str, ...], pictures: frozenset[int]) -> bool:
    return number in pictures and _letters(lines) < FEWEST


def _letters(lines: tuple[str, ...]) -> int:
    return sum(len(_LETTER.findall(line)) for line in lines)


def _links(pages: Pages, address: str) -> Iterator[Link]:
    for number, written in pages.links:
        whole = absolute(address, written)
        if whole:
            yield Link(whole, "", places.page(number))


def _left_out(pages: Pages, texts: tuple[tuple[str, ...], ...]) -> Iterator[Text]:
    if pages.count > len(texts):
        yield _LONG.fill(read=len(texts), count=pages.count, most=MOST_PAGES)
    strange = {at: sum(map(unknown_letters, lines)) for at, lines in enumerate(texts, start=1)}
    unread = [at for at, count in strange.items() if count * 10 > _letters(texts[at - 1]) + count]
    if unread:
        yield _PRIVATE.fill(pages=_listed(unread))
    drawn = not any(map(_letters, texts)) and not pages.pictures
    if drawn:
        yield _DRAWN


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN]))
    return f"{shown}, …" if len(numbers) > _SHOWN else shown


_SHOWN = 10  # numbers of pages in a sentence
_LOCKED = Text(th="ไฟล์ PDF มีรหัสผ่าน จึงอ่านไม่ได้", en="The PDF has a password and cannot be read.")
_BROKEN = Text(th="ไฟล์ PDF เสียหาย อ่านไม่ได้", en="The PDF is damaged and cannot be read.")
_LONG = Text(th="อ่าน {read} หน้าแรกจาก {count} หน้า", en="The first {read} of {count} pages were read.")
_PRIVATE = Text(
    th="ตัวอักษรในหน้า {pages} ใช้รหัสเฉพาะของแบบอักษร จึงอ่านไม่ออกบางส่วนหรือทั้งหมด",
    en="Letters on page {pages} have codes that only their font knows, and were not all read.",
)
_DRAWN = Text(
    th="ไม่มีตัวอักษรที่อ่านได้ ข้อความอาจเป็นลายเส้น", en="There are no letters to read; the words may be drawn."
)
