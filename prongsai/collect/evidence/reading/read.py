"""Reading whatever an address gave: the kind is told from the bytes, and nothing that is sent raises."""

from __future__ import annotations

import re
from collections.abc import Callable

from prongsai.collect.evidence.reading import docx, html, pdf, places, plain, sheets
from prongsai.collect.evidence.reading.content import Content, Kind, Picture
from prongsai.collect.evidence.reading.kinds import is_locked, kind_of
from prongsai.core.text import Text

Reader = Callable[[bytes, str, str], Content]  # of a body, its declared charset and its address
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read(body: bytes, *, media_type: str = "", address: str = "") -> Content:
    """Read a page or a file.

    media_type  as the answer's header says it, with its charset if it names one.
    address     where the body came from, after redirects: what links in it are relative to.
    returns     always something; `unreadable` says in words why nothing could be read.
    """
    kind = kind_of(body, media_type=media_type, address=address)
    charset = _CHARSET.search(media_type)
    reader = _READERS.get(kind)
    if reader is None:
        return Content(kind=kind, unreadable=_why_not(kind, body))
    return reader(body, charset[1] if charset else "", address)


def _why_not(kind: Kind, body: bytes) -> Text:
    return _LOCKED if kind is Kind.OLD_OFFICE and is_locked(body) else _NOT_READ.get(kind, _STRANGE)


def _picture(_body: bytes, _charset: str, address: str) -> Content:
    """A picture is one page of which nothing is read."""
    shown = Picture(address, None, places.WHOLE)
    return Content(kind=Kind.PICTURE, pictures=(shown,), pages=1, scanned_pages=(1,))


def _sheet(kind: Kind) -> Reader:
    return lambda body, _charset, _address: sheets.read(body, kind)


_READERS: dict[Kind, Reader] = {
    Kind.HTML: lambda body, charset, address: html.read(body, charset=charset, address=address),
    Kind.PDF: lambda body, _charset, address: pdf.read(body, address=address),
    Kind.DOCX: lambda body, _charset, address: docx.read(body, address=address),
    **{kind: _sheet(kind) for kind in (Kind.XLSX, Kind.ODS, Kind.CSV)},
    Kind.TEXT: lambda body, charset, _address: plain.read_text(body, charset=charset),
    Kind.JSON: lambda body, charset, _address: plain.read_json(body, charset=charset),
    Kind.PICTURE: _picture,
}
_NOT_READ = {
    Kind.EMPTY: Text(th="ไม่มีเนื้อหา", en="There is nothing in it."),
    Kind.OLD_OFFICE: Text(
        th="ไฟล์เป็นรูปแบบเก่า (.doc, .xls, .ppt) ระบบไม่ได้อ่าน ควรเผยแพร่เป็น .docx, .xlsx หรือ PDF",
        en="A file of the old kind (.doc, .xls, .ppt), which is not read. Publish .docx, .xlsx or PDF.",
    ),
    Kind.ARCHIVE: Text(
        th="เป็นไฟล์บีบอัด ระบบไม่ได้เปิด ควรเผยแพร่แต่ละไฟล์โดยตรง",
        en="An archive, which is not unpacked. Publish each file by itself.",
    ),
}
_LOCKED = Text(th="ไฟล์มีรหัสผ่าน จึงอ่านไม่ได้", en="The file has a password and cannot be read.")
_STRANGE = Text(th="เป็นไฟล์ชนิดที่ระบบไม่รู้จัก จึงไม่ได้อ่าน", en="A kind of file that is not known and was not read.")
