"""Ask the sites of others politely, and never anything that is not public."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from prongsai.collect.evidence.fetching.addresses import Place, parse
from prongsai.collect.evidence.fetching.asking import Reply, ask
from prongsai.collect.evidence.fetching.certificates import verifying
from prongsai.collect.evidence.fetching.cookies import Cookies
from prongsai.collect.evidence.fetching.fetched import Fetched, Hop, Trouble
from prongsai.collect.evidence.fetching.guard import Guard
from prongsai.collect.evidence.fetching.headers import request
from prongsai.collect.evidence.fetching.limits import Limits
from prongsai.collect.evidence.fetching.stopped import Stopped
from prongsai.collect.evidence.fetching.turns import Turns

AGENT = "Mozilla/5.0 (compatible; Prongsai; checks public evidence)"
NOT_CHANGED = 304
USUAL = Limits()


class Fetcher:
    """Safe between threads; a host is asked by one thread at a time, several hosts at once.

    gap_seconds  between two requests to a host.
    agent        names the checker; say where its owner can be reached. ASCII.
    roots        PEM of authorities to believe besides the machine's and the web's.
    """

    def __init__(
        self,
        *,
        guard: Guard,
        limits: Limits = USUAL,
        gap_seconds: float = 1.0,
        agent: str = AGENT,
        roots: str = "",
    ) -> None:
        self.guard, self.limits, self.agent = guard, limits, agent
        self.turns = Turns(gap_seconds=gap_seconds, limits=limits)
        self.tls = verifying(roots)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let nobody wait any longer: a `get` that still waits for its turn raises RuntimeError."""
        self.turns.close()

    def get(self, address: str, *, etag: str = "", last_modified: str = "") -> Fetched:
        """What the address shows, or why nothing; never raises for what a site does.

        etag, last_modified  of an earlier answer: the site may say that nothing changed since.
        """
        try:
            place = parse(address)
        except Stopped as stopped:
            return Fetched(address=address, final=address, at=datetime.now(UTC), trouble=stopped.trouble)
        return _Chain(self, address, etag=etag, last_modified=last_modified).follow(place)

    def nonsense(self, address: str) -> Fetched:
        """What the same host shows for a page that cannot exist: its way to say "not found"."""
        try:
            place = parse(address)
        except Stopped:
            return self.get(address)
        return self.get(f"{place.scheme}://{place.authority}/no-such-page-{secrets.token_hex(12)}")


class _Chain:
    """One `get`: from the address asked for to where its redirects end."""

    def __init__(self, fetcher: Fetcher, address: str, *, etag: str, last_modified: str) -> None:
        self.fetcher, self.address = fetcher, address
        self.etag, self.last_modified = etag, last_modified
        self.seconds = fetcher.limits.whole_seconds
        self.cookies = Cookies()
        self.hops: list[Hop] = []
        self.seen: set[tuple[str, str]] = set()

    def follow(self, place: Place) -> Fetched:
        while True:
            cookies = self.cookies.of(place.host)
            if (place.address, cookies) in self.seen or len(self.hops) > self.fetcher.limits.redirects:
                return self._fetched(place, Reply(trouble=Trouble.REDIRECTS))
            self.seen.add((place.address, cookies))
            reply = self._asked(place, cookies)
            if reply.trouble or not reply.leads_to:
                return self._fetched(place, reply)
            self.cookies.keep(place.host, reply)
            try:
                after = place.leads_to(reply.leads_to)
            except Stopped as stopped:
                self.hops.append(Hop(place.address, reply.status, reply.leads_to))
                return self._fetched(place, Reply(trouble=stopped.trouble), final=reply.leads_to)
            self.hops.append(Hop(place.address, reply.status, after.address))
            place = after

    def _asked(self, place: Place, cookies: str) -> Reply:
        """In its turn; once more where the site was busy."""
        turns = self.fetcher.turns
        asks_again = True
        while True:
            with turns.of(place.host) as turn:
                given_up = turn.given_up()
                if given_up:
                    return Reply(trouble=given_up)
                reply = self._once(place, cookies)
                is_busy = turn.note(reply.status, reply.trouble, reply.headers.get("retry-after", ""))
            if not (is_busy and asks_again):
                return reply
            asks_again = False

    def _once(self, place: Place, cookies: str) -> Reply:
        fetcher, started = self.fetcher, time.monotonic()
        headers = request(
            place.authority, fetcher.agent, etag=self.etag, last_modified=self.last_modified, cookies=cookies
        )
        try:
            pinned = fetcher.guard.addresses_of(place.host, place.port)
            seconds = self.seconds - (time.monotonic() - started)
            return ask(place, pinned, headers, limits=fetcher.limits, seconds=seconds, tls=fetcher.tls)
        except Stopped as stopped:
            return Reply(trouble=stopped.trouble)
        finally:
            self.seconds -= time.monotonic() - started

    def _fetched(self, place: Place, reply: Reply, *, final: str = "") -> Fetched:
        asked_if_changed = bool(self.etag or self.last_modified)
        return Fetched(
            address=self.address,
            final=final or place.address,
            at=datetime.now(UTC),
            status=reply.status,
            trouble=reply.trouble,
            hops=tuple(self.hops),
            headers=reply.headers,
            body=reply.body,
            is_unchanged=reply.status == NOT_CHANGED and asked_if_changed,
            peer=reply.peer,
            certificate_ends=reply.certificate_ends,
        )
