"""Addresses as people paste them, Thai ones too, go over the wire as servers expect them."""

import pytest
from hazard_site import Site, fetcher, moved, one_after_another, page

from prongsai.collect.evidence.fetching.addresses import Place, parse
from prongsai.collect.evidence.fetching.stopped import BadAddressError

SITE = "http://site.go.th"


@pytest.mark.parametrize(
    ("pasted", "sent"),
    [
        ("http://site.go.th", "http://site.go.th/"),
        ("  HTTP://Site.GO.th/A ", "http://site.go.th/A"),
        ("http://site.go.th./", "http://site.go.th/"),
        ("http://site.go.th:80/", "http://site.go.th/"),
        ("http://site.go.th:/", "http://site.go.th/"),
        ("https://site.go.th:443/", "https://site.go.th/"),
        ("https://site.go.th:8443/", "https://site.go.th:8443/"),
        ("http://site.go.th?a=1#b", "http://site.go.th/?a=1"),
        ("http://my_school.go.th/", "http://my_school.go.th/"),
        ("http://[2A00:1450::1]:81/", "http://[2a00:1450::1]:81/"),
        ("http://ไทย.ไทย/", "http://xn--o3cw4h.xn--o3cw4h/"),
        ("http://สำนักงาน.ไทย/", "http://xn--12cm6cc5fxbfe1v.xn--o3cw4h/"),
        ("http://ทดสอบ。ไทย/", "http://xn--l3cfk7dp.xn--o3cw4h/"),
        ("http://๑๒๗.๐.๐.๑/", "http://xn--c5ccp.xn--b5c.xn--b5c.xn--c5c/"),
        ("http://xn--o3cw4h.th/", "http://xn--o3cw4h.th/"),
        ("http://site.go.th/แผน", "http://site.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99"),
        ("http://site.go.th/%E0%B9%81", "http://site.go.th/%E0%B9%81"),
        ("http://site.go.th/แ%20b c", "http://site.go.th/%E0%B9%81%20b%20c"),
        ("http://site.go.th/100%", "http://site.go.th/100%"),
        (
            "http://site.go.th/?ปี=๒๕๖๙&b=[1]",
            "http://site.go.th/?%E0%B8%9B%E0%B8%B5=%E0%B9%92%E0%B9%95%E0%B9%96%E0%B9%99&b=[1]",
        ),
        ("http://site.go.th/files\\a.pdf?b=\\", "http://site.go.th/files/a.pdf?b=%5C"),
        ('http://site.go.th/"<>`{}', "http://site.go.th/%22%3C%3E%60%7B%7D"),
        ("http://site.go.th/a\u200bb", "http://site.go.th/a%E2%80%8Bb"),
        ("http://site.go.th/\ud800", "http://site.go.th/?"),
    ],
)
def test_an_address_is_written_in_one_way(pasted, sent):
    assert parse(pasted).address == sent


def test_a_place_knows_its_parts():
    assert parse("https://Ex.go.th/a?b") == Place("https", "ex.go.th", 443, "/a?b")


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("/b", "http://site.go.th/b"),
        ("b?x=1", "http://site.go.th/a/b?x=1"),
        ("../b", "http://site.go.th/b"),
        ("?x", "http://site.go.th/a/index?x"),
        ("//other.go.th/b", "http://other.go.th/b"),
        ("https://other.go.th", "https://other.go.th/"),
        ("/แผน.pdf", "http://site.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf"),
        ("/\\127.0.0.1/", "http://site.go.th//127.0.0.1/"),
    ],
)
def test_a_redirect_is_read_from_where_it_stands(location, address):
    assert parse(SITE + "/a/index").leads_to(location).address == address


@pytest.mark.parametrize("location", ["http://[", "//[x", "http:b", "mailto:a@b", "/a\tb"])
def test_a_redirect_that_cannot_be_read_is_a_bad_address(location):
    with pytest.raises(BadAddressError):
        parse(SITE).leads_to(location)


def test_a_server_gets_thai_paths_and_queries_percent_encoded():
    with Site(page()) as site, fetcher() as look:
        fetched = look.get(site.url("/แผน ปี.pdf?ชื่อ=ก"))

    assert [request.target for request in site.requests] == [
        "/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B8%9B%E0%B8%B5.pdf?%E0%B8%8A%E0%B8%B7%E0%B9%88%E0%B8%AD=%E0%B8%81"
    ]
    assert (fetched.address, fetched.final) == (
        site.url("/แผน ปี.pdf?ชื่อ=ก"),
        site.url(site.requests[0].target),
    )


def test_a_thai_name_is_asked_for_in_punycode():
    with Site(page()) as site, fetcher() as look:
        look.get(site.url(host="โรงเรียน.localhost"))

    assert [request.headers["Host"] for request in site.requests] == [
        f"xn--72c0b0acb2i5cn.localhost:{site.port}"
    ]


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/แผน.pdf".encode(), "/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf"),
        ("/แผน.pdf".encode("cp874"), "/%E1%BC%B9.pdf"),
    ],
)
def test_a_redirect_in_raw_thai_leads_to_the_bytes_that_were_sent(location, target):
    with Site(one_after_another(moved(location), page())) as site, fetcher() as look:
        fetched = look.get(site.url())

    assert (fetched.status, [request.target for request in site.requests]) == (200, ["/", target])
