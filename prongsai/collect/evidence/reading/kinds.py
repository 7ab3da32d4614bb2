"""What a file is, told from its bytes: names and declared types are often wrong."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from prongsai.collect.evidence.reading.content import Kind

_HEAD = 4096  # bytes that are looked at
_DRAWING = rb"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*+-->\s*|<!DOCTYPE\s+svg[^>]*>\s*)*<svg[\s>]"
_STARTS = tuple(
    (re.compile(pattern, re.DOTALL), kind)
    for pattern, kind in (
        (rb".{0,1024}?%PDF-", Kind.PDF),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|{\\rtf", Kind.OLD_OFFICE),
        (rb"Rar!|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh|\xfd7zXZ|PK\x05\x06|PK\x07\x08", Kind.ARCHIVE),
        (rb"\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|II\*\x00|MM\x00\*|\x00\x00\x01\x00", Kind.PICTURE),
        (rb"RIFF.{4}WEBP|.{4}ftyp(?:heic|heix|mif1|avif)|BM.{4}\x00{4}", Kind.PICTURE),
        (_DRAWING, Kind.PICTURE),
        (rb"(?!\xff\xfe|\xfe\xff).*?[\x00-\x08\x0e-\x1a\x1c-\x1f]", Kind.UNKNOWN),  # no text holds these
    )
)
_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|table|div|span|p|h[1-6]|ul|ol|a|img|center|font|form|iframe)"
    rb"[\s>/]",
    re.IGNORECASE,
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def kind_of(body: bytes, *, media_type: str = "", address: str = "") -> Kind:
    """Tell what a file is. The declared type and the name only tell kinds of text apart."""
    head = body[:_HEAD]
    if not head.strip():
        return Kind.EMPTY
    if head.startswith(b"PK\x03\x04"):
        return _packed(body)
    told = next((kind for pattern, kind in _STARTS if pattern.match(head)), None)
    if told:
        return told
    return _text(head, media_type.lower(), address.partition("?")[0].lower())


def is_locked(body: bytes) -> bool:
    """Whether a file of before 2007 is in truth a new one under a password."""
    return "EncryptedPackage".encode("utf-16-le") in body


def _packed(body: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = {name.replace("\\", "/") for name in archive.namelist()}
            if "mimetype" in names and archive.getinfo("mimetype").file_size <= _HEAD:
                return Kind.ODS if archive.read("mimetype").strip() == _SHEET else Kind.UNKNOWN
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        ValueError,
        KeyError,
        RuntimeError,
    ):
        return Kind.ARCHIVE
    if "word/document.xml" in names:
        return Kind.DOCX
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    return Kind.UNKNOWN if "[Content_Types].xml" in names else Kind.ARCHIVE


def _text(head: bytes, media_type: str, address: str) -> Kind:
    if head.startswith(_UTF16):
        head = head.replace(b"\0", b"")
    if _PAGE.search(head) or "html" in media_type:
        return Kind.HTML
    if "json" in media_type or address.endswith((".json", ".geojson")):
        return Kind.JSON
    if "csv" in media_type or "tab-separated" in media_type or address.endswith((".csv", ".tsv")):
        return Kind.CSV
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and "text/plain" not in media_type:
        return Kind.JSON
    return Kind.CSV if "excel" in media_type or "spreadsheet" in media_type else Kind.TEXT
