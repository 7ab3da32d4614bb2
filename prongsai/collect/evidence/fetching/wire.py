"""The connection under a request: only to addresses that the guard gave, never longer or more than agreed."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable, Sequence
from typing import Any

import httpcore

from prongsai.collect.evidence.fetching.fetched import Trouble
from prongsai.collect.evidence.fetching.limits import Limits
from prongsai.collect.evidence.fetching.stopped import Stopped

SLACK = 256 * 1024  # status line, headers, chunk sizes: what is no body


class Deadline:
    """A moment after which nothing is waited for."""

    def __init__(self, seconds: float) -> None:
        self._ends = time.monotonic() + seconds

    def left(self, most: float) -> float:
        """Seconds to wait at most. raises Stopped where none are left."""
        seconds = min(most, self._ends - time.monotonic())
        if seconds <= 0:
            raise Stopped(Trouble.TOO_SLOW, "The time is up.")
        return seconds


class Line(httpcore.NetworkStream):
    """Bytes to and from one peer. has_ended: the peer has nothing more to say."""

    def __init__(self, sock: socket.socket, *, limits: Limits, deadline: Deadline) -> None:
        self.sock, self.limits, self.deadline = sock, limits, deadline
        self.received = 0
        self.has_ended = False

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002  # httpcore names it; our limits hold
        self.sock.settimeout(self.deadline.left(self.limits.read_seconds))
        try:
            got = self.sock.recv(max_bytes)
        except OSError as error:
            raise _stopped(error) from error
        self.received += len(got)
        self.has_ended = not got
        if self.received > self.limits.most_bytes + SLACK:
            raise Stopped(Trouble.TOO_LARGE, "More came than is looked at.")
        return got

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002  # httpcore names it; our limits hold
        self.sock.settimeout(self.deadline.left(self.limits.read_seconds))
        try:
            self.sock.sendall(buffer)
        except ConnectionError:
            return  # some sites answer and close before they have read it all
        except OSError as error:
            raise _stopped(error) from error

    def close(self) -> None:
        self.sock.close()

    def get_extra_info(self, info: str) -> Any:
        return {"socket": self.sock, "is_readable": self.has_ended}.get(info)


class Wire(httpcore.NetworkBackend):
    """Connects to the first of the pinned addresses that answers, whatever name is asked for.

    tls   None over plain HTTP.
    line  the connection once there is one; peer: the address at its other end.
    """

    def __init__(
        self,
        pinned: Sequence[str],
        host: str,
        *,
        limits: Limits,
        deadline: Deadline,
        tls: ssl.SSLContext | None,
    ) -> None:
        self.pinned, self.host, self.tls = pinned, host, tls
        self.limits, self.deadline = limits, deadline
        self.line: Line | None = None
        self.peer = ""

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002  # looking it up again is what pinning forbids
        port: int,
        timeout: float | None = None,  # noqa: ARG002  # httpcore names it; our limits hold
        local_address: str | None = None,  # noqa: ARG002  # httpcore names it; the system chooses
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002  # httpcore names it; none are needed
    ) -> Line:
        sock = self._connected(port)
        if self.tls:
            sock = self._wrapped(sock, self.tls)
        self.line = Line(sock, limits=self.limits, deadline=self.deadline)
        return self.line

    def _connected(self, port: int) -> socket.socket:
        trouble = Stopped(Trouble.NOT_REACHED, "Nobody answered.")
        for address in self.pinned:
            try:
                sock = socket.create_connection(
                    (address, port), self.deadline.left(self.limits.connect_seconds)
                )
            except OSError as error:
                trouble = _stopped(error)
            else:
                self.peer = address
                return sock
        raise trouble

    def _wrapped(self, sock: socket.socket, tls: ssl.SSLContext) -> ssl.SSLSocket:
        try:
            sock.settimeout(self.deadline.left(self.limits.connect_seconds))
            return tls.wrap_socket(sock, server_hostname=self.host)
        except (ssl.SSLError, ssl.CertificateError) as error:
            sock.close()
            raise Stopped(Trouble.CERTIFICATE, str(error)) from error
        except OSError as error:
            sock.close()
            raise _stopped(error) from error


def _stopped(error: OSError) -> Stopped:
    slow = isinstance(error, TimeoutError)
    return Stopped(Trouble.TOO_SLOW if slow else Trouble.NOT_REACHED, str(error))
