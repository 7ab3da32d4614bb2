"""A site on loopback that answers byte by byte as a test says, however wrongly."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from dataclasses import dataclass

from prongsai.collect.evidence.fetching.fetcher import Fetcher
from prongsai.collect.evidence.fetching.guard import Guard
from prongsai.collect.evidence.fetching.limits import Limits

TLS_HELLO = b"\x16"
QUICK = Limits(connect_seconds=5, read_seconds=5, whole_seconds=10, wait_seconds=0.05, most_wait_seconds=0.3)


@dataclass(frozen=True)
class Request:
    target: str
    headers: dict
    at: float


def page(body=b"<p>ok</p>", *, status="200 OK", **headers):
    """A whole right answer: page(b"...", content_type="text/html")."""
    lines = [f"{name.replace('_', '-')}: {value}".encode() for name, value in headers.items()]
    head = [b"HTTP/1.1 " + status.encode(), b"Content-Length: %d" % len(body), *lines]
    return b"\r\n".join(head) + b"\r\n\r\n" + body


def moved(location, status="302 Found", **headers):
    where = location if isinstance(location, bytes) else location.encode()
    return page(b"", status=status, **headers).replace(b"\r\n", b"\r\nLocation: " + where + b"\r\n", 1)


class Site:
    """answer: bytes for every request, or a function of (Request, socket, site) that returns or sends them.

    over  set when the site closes, so that endless answers end; most_at_once: requests under way together.
    """

    def __init__(self, answer, *, tls=None):
        self.answer, self.tls = answer, tls
        self.requests, self.connections = [], 0
        self.over = threading.Event()
        self.under_way = self.most_at_once = 0
        self._threads = []
        self._lock = threading.Lock()

    def __enter__(self):
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.02)
        self.port = self._listener.getsockname()[1]
        self._start(self._accept)
        return self

    def __exit__(self, *_):
        self.over.set()
        for thread in self._threads:
            thread.join(10)
        self._listener.close()

    def url(self, path="/", host="127.0.0.1", scheme="http"):
        return f"{scheme}://{host}:{self.port}{path}"

    def _start(self, target, *arguments):
        thread = threading.Thread(target=target, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _accept(self):
        while not self.over.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _ = self._listener.accept()
                self.connections += 1
                self._start(self._serve, connection)

    def _serve(self, connection):
        with contextlib.suppress(OSError, ssl.SSLError), connection:
            connection.settimeout(10)
            if self.tls:
                with self.tls.wrap_socket(connection, server_side=True) as line:
                    self._answer(line)
            else:
                self._answer(connection)

    def _answer(self, line):
        request = self._read(line)
        with self._lock:
            self.under_way += 1
            self.most_at_once = max(self.most_at_once, self.under_way)
        try:
            answer = self.answer(request, line, self) if callable(self.answer) else self.answer
        finally:
            with self._lock:
                self.under_way -= 1
        line.sendall(answer or b"")
        with contextlib.suppress(OSError):
            line.shutdown(socket.SHUT_WR)

    def _read(self, line):
        head = b""
        while b"\r\n\r\n" not in head:
            got = line.recv(65536)
            if got[:1] == TLS_HELLO:
                line.sendall(page(status="400 Bad Request"))
            if got[:1] in {b"", TLS_HELLO}:
                raise ConnectionError
            head += got
        first, *rest = head.decode().split("\r\n")
        headers = dict(each.split(": ", 1) for each in rest if ": " in each)
        request = Request(first.split(" ")[1], headers, time.monotonic())
        self.requests.append(request)
        return request


def one_after_another(*answers):
    """A site's answers in order; the last for ever."""
    left = list(answers)
    return lambda *_: left.pop(0) if len(left) > 1 else left[0]


def endlessly(start, piece, *, pause=0.0):
    """A function that sends a start and then a piece again and again, until nobody listens."""

    def send(_request, line, site):
        line.sendall(start)
        while not site.over.wait(pause):
            line.sendall(piece)

    return send


def fetcher(*, limits=QUICK, gap_seconds=0, **more):
    return Fetcher(guard=Guard(allows_loopback=True), limits=limits, gap_seconds=gap_seconds, **more)


def get(answer, *, limits=QUICK, path="/", **asked):
    """What a fetcher makes of a site with this answer."""
    with Site(answer) as site, fetcher(limits=limits) as look:
        return look.get(site.url(path), **asked)
