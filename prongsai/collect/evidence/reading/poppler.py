"""PDFs through poppler's programs, which keep Thai marks in order whatever made the file."""

from __future__ import annotations

import re
from html import unescape

from prongsai.collect.evidence.reading.pdf_pages import A_PICTURE, MOST_PAGES, Box, Pages
from prongsai.collect.evidence.reading.tools import run

_FACT = re.compile(r"^(Title|Pages):[ ]*(.*)$", re.MULTILINE)
_LINK = re.compile(r"^ *(\d+) +Annotation +(\S.*)$", re.MULTILINE)
_IMAGE = re.compile(r"^ *(\d+) +\d+ +(?:image|stencil) +(\d+) +(\d+) ", re.MULTILINE)
_PAGE = re.compile(r"<page\b")
_NUMBER = r'="(-?[0-9.]+)"'
_WORD = re.compile(rf"<word xMin{_NUMBER} yMin{_NUMBER} xMax{_NUMBER} yMax{_NUMBER}>([^<]*)</word>")
_MOST_BOXES = 5_000  # of one page
_LAST = str(MOST_PAGES)


def look(path: str) -> Pages | None:
    """Look into a file; None where poppler is not installed or cannot open it, locked as it may be."""
    told = run(["pdfinfo", path])
    written = run(["pdftotext", "-raw", "-enc", "UTF-8", "-l", _LAST, path, "-"])
    if told is None or written is None:
        return None
    facts = dict(_FACT.findall(told.decode("utf-8", "replace")))
    count = int(facts["Pages"]) if facts.get("Pages", "").isdigit() else 0
    if not count:
        return None
    texts = written.decode("utf-8", "replace").split("\f")[:-1]  # a page that has no end was not read
    return Pages(
        count=count,
        texts=tuple(texts),
        title=facts.get("Title", ""),
        pictures=_pictures(path),
        links=tuple(
            (int(page), address.strip()) for page, address in _LINK.findall(_said("pdfinfo", "-url", path))
        ),
        boxes=_boxes(path),
    )


def _said(*command: str) -> str:
    return (run(command) or b"").decode("utf-8", "replace")


def _pictures(path: str) -> frozenset[int]:
    pixels: dict[int, int] = {}
    for page, wide, high in _IMAGE.findall(_said("pdfimages", "-list", "-l", _LAST, path)):
        pixels[int(page)] = pixels.get(int(page), 0) + int(wide) * int(high)
    return frozenset(page for page, size in pixels.items() if size >= A_PICTURE)


def _boxes(path: str) -> dict[int, tuple[Box, ...]]:
    pages = _PAGE.split(_said("pdftotext", "-bbox", "-enc", "UTF-8", "-l", _LAST, path, "-"))[1:]
    return {number: _words(page) for number, page in enumerate(pages, start=1)}


def _words(page: str) -> tuple[Box, ...]:
    found = _WORD.findall(page)[:_MOST_BOXES]
    return tuple(
        Box(unescape(text), float(left), float(top), float(right), float(bottom))
        for left, top, right, bottom, text in found
    )
