"""Proof of work: a second of reckoning in the browser, which costs a person nothing and a flood very much."""

from __future__ import annotations

from hashlib import sha256

WORK_BITS = 18
_LONGEST = 20  # characters


def is_done(submission: str, work: str) -> bool:
    """Say whether sha256("<submission>:<work>") begins with WORK_BITS zero bits."""
    if not 0 < len(work) <= _LONGEST or not work.isascii():
        return False
    digest = sha256(f"{submission}:{work}".encode()).digest()
    return int.from_bytes(digest) >> (256 - WORK_BITS) == 0
