"""Slips: sheets of A4 to be cut into eight, each with its own code, behind a page on handing them out."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.documents.papers import Imprint, printed
from prongsai.documents.qr import Qr

A_SHEET = 8  # slips; slips.typ lays them out


@dataclass(frozen=True, slots=True)
class Slip:
    """What differs from slip to slip. groups: the code in the groups it is read and typed in."""

    qr: Qr
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Face:
    """What every slip says. Above the fold: head to typing; below it: the code, promises and foot.

    ask     what to do with the picture, before the address.
    typing  what to do with the code, after it.
    fold    the word at the line to fold along.
    """

    head: str
    title: str
    closing: str
    ask: str
    address: str
    typing: str
    promises: tuple[str, ...]
    foot: str
    fold: str


@dataclass(frozen=True, slots=True)
class Guide:
    """The first page, for whoever hands the slips out."""

    title: str
    lead: str
    steps: tuple[str, ...]
    warning_title: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sheets:
    guide: Guide
    face: Face
    slips: tuple[Slip, ...]


def render(imprint: Imprint, *, guide: Guide, face: Face, slips: tuple[Slip, ...]) -> bytes:
    """Set the slips in the order given, eight a page, row by row."""
    return printed("slips", imprint=imprint, paper=_Sheets(guide, face, slips))
