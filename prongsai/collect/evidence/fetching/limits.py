"""How much of time, bytes and patience one look may cost."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one `get`.

    whole_seconds      of all its answers and redirects together; waiting for one's turn does not count.
    most_bytes         as they come over the network; most_unpacked_bytes: after gzip, deflate or brotli.
    wait_seconds       before asking a busy site (429, 503) again where it does not say how long; doubles.
    most_wait_seconds  whatever a busy site asks for.
    """

    connect_seconds: float = 10
    read_seconds: float = 20
    whole_seconds: float = 60
    most_bytes: int = 40 * MEGABYTE
    most_unpacked_bytes: int = 80 * MEGABYTE
    redirects: int = 5
    wait_seconds: float = 5
    most_wait_seconds: float = 30
