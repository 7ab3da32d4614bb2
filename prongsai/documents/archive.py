"""Opening the ZIP files that office programs write, without trusting them.

Every entry is unpacked here, once and within limits. What leaves is a new archive of the entries that were
looked at, so that no reader behind meets a size that lies, a second entry of the same name or an entity.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from prongsai.core.text import Text
from prongsai.documents.rows import Unreadable

MOST_UNPACKED = 150_000_000  # bytes
MOST_ENTRIES = 2_000
MOST_RATIO = 250  # XML rarely packs better than 1 : 50
SMALL = 5_000_000  # bytes; what unpacks to less does no harm
_XML = (".xml", ".rels")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
Entries = dict[str, bytes]


def opened(content: bytes) -> Entries:
    """Give the XML entries of an archive, by name, each well-formed and without a document type.

    raises  Unreadable if it is no ZIP, encrypted, damaged, too large when unpacked, or holds entities.
    """
    if content.startswith(_OLE):
        raise Unreadable(_OLD_OR_LOCKED)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _weigh(archive, len(content))
            entries = dict(_unpacked(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise Unreadable(_NO_ZIP) from None
    for name, data in entries.items():
        walk(data, {}, name)
    if b"encryption-data" in entries.get("META-INF/manifest.xml", b""):
        raise Unreadable(_LOCKED)
    return entries


def packed(entries: Entries, media_type: str = "") -> io.BytesIO:
    """A new archive, not compressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        if media_type:
            archive.writestr("mimetype", media_type)
        for name, data in entries.items():
            archive.writestr(name, data)
    target.seek(0)
    return target


def walk(data: bytes, handlers: dict[str, Any], name: str) -> None:
    """Read one XML entry, handing what is met to expat's handlers of these names.

    raises  Unreadable if it is not well-formed or has a document type: that is where entities hide.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _refuse_doctype
    for handler, function in handlers.items():
        setattr(parser, handler, function)
    try:
        parser.Parse(data, True)  # expat's own way to say that this is all
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        raise Unreadable(_NO_XML.fill(name=name, line=error.lineno, why=why)) from None
    except LookupError as error:  # an encoding that nobody knows
        raise Unreadable(_NO_XML.fill(name=name, line=1, why=error)) from None


def _refuse_doctype(*_: object) -> None:
    raise Unreadable(_DOCTYPE)


def _weigh(archive: zipfile.ZipFile, size: int) -> None:
    entries = archive.infolist()
    names = {_name(entry).lower() for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(_LOCKED)
    if len(names) < len(entries):
        raise Unreadable(_NO_ZIP)
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or total > MOST_UNPACKED or total > max(SMALL, MOST_RATIO * size):
        raise Unreadable(_BOMB.fill(most=MOST_UNPACKED // 1_000_000))


def _unpacked(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Only XML: pictures, fonts and macros are nothing to a reader of tables.

    zipfile stops at the size that an entry declares and checks its sum, so a size that lies is no way round.
    """
    for entry in archive.infolist():
        if entry.filename.lower().endswith(_XML):
            yield _name(entry), archive.read(entry)


def _name(entry: zipfile.ZipInfo) -> str:
    return entry.filename.replace("\\", "/")


_NO_ZIP = Text(
    th="ไฟล์เสียหาย หรือไม่ใช่ไฟล์ของโปรแกรมสำนักงาน โปรดเปิดแล้วบันทึกใหม่เป็น .xlsx, .ods หรือ .docx",
    en="damaged, or no file of an office program. Open it and save it again as .xlsx, .ods or .docx.",
)
_OLD_OR_LOCKED = Text(
    th="มีรหัสผ่าน หรือเป็นรูปแบบเก่า (.xls, .doc) โปรดเปิดแล้วบันทึกใหม่เป็น .xlsx หรือ .docx โดยไม่มีรหัสผ่าน",
    en="locked by a password, or of the old kind (.xls, .doc). Save it as .xlsx or .docx without a password.",
)
_LOCKED = Text(th="มีรหัสผ่าน โปรดบันทึกใหม่โดยไม่มีรหัสผ่าน", en="has a password. Save it again without one.")
_BOMB = Text(
    th="ขยายแล้วใหญ่เกินไป (เกิน {most} MB หรือบีบอัดผิดปกติ) จึงไม่เปิด โปรดแบ่งไฟล์",
    en="not opened: too large when unpacked (over {most} MB, or packed beyond reason). Divide the file.",
)
_DOCTYPE = Text(
    th="มีคำสั่งเรียกข้อมูลภายนอก (DOCTYPE) จึงไม่เปิด โปรดบันทึกใหม่ด้วยโปรแกรมสำนักงาน",
    en="not opened: holds a document type, which no office program writes. Save it again with one.",
)
_NO_XML = Text(
    th="ส่วน {name} เสียหายที่บรรทัด {line} ({why}) โปรดเปิดแล้วบันทึกใหม่",
    en="its part {name} is damaged on line {line} ({why}). Open the file and save it again.",
)
