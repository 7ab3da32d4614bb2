"""What is left of an export once it was read: how often each column holds each label. No sheet, no person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prongsai.core.framework import Scale


class Why(StrEnum):
    """Why a column went no further than the reading of the file."""

    PERSONAL = "personal"
    SERVICE = "service"
    FREE_TEXT = "free_text"
    NO_CHOICE = "no_choice"


@dataclass(frozen=True, slots=True)
class Label:
    """What cells hold; where they hold the wording of a choice, `text` is that wording.

    meanings  (code of a scale, place of the choice that it names there).
    """

    text: str
    meanings: tuple[tuple[str, int], ...] = ()

    def choice(self, scale: Scale) -> int | None:
        return dict(self.meanings).get(scale.code)

    def is_wording_in(self, scale: Scale) -> bool:
        """Whether it is the wording of a choice, so that nobody need look at it."""
        choice = self.choice(scale)
        return choice is not None and scale.choices[choice].label.th == self.text


@dataclass(frozen=True, slots=True)
class Column:
    """title  as typed, or "" where there is none; place: its number in the file, from 0.

    counts  (place in Tally.labels, how often).
    lost    cells that hold something of their own, which is neither kept nor shown.
    """

    title: str
    place: int
    counts: tuple[tuple[int, int], ...]
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Dropped:
    title: str
    place: int
    why: Why


@dataclass(frozen=True, slots=True)
class Tally:
    """sheets  lines with anything in a column that is left; blank: the other lines."""

    sheets: int
    blank: int
    columns: tuple[Column, ...]
    labels: tuple[Label, ...]
    dropped: tuple[Dropped, ...]
