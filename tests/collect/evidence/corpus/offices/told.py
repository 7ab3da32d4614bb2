"""A case in few words: whose site, which item, what stands there, what fails."""

from __future__ import annotations

from collections.abc import Callable

from corpus.cases import Case, Label, Part
from corpus.makers import SHEET, WORD
from corpus.offices.layouts import NOWHERE, PAGE

HOST = "https://khet.example.go.th"
OF_THE_LINK = frozenset({"alive", "current", "machine_readable", "accessible"})
Site = Callable[[str, str], str]


def labels(*fails: str) -> frozenset[Label]:
    """The name of a question stands for the link, every other for an element that is not complete."""
    return frozenset((each, "") if each in OF_THE_LINK else ("complete", each) for each in fails)


def web(
    item: str,
    name: str,
    site: Site,
    title: str,
    inner: str,
    *fails: str,
    at: str = "",
    beside: Part | None = None,
) -> Case:
    return Case(
        name=f"{item} {name} ({site.__name__})",
        item=item,
        content=site(title, inner).encode(),
        media_type=PAGE,
        address=f"{HOST}/{at}" if at else "",
        beside=(beside,) if beside else (),
        nonsense=NOWHERE[site].encode(),
        fails=labels(*fails),
    )


def file(
    item: str, name: str, content: bytes, kind: str, *fails: str, at: str = "", beside: Part | None = None
) -> Case:
    return Case(
        name=f"{item} {name}",
        item=item,
        content=content,
        media_type=kind,
        address=f"{HOST}/{at}" if at else "",
        beside=(beside,) if beside else (),
        fails=labels(*fails),
    )


def page(at: str, site: Site, title: str, inner: str) -> Part:
    """A second link."""
    return Part(f"{HOST}/{at}", site(title, inner).encode(), PAGE)


__all__ = ["SHEET", "WORD"]
