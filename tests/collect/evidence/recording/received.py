"""Answers of an invented site, as the fetcher would give them."""

from datetime import UTC, datetime

from prongsai.collect.evidence.fetching.fetched import Fetched, Hop, Trouble

SITE = "https://example2.go.th"
AT = datetime(2022, 3, 7, 2, 30, 15, 123456, tzinfo=UTC)
PAGE = "<!doctype html><html lang=th><title>แผน</title><p>แผนปฏิบัติการ ปีงบประมาณ พ.ศ. ๒๕๖๕</p></html>".encode()
HTML = {"content-type": "text/html; charset=utf-8"}
GZIP = {"content-encoding": "gzip", "content-length": "20"}


def fetched(path="/plan", body=PAGE, **other):
    address = SITE + path
    values = {"final": address, "at": AT, "status": 200, "headers": HTML, "peer": "203.0.113.9"}
    return Fetched(address=address, body=body, **(values | other))


def moved(path="/old", to="/plan", body=PAGE):
    hops = (Hop(SITE + path, 301, SITE + to),)
    return fetched(path, body, final=SITE + to, hops=hops)


def unreachable(path="/gone"):
    return fetched(path, b"", status=0, headers={}, peer="", trouble=Trouble.NO_NAME)


def unchanged(path="/plan"):
    return fetched(path, b"", status=304, is_unchanged=True)
