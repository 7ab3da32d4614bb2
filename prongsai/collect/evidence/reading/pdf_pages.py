"""What a program found in a PDF, whichever program it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_PAGES = 300  # of one file; the rest is said to be unread
A_PICTURE = 150_000  # pixels from which the pictures of a page may be a scan of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """texts: lines as they stand, one text a page. pictures: numbers of pages with a large picture.

    links  (page, address). boxes: words of each page with left, top, right, bottom in points.
    """

    count: int
    texts: tuple[str, ...]
    title: str = ""
    pictures: frozenset[int] = frozenset()
    links: tuple[tuple[int, str], ...] = ()
    boxes: Mapping[int, tuple[Box, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Box:
    """A word, or words side by side, and where they stand on the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class LockedError(Exception):
    """A PDF asks for a password before it shows anything."""
