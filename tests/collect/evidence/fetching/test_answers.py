"""What a right answer brings home, and what is told of redirects and of what did not change."""

from datetime import UTC, datetime, timedelta

import pytest
from hazard_site import Site, fetcher, get, moved, one_after_another, page

from prongsai.collect.evidence.fetching.fetched import Fetched, Hop, Trouble
from prongsai.collect.evidence.fetching.naming import file_name

NOT_MODIFIED = b'HTTP/1.1 304 Not Modified\r\nETag: "v2"\r\n\r\n'


def test_an_answer_is_brought_home_whole():
    answer = page("สวัสดี".encode(), Content_Type="Text/HTML; charset=utf-8", X_Two="1", x_two="2")
    with Site(answer) as site, fetcher() as look:
        fetched = look.get(site.url("/a#b"))

    assert timedelta() <= datetime.now(UTC) - fetched.at < timedelta(seconds=10)
    assert fetched == Fetched(
        address=site.url("/a#b"),
        final=site.url("/a"),
        at=fetched.at,
        status=200,
        headers={"content-length": "18", "content-type": "Text/HTML; charset=utf-8", "x-two": "2"},
        body="สวัสดี".encode(),
        peer="127.0.0.1",
    )
    assert fetched.media_type == "text/html"


def test_a_request_says_who_asks_and_what_it_reads():
    with Site(page()) as site, fetcher(agent="Prongsai; +https://office.go.th/contact") as look:
        look.get(site.url())

    assert site.requests[0].headers == {
        "Host": f"127.0.0.1:{site.port}",
        "User-Agent": "Prongsai; +https://office.go.th/contact",
        "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
        "Accept-Language": "th,en;q=0.5",
        "Accept-Encoding": "gzip, deflate, br",
        "Connection": "close",
    }


@pytest.mark.parametrize(
    "status", ["404 Not Found", "500 Internal Server Error", "403 Forbidden", "300 Multiple Choices"]
)
def test_a_refusal_of_the_site_is_an_answer(status):
    fetched = get(page(b"sorry", status=status))

    assert (fetched.status, fetched.trouble, fetched.body) == (int(status[:3]), None, b"sorry")


def test_what_did_not_change_is_not_sent_again():
    with Site(NOT_MODIFIED) as site, fetcher() as look:
        fetched = look.get(site.url(), etag='"v2"', last_modified="Sat, 01 Aug 2026 00:00:00 GMT")

    asked = site.requests[0].headers
    assert (asked["If-None-Match"], asked["If-Modified-Since"]) == ('"v2"', "Sat, 01 Aug 2026 00:00:00 GMT")
    assert (fetched.status, fetched.is_unchanged, fetched.body, fetched.sha256) == (304, True, b"", "")


def test_not_changed_without_having_been_asked_is_only_an_odd_answer():
    assert get(NOT_MODIFIED).is_unchanged is False


@pytest.mark.parametrize("etag", ['"a"\r\nX-Evil: 1', '"แผน"', "\x00"])
def test_a_strange_etag_is_left_out_of_the_request(etag):
    with Site(page()) as site, fetcher() as look:
        fetched = look.get(site.url(), etag=etag)

    assert (fetched.status, {"If-None-Match", "X-Evil"} & set(site.requests[0].headers)) == (200, set())


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_told(status):
    answer = one_after_another(moved("/b", f"{status} Moved"), moved("c"), page(b"end"))
    with Site(answer) as site, fetcher() as look:
        fetched = look.get(site.url("/a"))

    assert fetched.hops == (
        Hop(site.url("/a"), status, site.url("/b")),
        Hop(site.url("/b"), 302, site.url("/c")),
    )
    assert (fetched.final, fetched.status, fetched.body) == (site.url("/c"), 200, b"end")


def counting_up(request, *_):
    return moved(f"/{int(request.target[1:]) + 1}")


def up_to_five(request, *_):
    return page(b"end") if request.target == "/5" else counting_up(request)


@pytest.mark.parametrize(
    ("answer", "trouble", "hops"), [(up_to_five, None, 5), (counting_up, Trouble.REDIRECTS, 6)]
)
def test_five_redirects_are_followed_and_no_more(answer, trouble, hops):
    with Site(answer) as site, fetcher() as look:
        fetched = look.get(site.url("/0"))

    assert (fetched.trouble, len(fetched.hops), len(site.requests)) == (trouble, hops, 6)


def test_a_circle_is_found_at_once():
    with Site(one_after_another(moved("/b"), moved("/a"))) as site, fetcher() as look:
        fetched = look.get(site.url("/a"))

    assert (fetched.trouble, fetched.final, len(site.requests)) == (Trouble.REDIRECTS, site.url("/a"), 2)


def test_a_redirect_to_nowhere_is_the_answer_itself():
    fetched = get(page(b"moved, but where?", status="302 Found"))

    assert (fetched.status, fetched.trouble, fetched.body) == (302, None, b"moved, but where?")


def wants_its_cookie(request, *_):
    return (
        page(b"in")
        if request.headers.get("Cookie") == "seen=1"
        else moved("/", Set_Cookie="seen=1; Path=/; HttpOnly")
    )


def test_a_site_that_wants_its_cookie_back_is_no_circle():
    assert get(wants_its_cookie).body == b"in"


def test_no_other_site_and_no_later_look_gets_a_cookie():
    def to_other(*_):
        return moved(other.url(host="b.localhost"), Set_Cookie="secret=1")

    with Site(page()) as other, Site(to_other) as site, fetcher() as look:
        look.get(site.url(host="a.localhost"))
        look.get(site.url(host="a.localhost"))

    assert [request.headers.get("Cookie") for request in [*site.requests, *other.requests]] == [None] * 4


def test_nonsense_asks_the_same_site_for_a_page_that_cannot_exist():
    with Site(page(b"no such page", status="404 Not Found")) as site, fetcher() as look:
        first, second = look.nonsense(site.url("/a/b?c")), look.nonsense(site.url("/a/b?c"))

    targets = [request.target for request in site.requests]
    assert (first.status, first.body, first.final) == (404, b"no such page", site.url(targets[0]))
    assert [len(target) for target in targets] == [38, 38]
    assert first.final != second.final


THAI = "แผนปี.pdf"


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (b'attachment; filename="plan.pdf"', "plan.pdf"),
        (b"attachment; filename=plan.pdf", "plan.pdf"),
        (b"attachment; filename=plan.pdf; size=3", "plan.pdf"),
        (b'attachment; filename="a\\"b.pdf"', 'a"b.pdf'),
        (f'attachment; filename="{THAI}"'.encode(), THAI),
        (f'attachment; filename="{THAI}"'.encode("cp874"), THAI),
        (
            b"attachment; filename=\"x\"; filename*=UTF-8''%E0%B9%81%E0%B8%9C%E0%B8%99%E0%B8%9B%E0%B8%B5.pdf",
            THAI,
        ),
        (b"attachment; filename*=TIS-620''%E1%BC%B9%BB%D5.pdf", THAI),
        (b"attachment; filename*=nonsense''%E1%BC%B9%BB%D5.pdf", THAI),
        (b"attachment; filename=%E0%B9%81%E0%B8%9C%E0%B8%99%E0%B8%9B%E0%B8%B5.pdf", THAI),
        (b'attachment; filename="=?UTF-8?B?4LmB4Lic4LiZ4Lib4Li1LnBkZg==?="', THAI),
        (b'attachment; filename="=?nonsense?B?eA==?="', "=?nonsense?B?eA==?="),
        (b'attachment; filename="../../etc/passwd"', "passwd"),
        (b'attachment; filename="C:\\\\a\\\\plan.pdf"', "plan.pdf"),
        (b'attachment; filename=".."', "file.pdf"),
        (b"attachment; filename*=UTF-8''a%00%0A%E2%80%AEb.pdf", "ab.pdf"),
        (b"attachment", "file.pdf"),
        (b"\xff\xfe; filename=\xa4", "¤"),
    ],
)
def test_a_file_is_called_what_its_site_calls_it(disposition, name):
    answer = page().replace(b"\r\n", b"\r\nContent-Disposition: " + disposition + b"\r\n", 1)

    assert file_name(get(answer, path="/a/file.pdf?x=/y")) == name


@pytest.mark.parametrize(
    ("path", "name"), [("/แผนปี.pdf", THAI), ("/%E1%BC%B9%BB%D5.pdf", THAI), ("/", ""), ("/a/%2e%2e", "")]
)
def test_without_a_name_the_address_gives_one(path, name):
    assert file_name(get(page(), path=path)) == name


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("โรงเรียน".encode(), "โรงเรียน"),
        ("โรงเรียน".encode("cp874"), "โรงเรียน"),
        (b"\xff\xfe", "ÿþ"),
        (b"  x ", "x"),
    ],
)
def test_headers_in_any_charset_are_read(raw, value):
    fetched = get(page().replace(b"\r\n", b"\r\nX-Office: " + raw + b"\r\n", 1))

    assert (fetched.status, fetched.headers["x-office"]) == (200, value)
