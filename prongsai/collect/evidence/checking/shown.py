"""What an office shows for an item, and what is known around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from prongsai.collect.evidence.fetching.fetched import Fetched, Trouble
from prongsai.collect.evidence.reading.content import Content, Kind, Link
from prongsai.core.framework import Item
from prongsai.core.text import Text


class Gone(StrEnum):
    """Why an address shows nothing to a stranger."""

    NOT_FOUND = "not_found"  # 404, 410
    NO_NAME = "no_name"
    SOFT = "soft"  # says that it is there, and shows that it is not
    LOGIN = "login"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Try:
    """An earlier try at an address. gone: None if something was there, or if nobody can tell."""

    day: date
    gone: Gone | None = None

    @classmethod
    def of(cls, day: date, *, status: int = 0, trouble: Trouble | None = None) -> Try:
        """Tell from the answer alone; what the page said is not asked."""
        return cls(day, gone_by_answer(status, trouble))


def gone_by_answer(status: int, trouble: Trouble | None) -> Gone | None:
    if trouble is Trouble.NO_NAME:
        return Gone.NO_NAME
    return Gone.NOT_FOUND if status in (404, 410) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A link of an item. elements: codes of what it is said to show; empty: all of them."""

    address: str
    fetched: Fetched
    content: Content
    elements: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the checks need to know besides the item and its links.

    executive         spellings of the present head's name, without the title; empty: not known.
    main_site         address of the office's site.
    linked_from_main  address -> where the main site links to it, in words; None: nobody looked.
    others            what other items show, by their code.
    nonsense          what a site answers to an address that cannot be there, by host (with the port, if any).
    tries             earlier tries by address, the oldest first.
    barriers          what a browser found of pages, by their sha256; of those that it looked at.
    """

    year_be: int
    today: date
    executive: tuple[str, ...] = ()
    main_site: str = ""
    linked_from_main: Mapping[str, Text] | None = None
    others: Mapping[str, tuple[Shown, ...]] = field(default_factory=dict)
    nonsense: Mapping[str, Content] = field(default_factory=dict)
    tries: Mapping[str, tuple[Try, ...]] = field(default_factory=dict)
    barriers: Mapping[str, tuple[Text, ...]] = field(default_factory=dict)
    is_rehearsal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One link of an item as the checks see it. content: without what stands on every page of the site."""

    item: Item
    shown: Shown
    facts: Facts
    content: Content
    beside: tuple[Shown, ...] = ()  # all links of the item, this one too


def looks(item: Item, shown: tuple[Shown, ...], facts: Facts) -> tuple[Look, ...]:
    return tuple(
        Look(item=item, shown=each, facts=facts, content=own(each, facts), beside=shown) for each in shown
    )


def own(shown: Shown, facts: Facts) -> Content:
    """What an address shows besides the menus and the foot that its site puts on every page."""
    content, template = shown.content, nonsense_of(shown, facts)
    if template is None or content.kind is not Kind.HTML or is_main_page(shown, facts):
        return content
    texts = {block.text for block in template.blocks}
    links = {link.address for link in template.links}
    pictures = {picture.address for picture in template.pictures}
    return replace(
        content,
        blocks=tuple(block for block in content.blocks if block.text not in texts),
        links=tuple(link for link in content.links if link.address not in links),
        pictures=tuple(each for each in content.pictures if each.address not in pictures),
        tables=tuple(table for table in content.tables if table not in template.tables),
    )


def nonsense_of(shown: Shown, facts: Facts) -> Content | None:
    return facts.nonsense.get(host(shown.fetched.final or shown.address))


def is_main_page(shown: Shown, facts: Facts) -> bool:
    final = shown.fetched.final or shown.address
    return urlsplit(final).path.strip("/") == "" or same_address(final) == same_address(facts.main_site)


def host(address: str) -> str:
    return urlsplit(address).netloc.rpartition("@")[2].lower()


def same_address(address: str) -> str:
    """Bring addresses that lead to the same place to one form."""
    parts = urlsplit(address.strip())
    query = f"?{parts.query}" if parts.query else ""
    return f"{host(address).removeprefix('www.')}{unquote(parts.path).rstrip('/')}{query}"


_FILES = (
    *(".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx", ".zip", ".rar"),
    *(".jpg", ".jpeg", ".png"),
)
_STORES = (
    "drive.google.com",
    "docs.google.com",
    "1drv.ms",
    "onedrive.live.com",
    "dropbox.com",
    "sharepoint.com",
)


def names_file(address: str) -> bool:
    return urlsplit(address).path.lower().endswith(_FILES)


def files_beside(look: Look) -> Iterator[Link]:
    """Files that the page links to and that nobody has looked at."""
    seen = {same_address(each) for shown in look.beside for each in (shown.address, shown.fetched.final)}
    for link in look.content.links:
        is_file = names_file(link.address) or host(link.address).removeprefix("www.") in _STORES
        if is_file and same_address(link.address) not in seen:
            yield link


def letters(content: Content) -> int:
    return sum(letter.isalnum() for letter in content.text)
