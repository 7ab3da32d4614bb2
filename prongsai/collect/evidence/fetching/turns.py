"""Politeness: one request a host at a time, with a gap, and rest for a host that is busy or silent."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from prongsai.collect.evidence.fetching.fetched import Trouble
from prongsai.collect.evidence.fetching.limits import Limits

BUSY = {429, 503}
MOST_BUSY = 4  # answers of a host in a row that it is busy, before it is left alone
MOST_SILENT = 3  # requests in a row that came to nothing
REST_SECONDS = 300.0
UNASKED = {Trouble.FORBIDDEN, Trouble.NO_NAME}  # no gap after what never reached the host
SILENT = {Trouble.NO_NAME, Trouble.NOT_REACHED, Trouble.TOO_SLOW}


class Turn:
    """One host's. Its methods are called by whoever holds it."""

    def __init__(self, *, gap_seconds: float, limits: Limits) -> None:
        self.lock = threading.Lock()
        self.free_at = 0.0
        self._gap, self._limits = gap_seconds, limits
        self._busy = self._silent = 0
        self._trouble: Trouble | None = None
        self._rests_until = 0.0

    def given_up(self) -> Trouble | None:
        """Why the host is not asked for a while: again and again it was busy or could not be reached."""
        return self._trouble if time.monotonic() < self._rests_until else None

    def note(self, status: int, trouble: Trouble | None, retry_after: str) -> bool:
        """Remember an answer. returns: it was busy, and asking once more may help."""
        is_busy = status in BUSY
        self._busy = self._busy + 1 if is_busy else 0
        self._silent = self._silent + 1 if not status and trouble in SILENT else 0
        if trouble not in UNASKED:
            self.free_at = time.monotonic() + max(self._gap, self._pause(retry_after) if is_busy else 0)
        if self._silent < MOST_SILENT and self._busy < MOST_BUSY:
            return is_busy
        self._give_up(Trouble.BUSY if is_busy else trouble)
        return False

    def _give_up(self, trouble: Trouble | None) -> None:
        self._trouble, self._rests_until = trouble, time.monotonic() + REST_SECONDS
        self._busy = self._silent = 0

    def _pause(self, retry_after: str) -> float:
        asked = seconds_of(retry_after)
        if asked is None:
            asked = self._limits.wait_seconds * 2 ** (self._busy - 1)
        return min(asked, self._limits.most_wait_seconds)


class Turns:
    """Whose turn it is, for every host. Safe between threads."""

    def __init__(self, *, gap_seconds: float, limits: Limits) -> None:
        self._gap, self._limits = gap_seconds, limits
        self._turns: dict[str, Turn] = {}
        self._lock = threading.Lock()
        self._closed = threading.Event()

    @contextmanager
    def of(self, host: str) -> Iterator[Turn]:
        """Wait for the host's turn and hold it. raises RuntimeError once closed."""
        with self._lock:
            turn = self._turns.setdefault(host, Turn(gap_seconds=self._gap, limits=self._limits))
        with turn.lock:
            self._wait_until(turn.free_at)
            yield turn

    def close(self) -> None:
        self._closed.set()

    def _wait_until(self, moment: float) -> None:
        if self._closed.wait(max(0.0, moment - time.monotonic())):
            raise RuntimeError("This fetcher is closed.")


def seconds_of(retry_after: str) -> float | None:
    """Of a Retry-After header, in seconds or as a date; None where it cannot be read."""
    if retry_after.isascii() and retry_after.isdecimal():
        return float(retry_after[:9])
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
