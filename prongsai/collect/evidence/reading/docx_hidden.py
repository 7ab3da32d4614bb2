"""What a Word document carries and does not print: comments, tracked changes, hidden words, who wrote it."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.collect.evidence.reading import places
from prongsai.collect.evidence.reading.content import Concern
from prongsai.collect.evidence.reading.office_hidden import authors, comments, count_of
from prongsai.core.text import Text
from prongsai.documents.archive import Entries

_PAGE = "word/document.xml"
_REMARKS = "word/comments.xml"


def found(entries: Entries) -> Iterator[Concern]:
    """Give what the document hides. Raises Unreadable, as `archive.walk`."""
    if _REMARKS in entries:
        yield from comments(count_of(entries[_REMARKS], _REMARKS, ("comment",)))
    tracked = count_of(entries[_PAGE], _PAGE, ("ins", "del", "moveFrom", "moveTo"))
    if tracked:
        yield Concern("tracked_changes", _TRACKED.fill(count=tracked), places.WHOLE)
    if count_of(entries[_PAGE], _PAGE, ("vanish",)):
        yield Concern("hidden_text", _VANISHED, places.WHOLE)
    yield from authors(entries)


_TRACKED = Text(
    th="มีรอยแก้ไข (Track Changes) {count} แห่ง ผู้ที่ดาวน์โหลดเห็นข้อความเดิมได้",
    en="{count} tracked change(s); whoever downloads the file can see what stood there before.",
)
_VANISHED = Text(th="มีข้อความที่ซ่อนไว้", en="There are hidden words.")
