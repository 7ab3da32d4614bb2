"""Reading an archive again, record by record, without trusting it."""

from __future__ import annotations

import base64
import hashlib
import io
import zlib
from collections.abc import Iterator
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from prongsai.collect.evidence.recording.records import Captured, Damaged, uri
from prongsai.core.text import Text

MOST_OF_RECORD = 100_000_000  # bytes, unpacked
MOST_OF_ARCHIVE = 1_000_000_000
MOST_RECORDS = 20_000
_REDIRECTS = range(300, 400)  # what HTTP calls so
_PIECE = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS
_ANSWERS = {"response", "revisit", "metadata"}


def records(archive: bytes | IO[bytes]) -> Iterator[Captured]:
    """Every answer, in order; each digest is checked before its record is given.

    raises  Damaged at the first record that is cut, changed, too large when unpacked or no record at all.
    """
    stream = io.BytesIO(archive) if isinstance(archive, bytes) else archive
    for place, member in enumerate(_members(stream), start=1):
        found = _captured(member, place)
        if found:
            yield found


def find(archive: bytes | IO[bytes], address: str) -> Captured | None:
    """The last answer of an address, at the end of its redirects inside the archive; None if there is none.

    A body that stands before in the same archive is put in; one of an earlier archive `is_elsewhere`.
    raises  Damaged
    """
    by_address: dict[str, Captured] = {}
    bodies: dict[str, bytes] = {}
    for each in records(archive):
        by_address[uri(each.address)] = each
        if each.body:
            bodies[each.sha256] = each.body
    seen: set[str] = set()
    found = by_address.get(uri(address))
    while found and found.leads_to and uri(found.leads_to) not in seen:
        seen.add(uri(found.leads_to))
        found = by_address.get(uri(found.leads_to))
    if found and found.is_elsewhere and found.sha256 in bodies:
        return _with_body(found, bodies[found.sha256])
    return found


def payload(archive: bytes | IO[bytes], sha256: str) -> bytes | None:
    """The bytes of that hash, for an answer whose payload stands in an earlier archive, or None.

    raises  Damaged
    """
    return next((each.body for each in records(archive) if each.body and each.sha256 == sha256), None)


def _with_body(found: Captured, body: bytes) -> Captured:
    return Captured(
        address=found.address,
        at=found.at,
        status=found.status,
        headers=found.headers,
        body=body,
        sha256=found.sha256,
        place=found.place,
    )


def _members(stream: IO[bytes]) -> Iterator[bytes]:
    """Unpack one gzip member after the other; a record is a member."""
    total, waiting, place = 0, b"", 0
    while piece := waiting or stream.read(_PIECE):
        place += 1
        unpacker, member = zlib.decompressobj(_GZIP), bytearray()
        while piece and not unpacker.eof:
            try:
                member += unpacker.decompress(piece, MOST_OF_RECORD + 1 - len(member))
            except zlib.error:
                raise Damaged(_NO_GZIP.fill(place=place)) from None
            if len(member) > MOST_OF_RECORD or total + len(member) > MOST_OF_ARCHIVE:
                raise Damaged(_BOMB.fill(place=place))
            if not unpacker.eof:
                piece = unpacker.unconsumed_tail or stream.read(_PIECE)
        if not unpacker.eof:
            raise Damaged(_CUT.fill(place=place))
        if place > MOST_RECORDS:
            raise Damaged(_BOMB.fill(place=place))
        waiting, total = unpacker.unused_data, total + len(member)
        yield bytes(member)


def _captured(member: bytes, place: int) -> Captured | None:
    """raises  Damaged"""
    try:
        found = [
            (record.rec_type, _read(record, place), _problems(record))
            for record in ArchiveIterator(io.BytesIO(member), check_digests=True, no_record_parse=False)
        ]
    except (ArchiveLoadFailed, EOFError, LookupError, TypeError, AttributeError, ValueError):
        raise Damaged(_NO_RECORD.fill(place=place)) from None
    if len(found) != 1:
        raise Damaged(_NO_RECORD.fill(place=place))
    kind, captured, problems = found[0]
    if problems:
        raise Damaged(_CHANGED.fill(place=place, address=captured.address))
    return captured if kind in _ANSWERS else None


def _problems(record: Any) -> bool:
    """Whether the record, read to its end, is shorter than it says or does not match its digests."""
    is_whole = getattr(record.raw_stream, "limit", None) == 0
    is_named = record.rec_headers.get_header("WARC-Block-Digest")
    return not is_whole or not is_named or bool(record.digest_checker.problems)


def _read(record: Any, place: int) -> Captured:
    named = record.rec_headers.get_header
    body = record.raw_stream.read()
    head = record.http_headers
    headers = {name.lower(): value for name, value in head.headers} if head else {}
    status = int(head.get_statuscode()) if head and record.rec_type != "request" else 0
    told = dict(line.split(": ", 1) for line in body.decode("utf-8", "replace").splitlines() if ": " in line)
    is_metadata = record.rec_type == "metadata"
    return Captured(
        address=named("WARC-Target-URI") or "",
        at=named("WARC-Date") or "",
        status=status,
        headers=headers,
        body=b"" if is_metadata else body,
        sha256=_sha256(named("WARC-Payload-Digest"), b"" if is_metadata else body),
        leads_to=headers.get("location", "") if status in _REDIRECTS else "",
        trouble=told.get("trouble", "") if is_metadata else "",
        is_elsewhere=record.rec_type == "revisit",
        place=place,
    )


def _sha256(digest: str | None, body: bytes) -> str:
    """As hexadecimal digits: of the body where there is one, else as the record names it."""
    if body:
        return hashlib.sha256(body).hexdigest()
    algorithm, _, value = (digest or "").partition(":")
    named = base64.b32decode(value).hex() if algorithm == "sha256" else ""
    return "" if named == hashlib.sha256().hexdigest() else named


_NO_GZIP = Text(
    th="ระเบียนที่ {place}: ข้อมูลเสียหาย คลายการบีบอัดไม่ได้", en="record {place}: damaged, cannot be unpacked"
)
_CUT = Text(th="ระเบียนที่ {place}: ข้อมูลขาดหายตอนท้าย", en="record {place}: cut off before its end")
_BOMB = Text(
    th="ระเบียนที่ {place}: ขยายแล้วใหญ่เกินไป จึงไม่เปิด",
    en="record {place}: not opened, too large when unpacked",
)
_NO_RECORD = Text(th="ระเบียนที่ {place}: ไม่ใช่ระเบียน WARC ที่สมบูรณ์", en="record {place}: not a whole WARC record")
_CHANGED = Text(
    th="ระเบียนที่ {place} ({address}): เนื้อหาไม่ตรงกับค่าแฮชที่บันทึกไว้",
    en="record {place} ({address}): its content does not match the digest it names",
)
