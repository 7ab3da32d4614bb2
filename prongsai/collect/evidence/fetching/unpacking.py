"""Bodies packed by gzip, deflate or brotli, unpacked piece by piece so that no bomb goes off."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import brotli

from prongsai.collect.evidence.fetching.fetched import Trouble
from prongsai.collect.evidence.fetching.stopped import Stopped

Pieces = Iterable[bytes]
AT_ONCE = 256 * 1024
MOST_LAYERS = 2
MOST_MEMBERS = 1000  # of one gzip file
GZIP = b"\x1f\x8b"
GZIP_OR_ZLIB = zlib.MAX_WBITS + 32
BARE = -zlib.MAX_WBITS  # deflate without its head, as some servers send it
ZLIB_METHOD = 8


def unpacked(pieces: Pieces, encoding: str, *, most: int) -> bytes:
    """A whole body.

    encoding  a Content-Encoding header; empty: as it came.
    raises    Stopped: TOO_LARGE beyond `most` bytes, at any layer; UNREADABLE where it cannot be unpacked.
    """
    names = [name for name in encoding.lower().replace(" ", "").split(",") if name not in {"", "identity"}]
    if len(names) > MOST_LAYERS or not set(names) <= set(WAYS):
        raise Stopped(Trouble.UNREADABLE, f"Packed as {encoding[:80]!r}.")
    for name in reversed(names):
        pieces = _counted(WAYS[name](pieces), most)
    try:
        return b"".join(_counted(pieces, most))
    except (zlib.error, brotli.error) as error:
        raise Stopped(Trouble.UNREADABLE, f"Said to be packed as {encoding[:80]!r}: {error}") from error


def _counted(pieces: Pieces, most: int) -> Iterator[bytes]:
    seen = 0
    for piece in pieces:
        seen += len(piece)
        if seen > most:
            raise Stopped(Trouble.TOO_LARGE, "More came than is looked at.")
        yield piece


def _inflated(pieces: Pieces) -> Iterator[bytes]:
    """gzip and zlib, with further gzip members; whatever else follows is left, as browsers do."""
    unpack, members = None, 0
    for piece in pieces:
        rest = piece
        while rest:
            if unpack is None or unpack.eof:
                if members and (members >= MOST_MEMBERS or not GZIP.startswith(rest[:2])):
                    return
                unpack, members = zlib.decompressobj(GZIP_OR_ZLIB if _has_head(rest) else BARE), members + 1
            yield unpack.decompress(rest, AT_ONCE)
            rest = unpack.unused_data if unpack.eof else unpack.unconsumed_tail
    if unpack is not None and not unpack.eof:
        yield from _flushed(unpack.decompress)
        if not unpack.eof:
            raise zlib.error("it ends too early")


def _flushed(unpack: Callable[[bytes, int], bytes]) -> Iterator[bytes]:
    while piece := unpack(b"", AT_ONCE):
        yield piece


def _has_head(start: bytes) -> bool:
    """A zlib or gzip head, not bare deflate."""
    return start.startswith(b"\x1f") or (
        start[0] & 0x0F == ZLIB_METHOD and (len(start) == 1 or int.from_bytes(start[:2], "big") % 31 == 0)
    )


def _unbrotlied(pieces: Pieces) -> Iterator[bytes]:
    unpack = brotli.Decompressor()
    process = partial(unpack.process, output_buffer_limit=AT_ONCE)
    came = False
    for piece in pieces:
        came = came or bool(piece)
        yield process(piece)
        while not unpack.can_accept_more_data():
            yield process(b"")
    if came and not unpack.is_finished():
        raise brotli.error("it ends too early")


WAYS: dict[str, Callable[[Pieces], Iterator[bytes]]] = {
    "gzip": _inflated,
    "x-gzip": _inflated,
    "deflate": _inflated,
    "br": _unbrotlied,
}
