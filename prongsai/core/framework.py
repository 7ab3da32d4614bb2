"""What the rules of one fiscal year of one assessing body are.

A framework is a tree: framework > instruments > indicators > (questions > rows | sub-indicators > items).
Everything here is data that `prongsai.frameworks` read from a file; no code knows a year, a weight or
an item number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from prongsai.core import codes
from prongsai.core.checks import Check
from prongsai.core.text import Text


class Confidence(StrEnum):
    """How sure a block of the rules is."""

    VERIFIED = "verified"  # read in an official source or recomputed from published numbers
    PRACTICE = "practice"  # seen in the working forms of bodies that ran the assessment
    UNVERIFIED = "unverified"  # a default; say so wherever it is used


class Period(StrEnum):
    """The time that the content of an item must be of."""

    THIS_YEAR = "this_year"
    FIRST_SIX_MONTHS = "first_six_months"
    AT_LEAST_SIX_MONTHS = "at_least_six_months"
    LAST_YEAR = "last_year"
    STANDING = "standing"
    LONGER_THAN_A_YEAR = "longer_than_a_year"
    IN_FORCE = "in_force"
    PRESENT_EXECUTIVE = "present_executive"


class Evidence(StrEnum):
    """The kind of thing that shows an item."""

    PAGE = "page"  # information standing on the site
    DOCUMENT = "document"  # a manual, a policy, a law
    PLAN = "plan"
    REPORT = "report"
    STATISTICS = "statistics"
    CHANNEL = "channel"  # a way to reach the office, two ways
    ACTIVITY = "activity"  # something that was done and shown


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a scale. `points` is None where the choice is not counted ("I do not know")."""

    code: str
    label: Text
    points: Fraction | None


@dataclass(frozen=True, slots=True)
class Scale:
    code: str
    choices: tuple[Choice, ...]  # in the order shown to the respondent

    def points(self, *, is_reversed: bool) -> tuple[Fraction | None, ...]:
        """Points of each choice, 0-100; reversed, the counted choices take each other's points."""
        counted = [choice.points for choice in self.choices if choice.points is not None]
        turned = iter(reversed(counted)) if is_reversed else iter(counted)
        return tuple(None if choice.points is None else next(turned) for choice in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One separately answered line of a question. The direction belongs to the row."""

    code: str
    name: Text
    scale: Scale
    is_reversed: bool = False
    weight: Fraction  # share of the question, 0-1
    choice_points: tuple[Fraction | None, ...] = field(init=False)  # in this row's direction

    def __post_init__(self) -> None:
        object.__setattr__(self, "choice_points", self.scale.points(is_reversed=self.is_reversed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    code: str
    name: Text
    weight: Fraction  # share of the indicator
    parts: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """Something an item must show, separately checkable. Only required elements can fail an item."""

    code: str
    name: Text
    is_required: bool
    checks: tuple[Check, ...] = ()  # what a machine looks for; it must find all of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    code: str
    name: Text
    weight: Fraction  # share of the sub-indicator
    elements: tuple[Element, ...] = ()
    period: Period
    evidence: Evidence
    owner: str = ""  # code in Framework.owner_groups
    agrees_with: str = ""  # code of the item whose content it must follow
    dataset: str = ""  # name of the dataset that may fill it
    was: str = ""  # its code in the framework of the year before
    use: str = ""  # "analysis" or "doing": the item that shows the measures, and what was done of them
    may_be_not_applicable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SubIndicator:
    code: str
    name: Text
    weight: Fraction  # share of the indicator
    parts: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    code: str
    name: Text
    description: Text  # the fixed description that every report carries
    weight: Fraction  # share of the instrument
    parts: tuple[Question, ...] | tuple[SubIndicator, ...] = ()


class SampleRule(StrEnum):
    SHARE = "share"  # a percentage of the population, with a floor and a cap
    QUOTA = "quota"  # a fixed number by class of office


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampling:
    """How many must answer.

    share  `percent` of the population, never under `floor` (fewer people: everyone), `cap` above `cap_above`.
    quota  `quotas[class of the office]`.
    """

    rule: SampleRule
    who: Text
    percent: Fraction = Fraction(0)
    floor: int = 0
    cap: int | None = None
    cap_above: int | None = None
    quotas: Mapping[str, int] = field(default_factory=dict)
    confidence: Confidence = Confidence.UNVERIFIED


NOTHING_SAID = Text("")


class Combine(StrEnum):
    POOLED = "pooled"  # every sheet counts once
    EQUAL = "equal"  # the points of a row are the mean of its streams' points


@dataclass(frozen=True, slots=True, kw_only=True)
class Combining:
    """How the streams of a survey (open link, codes, interviews) come to one figure."""

    rule: Combine = Combine.POOLED
    confidence: Confidence = Confidence.UNVERIFIED
    note: Text = NOTHING_SAID


class Kind(StrEnum):
    """What an instrument collects."""

    SURVEY = "survey"
    ITEMS = "items"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    code: str
    name: Text
    short: Text
    kind: Kind
    weight: Fraction  # share of the total
    parts: tuple[Indicator, ...] = ()
    sampling: Sampling | None = None
    combining: Combining = Combining()


class Ties(StrEnum):
    UP = "up"  # 98.785 is printed 98.79
    EVEN = "even"  # 98.785 is printed 98.78


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding:
    places: int
    ties: Ties
    parts_first: bool  # instruments' shares are rounded before they are added to the total


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade and the least printed figures it takes. Grades stand from the highest to the lowest."""

    code: str
    name: Text
    total: Fraction
    each_instrument: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stretch of the calendar, both days included."""

    code: str
    name: Text
    starts_on: date
    ends_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a block of the file comes from and how sure it is."""

    block: str
    confidence: Confidence
    source: str
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedExample:
    """Figures that must come out. Any of the inputs may be empty; all figures are exact strings.

    scale      code of a scale, with `counts` of its choices: expects `points`
    indicators published indicator figures by code
    failed     items that got 0 while all others got 100
    printed    expected printed points by code, and `shares` expected printed shares of the total by code
    """

    about: str
    scale: str = ""
    is_reversed: bool = False
    counts: tuple[int, ...] = ()
    points: str = ""
    indicators: Mapping[str, str] = field(default_factory=dict)
    failed: tuple[str, ...] = ()
    printed: Mapping[str, str] = field(default_factory=dict)
    shares: Mapping[str, str] = field(default_factory=dict)
    grade: str = ""


Part: TypeAlias = Instrument | Indicator | SubIndicator | Question | Row | Item


@dataclass(frozen=True, kw_only=True)
class Framework:
    """The rules of one fiscal year of one assessing body."""

    code: str  # "obec-2565"
    year_be: int
    body: str  # "obec"
    name: Text
    is_draft: bool
    instruments: tuple[Instrument, ...]
    scales: Mapping[str, Scale]
    rounding: Rounding
    grades: tuple[Grade, ...]
    pass_mark: Fraction
    weakest: int  # how many indicators count as weak points; ties at the last are all in
    owner_groups: Mapping[str, Text]
    calendar: tuple[Stage, ...]
    provenance: tuple[Provenance, ...]
    worked_examples: tuple[WorkedExample, ...]
    scoring_hash: str  # sha256 of what the score depends on
    wording_hash: str  # sha256 of everything else

    @property
    def measures_year_be(self) -> int:
        """The fiscal year in which the measures that answer this result are carried out."""
        return self.year_be + 1

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(indicator for instrument in self.instruments for indicator in instrument.parts)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return tuple(part for part in self.by_code.values() if isinstance(part, Item))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(part for part in self.by_code.values() if isinstance(part, Row))

    @cached_property
    def by_code(self) -> dict[str, Part]:
        """Every part, each before its own parts."""
        return {part.code: part for instrument in self.instruments for part in _walk(instrument)}

    @cached_property
    def row_codes(self) -> dict[str, frozenset[str]]:
        """Codes of the rows by instrument."""
        return {
            each.code: frozenset(row.code for row in self.rows_of(each.code)) for each in self.instruments
        }

    @cached_property
    def equal_rows(self) -> frozenset[str]:
        """Codes of the rows whose streams have equal shares."""
        equal = [each.code for each in self.instruments if each.combining.rule is Combine.EQUAL]
        return frozenset().union(*(self.row_codes[code] for code in equal))

    def rows_of(self, instrument: str) -> tuple[Row, ...]:
        return tuple(part for part in _walk(self.part(instrument)) if isinstance(part, Row))

    def walk(self) -> Iterator[Part]:
        """Every part, each before its own parts."""
        return iter(self.by_code.values())

    def part(self, typed: str) -> Part:
        """Look a part up by any way of writing its code.

        raises  KeyError with the canonical code if there is none.
        """
        return self.by_code[codes.canonical(typed)]

    def item(self, typed: str) -> Item:
        part = self.part(typed)
        if not isinstance(part, Item):
            raise KeyError(part.code)
        return part

    def confidence(self, block: str) -> Confidence:
        """How sure a block is; a block without a word on it is unverified."""
        return next((p.confidence for p in self.provenance if p.block == block), Confidence.UNVERIFIED)


def _walk(part: Part) -> Iterator[Part]:
    yield part
    for below in getattr(part, "parts", ()):
        yield from _walk(below)
