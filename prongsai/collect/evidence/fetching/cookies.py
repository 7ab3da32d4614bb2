"""Cookies within one chain of redirects: some sites turn in a circle for whoever brings none back."""

from __future__ import annotations

from collections import defaultdict

from prongsai.collect.evidence.fetching.asking import Reply
from prongsai.collect.evidence.fetching.headers import plain

MOST = 20  # a host's
LONGEST = 4096


class Cookies:
    """Each host gets back what it set itself, and nothing of another."""

    def __init__(self) -> None:
        self._by_host: dict[str, dict[str, str]] = defaultdict(dict)

    def keep(self, host: str, reply: Reply) -> None:
        for name, value in reply.raw:
            pair = value.decode("latin-1").partition(";")[0].strip()
            if name.lower() == b"set-cookie" and plain(pair) and len(pair) <= LONGEST:
                key, _, content = pair.partition("=")
                if len(self._by_host[host]) < MOST:
                    self._by_host[host][key] = content

    def of(self, host: str) -> str:
        return "; ".join(f"{key}={value}" for key, value in self._by_host[host].items())
