"""What lies at the addresses of a run: asked for politely, read, and never asked for twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from prongsai.collect.evidence.fetching.fetched import Fetched
from prongsai.collect.evidence.fetching.fetcher import NOT_CHANGED, Fetcher
from prongsai.collect.evidence.reading.content import Content
from prongsai.collect.evidence.reading.read import read

TELL_EVERY = 1  # seconds
AT_ONCE = 8  # sites; of each only one request at a time
READERS = 2  # answers that are read while the sites are asked for more


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier answer, so that a site may say that nothing has changed. body: what it was then."""

    etag: str
    last_modified: str
    media_type: str
    body: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer and what it says. An unchanged one has its earlier body."""

    fetched: Fetched
    content: Content
    is_unchanged: bool = False


class Looker:
    """Looks at addresses, each once; several sites at a time."""

    def __init__(
        self, fetcher: Fetcher, before: Mapping[str, Before], tell: Callable[[int, int], None]
    ) -> None:
        """tell: called with how many are done, and of how many."""
        self.fetcher, self.before, self.tell = fetcher, before, tell
        self.seen: dict[str, Seen] = {}
        self._total = 0

    def look(self, addresses: Iterable[str]) -> None:
        by_site: dict[str, list[str]] = defaultdict(list)
        for address in dict.fromkeys(addresses):
            if address not in self.seen:
                by_site[site_of(address)].append(address)
        self._total += sum(map(len, by_site.values()))
        with ThreadPoolExecutor(AT_ONCE) as sites, ThreadPoolExecutor(READERS) as readers:
            lines = [sites.submit(self._ask_all, each, readers) for each in by_site.values()]
            self._tell_until_done(lines)
            being_read = [each for line in lines for each in line.result()]
            self._tell_until_done(being_read)
        for each in being_read:
            each.result()
        self.tell(len(self.seen), self._total)

    def nonsense(self, address: str) -> Content:
        """What the site says of an address that cannot be there."""
        return _content(self.fetcher.nonsense(address))

    def answers(self) -> Iterator[Fetched]:
        """Everything that was received, as it was received."""
        for each in self.seen.values():
            yield _unchanged(each.fetched) if each.is_unchanged else each.fetched

    def _tell_until_done(self, futures: Iterable[Future[Any]]) -> None:
        waiting = list(futures)
        while wait(waiting, timeout=TELL_EVERY).not_done:
            self.tell(len(self.seen), self._total)  # from this thread, which the database knows

    def _ask_all(self, addresses: list[str], readers: ThreadPoolExecutor) -> list[Future[None]]:
        return [readers.submit(self._keep, address, self._ask(address)) for address in addresses]

    def _ask(self, address: str) -> Fetched:
        before = self.before.get(address)
        if before is None:
            return self.fetcher.get(address)
        return self.fetcher.get(address, etag=before.etag, last_modified=before.last_modified)

    def _keep(self, address: str, fetched: Fetched) -> None:
        if not fetched.is_unchanged:
            self.seen[address] = _read(fetched)
            return
        before = self.before[address]
        headers = {"content-type": before.media_type, **fetched.headers}
        whole = replace(fetched, status=200, body=before.body(), is_unchanged=False, headers=headers)
        self.seen[address] = replace(_read(whole), is_unchanged=True)


def site_of(address: str) -> str:
    return urlsplit(address).netloc.rpartition("@")[2].lower()


def _read(fetched: Fetched) -> Seen:
    return Seen(fetched, _content(fetched))


def _unchanged(whole: Fetched) -> Fetched:
    return replace(whole, status=NOT_CHANGED, body=b"", is_unchanged=True)


def _content(fetched: Fetched) -> Content:
    kind = fetched.headers.get("content-type", "")  # the whole header: it names the charset
    return read(fetched.body, media_type=kind, address=fetched.final)
