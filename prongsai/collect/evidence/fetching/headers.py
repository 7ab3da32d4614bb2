"""Headers as they are written: what we send, and what sites send in whatever charset."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

_ASCII = bytes(range(128)).decode()
Raw = Iterable[tuple[bytes, bytes]]

ASKED = (
    (b"Accept", b"text/html,application/xhtml+xml,application/pdf,*/*;q=0.8"),
    (b"Accept-Language", b"th,en;q=0.5"),
    (b"Accept-Encoding", b"gzip, deflate, br"),
    (b"Connection", b"close"),
)


def written(value: bytes) -> str:
    """UTF-8 where it is that, else the Thai of old Windows, else byte by byte; never an error."""
    for charset in ("utf-8", "cp874"):
        try:
            return value.decode(charset).strip()
        except UnicodeDecodeError:
            continue
    return value.decode("latin-1").strip()


def by_name(raw: Raw) -> dict[str, str]:
    """Names in small letters; of a repeated header the last."""
    return {written(name).lower(): written(value) for name, value in raw}


def location(raw: Raw) -> str:
    """Where a redirect points; bytes that are no UTF-8 are percent-encoded as they stand, as browsers do."""
    found = [value for name, value in raw if name.lower() == b"location"]
    if not found:
        return ""
    try:
        return found[-1].decode("utf-8").strip()
    except UnicodeDecodeError:
        return quote(found[-1], safe=_ASCII).strip()


def plain(value: str) -> bytes:
    """A value to send; empty where it could break the request apart."""
    return value.encode("ascii") if value.isascii() and value.isprintable() else b""


def request(
    host: str, agent: str, *, etag: str = "", last_modified: str = "", cookies: str = ""
) -> list[tuple[bytes, bytes]]:
    """What is sent to one host. host: with its port where that is not the usual one."""
    own = {
        b"Host": plain(host),
        b"User-Agent": plain(agent),
        b"If-None-Match": plain(etag),
        b"If-Modified-Since": plain(last_modified),
        b"Cookie": plain(cookies),
    }
    return [*((name, value) for name, value in own.items() if value), *ASKED]
