"""Respondents: sheets as a browser sends them, and many connections at once that send them."""

import gzip
import random
import re
import secrets
import selectors
import socket
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import Any
from urllib.parse import urlencode

RECEIPT = re.compile(rb'class="receipt">([a-z2-7 ]+)<')
SILENCE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Sheet:
    """One filled-in form. raw: the request, byte for byte."""

    submission: str
    code: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """status 0: the connection broke before an answer came. seconds: from the first byte to the last."""

    sheet: Sheet
    status: int
    seconds: float
    body: bytes = b""

    @property
    def receipt(self) -> str:
        found = RECEIPT.search(self.page)
        return found[1].decode() if found else ""

    @property
    def page(self) -> bytes:
        return gzip.decompress(self.body) if self.body.startswith(b"\x1f\x8b") else self.body


def fill(
    survey: dict,
    *,
    code: str = "",
    submission: str = "",
    work_bits: int = 0,
    headers: str = "",
    **extra: str,
) -> Sheet:
    """Answer every row at random. work_bits: of proof of work.

    headers: more lines of the request; extra: more fields, or other values.
    """
    submission = submission or secrets.token_hex(16)
    fields = {row: random.choice(choices) for row, choices in survey["rows"].items()}
    fields |= {"submission": submission, "code": code, "work": work_for(submission, work_bits)}
    path = f"/s/{survey['slug']}/answer/"
    return Sheet(submission, code, request(path, fields | {"go": "send"} | extra, headers))


def work_for(submission: str, bits: int) -> str:
    """Done as a browser does it; nothing for no bits."""
    if not bits:
        return ""
    started = sha256(f"{submission}:".encode())
    return next(f"{n:x}" for n in count() if _is_done(started.copy(), f"{n:x}", bits))


def _is_done(started: Any, work: str, bits: int) -> bool:
    started.update(work.encode())
    return int.from_bytes(started.digest()[:4]) >> (32 - bits) == 0


def request(path: str, fields: dict[str, str], headers: str = "") -> bytes:
    body = urlencode(fields).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nConnection: close\r\n"
        "Accept-Encoding: gzip\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n{headers}\r\n"
    )
    return head.encode() + body


def send(port: int, sheet: Sheet, *, sender: str = "127.0.0.1") -> Answer:
    return next(send_all(port, [sheet], connections=1, sender=sender))


def send_all(
    port: int, sheets: Iterable[Sheet], *, connections: int, sender: str = "127.0.0.1"
) -> Iterator[Answer]:
    """Keep so many connections busy; give the answers as they come. sender: the address that they come from.

    One thread and one loop: it must leave both cores to the server.
    """
    waiting, left = selectors.DefaultSelector(), iter(sheets)
    for _ in range(connections):
        _open(waiting, port, left, sender)
    while waiting.get_map():
        ready = waiting.select(SILENCE_SECONDS)
        assert ready, "the server has been silent for half a minute"
        for key, _events in ready:
            if (answer := _go_on(waiting, key)) is not None:
                _open(waiting, port, left, sender)
                yield answer


class _Talk:
    __slots__ = ("begun", "parts", "sheet")

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.begun, self.parts = sheet, time.perf_counter(), []


def _open(waiting: selectors.BaseSelector, port: int, left: Iterator[Sheet], sender: str) -> None:
    sheet = next(left, None)
    if sheet is None:
        return
    talk = _Talk(sheet)
    line = socket.socket()
    line.setblocking(False)
    if sender != "127.0.0.1":
        line.bind((sender, 0))
    line.connect_ex(("127.0.0.1", port))  # whether it worked is seen when it is written to
    waiting.register(line, selectors.EVENT_WRITE, talk)


def _go_on(waiting: selectors.BaseSelector, key: selectors.SelectorKey) -> Answer | None:
    """Send what is to be sent, or take what came; give the answer once it is whole."""
    line, talk = key.fileobj, key.data
    try:
        if key.events & selectors.EVENT_WRITE:
            line.sendall(talk.sheet.raw)
            waiting.modify(line, selectors.EVENT_READ, talk)
            return None
        came = line.recv(65536)
    except OSError:
        came = b""
    if came:
        talk.parts.append(came)
        return None
    waiting.unregister(line)
    line.close()
    return _answer(talk)


def _answer(talk: _Talk) -> Answer:
    head, _, body = b"".join(talk.parts).partition(b"\r\n\r\n")
    length = re.search(rb"Content-Length: (\d+)", head)
    is_whole = bool(length) and len(body) == int(length[1])
    status = int(head[9:12]) if is_whole else 0
    return Answer(talk.sheet, status, time.perf_counter() - talk.begun, body)
