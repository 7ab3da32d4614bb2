"""Nothing inside can be reached through the checker, however it is written, named or led to."""

import socket

import pytest
from hazard_site import Site, fetcher, moved, page

from prongsai.collect.evidence.fetching.fetched import Hop, Trouble
from prongsai.collect.evidence.fetching.fetcher import Fetcher
from prongsai.collect.evidence.fetching.guard import Guard, by_system
from prongsai.collect.evidence.fetching.stopped import ForbiddenError, Stopped

PUBLIC = "93.184.215.14"
FORBIDDEN, BAD = Trouble.FORBIDDEN, Trouble.BAD_ADDRESS

TRICKS = [
    # this machine
    ("http://127.0.0.1/", FORBIDDEN),
    ("https://127.0.0.1/", FORBIDDEN),
    ("http://127.255.255.254/", FORBIDDEN),
    ("http://0.0.0.0/", FORBIDDEN),
    ("http://0.1.2.3/", FORBIDDEN),
    ("http://localhost/", FORBIDDEN),
    ("http://LOCALHOST./", FORBIDDEN),
    ("http://localhost.localdomain/", FORBIDDEN),
    ("http://anything.localhost/", FORBIDDEN),
    ("http://ｌｏｃａｌｈｏｓｔ/", FORBIDDEN),
    ("http://127.0.0.1./", FORBIDDEN),
    # numbers in disguise
    ("http://0/", FORBIDDEN),
    ("http://127.1/", FORBIDDEN),
    ("http://127.0.1/", FORBIDDEN),
    ("http://0177.0.0.1/", FORBIDDEN),
    ("http://0x7f.1/", FORBIDDEN),
    ("http://0x7f.0x0.0x0.0x1/", FORBIDDEN),
    ("http://0x7F000001/", FORBIDDEN),
    ("http://2130706433/", FORBIDDEN),
    ("http://017700000001/", FORBIDDEN),
    ("http://00000177.00.00.01/", FORBIDDEN),
    ("http://127.0.0.0x1/", FORBIDDEN),
    ("http://127.0.0.1.0/", FORBIDDEN),
    ("http://256.256.256.256/", FORBIDDEN),
    ("http://4294967297/", FORBIDDEN),
    ("http://8.8.8.010/", FORBIDDEN),
    ("http://site.0x/", FORBIDDEN),
    ("http://①②⑦.⓪.⓪.①/", FORBIDDEN),
    ("http://１２７.０.０.１/", FORBIDDEN),
    ("http://127。0。0。1/", FORBIDDEN),
    ("http://127．0．0．1/", FORBIDDEN),
    ("http://²¹³⁰⁷⁰⁶⁴³³/", FORBIDDEN),
    ("http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/", FORBIDDEN),
    ("http://%31%32%37.0.0.1/", BAD),
    # IPv6
    ("http://[::]/", FORBIDDEN),
    ("http://[::1]/", FORBIDDEN),
    ("http://[0:0:0:0:0:0:0:1]/", FORBIDDEN),
    ("http://[::127.0.0.1]/", FORBIDDEN),
    ("http://[::ffff:127.0.0.1]/", FORBIDDEN),
    ("http://[::ffff:7f00:1]/", FORBIDDEN),
    ("http://[::ffff:8.8.8.8]/", FORBIDDEN),
    ("http://[::ffff:0:127.0.0.1]/", FORBIDDEN),
    ("http://[64:ff9b::7f00:1]/", FORBIDDEN),
    ("http://[64:ff9b::169.254.169.254]/", FORBIDDEN),
    ("http://[64:ff9b:1::a00:1]/", FORBIDDEN),
    ("http://[2002:7f00:1::]/", FORBIDDEN),
    ("http://[2002:a9fe:a9fe::1]/", FORBIDDEN),
    ("http://[2001:0:53aa:64c:0:fbff:80ff:fffe]/", FORBIDDEN),  # Teredo
    ("http://[2001:db8::1]/", FORBIDDEN),
    ("http://[2001:20::1]/", FORBIDDEN),
    ("http://[3fff::1]/", FORBIDDEN),
    ("http://[5f00::1]/", FORBIDDEN),
    ("http://[100::1]/", FORBIDDEN),
    ("http://[2a00:1450::5efe:127.0.0.1]/", FORBIDDEN),  # ISATAP
    ("http://[fd00::1]/", FORBIDDEN),
    ("http://[fd00:ec2::254]/", FORBIDDEN),
    ("http://[fc00::1]/", FORBIDDEN),
    ("http://[fe80::1]/", FORBIDDEN),
    ("http://[fe80::1%25eth0]/", BAD),
    ("http://[fe80::%eth0]/", BAD),
    ("http://[fec0::1]/", FORBIDDEN),
    ("http://[ff02::1]/", FORBIDDEN),
    ("http://[::1/", BAD),
    ("http://::1/", BAD),
    ("http://[::1]x/", BAD),
    ("http://[v1.fe80::a]/", BAD),
    ("http://[127.0.0.1]/", BAD),
    # metadata of clouds
    ("http://169.254.169.254/latest/meta-data/", FORBIDDEN),
    ("http://169.254.43518/", FORBIDDEN),
    ("http://2852039166/", FORBIDDEN),
    ("http://0xA9FEA9FE/", FORBIDDEN),
    ("http://0251.0376.0251.0376/", FORBIDDEN),
    ("http://[::ffff:169.254.169.254]/", FORBIDDEN),
    ("http://[::ffff:a9fe:a9fe]/", FORBIDDEN),
    ("http://metadata.google.internal/", FORBIDDEN),
    ("http://METADATA.GOOGLE.INTERNAL./computeMetadata/v1/", FORBIDDEN),
    ("http://metadata/", FORBIDDEN),
    ("http://100.100.100.200/", FORBIDDEN),
    ("http://168.63.129.16/", FORBIDDEN),
    ("http://192.0.0.192/", FORBIDDEN),
    # networks inside, and what is nobody's
    ("http://10.0.0.1/", FORBIDDEN),
    ("http://172.16.0.1/", FORBIDDEN),
    ("http://172.31.255.255/", FORBIDDEN),
    ("http://192.168.1.1/", FORBIDDEN),
    ("http://100.64.0.1/", FORBIDDEN),
    ("http://198.18.0.1/", FORBIDDEN),
    ("http://198.19.255.255/", FORBIDDEN),
    ("http://192.0.0.1/", FORBIDDEN),
    ("http://192.0.2.1/", FORBIDDEN),
    ("http://198.51.100.1/", FORBIDDEN),
    ("http://203.0.113.1/", FORBIDDEN),
    ("http://192.88.99.1/", FORBIDDEN),
    ("http://224.0.0.1/", FORBIDDEN),
    ("http://239.255.255.250/", FORBIDDEN),
    ("http://240.0.0.1/", FORBIDDEN),
    ("http://255.255.255.255/", FORBIDDEN),
    ("http://intranet/", FORBIDDEN),
    ("http://printer.local/", FORBIDDEN),
    ("http://router.lan/", FORBIDDEN),
    ("http://nas.home.arpa/", FORBIDDEN),
    ("http://files.corp/", FORBIDDEN),
    # two readings of one address
    ("http://user:pass@127.0.0.1/", BAD),
    ("http://site.go.th@127.0.0.1/", BAD),
    ("http://127.0.0.1@site.go.th/", BAD),
    ("http://site.go.th:80@127.0.0.1/", BAD),
    ("http://site.go.th:@127.0.0.1/", BAD),
    ("http://site.go.th\\@127.0.0.1/", BAD),
    ("http://127.0.0.1\\@site.go.th/", BAD),
    ("http://127.0.0.1\\.site.go.th/", BAD),
    ("http:\\\\127.0.0.1/", BAD),
    ("http://127.0.0.1 .site.go.th/", BAD),
    ("http://127.0.0.1\t.site.go.th/", BAD),
    ("http://site.go.th\n@127.0.0.1/", BAD),
    ("http://site.go.th/\r\nHost: 127.0.0.1", BAD),
    ("http://site.go.th\x00.127.0.0.1/", BAD),
    ("http://127.0.0.1%2f.site.go.th/", BAD),
    ("http://127.0.0.1%00.site.go.th/", BAD),
    ("http://127.0.0.1:80:80/", BAD),
    ("http://127.0.0.1／.site.go.th/", BAD),
    ("http://site.go.th＠127.0.0.1/", BAD),
    ("http://127.0.0.1#@site.go.th/", FORBIDDEN),
    ("http://127.0.0.1?@site.go.th/", FORBIDDEN),
    ("http:///127.0.0.1/", BAD),
    ("http:127.0.0.1/", BAD),
    ("//127.0.0.1/", BAD),
    ("http://", BAD),
    ("http:///", BAD),
    ("http://./", BAD),
    ("http://../", BAD),
    ("http://127.0.0.1../", BAD),
    ("http://site..go.th/", BAD),
    ("http://-site.go.th/", BAD),
    ("http://:80/", BAD),
    ("http://" + "a" * 64 + ".go.th/", BAD),
    ("http://" + "abc." * 70 + "go.th/", BAD),
    ("http://site.go.th/" + "a" * 5000, BAD),
    ("", BAD),
    # other schemes, other ports
    ("file:///etc/passwd", BAD),
    ("file://127.0.0.1/etc/passwd", BAD),
    ("gopher://127.0.0.1:6379/_INFO", BAD),
    ("ftp://site.go.th/", BAD),
    ("data:text/html,<p>hello", BAD),
    ("dict://127.0.0.1:11211/stat", BAD),
    ("ws://site.go.th/", BAD),
    ("javascript:alert(1)", BAD),
    ("http://site.go.th:22/", FORBIDDEN),
    ("http://site.go.th:25/", FORBIDDEN),
    ("http://site.go.th:6379/", FORBIDDEN),
    ("https://site.go.th:8443/", FORBIDDEN),
    ("http://93.184.215.14:5432/", FORBIDDEN),
    ("http://site.go.th:0/", BAD),
    ("http://site.go.th:65616/", BAD),
    ("http://site.go.th:８０/", BAD),
    ("http://site.go.th:-80/", BAD),
]
BY_REDIRECT = [
    (trick, trouble) for trick, trouble in TRICKS if "://" in trick and not set(trick) & set("\r\n\0")
]


def every_name_is_public(_host, _port):
    return [PUBLIC]


def nowhere(*_):
    raise AssertionError("The guard let a connection through.")


def reaching(site, monkeypatch):
    """Every connection ends at the site. returns: where they were meant to go."""
    meant, connect = [], socket.create_connection

    def divert(address, timeout):
        meant.append(address)
        return connect(("127.0.0.1", site.port), timeout)

    monkeypatch.setattr(socket, "create_connection", divert)
    return meant


@pytest.fixture(scope="module")
def guarded():
    with Fetcher(guard=Guard(resolve=every_name_is_public), gap_seconds=0) as look:
        yield look


@pytest.fixture(scope="module")
def leading():
    with Site(b"") as site:
        yield site


@pytest.mark.parametrize(("trick", "trouble"), TRICKS)
def test_what_is_not_public_is_refused_before_any_connection(trick, trouble, guarded, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", nowhere)

    assert (guarded.get(trick).trouble, guarded.nonsense(trick).trouble) == (trouble, trouble)


@pytest.mark.parametrize(("trick", "trouble"), BY_REDIRECT)
def test_no_redirect_leads_where_an_address_may_not(trick, trouble, guarded, leading, monkeypatch):
    leading.answer = moved(trick)
    meant = reaching(leading, monkeypatch)
    fetched = guarded.get("http://site.go.th/")

    assert (fetched.trouble, len(fetched.hops), meant) == (trouble, 1, [(PUBLIC, 80)])


def test_the_redirect_that_was_refused_is_told(guarded, monkeypatch):
    with Site(moved("http://10.0.0.1/admin")) as site:
        reaching(site, monkeypatch)
        fetched = guarded.get("http://site.go.th/")

    assert fetched.hops == (Hop("http://site.go.th/", 302, "http://10.0.0.1/admin"),)
    assert (fetched.final, fetched.status, fetched.body) == ("http://10.0.0.1/admin", 0, b"")


@pytest.mark.parametrize(
    "found",
    [
        ["127.0.0.1"],
        [PUBLIC, "10.0.0.1"],
        ["10.0.0.1", PUBLIC],
        [PUBLIC, "::1"],
        ["::ffff:169.254.169.254"],
        ["fe80::1%eth0"],
        ["2001:db8::1"],
        ["not an address"],
    ],
)
def test_a_name_is_refused_if_one_of_its_addresses_is_not_public(found):
    with pytest.raises(ForbiddenError):
        Guard(resolve=lambda *_: found).addresses_of("site.go.th", 80)


def test_public_addresses_are_pinned_the_older_kind_first():
    found = ["2a00:1450:4025::5e", PUBLIC, "203.150.1.1", "203.150.1.2", "203.150.1.3"]

    pinned = Guard(resolve=lambda *_: found).addresses_of("Site.go.th.", 443)

    assert pinned == (PUBLIC, "203.150.1.1", "203.150.1.2", "203.150.1.3")


def test_a_name_without_addresses_is_not_known():
    with pytest.raises(Stopped) as stopped:
        Guard(resolve=lambda *_: []).addresses_of("site.go.th", 80)

    assert stopped.value.trouble == Trouble.NO_NAME


def test_the_address_that_was_checked_is_the_one_that_is_asked(monkeypatch):
    """DNS rebinding: public when it is looked up first, inside ever after."""
    answers = iter([[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    guard = Guard(resolve=lambda *_: next(answers))
    with Site(page(b"public")) as site, Fetcher(guard=guard, gap_seconds=0) as look:
        meant = reaching(site, monkeypatch)
        first, second = look.get("http://site.go.th/"), look.get("http://site.go.th/")

    assert (first.body, first.peer, second.trouble) == (b"public", PUBLIC, Trouble.FORBIDDEN)
    assert meant == [(PUBLIC, 80)]


def test_a_name_is_looked_up_again_after_a_redirect_to_itself(monkeypatch):
    answers = iter([[PUBLIC], ["10.0.0.1"]])
    guard = Guard(resolve=lambda *_: next(answers))
    with Site(moved("/next")) as site, Fetcher(guard=guard, gap_seconds=0) as look:
        meant = reaching(site, monkeypatch)
        fetched = look.get("http://site.go.th/")

    assert (fetched.trouble, fetched.final, meant) == (
        Trouble.FORBIDDEN,
        "http://site.go.th/next",
        [(PUBLIC, 80)],
    )


def test_the_site_is_asked_by_its_name_though_by_a_pinned_address(guarded, monkeypatch):
    with Site(page()) as site:
        reaching(site, monkeypatch)
        guarded.get("http://Site.go.th/")

    assert [request.headers["Host"] for request in site.requests] == ["site.go.th"]


@pytest.mark.parametrize(
    ("host", "port"), [("127.0.0.1", 8000), ("::1", 5432), ("localhost", 80), ("a.localhost", 81)]
)
def test_loopback_is_open_only_where_it_was_opened(host, port):
    assert Guard(allows_loopback=True).addresses_of(host, port) in {("127.0.0.1",), ("::1",)}
    with pytest.raises(ForbiddenError):
        Guard().addresses_of(host, port)


@pytest.mark.parametrize(
    ("host", "port"),
    [
        ("10.0.0.1", 80),
        ("169.254.169.254", 80),
        ("site.go.th", 8000),
        ("0.0.0.0", 80),  # noqa: S104  # nothing listens
        ("127.1", 80),
        ("intranet", 80),
    ],
)
def test_open_loopback_opens_nothing_else(host, port):
    with pytest.raises(ForbiddenError):
        Guard(allows_loopback=True, resolve=every_name_is_public).addresses_of(host, port)


def test_a_name_of_this_machine_and_of_a_public_one_stays_closed():
    with pytest.raises(ForbiddenError):
        Guard(allows_loopback=True, resolve=lambda *_: ["127.0.0.1", PUBLIC]).addresses_of("site.go.th", 80)


def test_a_real_local_site_is_not_asked_by_a_guarded_fetcher():
    with Site(page(b"inside")) as site, Fetcher(guard=Guard(), gap_seconds=0) as look, fetcher() as opened:
        refused, seen = look.get(site.url()), opened.get(site.url())

    assert (refused.trouble, refused.body, seen.body) == (Trouble.FORBIDDEN, b"", b"inside")
    assert site.connections == 1


@pytest.mark.parametrize(
    ("code", "trouble"),
    [(socket.EAI_NONAME, Trouble.NO_NAME), (socket.EAI_AGAIN, Trouble.NOT_REACHED)],
)
def test_an_unknown_name_is_told_from_a_name_service_that_is_down(code, trouble, monkeypatch):
    def fail(*_, **__):
        raise socket.gaierror(code, "as the system says")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(Stopped) as stopped:
        by_system("site.go.th", 80)

    assert stopped.value.trouble == trouble


def test_a_name_that_the_system_knows_gives_each_address_once():
    assert by_system("127.0.0.1", 80) == ["127.0.0.1"]
