"""Sites that are slow, huge, packed to burst or plainly wrong cost a bounded time and space."""

import gzip
import socket
import time
import zlib
from functools import partial

import brotli
import pytest
from hazard_site import QUICK, Site, endlessly, fetcher, get, moved, page

from prongsai.collect.evidence.fetching.fetched import Trouble
from prongsai.collect.evidence.fetching.limits import Limits
from prongsai.collect.evidence.fetching.wire import SLACK

HASTY = Limits(connect_seconds=1, read_seconds=0.3, whole_seconds=0.8)
SMALL = Limits(most_bytes=200_000, most_unpacked_bytes=400_000, whole_seconds=20)
TWO_GIGABYTES = 2 * 1024**3
HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
CHUNK = b"10000\r\n" + b"0" * 0x10000 + b"\r\n"
gzipped = partial(gzip.compress, mtime=0)
brotlied = partial(brotli.compress, quality=1)
ZEROS = bytes(10_000_000)
BLOCKS_OF_NOTHING = b"\x00\x00\x00\xff\xff" * 1_000_000 + b"\x01\x00\x00\xff\xff"
PLAIN = "สวัสดีชาวโลก ".encode() * 3000


def label(value):
    """For a name of a test: bytes make none."""
    return value if isinstance(value, str) else type(value).__name__


def raw_deflate(body):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def halves(body):
    return gzipped(body[:5000]) + gzipped(body[5000:])


def silent(_request, _line, site):
    site.over.wait(5)


@pytest.mark.parametrize(
    "answer",
    [
        silent,
        endlessly(HEAD, b"X: y\r\n", pause=0.1),
        endlessly(b"", b"H", pause=0.1),
        endlessly(HEAD + b"Content-Length: 1000\r\n\r\n", b"a", pause=0.1),
        endlessly(HEAD + b"\r\n", b"a", pause=0.1),
        endlessly(CHUNKED, b"1\r\na\r\n", pause=0.1),
        endlessly(CHUNKED + b"0\r\n", b"X: y\r\n", pause=0.1),
        endlessly(b"", b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.1),
    ],
    ids=label,
)
def test_a_slow_site_is_waited_for_only_so_long(answer):
    with Site(answer) as site, fetcher(limits=HASTY) as look:
        began = time.monotonic()
        fetched = look.get(site.url())
        took = time.monotonic() - began

    assert (fetched.trouble, fetched.body) == (Trouble.TOO_SLOW, b"")
    assert took < 4


def test_redirects_share_one_time():
    def slow_step(request, _line, site):
        site.over.wait(0.25)
        return moved(request.target + "x")

    with Site(slow_step) as site, fetcher(limits=HASTY) as look:
        fetched = look.get(site.url())

    assert (fetched.trouble, len(fetched.hops) <= 3) == (Trouble.TOO_SLOW, True)


@pytest.mark.parametrize(
    "answer",
    [
        endlessly(HEAD + b"Content-Length: %d\r\n\r\n" % TWO_GIGABYTES, b"0" * 65536),
        endlessly(HEAD + b"\r\n", b"0" * 65536),
        endlessly(CHUNKED, CHUNK),
        endlessly(CHUNKED, b"1;" + b"x" * 4000 + b"\r\na\r\n"),
        endlessly(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 500),
    ],
    ids=label,
)
def test_a_file_of_two_gigabytes_is_left_where_it_is(answer):
    sent = []

    def counted(request, line, site):
        class Counting:
            def sendall(self, piece):
                line.sendall(piece)
                sent.append(len(piece))

        return answer(request, Counting(), site)

    fetched = get(counted, limits=SMALL)

    assert (fetched.trouble, fetched.body) == (Trouble.TOO_LARGE, b"")
    assert sum(sent) < SMALL.most_bytes + SLACK + 12_000_000  # what the system keeps between the two


def test_of_what_is_too_large_the_size_is_told():
    fetched = get(HEAD + b"Content-Length: %d\r\n\r\n" % TWO_GIGABYTES, limits=SMALL)

    assert (fetched.status, fetched.headers) == (200, {"content-length": str(TWO_GIGABYTES)})


def test_a_file_as_large_as_allowed_comes_whole():
    body = b"a" * SMALL.most_bytes

    assert get(page(body), limits=SMALL).body == body


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzipped(ZEROS)),
        ("gzip", gzipped(bytes(399_000)) * 5),
        ("deflate", zlib.compress(ZEROS)),
        ("deflate", raw_deflate(ZEROS)),
        ("br", brotlied(ZEROS)),
        ("gzip, gzip", gzipped(gzipped(ZEROS))),
        ("br, gzip", gzipped(brotlied(ZEROS))),
        ("deflate, gzip", gzipped(BLOCKS_OF_NOTHING)),
    ],
    ids=label,
)
def test_a_bomb_does_not_go_off(encoding, body):
    fetched = get(page(body, Content_Encoding=encoding), limits=SMALL)

    assert (fetched.trouble, fetched.body, fetched.status) == (Trouble.TOO_LARGE, b"", 200)


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzipped(PLAIN)),
        ("X-GZIP", gzipped(PLAIN)),
        ("gzip", halves(PLAIN)),
        ("gzip", gzipped(PLAIN) + b"left over"),
        ("deflate", zlib.compress(PLAIN)),
        ("deflate", raw_deflate(PLAIN)),
        ("br", brotlied(PLAIN)),
        ("br, gzip", gzipped(brotlied(PLAIN))),
        ("identity", PLAIN),
        ("", PLAIN),
    ],
    ids=label,
)
def test_packed_bodies_are_unpacked(encoding, body):
    fetched = get(page(body, Content_Encoding=encoding))

    assert (fetched.trouble, fetched.body) == (None, PLAIN)


@pytest.mark.parametrize("size", [1, 2, 3, 7])
@pytest.mark.parametrize(("encoding", "pack"), [("gzip", halves), ("deflate", raw_deflate), ("br", brotlied)])
def test_packed_bodies_come_in_pieces_of_any_size(encoding, pack, size):
    body = pack(b"abc" * 4000)
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)

    fetched = get(CHUNKED[:-2] + b"Content-Encoding: %s\r\n\r\n" % encoding.encode() + chunks + b"0\r\n\r\n")

    assert fetched.body == b"abc" * 4000


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_nothing_packed_is_nothing(encoding):
    fetched = get(page(b"", Content_Encoding=encoding))

    assert (fetched.trouble, fetched.body) == (None, b"")


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", b"<p>not packed at all</p>"),
        ("gzip", gzipped(PLAIN)[:-20]),
        ("gzip", gzipped(PLAIN)[:-4] + b"0000"),
        ("deflate", raw_deflate(PLAIN)[:-20]),
        ("br", b"<p>not packed at all</p>"),
        ("br", brotlied(PLAIN)[:-5]),
        ("zstd", PLAIN),
        ("gzip, gzip, gzip", PLAIN),
    ],
    ids=label,
)
def test_what_cannot_be_unpacked_is_unreadable(encoding, body):
    fetched = get(page(body, Content_Encoding=encoding))

    assert (fetched.trouble, fetched.body, fetched.status) == (Trouble.UNREADABLE, b"", 200)


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (b"", Trouble.NOT_REACHED),
        (HEAD, Trouble.NOT_REACHED),
        (HEAD + b"Content-Length: 10\r\n\r\nshort", Trouble.NOT_REACHED),
        (CHUNKED + b"5\r\nab", Trouble.NOT_REACHED),
        (CHUNKED + b"5\r\nhello\r\n", Trouble.NOT_REACHED),
        (CHUNKED + b"xyz\r\nhello\r\n0\r\n\r\n", Trouble.UNREADABLE),
        (CHUNKED + b"-5\r\nhello\r\n0\r\n\r\n", Trouble.UNREADABLE),
        (CHUNKED + b"5\r\nhelloXX0\r\n\r\n", Trouble.UNREADABLE),
        (CHUNKED + b"f" * 30 + b"\r\nhello", Trouble.UNREADABLE),
        (HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", Trouble.UNREADABLE),
        (HEAD + b"Content-Length: -5\r\n\r\nhello", Trouble.UNREADABLE),
        (HEAD + b"Content-Length: many\r\n\r\nhello", Trouble.UNREADABLE),
        (HEAD + b"X: a\x00b\r\n\r\nhello", Trouble.UNREADABLE),
        (HEAD + b"no colon\r\n\r\nhello", Trouble.UNREADABLE),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", Trouble.UNREADABLE),
        (b"<html>no head</html>\r\n\r\n", Trouble.UNREADABLE),
        (b"\x16\x03\x01" * 100, Trouble.UNREADABLE),
        (HEAD + b"X: " + b"y" * 300_000, Trouble.UNREADABLE),
        (HEAD + b"X: y\r\n" * 60_000 + b"\r\n", Trouble.UNREADABLE),
    ],
    ids=label,
)
def test_what_is_no_whole_answer_brings_no_body(answer, trouble):
    fetched = get(answer)

    assert (fetched.trouble, fetched.body) == (trouble, b"")


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        (HEAD + b"Content-Length: 5\r\n\r\nhello and more", b"hello"),
        (HEAD + b"\r\nuntil it closes", b"until it closes"),
        (CHUNKED + b"5\r\nhello\r\n0\r\n\r\n", b"hello"),
        (CHUNKED + b"5;name=x\r\nhello\r\n0\r\nX-After: 1\r\n\r\n", b"hello"),
        (b"HTTP/1.0 200 OK\r\n\r\nold", b"old"),
        (b"HTTP/1.1 200\r\n\r\nno reason", b"no reason"),
        (b"HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n\r\nlate", b"late"),
    ],
    ids=label,
)
def test_odd_but_right_answers_are_read(answer, body):
    fetched = get(answer)

    assert (fetched.status, fetched.trouble, fetched.body) == (200, None, body)


def test_where_nobody_listens_nobody_is_reached():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with fetcher() as look:
        fetched = look.get(f"http://127.0.0.1:{port}/")

    assert (fetched.trouble, fetched.status, fetched.peer) == (Trouble.NOT_REACHED, 0, "")


def test_an_answer_before_the_request_was_read_counts():
    with Site(page(b"early")) as site, fetcher(limits=QUICK) as look:
        fetched = look.get(site.url("/" + "a" * 3900))

    assert fetched.body == b"early"
