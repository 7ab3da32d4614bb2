"""From answers and verdicts to the total: exact, and every figure with the parts it was made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from fractions import Fraction
from math import lcm

from prongsai.core import codes
from prongsai.core.framework import Combine, Framework, Instrument, Item, Kind, Part, Row
from prongsai.core.reason import Reason
from prongsai.core.rounding import printed
from prongsai.core.streams import ByRow, misfits, shares

FULL = Fraction(100)
WHOLE = Fraction(1)
NOTHING = Fraction(0)


class ScoreError(ValueError):
    """The inputs and the framework do not fit each other. The message says where."""


class State(StrEnum):
    SCORED = "scored"
    MISSING = "missing"  # nobody answered, nobody reviewed, or a part is missing
    WITHHELD = "withheld"  # too few answered to show it
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Score:
    """A figure and the parts it was made of, so that every figure can show its working.

    points       0-100, unrounded; None unless `state` is scored.
    weight       share of the parent, 0-1, after parts that are not applicable have left it.
    respondents  how many answered; None where nobody is asked (items, published figures).
    counts       of a row: answers per choice, in the order of its scale.
    contradicts  what the parts give, where a published figure says something else.
    """

    code: str
    state: State
    points: Fraction | None
    weight: Fraction
    parts: tuple[Score, ...] = ()
    respondents: int | None = None
    counts: tuple[int, ...] = ()
    reason: Reason = Reason.NONE
    is_published: bool = False
    contradicts: Fraction | None = None

    @property
    def is_scored(self) -> bool:
        return self.state is State.SCORED

    def walk(self) -> Iterator[Score]:
        """This score and all below it, each before its own parts."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def find(self, typed: str) -> Score:
        """Look a score up by any way of writing its code. Raises KeyError with the canonical code."""
        code = codes.canonical(typed)
        for score in self.walk():
            if score.code == code:
                return score
        raise KeyError(code)


@dataclass(frozen=True, slots=True)
class SurveyCounts:
    """What is kept of a survey: how many sheets, and answers per (row, choice).

    by_row   row code -> answers per choice of the row's scale, in its order; "not answered" is not counted.
    streams  label -> the same of the sheets of one stream, all together `by_row`; empty where not known.
    """

    respondents: int
    by_row: ByRow
    streams: Mapping[str, ByRow] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What reviewers found of an item. `points` is None where the item is not applicable."""

    points: Fraction | None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What an office has, in any mixture.

    surveys      instrument code -> counts
    items        item code -> result; an item that is absent was not reviewed
    published    code of anything above rows and items, the total too -> its published figure, 0-100
    populations  instrument code -> how many could have answered, where known
    """

    surveys: Mapping[str, SurveyCounts] = field(default_factory=dict)
    items: Mapping[str, ItemResult] = field(default_factory=dict)
    published: Mapping[str, Fraction] = field(default_factory=dict)
    populations: Mapping[str, int] = field(default_factory=dict)


def score(framework: Framework, inputs: Inputs) -> Score:
    """Score a whole assessment, exactly.

    returns  the total with all its parts; a part without data is `missing`, and so is what needs it.
    raises   ScoreError if the inputs name what the framework does not have, all of it at once.
    """
    _refuse_strangers(framework, inputs)
    parts = [_instrument(instrument, framework, inputs) for instrument in framework.instruments]
    total = combine(framework.code, parts, weight=WHOLE)
    if framework.code in inputs.published:
        return _published(total, inputs.published[framework.code], framework)
    return total


def combine(code: str, parts: Sequence[Score], *, weight: Fraction, respondents: int | None = None) -> Score:
    """Weigh the parts into their parent: points = sum of part.points x part.weight.

    A part that is not applicable leaves numerator and denominator; the others share its weight.
    A missing or withheld part leaves the parent without a figure: none of them is a zero.
    raises  ScoreError if the weights of the parts do not add up to 1.
    """
    if not _is_whole([part.weight for part in parts]):
        names = ", ".join(part.code for part in parts)
        raise ScoreError(
            f"{code}: the weights of {names} do not add up to 1. Correct them in the framework file."
        )
    states = {part.state for part in parts}
    if State.NOT_APPLICABLE in states:
        if len(states) == 1:
            return Score(
                code, State.NOT_APPLICABLE, None, weight, tuple(parts), respondents, (), Reason.NOT_APPLICABLE
            )
        parts = _share_out(parts)
    for state, reason in _WITHOUT_A_FIGURE:
        if state in states:
            return Score(code, state, None, weight, tuple(parts), respondents, (), reason)
    if len(parts) == 1:
        return Score(code, State.SCORED, parts[0].points, weight, tuple(parts), respondents)
    ratios = [
        (p.points.as_integer_ratio(), p.weight.as_integer_ratio()) for p in parts if p.points is not None
    ]
    return Score(code, State.SCORED, sum_exact(ratios), weight, tuple(parts), respondents)


_WITHOUT_A_FIGURE = ((State.MISSING, Reason.PARTS_MISSING), (State.WITHHELD, Reason.TOO_FEW))


def _is_whole(weights: Sequence[Fraction]) -> bool:
    equal = (1, len(weights))
    if weights and weights[0].as_integer_ratio() == equal and weights.count(weights[0]) == len(weights):
        return True  # parts that share equally, as nearly all do
    ratios = [weight.as_integer_ratio() for weight in weights]
    common = lcm(*[below for _, below in ratios])
    return sum([above * (common // below) for above, below in ratios]) == common


def row_score(row: Row, counts: Sequence[int], *, apart: Sequence[Sequence[int]] = ()) -> Score:
    """Average the answers to one row.

    counts  answers per choice; choices without points ("I do not know") do not count.
    apart   counts of those who have equal shares in the points, together `counts`; none: every answer has.
    raises  ScoreError if the number of counts is not the number of choices, or one is negative.
    """
    choice_points = row.choice_points
    if len(counts) != len(choice_points) or min(counts) < 0:
        raise ScoreError(
            f"{row.code}: needs {len(choice_points)} counts of 0 or more, one a choice, not {list(counts)}."
        )
    counted = [(points, n) for points, n in zip(choice_points, counts, strict=True) if points is not None]
    answered = sum([n for _, n in counted])
    if not answered:
        return Score(row.code, State.MISSING, None, row.weight, (), 0, tuple(counts), Reason.NOBODY_ANSWERED)
    if len(apart) > 1:
        means = [row_score(row, each).points or NOTHING for each in apart]
        mean = sum(means, NOTHING) / len(means)
    else:
        mean = sum_exact([(points.as_integer_ratio(), (n, answered)) for points, n in counted])
    return Score(row.code, State.SCORED, mean, row.weight, (), answered, tuple(counts))


def item_score(item: Item, result: ItemResult | None) -> Score:
    """Score one item; without a result it was not reviewed.

    raises  ScoreError if it is called not applicable where the framework does not allow that.
    """
    if result is None:
        return Score(item.code, State.MISSING, None, item.weight, reason=Reason.NOT_REVIEWED)
    if result.points is None:
        if not item.may_be_not_applicable:
            raise ScoreError(f"{item.code}: cannot be 'not applicable' in this framework. Give it 0 or 100.")
        return Score(item.code, State.NOT_APPLICABLE, None, item.weight, reason=Reason.NOT_APPLICABLE)
    return Score(item.code, State.SCORED, result.points, item.weight)


def sum_exact(pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> Fraction:
    """Sum of products of ratios: exact, reduced once at the end (a nation has millions of them)."""
    common = lcm(*[below * under for (_, below), (_, under) in pairs])
    whole = sum([above * over * (common // (below * under)) for (above, below), (over, under) in pairs])
    return Fraction(whole, common)


def _instrument(instrument: Instrument, framework: Framework, inputs: Inputs) -> Score:
    counts = inputs.surveys.get(instrument.code)

    def scored(part: Part) -> Score:
        if isinstance(part, Row):
            return _row(part, instrument, counts) if counts else _no_figure(part)
        if isinstance(part, Item):
            return item_score(part, inputs.items.get(part.code))
        below = [scored(each) for each in part.parts]
        respondents = counts.respondents if counts else None
        made = (
            combine(part.code, below, weight=part.weight, respondents=respondents)
            if below
            else _unknown(part)
        )
        if part.code in inputs.published:
            return _published(made, inputs.published[part.code], framework)
        return _tidy(made, instrument, inputs)

    return scored(instrument)


def _row(row: Row, instrument: Instrument, counts: SurveyCounts) -> Score:
    answers = counts.by_row.get(row.code) or (0,) * len(row.scale.choices)
    if instrument.combining.rule is Combine.EQUAL and counts.streams:
        return row_score(row, answers, apart=shares(row, counts.streams))
    return row_score(row, answers)


def _tidy(made: Score, instrument: Instrument, inputs: Inputs) -> Score:
    """Say "no figure" once, at the top of a branch for which nothing was brought in."""
    if made.state is not State.MISSING:
        return made
    has_nothing = all(part.state is State.MISSING and part.reason in _EMPTY for part in made.parts)
    if made.parts and has_nothing and (instrument.kind is Kind.SURVEY or not inputs.items):
        return replace(made, reason=Reason.NO_FIGURE)
    return made


_EMPTY = {Reason.NO_FIGURE, Reason.NOT_REVIEWED, Reason.PARTS_UNKNOWN}


def _published(made: Score, figure: Fraction, framework: Framework) -> Score:
    """Let a published figure stand, unless the parts give the same one unrounded.

    A figure that its parts contradict stays as it was published and says what the parts give.
    """
    if made.points is not None and printed(made.points, framework.rounding) == printed(
        figure, framework.rounding
    ):
        return made
    contradicts = made.points
    return replace(
        made,
        state=State.SCORED,
        points=figure,
        reason=Reason.NONE,
        is_published=True,
        contradicts=contradicts,
    )


def _no_figure(part: Part) -> Score:
    return Score(part.code, State.MISSING, None, part.weight, reason=Reason.NO_FIGURE)


def _unknown(part: Part) -> Score:
    return Score(part.code, State.MISSING, None, part.weight, reason=Reason.PARTS_UNKNOWN)


def _share_out(parts: Sequence[Score]) -> list[Score]:
    """Give the weight of parts that are not applicable to the others, in proportion."""
    counted = [part for part in parts if part.state is not State.NOT_APPLICABLE]
    left = sum((part.weight for part in counted), NOTHING)
    if not left:
        names = ", ".join(part.code for part in counted)
        raise ScoreError(f"{names}: carry no weight once the others are not applicable.")
    return [
        replace(part, weight=NOTHING if part.state is State.NOT_APPLICABLE else part.weight / left)
        for part in parts
    ]


def _refuse_strangers(framework: Framework, inputs: Inputs) -> None:
    known = framework.by_code
    wrong = [f"{code}: no such survey" for code in inputs.surveys if not _is_survey(known.get(code))]
    for code, counts in inputs.surveys.items():
        rows = framework.row_codes.get(code, frozenset())
        wrong += [f"{row}: no such row in {code}" for row in counts.by_row if row not in rows]
        wrong += misfits(code, counts.by_row, counts.streams) if counts.streams else ()
    wrong += [f"{code}: no such item" for code in inputs.items if not isinstance(known.get(code), Item)]
    wrong += [
        f"{code}: no such figure to publish"
        for code in inputs.published
        if code != framework.code and isinstance(known.get(code), Row | Item | None)
    ]
    figures = [*inputs.published.items(), *((code, item.points) for code, item in inputs.items.items())]
    wrong += [f"{code}: must be 0 to 100" for code, n in figures if n is not None and _is_off(n)]
    if wrong:
        raise ScoreError(f"{framework.code}: " + "; ".join(wrong) + ".")


def _is_off(points: Fraction) -> bool:
    above, below = points.as_integer_ratio()
    return not 0 <= above <= 100 * below


def _is_survey(part: Part | None) -> bool:
    return isinstance(part, Instrument) and part.kind is Kind.SURVEY
