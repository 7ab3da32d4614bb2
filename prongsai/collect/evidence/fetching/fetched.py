"""What came of asking one address for what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

SUCCESS = range(200, 300)  # what HTTP calls so


class Trouble(StrEnum):
    """Why there is no answer to look at."""

    FORBIDDEN = "forbidden"  # the guard: not a public address
    BAD_ADDRESS = "bad_address"  # no http or https, or it cannot be read
    NO_NAME = "no_name"  # the name is not known
    NOT_REACHED = "not_reached"  # refused, unreachable, broken off
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    CERTIFICATE = "certificate"
    REDIRECTS = "redirects"  # too many, or in a circle
    BUSY = "busy"  # it asked for rest so often that it is left alone for a while; this address was not tried
    UNREADABLE = "unreadable"  # not HTTP, or packed in a way that cannot be unpacked


@dataclass(frozen=True, slots=True)
class Hop:
    """An answer that led on to another address."""

    address: str
    status: int
    leads_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One answer, or why there is none.

    address           as asked for; `final` is where the redirects ended.
    status            of HTTP; 0 where there was no answer.
    headers           names in small letters; of a repeated header the last.
    body              unpacked; empty where `is_unchanged` (304).
    peer              the address on the network that answered.
    certificate_ends  when the site's certificate does; None over plain HTTP.
    """

    address: str
    final: str
    at: datetime
    status: int = 0
    trouble: Trouble | None = None
    hops: tuple[Hop, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    is_unchanged: bool = False
    peer: str = ""
    certificate_ends: datetime | None = None

    @property
    def has_succeeded(self) -> bool:
        """Whether the site gave what was asked for, now or as it stood before."""
        return self.trouble is None and (self.is_unchanged or self.status in SUCCESS)

    @property
    def sha256(self) -> str:
        """Of the body; empty where none came."""
        return sha256(self.body).hexdigest() if self.body else ""

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
