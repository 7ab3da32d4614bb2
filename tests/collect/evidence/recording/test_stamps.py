"""Time stamps of a real authority: believed where they hold, refused with the reason where they do not."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from authority import Authority
from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

from prongsai.collect.evidence.recording.stamps import NotStamped, StampRefused, look, roots_of, stamp, verify

MANIFEST = b'{"form":"prongsai-evidence-1"}'
REFUSAL = bytes.fromhex("30053003020102")  # status 2, nothing else


@pytest.fixture(scope="module")
def token(authority):
    return stamp(MANIFEST, post=authority.post, roots=roots_of(authority.root))


def why(token, manifest=MANIFEST, **options):
    with pytest.raises(StampRefused) as refused:
        verify(token, manifest, **options)
    return refused.value.reason.en


def test_a_stamp_says_when_and_by_whom(authority, token):
    stamped = verify(token, MANIFEST, roots=roots_of(authority.root))

    assert abs(stamped.at - datetime.now(UTC)) < timedelta(minutes=10)
    assert (stamped.authority, stamped.accuracy_seconds) == ("CN=สำนักเวลาตัวอย่าง", 1)
    assert look(token) == stamped


def test_openssl_believes_the_same_stamp(authority, token, tmp_path):
    (tmp_path / "manifest.json").write_bytes(MANIFEST)
    (tmp_path / "stamp.tsr").write_bytes(token)

    assert authority.verifies(tmp_path / "manifest.json", tmp_path / "stamp.tsr")


def test_a_stamp_of_other_data_is_refused(authority, token):
    told = why(token, MANIFEST + b" ", roots=roots_of(authority.root))

    assert told.startswith("the time stamp is of other data: it was changed after stamping")


def test_a_stamp_of_an_unknown_authority_is_refused(other_authority, token):
    told = why(token, roots=roots_of(other_authority.root))

    assert told == "the authority CN=สำนักเวลาตัวอย่าง does not lead to the root certificates that were given"


def test_an_authority_of_the_same_name_with_another_key_is_refused(tmp_path, token):
    false = Authority(tmp_path / "false")

    assert "does not lead to the root certificates" in why(token, roots=roots_of(false.root))


def test_an_authority_that_leads_to_one_of_several_roots_is_believed(authority, other_authority, token):
    both = roots_of(other_authority.root + authority.root)

    assert verify(token, MANIFEST, roots=both).authority == "CN=สำนักเวลาตัวอย่าง"


@pytest.mark.parametrize("place", [-10, -200, 120])
def test_a_changed_stamp_is_refused(authority, token, place):
    changed = bytearray(token)
    changed[place] ^= 1

    with pytest.raises(StampRefused):
        verify(bytes(changed), MANIFEST, roots=roots_of(authority.root))


def test_a_changed_signature_is_told_apart_from_an_unknown_authority(authority, token):
    changed = token[:-10] + bytes([token[-10] ^ 1]) + token[-9:]

    told = why(changed, roots=roots_of(authority.root))

    assert told == "the signature of the authority CN=สำนักเวลาตัวอย่าง does not hold: signature failure"


@pytest.mark.parametrize("spoilt", [b"", b"<html>", b"\x30\x84\xff\xff\xff\xff", b"0" * 100_001])
def test_what_is_no_stamp_is_refused(authority, spoilt):
    told = why(spoilt, roots=roots_of(authority.root))

    assert told == "no time stamp that can be read (RFC 3161, DER)"


def test_a_certificate_that_had_ended_before_stamping_is_refused(tmp_path):
    ended = Authority(tmp_path, ends=datetime.now(UTC) - timedelta(days=1))

    told = why(ended.post(request()), roots=roots_of(ended.root))

    assert told.startswith("the certificate of the authority was not valid when it stamped")


def test_a_certificate_that_ended_after_stamping_is_believed(tmp_path):
    ends = datetime.now(UTC).replace(microsecond=0) + timedelta(seconds=2)
    ending = Authority(tmp_path, ends=ends)
    token = ending.post(request())
    time.sleep((ends - datetime.now(UTC)).total_seconds() + 1.1)

    assert verify(token, MANIFEST, roots=roots_of(ending.root)).ends == ends


def request(manifest=MANIFEST):
    return TimestampRequestBuilder(manifest, HashAlgorithm.SHA256).build().as_bytes()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda a: lambda _: a.post(request(b"other")), "the time stamp is of other data"),
        (lambda a: lambda _: a.post(request()), "not an answer to this question (the nonce differs)"),
        (lambda _: lambda _: REFUSAL, "the authority did not grant a stamp (status 2)"),
        (lambda _: lambda _: b"<html>busy</html>", "no time stamp that can be read"),
    ],
)
def test_an_answer_that_is_none_leaves_the_manifest_waiting(authority, answer, said):
    with pytest.raises(NotStamped) as waiting:
        stamp(MANIFEST, post=answer(authority), roots=roots_of(authority.root))

    assert waiting.value.reason.en.startswith(said)


def test_without_a_network_the_manifest_waits():
    def post(_):
        raise ConnectionRefusedError(111, "Connection refused")

    with pytest.raises(NotStamped) as waiting:
        stamp(MANIFEST, post=post, roots=())

    assert waiting.value.reason.en == "the authority could not be reached (Connection refused)"


def test_a_stamp_that_cannot_be_verified_is_not_kept(authority, other_authority):
    with pytest.raises(NotStamped):
        stamp(MANIFEST, post=authority.post, roots=roots_of(other_authority.root))


@pytest.mark.parametrize("pem", [b"", b"-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n"])
def test_a_file_without_certificates_is_refused(pem):
    with pytest.raises(StampRefused):
        roots_of(pem)
