"""Tables of a Word document.

Read from the XML itself: python-docx leaves out text that was added while changes were tracked, and repeats
a cell as often as the file says.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, XMLParser

from prongsai.core.text import Text
from prongsai.documents import archive
from prongsai.documents.rows import (
    MOST_CELLS,
    MOST_LETTERS,
    TOO_MANY_CELLS,
    TOO_MANY_LETTERS,
    Table,
    Unreadable,
    table,
)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_SPAN = 63  # columns that Word allows in a table
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}


def read(content: bytes) -> tuple[Table, ...]:
    """Read every table outside other tables; merged cells are unrolled, their text repeated and marked."""
    entries = archive.opened(content)
    if "word/document.xml" not in entries:
        raise Unreadable(_NO_WORD)
    parser = XMLParser()  # noqa: S314  # `archive.opened` lets no document type through, so no entities
    parser.feed(entries["word/document.xml"])
    found = (_table(number, element) for number, element in enumerate(_outer(parser.close()), start=1))
    return tuple(each for each in found if each)


def _outer(element: Element) -> Iterator[Element]:
    """Tables in the order of the page, without the tables inside their cells."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if here.tag == f"{_W}tbl":
            yield here
        else:
            waiting.extend(reversed(here))


def _table(number: int, element: Element) -> Table | None:
    above: dict[int, str] = {}  # column -> text of a cell that is merged with those under it
    lines: list[tuple[int, list[str], frozenset[int]]] = []
    cells = letters = 0
    for line, row in enumerate(_parts(element, "tr"), start=1):
        if _property(row, "trPr", "del") is None:
            texts, repeated = _row(row, above)
            lines.append((line, texts, repeated))
            cells += len(texts)
            letters += sum(map(len, texts))
        if cells > MOST_CELLS:
            raise Unreadable(TOO_MANY_CELLS)
        if letters > MOST_LETTERS:
            raise Unreadable(TOO_MANY_LETTERS)
    return table(str(number), lines)


def _row(row: Element, above: dict[int, str]) -> tuple[list[str], frozenset[int]]:
    texts = [""] * _number(_property(row, "trPr", "gridBefore"), 0)
    repeated: set[int] = set()
    for cell in _parts(row, "tc"):
        first, span = len(texts), _number(_property(cell, "tcPr", "gridSpan"), 1)
        merge = _property(cell, "tcPr", "vMerge")
        continues = merge is not None and merge.get(f"{_W}val") != "restart"
        text = above.get(first, "") if continues else _text(cell)
        if merge is None:
            above.pop(first, None)
        else:
            above[first] = text
        texts += [text] * span
        repeated.update(range(first if continues else first + 1, first + span))
    return texts, frozenset(repeated)


def _parts(element: Element, name: str) -> Iterator[Element]:
    """Children of one kind, also those inside content controls."""
    waiting = list(reversed(element))
    while waiting:
        here = waiting.pop()
        if here.tag == f"{_W}{name}":
            yield here
        elif here.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"):
            waiting.extend(reversed(here))


def _property(element: Element, group: str, name: str) -> Element | None:
    return element.find(f"{_W}{group}/{_W}{name}")


def _number(element: Element | None, otherwise: int) -> int:
    if element is None:
        return otherwise
    written = element.get(f"{_W}val", "")
    if not (written.isascii() and written.isdigit() and len(written) <= len(str(_MOST_SPAN))):
        raise Unreadable(_SPAN.fill(value=written[:20]))
    if int(written) > _MOST_SPAN:
        raise Unreadable(_SPAN.fill(value=written))
    return int(written)


def _text(cell: Element) -> str:
    return "\n".join("".join(_pieces(paragraph)) for paragraph in _parts(cell, "p"))


def _pieces(paragraph: Element) -> Iterator[str]:
    """Text as it stands on the page: what was added counts, what was deleted or moved away does not."""
    waiting = list(reversed(paragraph))
    while waiting:
        here = waiting.pop()
        if here.tag == f"{_W}t":
            yield here.text or ""
        elif here.tag in _BREAKS:
            yield _BREAKS[here.tag]
        elif here.tag not in (f"{_W}moveFrom", f"{_W}drawing", f"{_W}pict", f"{_W}pPr"):
            waiting.extend(reversed(here))


_NO_WORD = Text(
    th="เนื้อในไม่ใช่เอกสาร Word โปรดตั้งนามสกุลไฟล์ให้ตรง หรือบันทึกใหม่เป็น .docx",
    en="holds no Word document. Give the file its true ending, or save it again as .docx.",
)
_SPAN = Text(
    th="มีช่องที่ผสานกันผิดปกติ ({value} คอลัมน์) โปรดเปิดแล้วบันทึกใหม่",
    en="a cell is merged over a number of columns that cannot be ({value}). Save the file again.",
)
