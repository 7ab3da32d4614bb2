"""One request to one place, and its answer within the limits."""

from __future__ import annotations

import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import httpcore

from prongsai.collect.evidence.fetching.addresses import Place
from prongsai.collect.evidence.fetching.certificates import believing_all, end_of
from prongsai.collect.evidence.fetching.fetched import Trouble
from prongsai.collect.evidence.fetching.headers import by_name, location
from prongsai.collect.evidence.fetching.limits import Limits
from prongsai.collect.evidence.fetching.stopped import Stopped
from prongsai.collect.evidence.fetching.unpacking import unpacked
from prongsai.collect.evidence.fetching.wire import Deadline, Wire

Headers = list[tuple[bytes, bytes]]
REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(slots=True)
class Reply:
    """What came back.

    raw       headers as they were sent.
    body      unpacked; of a redirect it is not read.
    leads_to  of a redirect, as it was written.
    """

    status: int = 0
    raw: tuple[tuple[bytes, bytes], ...] = ()
    body: bytes = b""
    trouble: Trouble | None = None
    peer: str = ""
    certificate_ends: datetime | None = None

    @property
    def headers(self) -> dict[str, str]:
        return by_name(self.raw)

    @property
    def leads_to(self) -> str:
        return location(self.raw) if self.status in REDIRECTS else ""


def ask(
    place: Place,
    pinned: Sequence[str],
    headers: Headers,
    *,
    limits: Limits,
    seconds: float,
    tls: ssl.SSLContext,
) -> Reply:
    """Ask a place at one of its pinned addresses. Never raises for what the other side does.

    seconds  left for it, whatever the limits say.
    tls      used where the place is of https.
    """
    deadline = Deadline(seconds)
    context = tls if place.scheme == "https" else None
    wire = Wire(pinned, place.host, limits=limits, deadline=deadline, tls=context)
    reply = Reply()
    try:
        _exchange(place, headers, wire, reply)
    except Stopped as stopped:
        reply.trouble = stopped.trouble
    except httpcore.LocalProtocolError:
        reply.trouble = Trouble.BAD_ADDRESS
    except httpcore.RemoteProtocolError:
        reply.trouble = Trouble.NOT_REACHED if wire.line and wire.line.has_ended else Trouble.UNREADABLE
    reply.peer = wire.peer
    if reply.trouble == Trouble.CERTIFICATE and wire.peer:
        reply.certificate_ends = _refused_end(place, wire.peer, limits, deadline)
    return reply


def _exchange(place: Place, headers: Headers, wire: Wire, reply: Reply) -> None:
    """Fill in the reply as far as it comes. The wire does the TLS, so that httpcore speaks plain HTTP."""
    origin = httpcore.Origin(b"http", place.host.encode("ascii"), place.port)
    url = httpcore.URL(scheme=b"http", host=origin.host, port=place.port, target=place.target.encode("ascii"))
    with httpcore.HTTPConnection(origin, network_backend=wire) as connection:
        response = connection.handle_request(httpcore.Request(b"GET", url, headers=headers))
        reply.status, reply.raw = response.status, tuple(response.headers)
        if wire.line:
            reply.certificate_ends = end_of(wire.line.sock)
        if not reply.leads_to:
            reply.body = _body(response, reply.headers, wire.limits)
        response.close()


def _body(response: httpcore.Response, headers: dict[str, str], limits: Limits) -> bytes:
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > limits.most_bytes:
        raise Stopped(Trouble.TOO_LARGE, f"{length} bytes.")
    encoding = headers.get("content-encoding", "")
    return unpacked(response.iter_stream(), encoding, most=limits.most_unpacked_bytes)


def _refused_end(place: Place, peer: str, limits: Limits, deadline: Deadline) -> datetime | None:
    """When a certificate that was not believed ends: that it has ended is the usual reason."""
    wire = Wire([peer], place.host, limits=limits, deadline=deadline, tls=believing_all())
    try:
        line = wire.connect_tcp(place.host, place.port)
    except Stopped:
        return None
    with line.sock:
        return end_of(line.sock)
