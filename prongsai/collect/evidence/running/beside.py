"""Files that a page leads to: they belong to what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urldefrag, urlsplit

from prongsai.collect.evidence.reading.content import Content, Kind
from prongsai.collect.evidence.running.looked import site_of

FILES = frozenset({".pdf", ".docx", ".xlsx", ".ods", ".csv", ".json", ".doc", ".xls"})
MOST_FILES = 24  # of one page: two years of months
MOST_PAGES = 40  # that are looked at to find the way from the main site


def files_of(content: Content, address: str) -> list[str]:
    """Addresses of files of the same site that a page leads to, in its order."""
    if content.kind is not Kind.HTML:
        return []
    found = (link for link in _links(content) if PurePosixPath(urlsplit(link).path).suffix.lower() in FILES)
    return [link for link in dict.fromkeys(found) if site_of(link) == site_of(address)][:MOST_FILES]


def pages_of(content: Content, address: str) -> list[str]:
    """Addresses of pages of the same site that a page leads to."""
    found = (
        link for link in _links(content) if PurePosixPath(urlsplit(link).path).suffix.lower() not in FILES
    )
    return [link for link in dict.fromkeys(found) if site_of(link) == site_of(address)][:MOST_PAGES]


def _links(content: Content) -> Iterator[str]:
    for link in content.links:
        if urlsplit(link.address).scheme in {"http", "https"}:
            yield urldefrag(link.address)[0]
