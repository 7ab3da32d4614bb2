"""The form of a framework file: which keys there are and what each may hold.

Whether the values fit each other is asked in `checking`.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    ValidationInfo,
)
from pydantic_core import PydanticCustomError

from prongsai.core.checks import Rule
from prongsai.core.framework import Combine, Confidence, Evidence, Kind, Period, SampleRule, Ties
from prongsai.core.text import Text

# No exponents and no endless digits: a figure of a rule is short.
_EXACT = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,9})?|[0-9]{1,9}/[1-9][0-9]{0,8}")
_QUOTE = Text(
    th='ต้องเป็นจำนวนที่แม่นยำเขียนในเครื่องหมายคำพูด เช่น "0.30" หรือ "100/3" ไม่ใช่ {value} ซึ่งเครื่องอาจปัดเศษ',
    en='must be an exact figure between quotes, such as "0.30" or "100/3", not {value}: machines round.',
)
_RANGE = Text(th="ต้องอยู่ระหว่าง 0 ถึง {most} ไม่ใช่ {value}", en="must be 0 to {most}, not {value}.")
_NAME = Text(
    th='อ่านได้เป็น {value} โปรดเขียนรหัสในเครื่องหมายคำพูด เช่น "1" หรือ "yes"',
    en='was read as {value}. Write a code between quotes, such as "1" or "yes".',
)

_BRACES = Text(
    th="ในวงเล็บปีกกาใช้ได้เฉพาะ {{year_be}} และ {{year_before_be}}",
    en="only {{year_be}} and {{year_before_be}} can stand in braces.",
)


def refusal(what: Text) -> PydanticCustomError:
    """Carry a sentence of ours through pydantic."""
    return PydanticCustomError("refused", "refused", {"th": what.th, "en": what.en})


def exact(value: Any) -> Fraction:
    """Read an exact figure: a text of decimals or a ratio. Never a float."""
    if not isinstance(value, str) or not _EXACT.fullmatch(value):
        raise refusal(_QUOTE.fill(value=_shown(value)))
    return Fraction(value)


def _shown(value: Any) -> str:
    return repr(value)[:40] if isinstance(value, str | int | float | None) else type(value).__name__


def _within(most: int) -> Any:
    def check(value: Any) -> Fraction:
        figure = exact(value)
        if not 0 <= figure <= most:
            raise refusal(_RANGE.fill(most=most, value=value))
        return figure

    return PlainValidator(check)


def _coded(value: Any) -> Any:
    if isinstance(value, bool | int | float):
        raise refusal(_NAME.fill(value=value))
    return value


def _printed(value: Any) -> Any:
    exact(value)
    return value


def _with_years(value: str, info: ValidationInfo) -> str:
    """Fill in the fiscal year, so that a file based on another does not repeat its texts for a number."""
    year_be = info.context["year_be"] if info.context else 0
    filled = value.replace("{year_be}", str(year_be)).replace("{year_before_be}", str(year_be - 1))
    if "{" in filled or "}" in filled:
        raise refusal(_BRACES.fill())
    return filled


Figure = Annotated[str, BeforeValidator(_printed)]  # kept as it was written
Points = Annotated[Fraction, _within(100)]
Weight = Annotated[Fraction, _within(1)]
Code = Annotated[str, BeforeValidator(_coded), StringConstraints(min_length=1, max_length=40)]
Sentence = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), AfterValidator(_with_years)]


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Words(Form):
    th: Sentence
    en: Sentence


class ChoiceForm(Form):
    code: Code
    label: Words
    points: Points | None = None


class RowForm(Form):
    code: Code
    text: Words
    scale: Code
    reversed: bool = False
    weight: Weight | None = None


class QuestionForm(Form):
    code: Code
    name: Words
    weight: Weight | None = None
    rows: list[RowForm] = []


class CheckForm(Form):
    """Which of the keys belong to a rule is asked in `evidence`."""

    rule: Annotated[Rule, Field(strict=False)]
    any: Annotated[list[Sentence], Field(min_length=1)] | None = None
    least: int | None = None
    columns: Annotated[list[Annotated[list[Sentence], Field(min_length=1)]], Field(min_length=1)] | None = (
        None
    )
    none: list[Sentence] = []
    language: Literal["th", "en"] | None = None
    items: Annotated[list[Code], Field(min_length=1)] | None = None


class ElementForm(Form):
    code: Code
    text: Words
    must: Literal["required", "example"]
    check: list[CheckForm] = []


class ItemForm(Form):
    code: Code
    name: Words
    weight: Weight | None = None
    period: Annotated[Period, Field(strict=False)]
    evidence: Annotated[Evidence, Field(strict=False)]
    owner: Code | None = None
    dataset: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*\.[a-z][a-z_]*$")] | None = None
    agrees_with: Code | None = None
    was: Code | None = None
    use: Literal["analysis", "doing"] | None = None
    not_applicable: bool = False
    elements: list[ElementForm] = []


class SubIndicatorForm(Form):
    code: Code
    name: Words
    weight: Weight | None = None
    items: list[ItemForm] = []


class IndicatorForm(Form):
    code: Code
    name: Words
    description: Words
    weight: Weight | None = None
    questions: list[QuestionForm] = []
    sub_indicators: list[SubIndicatorForm] = []


class SamplingForm(Form):
    rule: Annotated[SampleRule, Field(strict=False)]
    who: Words
    confidence: Annotated[Confidence, Field(strict=False)]
    percent: Points | None = None
    floor: Annotated[int, Field(ge=0)] | None = None
    cap: Annotated[int, Field(ge=1)] | None = None
    cap_above: Annotated[int, Field(ge=1)] | None = None
    quotas: dict[str, Annotated[int, Field(ge=1)]] | None = None


class StreamsForm(Form):
    combine: Annotated[Combine, Field(strict=False)]
    confidence: Annotated[Confidence, Field(strict=False)]
    note: Words | None = None


class InstrumentForm(Form):
    code: Code
    name: Words
    short: Words
    kind: Annotated[Kind, Field(strict=False)]
    weight: Weight | None = None
    sampling: SamplingForm | None = None
    streams: StreamsForm | None = None
    indicators: list[IndicatorForm] = []


class RoundingForm(Form):
    places: Annotated[int, Field(ge=0, le=6)]
    ties: Annotated[Ties, Field(strict=False)]
    parts_first: bool


class GradeForm(Form):
    code: Code
    name: Words
    total: Points
    each_instrument: Points = Fraction(0)


class StageForm(Form):
    code: Code
    name: Words
    starts_on: date
    ends_on: date


BLOCKS = Literal[
    "instruments", "indicators", "sub_indicators", "iit_questions", "eit_questions", "items", "scales",
    "averaging", "rounding", "grades", "pass_mark", "sampling", "calendar", "weakest",
]  # fmt: skip


class ProvenanceForm(Form):
    block: BLOCKS
    confidence: Annotated[Confidence, Field(strict=False)]
    source: Sentence
    note: Words


class ExampleForm(Form):
    about: Sentence
    scale: Code | None = None
    reversed: bool = False
    counts: list[Annotated[int, Field(ge=0)]] = []
    points: Figure | None = None
    indicators: dict[str, Figure] = {}
    failed: list[Code] = []
    printed: dict[str, Figure] = {}
    shares: dict[str, Figure] = {}
    grade: Code | None = None


class FileForm(Form):
    framework: Code
    year_be: Annotated[int, Field(ge=2500, le=2700)]
    body: Code
    name: Words
    draft: bool = False
    based_on: Code | None = None
    was: Literal["same"] | None = None
    provenance: list[ProvenanceForm]
    rounding: RoundingForm
    pass_mark: Points
    weakest: Annotated[int, Field(ge=1)]
    grades: Annotated[list[GradeForm], Field(min_length=1)]
    owner_groups: dict[str, Words] = {}
    calendar: list[StageForm] = []
    scales: dict[str, list[ChoiceForm]]
    instruments: Annotated[list[InstrumentForm], Field(min_length=1)]
    worked_examples: list[ExampleForm] = []
