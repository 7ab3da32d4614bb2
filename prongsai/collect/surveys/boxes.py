"""A sheet before sealing: a box of one length that only the survey's private key opens."""

from __future__ import annotations

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

SUGGESTION_CHARACTERS = 600
_SUGGESTION_BYTES = SUGGESTION_CHARACTERS * 3  # Thai letters take three bytes each
_LENGTH_BYTES = 2
_VERSION = b"\x01"


class BoxError(ValueError):
    """A box that cannot be opened, or holds no sheet."""


def pack(answers: bytes, suggestion: str) -> bytes:
    """Lay a sheet out; every sheet of a survey is equally long, whatever was written.

    raises  ValueError if the suggestion is longer than SUGGESTION_CHARACTERS Thai letters.
    """
    text = suggestion.encode()
    if len(text) > _SUGGESTION_BYTES:
        raise ValueError(f"The suggestion has {len(text)} bytes, more than {_SUGGESTION_BYTES}.")
    padded = text.ljust(_SUGGESTION_BYTES, b"\0")
    return _VERSION + answers + len(text).to_bytes(_LENGTH_BYTES) + padded


def unpack(plain: bytes, size: int) -> tuple[bytes, str]:
    """Give answers and suggestion back. size: rows of the survey."""
    start = 1 + size
    if not plain.startswith(_VERSION) or len(plain) != start + _LENGTH_BYTES + _SUGGESTION_BYTES:
        raise BoxError("no sheet of this survey")
    answers, rest = plain[1:start], plain[start:]
    length = int.from_bytes(rest[:_LENGTH_BYTES])
    return answers, rest[_LENGTH_BYTES : _LENGTH_BYTES + length].decode(errors="replace")


def close(plain: bytes, public_key: bytes) -> bytes:
    return bytes(SealedBox(PublicKey(public_key)).encrypt(plain))


def open_box(sealed: bytes, private_key: bytes) -> bytes:
    """raises  BoxError if it was sealed to another key, or changed."""
    try:
        return bytes(SealedBox(PrivateKey(private_key)).decrypt(sealed))
    except CryptoError as error:
        raise BoxError("cannot be opened") from error
