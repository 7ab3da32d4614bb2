"""A poster with one large code: on a door or a counter, in A4 or A3."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prongsai.documents.papers import Imprint, printed
from prongsai.documents.qr import Qr

Paper = Literal["a4", "a3"]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a poster says, in one language. ask: what to do with the picture, before the address."""

    headline: str
    why: str
    ask: str
    closing: str
    promises: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Poster:
    head: str
    wording: Wording
    second: Wording | None
    qr: Qr
    address: str
    foot: str
    size: str


def render(
    imprint: Imprint,
    *,
    head: str,
    wording: Wording,
    qr: Qr,
    address: str,
    foot: str,
    paper: Paper,
    second: Wording | None = None,
) -> bytes:
    """Set the poster. second: the same in another language, small, below."""
    poster = _Poster(head, wording, second, qr, address, foot, paper)
    return printed("poster", imprint=imprint, paper=poster)
