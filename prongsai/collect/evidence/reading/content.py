"""What a page or a file says, whatever it was made with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prongsai.core.text import Text


class Kind(StrEnum):
    """Told from the bytes first, then from the declared type, last from the name."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    ODS = "ods"
    CSV = "csv"
    JSON = "json"
    TEXT = "text"
    PICTURE = "picture"
    OLD_OFFICE = "old_office"  # .doc, .xls, .ppt of before 2007: not read
    ARCHIVE = "archive"  # never unpacked
    UNKNOWN = "unknown"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text. level 1-6: a heading; 0: anything else. place: "หน้า 3" / "page 3".

    is_entry  one of a list, by the file's word or by its number or bullet.
    """

    text: str
    place: Text
    level: int = 0
    is_entry: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. heads: empty where nothing tells which row they are. is_marked: the file itself says so."""

    place: Text
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_marked: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    address: str  # absolute
    text: str
    place: Text


@dataclass(frozen=True, slots=True)
class Picture:
    """alt: None where the page does not say; empty where it says that it is decoration."""

    address: str
    alt: str | None
    place: Text


@dataclass(frozen=True, slots=True)
class Concern:
    """Something an office should know of before it publishes. code: "hidden_sheet", "citizen_id" …"""

    code: str
    said: Text
    place: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What was read.

    language       as declared ("th"); empty where nothing is.
    scanned_pages  numbers of pages that are pictures of text.
    asks_password  a form on it asks for one.
    takes_text     a form on it takes free text; boxes to search and to sign in do not count.
    concerns       what the file hides. Personal numbers are looked for by `concerns.concerns_of`.
    left_out       what of it was not read, in words: pages beyond the limit, glyphs of a private font.
    unreadable     why nothing could be read, in words; None where it could.
    """

    kind: Kind
    title: str = ""
    language: str = ""
    blocks: tuple[Block, ...] = ()
    tables: tuple[Grid, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    pages: int = 0
    scanned_pages: tuple[int, ...] = ()
    asks_password: bool = False
    takes_text: bool = False
    concerns: tuple[Concern, ...] = ()
    left_out: tuple[Text, ...] = ()
    unreadable: Text | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of it was read, so that what was not found is not there."""
        return self.unreadable is None and not self.scanned_pages and not self.left_out

    @property
    def text(self) -> str:
        """Blocks and table cells, a line each, in reading order as far as the file tells it."""
        cells = ("\n".join(" ".join(row) for row in (table.heads, *table.rows)) for table in self.tables)
        return "\n".join([*(block.text for block in self.blocks), *cells])
