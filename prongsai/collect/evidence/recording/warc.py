"""Writing what was received into a WARC 1.1 archive, a gzip member a record."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from prongsai.collect.evidence.fetching.fetched import Fetched
from prongsai.collect.evidence.recording.records import Kept, uri

_SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_PACKING = {"content-encoding", "content-length", "transfer-encoding"}  # of the way here, not of what came
_BREAKS = re.compile(r"[\x00-\x1f\x7f]+")
_NOT_MODIFIED_STATUS = 304


def write(fetched: Sequence[Fetched], *, software: str, kept: Collection[Kept] = ()) -> bytes:
    """An archive of the answers, in their order; the same answers give the same bytes.

    software  what received them, with its version: "Prongsai 1.2.3".
    kept      payloads of earlier archives; what is among them is named, not kept again.

    Bodies stand as they were unpacked. A redirect is a record of its own. An address without an answer is a
    record that says why.
    """
    target = io.BytesIO()
    writer = WARCWriter(target, gzip=True, warc_version="1.1")
    known = {each.sha256: each for each in kept}
    at_address = {each.address: each for each in kept}
    first = min((each.at for each in fetched), default=datetime(1980, 1, 1, tzinfo=UTC))
    _add(writer, "warcinfo", "", first, block=_fields(software=software, format="WARC File Format 1.1"))
    for each in fetched:
        for hop in each.hops:
            head = _head(hop.status, {"location": hop.leads_to})
            _answer(writer, replace(each, peer="", body=b""), hop.address, head)
        if each.trouble:
            told = _fields(trouble=str(each.trouble), asked=each.address)
            _add(writer, "metadata", each.final or each.address, each.at, block=told)
        elif earlier := (at_address.get(each.address) if each.is_unchanged else known.get(each.sha256)):
            _revisit(writer, each, earlier)
        else:
            _answer(writer, each, each.final, _head(each.status, each.headers))
            if each.body:
                known[each.sha256] = _here(each)
    return target.getvalue()


def _here(fetched: Fetched) -> Kept:
    return Kept(
        address=fetched.address,
        final=fetched.final,
        at=fetched.at,
        sha256=fetched.sha256,
        size=len(fetched.body),
        archive="",
    )


def _answer(writer: WARCWriter, fetched: Fetched, address: str, head: StatusAndHeaders) -> None:
    body, peer = fetched.body, fetched.peer
    extra = {"WARC-Payload-Digest": _digest(body)}
    _add(writer, "response", address, fetched.at, head=head, body=body, peer=peer, extra=extra)
    _request(writer, fetched, address)


def _revisit(writer: WARCWriter, fetched: Fetched, earlier: Kept) -> None:
    extra = {
        "WARC-Profile": _NOT_MODIFIED if fetched.is_unchanged else _SAME,
        "WARC-Refers-To-Target-URI": uri(earlier.final),
        "WARC-Refers-To-Date": _moment(earlier.at),
        "WARC-Payload-Digest": "sha256:" + base64.b32encode(bytes.fromhex(earlier.sha256)).decode(),
    }
    head = _head(_NOT_MODIFIED_STATUS if fetched.is_unchanged else fetched.status, fetched.headers)
    _add(writer, "revisit", fetched.final, fetched.at, head=head, peer=fetched.peer, extra=extra)
    _request(writer, fetched, fetched.final)


def _request(writer: WARCWriter, fetched: Fetched, address: str) -> None:
    """The question as far as it is known: what was asked of whom."""
    parts = urlsplit(uri(address))
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    head = StatusAndHeaders(f"{target} HTTP/1.1", [("host", parts.netloc.rpartition("@")[2])], protocol="GET")
    _add(writer, "request", address, fetched.at, head=head)


def _add(
    writer: WARCWriter,
    kind: str,
    address: str,
    at: datetime,
    *,
    head: StatusAndHeaders | None = None,
    body: bytes = b"",
    block: bytes = b"",
    peer: str = "",
    extra: Mapping[str, str] | None = None,
) -> None:
    whole = head.to_ascii_bytes() + body if head else block
    headers = {
        "WARC-Record-ID": f"<urn:uuid:{_number(kind, address, at, whole, writer.out.tell())}>",
        "WARC-Date": _moment(at),
        **({"WARC-IP-Address": peer} if peer else {}),
        **(extra or {}),
        "WARC-Block-Digest": _digest(whole),
    }
    payload = body if head else block
    record = writer.create_warc_record(
        uri(address),
        kind,
        payload=io.BytesIO(payload) if payload else None,
        length=len(payload),
        warc_headers_dict=headers,
        http_headers=head,
    )
    writer.write_record(record)


def _head(status: int, headers: Mapping[str, str]) -> StatusAndHeaders:
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else "-"
    return StatusAndHeaders(f"{status} {phrase}", list(_plain(headers)), protocol="HTTP/1.1")


def _plain(headers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Headers in one line each. Those of packing keep their word under another name: bodies are unpacked."""
    for name, value in headers.items():
        label = f"x-received-{name}" if name.lower() in _PACKING else name
        yield uri(_BREAKS.sub("", label)).replace(":", ""), _BREAKS.sub(" ", value)


def _fields(**values: str) -> bytes:
    return "".join(f"{name}: {_BREAKS.sub(' ', value)}\r\n" for name, value in values.items()).encode()


def _digest(data: bytes) -> str:
    return "sha256:" + base64.b32encode(hashlib.sha256(data).digest()).decode()


def _number(*parts: object) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, hashlib.sha256(repr(parts).encode()).hexdigest())


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
