"""Looks at every public page of a running site: `python -m prongsai.project.demonstration.visit ADDRESS`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.error import HTTPError, URLError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import ProxyHandler, build_opener

SIGN_IN = "/workspace/login/"
SECONDS = 20
LEAST = 20  # fewer addresses are no demonstration
OPENER = build_opener(ProxyHandler({}))  # this machine is reached without a proxy


class Links(HTMLParser):
    """Addresses that a page names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the base asks for it
        self.found += [value for name, value in attrs if name in {"href", "src"} and value]


def visit(start: str) -> tuple[int, list[str]]:
    """Follow every link of the site from its first page. Gives how many were seen, and what is wrong."""
    waiting, seen, wrong = [urljoin(start, "/"), urljoin(start, SIGN_IN)], set[str](), list[str]()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        try:
            waiting += [
                each for each in _look(address, wrong) if urlsplit(each).netloc == urlsplit(start).netloc
            ]
        except (HTTPError, URLError) as error:
            wrong.append(f"{address}: {error}")
    return len(seen), wrong


def _look(address: str, wrong: list[str]) -> Iterator[str]:
    with OPENER.open(address, timeout=SECONDS) as answer:
        content, headers = answer.read(), answer.headers
    is_public = not urlsplit(address).path.startswith("/workspace/")
    if is_public and headers["Set-Cookie"]:
        wrong.append(f"{address}: a public page sets a cookie.")
    if not content:
        wrong.append(f"{address}: is empty.")
    if is_public and headers.get_content_type() == "text/html":
        for link in Links(content.decode()).found:
            yield urldefrag(urljoin(address, link))[0]


def main() -> int:
    seen, wrong = visit(sys.argv[1])
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    sys.stdout.write(f"Looked at {seen} addresses; {len(wrong)} are wrong.\n")
    return 1 if wrong or seen < LEAST else 0


if __name__ == "__main__":
    sys.exit(main())
