"""The figures of a result line by line, as the screens show them. Plain: no Django, no looking up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.core import naming
from prongsai.core.framework import Item, Question, Row
from prongsai.core.result import Result
from prongsai.core.score import Score, State
from prongsai.core.text import Text
from prongsai.score.comparing import Beside, figure, to_last_year, to_mean
from prongsai.score.working import is_pooled, steps

_PLACES = 4  # of a product that no decimal says exactly


@dataclass(frozen=True, slots=True)
class Mean:
    """A labelled mean. figures: code -> as printed."""

    label: Text
    figures: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Line:
    """One part and everything that stands beside its figure.

    figure   as printed; None where there is none, and `state` and `why` say why.
    margin   half the width of the 95 % interval.
    worth    points of the 100 that it can bring; lost: those that it did not.
    means    one a mean, in their order; None where a mean has no figure of this part.
    """

    code: str
    label: Text
    name: Text
    figure: Decimal | None
    state: Text
    why: Text
    level: Text | None
    margin: Decimal | None
    respondents: int | None
    worth: Decimal
    lost: Decimal | None
    last_year: Beside | None
    means: tuple[Beside | None, ...]
    remark: str
    is_published: bool
    parts: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One part in the sum: points times weight. product: empty where it brings nothing to the sum."""

    line: Line
    weight: str
    product: str


@dataclass(frozen=True, slots=True)
class Answers:
    """One choice of a row. points and product: empty where the choice is not counted."""

    label: Text
    points: str
    many: int
    product: str


@dataclass(frozen=True, slots=True)
class Working:
    """How a figure was made.

    above     (code, label) from the total down to the part above this one.
    terms     the parts with their weights.
    answers   of a row: the choices with their counts; empty where these may not be shown.
    answered  how many answers are counted; total: their points together.
    exact     the figure before it is rounded; empty where there is none, or parts of it may not be shown.
    is_pooled of a row: every answer counted alike. If not, the streams of answers had equal shares.
    """

    line: Line
    sentence: Text
    above: tuple[tuple[str, Text], ...]
    terms: tuple[Term, ...]
    answers: tuple[Answers, ...]
    answered: int
    total: str
    exact: str
    is_reversed: bool
    is_pooled: bool
    item: Item | None


def line(
    result: Result,
    score: Score,
    *,
    past: Result | None = None,
    means: Sequence[Mean] = (),
    is_deep: bool = True,
) -> Line:
    """Put a figure into a line, and all below it into lines of it."""
    code, framework = score.code, result.framework
    part = framework.by_code.get(code)
    stake, margin = result.stakes[code], result.margins.get(code)
    level = result.level(code) if part in framework.indicators else None
    below = shown_parts(result, score) if is_deep else ()
    return Line(
        code=code,
        label=naming.label_of(code, framework),
        name=part.name if part else framework.name,
        figure=figure(result, code),
        state=naming.state(score),
        why=naming.why(score),
        level=level.name if level else None,
        margin=None if margin is None else naming.margin(margin),
        respondents=score.respondents,
        worth=result.rounded(stake.worth),
        lost=None if stake.lost is None else result.rounded(stake.lost),
        last_year=to_last_year(result, past, code),
        means=tuple(to_mean(result, mean.label, mean.figures, code) for mean in means),
        remark=result.remarks.get(code, ""),
        is_published=score.is_published,
        parts=tuple(line(result, each, past=past, means=means) for each in below),
    )


def shown_parts(result: Result, score: Score) -> tuple[Score, ...]:
    """Give the parts; for a question with a single row, that row stands in."""
    return tuple(
        part.parts[0]
        if isinstance(result.framework.by_code[part.code], Question) and len(part.parts) == 1
        else part
        for part in score.parts
    )


def working(result: Result, code: str, past: Result | None = None) -> Working:
    """Show how a figure was made.

    raises  KeyError if the result has no such figure, or may not show that there is one.
    """
    score, part = result.by_code[code], result.framework.by_code.get(code)
    row = part if isinstance(part, Row) and any(score.counts) else None
    counted = (
        [(p, n) for p, n in zip(row.choice_points, score.counts, strict=True) if p is not None] if row else []
    )
    return Working(
        line=line(result, score, past=past, is_deep=False),
        sentence=steps(result, code, depth=0)[0].text,
        above=tuple((each, naming.label_of(each, result.framework)) for each in _above(result.score, code)),
        terms=tuple(_term(result, below) for below in score.parts),
        answers=_answers(row, score) if row else (),
        answered=sum(many for _, many in counted),
        total=_near(sum((points * many for points, many in counted), Fraction(0))),
        exact="" if score.points is None or _hides(score) else naming.exact(score.points),
        is_reversed=isinstance(part, Row) and part.is_reversed,
        is_pooled=row is None or is_pooled(score, row),
        item=part if isinstance(part, Item) else None,
    )


def _hides(score: Score) -> bool:
    return any(part.state is State.WITHHELD for part in score.walk())


def _term(result: Result, score: Score) -> Term:
    product = "" if score.points is None else _near(score.points * score.weight)
    return Term(line(result, score, is_deep=False), naming.exact(score.weight), product)


def _answers(row: Row, score: Score) -> tuple[Answers, ...]:
    found = zip(row.scale.choices, row.choice_points, score.counts, strict=True)
    return tuple(
        Answers(choice.label, "", many, "")
        if points is None
        else Answers(choice.label, naming.exact(points), many, _near(points * many))
        for choice, points, many in found
    )


def _near(exact: Fraction) -> str:
    """Write a figure exactly where a decimal can, else to a few places and marked so."""
    said = naming.exact(exact)
    return f"≈ {float(exact):.{_PLACES}f}" if "/" in said else said


def _above(score: Score, code: str) -> tuple[str, ...]:
    """Codes on the way down to a code, without itself."""
    for part in score.parts:
        if part.code == code:
            return (score.code,)
        if found := _above(part, code):
            return (score.code, *found)
    return ()
