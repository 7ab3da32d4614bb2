"""A host is asked by one at a time, with a gap, and left in peace when it asks for that."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise

import pytest
from hazard_site import QUICK, Site, fetcher, one_after_another, page

from prongsai.collect.evidence.fetching.fetched import Trouble
from prongsai.collect.evidence.fetching.turns import seconds_of

BUSY = page(b"busy", status="429 Too Many Requests")
PAUSED = page(b"paused", status="503 Service Unavailable")


def at_once(look, addresses):
    with ThreadPoolExecutor(len(addresses)) as pool:
        return list(pool.map(look.get, addresses))


def slowly(_request, _line, site):
    site.over.wait(0.05)
    return page()


def gaps(site):
    return [after.at - before.at for before, after in pairwise(site.requests)]


def test_a_host_is_asked_by_one_thread_at_a_time_with_a_gap():
    with Site(slowly) as site, fetcher(gap_seconds=0.2) as look:
        at_once(look, [site.url(f"/{number}") for number in range(4)])

    assert (site.most_at_once, len(site.requests)) == (1, 4)
    assert min(gaps(site)) >= 0.2


def test_the_steps_of_a_redirect_keep_the_gap_too():
    def onward(request, *_):
        return page() if request.target == "/x" else page(b"", status="302 Found", Location="/x")

    with Site(onward) as site, fetcher(gap_seconds=0.2) as look:
        look.get(site.url())

    assert [gap >= 0.2 for gap in gaps(site)] == [True]


def test_several_hosts_are_asked_at_once():
    both = threading.Barrier(2, timeout=10)

    def together(*_):
        both.wait()
        return page(b"together")

    with Site(together) as site, fetcher(gap_seconds=5) as look:
        fetched = at_once(look, [site.url(host="a.localhost"), site.url(host="b.localhost")])

    assert [each.body for each in fetched] == [b"together"] * 2


@pytest.mark.parametrize("busy", [BUSY, PAUSED], ids=["429", "503"])
def test_a_busy_site_is_asked_once_more_after_a_while(busy):
    with Site(one_after_another(busy, page(b"now"))) as site, fetcher() as look:
        fetched = look.get(site.url())

    assert (fetched.status, fetched.body) == (200, b"now")
    assert gaps(site)[0] >= QUICK.wait_seconds


IN_FIVE_HOURS = format_datetime(datetime.now(UTC) + timedelta(hours=5), usegmt=True)


@pytest.mark.parametrize("asked", ["9999", IN_FIVE_HOURS], ids=["seconds", "date"])
def test_a_site_may_ask_for_a_pause_but_not_for_ever(asked):
    busy = page(status="429 Too Many Requests", Retry_After=asked)
    with Site(one_after_another(busy, page())) as site, fetcher() as look:
        look.get(site.url())

    assert QUICK.most_wait_seconds <= gaps(site)[0] < 5


def test_what_a_site_asks_for_holds_for_everybody_who_asks_it():
    busy = page(status="429 Too Many Requests", Retry_After="1")
    with Site(one_after_another(busy, page())) as site, fetcher() as look:
        at_once(look, [site.url("/a"), site.url("/b")])

    assert gaps(site)[0] >= QUICK.most_wait_seconds


def test_a_site_that_stays_busy_is_answered_for_and_then_left_alone():
    with Site(BUSY) as site, fetcher() as look:
        fetched = [look.get(site.url(f"/{number}")) for number in range(4)]

    assert [(each.status, each.trouble) for each in fetched] == [
        (429, None),
        (429, None),
        (0, Trouble.BUSY),
        (0, Trouble.BUSY),
    ]
    assert [request.target for request in site.requests] == ["/0", "/0", "/1", "/1"]


def test_a_site_that_is_busy_now_and_then_is_never_left_alone():
    with Site(one_after_another(*[BUSY, page()] * 4)) as site, fetcher() as look:
        fetched = [look.get(site.url()) for _ in range(4)]

    assert [each.status for each in fetched] == [200] * 4


def test_a_site_that_three_times_did_not_answer_is_not_tried_again_for_a_while():
    with Site(b"") as site, fetcher() as look:
        fetched = [look.get(site.url()) for _ in range(5)]

    assert [each.trouble for each in fetched] == [Trouble.NOT_REACHED] * 5
    assert site.connections == 3


def test_nobody_waits_for_what_is_not_asked():
    began = time.monotonic()
    with fetcher(gap_seconds=60) as look:
        fetched = [look.get("http://10.0.0.1/") for _ in range(3)]

    assert [each.trouble for each in fetched] == [Trouble.FORBIDDEN] * 3
    assert time.monotonic() - began < 30


def test_other_hosts_do_not_suffer_for_a_silent_one():
    with Site(b"") as site, Site(page(b"here")) as other, fetcher() as look:
        for _ in range(4):
            look.get(site.url(host="a.localhost"))
        fetched = look.get(other.url(host="b.localhost"))

    assert fetched.body == b"here"


def test_whoever_waits_when_the_fetcher_closes_waits_no_longer():
    with Site(page()) as site, fetcher(gap_seconds=600) as look, ThreadPoolExecutor(1) as pool:
        look.get(site.url())
        waiting = pool.submit(look.get, site.url())
        look.close()
        with pytest.raises(RuntimeError, match="closed"):
            waiting.result(timeout=10)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        ("9" * 400, 999999999.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("Wed, 21 Oct 2015 07:28:00", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("๑๒", None),
    ],
)
def test_how_long_a_site_wants_to_be_left_alone(header, seconds):
    assert seconds_of(header) == seconds
