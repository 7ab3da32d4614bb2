"""All that one book is written from: the office, its results and its own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal

from prongsai.core.framework import Framework
from prongsai.core.measure import Measure
from prongsai.core.result import Result
from prongsai.core.text import Text

PlaceKind = Literal["text", "measure", "preface", "inputs", "gap"]
Severity = Literal["mend", "look"]
NO_WORDS = Text("")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCard:
    """How an office is named in its book.

    head_name    may be empty: a line to write on is left in its place.
    site         address of the office's website; may be empty.
    other_names  names of other offices, full or short, that must not stand in its texts.
    """

    name: Text
    short: Text = NO_WORDS
    head_name: Text = NO_WORDS
    head_position: Text = NO_WORDS
    site: str = ""
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mean:
    """Published figures of a group to stand beside ours, by code; the framework's own code is the total."""

    label: Text
    figures: Mapping[str, Decimal]


@dataclass(frozen=True, kw_only=True)
class Story:
    """earlier    results of years before, the newest first.
    texts      indicator code -> what the office does about it, in its own words.
    preface    the office's own; empty for the usual one.
    made_at    when, with its time zone: the same story gives the same book.
    data_hash  sha256 of what was scored.
    """

    office: OfficeCard
    result: Result
    earlier: tuple[Result, ...] = ()
    means: tuple[Mean, ...] = ()
    texts: Mapping[str, Text] = field(default_factory=dict)
    preface: Text = NO_WORDS
    measures: tuple[Measure, ...] = ()
    made_at: datetime
    release: str
    data_hash: str

    @property
    def framework(self) -> Framework:
        return self.result.framework

    @property
    def last_year(self) -> Result | None:
        """The result of the year before, if it is among the earlier ones."""
        wanted = self.framework.year_be - 1
        return next((each for each in self.earlier if each.framework.year_be == wanted), None)


@dataclass(frozen=True, slots=True)
class Place:
    """Where to mend something.

    code  of the indicator (text, gap), the place of the measure in the list from 0 (measure),
          or of the figure (inputs); empty for the preface.
    row   of a measure's practices, from 0.
    """

    kind: PlaceKind
    code: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the book that its own data contradict. `code` names the kind."""

    code: str
    severity: Severity
    about: Place
    message: Text
