"""A card with one long secret, as a picture and in groups to be typed: one page, to be put away."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.documents.papers import Imprint, printed
from prongsai.documents.qr import Qr


@dataclass(frozen=True, slots=True)
class Part:
    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """facts: (what, which) pairs, such as whose the card is. groups: the secret as it is typed."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    qr: Qr
    groups: tuple[str, ...]
    note: str
    parts: tuple[Part, ...]


def render(imprint: Imprint, card: Card) -> bytes:
    return printed("card", imprint=imprint, paper=card)
