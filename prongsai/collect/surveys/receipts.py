"""A receipt says that a sheet was taken in, and nothing of what stood on it. It needs no row."""

from __future__ import annotations

import base64
import hmac
from hashlib import sha256

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

_SERIAL_BYTES = 11
_GROUP = 4


def sign(*, survey: str, submission: str, server_key: bytes, signing_key: bytes) -> str:
    """Give the receipt of a submission: always the same one. survey: its public address."""
    serial = hmac.digest(server_key, b"receipt:" + submission.encode(), sha256)[:_SERIAL_BYTES]
    signature = SigningKey(signing_key).sign(_message(survey, serial)).signature
    return base64.b32encode(serial + signature).decode().rstrip("=").lower()


def is_genuine(text: str, *, survey: str, verify_key: bytes) -> bool:
    """Say whether this survey gave the receipt."""
    typed = plain(text)
    try:
        content = base64.b32decode(typed + "=" * (-len(typed) % 8))
        serial, signature = content[:_SERIAL_BYTES], content[_SERIAL_BYTES:]
        VerifyKey(verify_key).verify(_message(survey, serial), signature)
    except (ValueError, BadSignatureError):
        return False
    return True


def plain(text: str) -> str:
    """Take off what is between the letters of a receipt."""
    return "".join(text.split()).replace("-", "").upper()


def written(text: str) -> str:
    """Write a receipt in groups, to be read and compared."""
    return " ".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def _message(survey: str, serial: bytes) -> bytes:
    return b"prongsai receipt 1|" + survey.encode() + b"|" + serial
