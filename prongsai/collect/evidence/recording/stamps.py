"""Time stamps (RFC 3161): an authority signs that these bytes existed at a moment.

A manifest without a stamp is not wrong, only not stamped yet. `stamp` asks for one and may be tried again
whenever it raises; `verify` needs nothing but the stamp, the manifest and the authority's root certificates.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from prongsai.core.text import Text

REQUEST_TYPE = "application/timestamp-query"  # how a request is posted
ANSWER_TYPE = "application/timestamp-reply"
MOST = 100_000  # bytes of a stamp
_HASHES = {
    "2.16.840.1.101.3.4.2.1": hashlib.sha256,
    "2.16.840.1.101.3.4.2.2": hashlib.sha384,
    "2.16.840.1.101.3.4.2.3": hashlib.sha512,
}
Roots = Sequence[x509.Certificate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """The manifest existed by `at`, says the authority.

    at    by the authority's clock, right within `accuracy_seconds` where it names that (else None).
    ends  when the authority's certificate does. Later the stamp still holds for whoever trusts that
          the key was not stolen meanwhile; a new stamp over the chain renews it.
    """

    at: datetime
    accuracy_seconds: int | None
    authority: str
    serial: int
    ends: datetime


class StampRefused(Exception):
    """A stamp does not prove what it should. is_stranger: the authority leads to no root that was given."""

    def __init__(self, reason: Text, *, is_stranger: bool = False) -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.is_stranger = is_stranger


class NotStamped(Exception):
    """No stamp was got; the manifest waits and is tried again."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


def roots_of(pem: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates in a PEM file.

    raises  StampRefused if there is none that can be read
    """
    try:
        return tuple(x509.load_pem_x509_certificates(pem))
    except ValueError:
        raise StampRefused(_NO_ROOTS) from None


def stamp(manifest: bytes, *, post: Callable[[bytes], bytes], roots: Roots) -> bytes:
    """Have a manifest stamped.

    post     sends the request (DER, REQUEST_TYPE) to the authority and gives its answer (ANSWER_TYPE).
    roots    what the authority's certificate must lead to: a stamp that cannot be verified is not kept.
    returns  the answer, to be kept as it is; `openssl ts` reads it too.
    raises   NotStamped if the network fails (OSError of `post`) or the answer is none to this question.
    """
    request = TimestampRequestBuilder(data=manifest, hash_algorithm=HashAlgorithm.SHA256).build()
    try:
        answer = post(request.as_bytes())
        verify(answer, manifest, roots=roots, nonce=request.nonce)
    except OSError as error:
        raise NotStamped(_NOT_REACHED.fill(why=error.strerror or error)) from error
    except StampRefused as refused:
        raise NotStamped(refused.reason) from refused
    return answer


def look(token: bytes) -> Stamped:
    """What a stamp says of itself, believed or not.

    raises  StampRefused if it cannot be read, or is a refusal of the authority
    """
    try:
        return _looked(_decoded(token))
    except (ValueError, TypeError, OverflowError):  # what stands in it is read only when asked for
        raise StampRefused(_NO_STAMP) from None


def _looked(answer: TimeStampResponse) -> Stamped:
    signer, info = _signer(answer), answer.tst_info
    return Stamped(
        at=info.gen_time,
        accuracy_seconds=info.accuracy.seconds if info.accuracy else None,
        authority=signer.subject.rfc4514_string(),
        serial=info.serial_number,
        ends=signer.not_valid_after_utc,
    )


def verify(token: bytes, manifest: bytes, *, roots: Roots, nonce: int | None = None) -> Stamped:
    """Make sure that a stamp is of this manifest and of an authority that leads to one of the roots.

    The authority's certificate must have been valid when it stamped, not today.
    nonce   of the request, where the answer has just come.
    raises  StampRefused with the first reason
    """
    stamped, answer = look(token), _decoded(token)
    imprint = answer.tst_info.message_imprint
    digest = _HASHES.get(imprint.hash_algorithm.dotted_string)
    if digest is None or digest(manifest).digest() != imprint.message:
        raise StampRefused(_OTHER_DATA)
    if nonce is not None and answer.tst_info.nonce != nonce:
        raise StampRefused(_OTHER_QUESTION)
    signer = _signer(answer)
    if not signer.not_valid_before_utc <= stamped.at <= signer.not_valid_after_utc:
        raise StampRefused(_EXPIRED.fill(at=stamped.at.isoformat(), ends=stamped.ends.isoformat()))
    if not _leads_to(signer, _certificates(answer), roots):
        raise StampRefused(_STRANGER.fill(authority=stamped.authority), is_stranger=True)
    try:
        VerifierBuilder(roots=list(roots), nonce=nonce).build().verify_message(answer, manifest)
    except (VerificationError, ValueError) as error:
        raise StampRefused(_NOT_SIGNED.fill(authority=stamped.authority, why=_short(error))) from None
    return stamped


def _decoded(token: bytes) -> TimeStampResponse:
    if len(token) > MOST:
        raise StampRefused(_NO_STAMP)
    try:
        answer = decode_timestamp_response(token)
        if answer.status != 0:
            raise StampRefused(_NOT_GRANTED.fill(status=answer.status, why=" ".join(answer.status_string)))
        _ = answer.tst_info, answer.signed_data
    except ValueError:
        raise StampRefused(_NO_STAMP) from None
    return answer


def _certificates(answer: TimeStampResponse) -> list[x509.Certificate]:
    try:
        return [x509.load_der_x509_certificate(each) for each in answer.signed_data.certificates]
    except ValueError:
        raise StampRefused(_NO_STAMP) from None


def _signer(answer: TimeStampResponse) -> x509.Certificate:
    """The certificate that the signature names; the stamp brings it along."""
    for signed_by in answer.signed_data.signer_infos:
        for each in _certificates(answer):
            if (each.issuer, each.serial_number) == (signed_by.issuer, signed_by.serial_number):
                return each
    raise StampRefused(_NO_SIGNER)


def _leads_to(signer: x509.Certificate, brought: Sequence[x509.Certificate], roots: Roots) -> bool:
    reached = [signer]
    for each in reached:
        if each in roots or any(_issued(each, root) for root in roots):
            return True
        reached += [other for other in brought if other not in reached and _issued(each, other)]
    return False


def _issued(certificate: x509.Certificate, by: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(by)
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm):
        return False
    return True


def _short(error: Exception) -> str:
    """The last words of a long story: OpenSSL's own reason where there is one."""
    told = str(error)
    _, found, reason = told.rpartition('reason: "')
    return reason.partition('"')[0] if found else told


_NO_ROOTS = Text(
    th="ไม่พบใบรับรอง (PEM) ที่อ่านได้: ไฟล์ต้องมี -----BEGIN CERTIFICATE-----",
    en="no certificate (PEM) that can be read: the file must hold -----BEGIN CERTIFICATE-----",
)
_NOT_REACHED = Text(th="ติดต่อผู้ให้บริการประทับเวลาไม่ได้ ({why})", en="the authority could not be reached ({why})")
_NO_STAMP = Text(
    th="ไม่ใช่ตราประทับเวลาที่อ่านได้ (RFC 3161, DER)", en="no time stamp that can be read (RFC 3161, DER)"
)
_NO_SIGNER = Text(
    th="ตราประทับเวลาไม่มีใบรับรองของผู้ลงนาม", en="the time stamp does not bring the certificate of its signer"
)
_NOT_GRANTED = Text(
    th="ผู้ให้บริการไม่ประทับเวลาให้ (สถานะ {status}) {why}",
    en="the authority did not grant a stamp (status {status}) {why}",
)
_OTHER_DATA = Text(
    th="ตราประทับเวลาเป็นของข้อมูลอื่น: ข้อมูลถูกเปลี่ยนหลังประทับเวลา หรือสลับไฟล์กัน",
    en="the time stamp is of other data: it was changed after stamping, or the files were swapped",
)
_OTHER_QUESTION = Text(
    th="คำตอบไม่ใช่ของคำขอนี้ (nonce ไม่ตรงกัน)", en="not an answer to this question (the nonce differs)"
)
_EXPIRED = Text(
    th="ใบรับรองของผู้ประทับเวลาใช้ไม่ได้ในเวลาที่ประทับ ({at}; สิ้นอายุ {ends})",
    en="the certificate of the authority was not valid when it stamped ({at}; it ended {ends})",
)
_STRANGER = Text(
    th="ผู้ประทับเวลา {authority} ไม่อยู่ใต้ใบรับรองหลักที่ให้มา",
    en="the authority {authority} does not lead to the root certificates that were given",
)
_NOT_SIGNED = Text(
    th="ลายเซ็นของผู้ประทับเวลา {authority} ใช้ไม่ได้: {why}",
    en="the signature of the authority {authority} does not hold: {why}",
)
