"""What every office file may carry without showing it: who wrote it, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from prongsai.collect.evidence.reading import places
from prongsai.collect.evidence.reading.content import Concern
from prongsai.core.text import Text
from prongsai.documents.archive import Entries, walk

_NAMES = ("creator", "lastModifiedBy", "initial-creator", "manager")
_PROGRAMS = ("python-docx", "openpyxl", "libreoffice", "unknown", "administrator", "admin", "user")


def authors(entries: Entries) -> Iterator[Concern]:
    """A concern if the file's properties name a person. The name is not repeated."""
    found: list[str] = []
    for name in ("docProps/core.xml", "docProps/app.xml", "meta.xml"):
        if name in entries:
            found += texts_of(entries[name], name, _NAMES)
    if any(text.strip() and text.strip().lower() not in _PROGRAMS for text in found):
        yield Concern("author", _AUTHOR, places.WHOLE)


def comments(count: int) -> Iterator[Concern]:
    if count:
        yield Concern("comments", _COMMENTS.fill(count=count), places.WHOLE)


def count_of(data: bytes, name: str, elements: Iterable[str]) -> int:
    """How many elements of these names, without their namespace, an entry holds."""
    wanted = frozenset(elements)
    met = 0

    def start(element: str, _attributes: Mapping[str, str]) -> None:
        nonlocal met
        met += element.rpartition(" ")[2] in wanted

    walk(data, {"StartElementHandler": start}, name)
    return met


def depth_of(data: bytes, name: str) -> int:
    """How many elements stand in one another at the deepest place."""
    here = deepest = 0

    def start(_element: str, _attributes: Mapping[str, str]) -> None:
        nonlocal here, deepest
        here += 1
        deepest = max(deepest, here)

    def end(_element: str) -> None:
        nonlocal here
        here -= 1

    walk(data, {"StartElementHandler": start, "EndElementHandler": end}, name)
    return deepest


def texts_of(data: bytes, name: str, elements: Iterable[str]) -> list[str]:
    """Texts directly in elements of these names."""
    wanted = frozenset(elements)
    open_now: list[str] = []
    found: list[str] = []

    def start(element: str, _attributes: Mapping[str, str]) -> None:
        open_now.append(element.rpartition(" ")[2])
        if open_now[-1] in wanted:
            found.append("")

    def end(_element: str) -> None:
        open_now.pop()

    def letters(data: str) -> None:
        if open_now and open_now[-1] in wanted:
            found[-1] += data

    walk(
        data, {"StartElementHandler": start, "EndElementHandler": end, "CharacterDataHandler": letters}, name
    )
    return found


_AUTHOR = Text(
    th="คุณสมบัติของไฟล์บันทึกชื่อผู้จัดทำหรือผู้แก้ไขไว้", en="The properties of the file name who wrote or changed it."
)
_COMMENTS = Text(th="มีความคิดเห็นอยู่ในไฟล์ {count} แห่ง", en="The file holds {count} comment(s).")
