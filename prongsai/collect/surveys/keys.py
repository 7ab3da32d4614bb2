"""Keys that never lie in the database: those of the two holders, and the key file of a survey."""

from __future__ import annotations

import base64
import json
import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from django.conf import settings
from nacl.public import PrivateKey
from nacl.signing import SigningKey

from prongsai.collect.surveys import boxes
from prongsai.trail.disk import write_whole

_CHECK_BYTES = 3
_ONLY_OURS = 0o600
KEY_BYTES = 32
_MISREAD = str.maketrans("018", "OLB")  # the text holds none of these digits


class KeyTextError(ValueError):
    """What was typed is no key of a holder."""


class KeysGoneError(Exception):
    """The key file of a survey is not there, or cannot be read."""


@dataclass(frozen=True, slots=True)
class SurveyKeys:
    """What the web server needs while a survey is open, and what only two holders together can open.

    server   keys the hashes of codes and submissions.
    signing  signs receipts.
    wrapped  "admin+executive" -> the survey's private key, sealed to one and then to the other.
    """

    server: bytes
    signing: bytes
    wrapped: Mapping[str, bytes]


def new_holder_key() -> tuple[str, bytes]:
    """Make a holder's pair: the private key as text, to be shown once; the public one as bytes."""
    private = PrivateKey.generate()
    return write_key(bytes(private)), bytes(private.public_key)


def write_key(private: bytes) -> str:
    return base64.b32encode(private + _check(private)).decode().rstrip("=").lower()


def read_key(typed: str) -> bytes:
    """raises  KeyTextError if a letter is wrong or missing."""
    plain = "".join(typed.split()).replace("-", "").upper().translate(_MISREAD)
    try:
        content = base64.b32decode(plain + "=" * (-len(plain) % 8))
    except ValueError:
        raise KeyTextError(typed) from None
    private, check = content[:KEY_BYTES], content[KEY_BYTES:]
    if len(private) != KEY_BYTES or check != _check(private):
        raise KeyTextError(typed)
    return private


def public_of(private: bytes) -> bytes:
    return bytes(PrivateKey(private).public_key)


def make_survey_keys(holders: Mapping[str, bytes]) -> tuple[SurveyKeys, bytes, bytes]:
    """Make a survey's keys: (to be kept in the file, public key of the boxes, key that checks receipts).

    holders  role -> public key, of two or more. The private key leaves only wrapped.
    """
    private, signing = PrivateKey.generate(), SigningKey.generate()
    wrapped = {
        f"{one}+{other}": boxes.close(boxes.close(bytes(private), holders[other]), holders[one])
        for one, other in combinations(sorted(holders), 2)
    }
    kept = SurveyKeys(secrets.token_bytes(KEY_BYTES), bytes(signing), wrapped)
    return kept, bytes(private.public_key), bytes(signing.verify_key)


def unwrap(keys: SurveyKeys, holders: Mapping[str, bytes]) -> bytes:
    """Give the private key of the boxes. holders: role -> private key, of two.

    raises  KeysGoneError if these two cannot open it.
    """
    one, other = sorted(holders)
    try:
        return boxes.open_box(boxes.open_box(keys.wrapped[f"{one}+{other}"], holders[one]), holders[other])
    except (KeyError, boxes.BoxError) as error:
        raise KeysGoneError from error


def place_of(slug: str) -> Path:
    return Path(settings.SURVEY_KEYS_DIR) / f"{slug}.json"


def keep(slug: str, keys: SurveyKeys) -> None:
    content = {
        "server": keys.server.hex(),
        "signing": keys.signing.hex(),
        "wrapped": {pair: sealed.hex() for pair, sealed in keys.wrapped.items()},
    }
    write_whole(json.dumps(content).encode(), place_of(slug), mode=_ONLY_OURS)


def load(slug: str) -> SurveyKeys:
    """raises  KeysGoneError if the file is not there."""
    try:
        told = json.loads(place_of(slug).read_bytes())
        wrapped = {pair: bytes.fromhex(sealed) for pair, sealed in told["wrapped"].items()}
        return SurveyKeys(bytes.fromhex(told["server"]), bytes.fromhex(told["signing"]), wrapped)
    except (OSError, ValueError, KeyError) as error:
        raise KeysGoneError(slug) from error


def destroy(slug: str) -> None:
    """Overwrite the file, then remove it. A disk may keep it; two keys are needed still."""
    place = place_of(slug)
    if place.exists():
        with place.open("r+b") as file:
            file.write(secrets.token_bytes(place.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        place.unlink()


def missing_roles(holders: Sequence[str]) -> tuple[str, ...]:
    return tuple(role for role in ("admin", "executive") if role not in holders)


def _check(private: bytes) -> bytes:
    return sha256(b"prongsai key" + private).digest()[:_CHECK_BYTES]
