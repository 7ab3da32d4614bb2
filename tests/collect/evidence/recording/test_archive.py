"""Archives: written once, read again, and never believed where they were changed."""

import gzip
import hashlib
import io
from datetime import timedelta

import pytest
from received import AT, GZIP, HTML, PAGE, SITE, fetched, moved, unchanged, unreachable
from warcio.archiveiterator import ArchiveIterator

from prongsai.collect.evidence.recording import archive as archives, warc
from prongsai.collect.evidence.recording.archive import find, payload, records
from prongsai.collect.evidence.recording.records import Captured, Damaged, Kept

SOFTWARE = "Prongsai 0.0.0"
SHA256 = hashlib.sha256(PAGE).hexdigest()
KEPT = Kept(
    address=f"{SITE}/plan",
    final=f"{SITE}/plan",
    at=AT - timedelta(days=1),
    sha256=SHA256,
    size=len(PAGE),
    archive="e" * 64,
)


def written(*answers, **options):
    return warc.write(answers, software=SOFTWARE, **options)


def raw(archive):
    """Every record as warcio reads it: kind and WARC headers."""
    return [
        (each.rec_type, dict(each.rec_headers.headers))
        for each in ArchiveIterator(io.BytesIO(archive), check_digests="raise")
    ]


def test_an_answer_comes_back_as_it_was_received():
    headers = HTML | GZIP | {"x-thai": "ก\r\nset-cookie: a=b"}

    found = list(records(written(fetched(headers=headers))))

    assert found == [
        Captured(
            address=f"{SITE}/plan",
            at="2022-03-07T02:30:15.123456Z",
            status=200,
            headers={
                "content-type": "text/html; charset=utf-8",
                "x-received-content-encoding": "gzip",
                "x-received-content-length": "20",
                "x-thai": "%E0%B8%81%20set-cookie%3A%20a%3Db",
            },
            body=PAGE,
            sha256=SHA256,
            place=2,
        )
    ]


def test_the_same_answers_give_the_same_bytes_and_other_readers_read_them():
    first = written(fetched(), moved())

    assert first == written(fetched(), moved())
    assert [kind for kind, _ in raw(first)] == [
        "warcinfo",
        "response",
        "request",
        "response",
        "request",
        "revisit",
        "request",
    ]
    assert raw(first)[1][1]["WARC-IP-Address"] == "203.0.113.9"
    assert gzip.decompress(first).startswith(b"WARC/1.1\r\n")


def test_a_redirect_is_a_record_of_its_own_and_leads_to_the_page():
    archive = written(moved())

    assert [(each.address, each.status, each.leads_to, each.body) for each in records(archive)] == [
        (f"{SITE}/old", 301, f"{SITE}/plan", b""),
        (f"{SITE}/plan", 200, "", PAGE),
    ]
    assert find(archive, f"{SITE}/old").body == PAGE
    assert ["WARC-IP-Address" in headers for kind, headers in raw(archive) if kind == "response"] == [
        False,
        True,
    ]


def test_that_no_answer_came_is_kept_too():
    (found,) = records(written(unreachable()))

    assert (found.address, found.status, found.trouble, found.body) == (f"{SITE}/gone", 0, "no_name", b"")


@pytest.mark.parametrize(
    ("answer", "profile"), [(fetched(), "identical-payload-digest"), (unchanged(), "server-not-modified")]
)
def test_a_payload_that_is_kept_already_is_only_named(answer, profile):
    archive = written(answer, kept=[KEPT])

    (found,) = records(archive)
    headers = raw(archive)[1][1]
    assert (found.sha256, found.is_elsewhere, found.body) == (SHA256, True, b"")
    assert headers["WARC-Profile"].endswith(profile)
    assert headers["WARC-Refers-To-Date"] == "2022-03-06T02:30:15.123456Z"
    assert PAGE not in gzip.decompress(archive)


def test_a_payload_twice_in_one_look_is_kept_once_and_found_under_both_addresses():
    archive = written(fetched(), fetched("/copy"))

    assert gzip.decompress(archive).count(PAGE) == 1
    assert find(archive, f"{SITE}/copy").body == PAGE
    assert find(archive, f"{SITE}/other") is None


def test_a_payload_is_found_by_its_hash():
    archive = written(moved(), fetched("/other", b"other"))

    assert payload(archive, SHA256) == PAGE
    assert payload(archive, "0" * 64) is None


def test_an_address_in_thai_letters_is_found_by_them():
    archive = written(fetched("/แผน ปี ๒๕๖๕.pdf?หน้า=1"))

    assert find(archive, f"{SITE}/แผน ปี ๒๕๖๕.pdf?หน้า=1").body == PAGE


def test_redirects_in_a_circle_end():
    archive = written(moved("/a", "/b"), moved("/b", "/a"))

    assert find(archive, f"{SITE}/a") is not None


def changed(archive, old, new):
    assert old in gzip.decompress(archive)
    parts = [each.replace(old, new) for each in gzip.decompress(archive).split(b"WARC/1.1\r\n")[1:]]
    return b"".join(gzip.compress(b"WARC/1.1\r\n" + each) for each in parts)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda a: changed(a, "๒๕๖๕".encode(), "๒๕๖๖".encode()), "record 2 (https://example2.go.th/plan)"),
        (lambda a: changed(a, b"301 Moved", b"200 Moved"), "does not match the digest"),
        (lambda a: changed(a, b"WARC-Block-Digest", b"WARC-Other-Digest"), "does not match the digest"),
        (lambda a: changed(a, b"</html>\r\n\r\n", b""), "record 2"),
        (lambda a: a[:-8], "cut off before its end"),
        (lambda a: a[:40] + b"\0\0\0\0" + a[44:], "damaged, cannot be unpacked"),
        (lambda a: a + b"more", "cannot be unpacked"),
        (lambda _: gzip.compress(b"no archive at all"), "record 1: not a whole WARC record"),
        (lambda a: gzip.compress(gzip.decompress(a)), "not a whole WARC record"),
        (lambda _: gzip.compress(b""), "record 1: not a whole WARC record"),
    ],
)
def test_a_spoilt_archive_is_refused_with_the_place(spoil, said):
    archive = written(fetched(), moved("/old", "/elsewhere", b"other"))

    with pytest.raises(Damaged, match=said.replace("(", r"\(").replace(")", r"\)")):
        list(records(spoil(archive)))


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(archives, "MOST_OF_RECORD", 1_000_000)
    bomb = written(fetched()) + gzip.compress(b"\0" * 30_000_000)

    with pytest.raises(Damaged, match="record 4: not opened, too large when unpacked"):
        list(records(bomb))


def test_many_small_bombs_are_not_unpacked(monkeypatch):
    monkeypatch.setattr(archives, "MOST_OF_ARCHIVE", 1_000_000)
    archive = written(*(fetched(f"/{n}", bytes([n]) * 300_000) for n in range(5)))

    with pytest.raises(Damaged, match="too large when unpacked"):
        list(records(archive))
