"""Running the worked examples of a framework: what must come out, comes out."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from prongsai.core.framework import Framework, Row, WorkedExample
from prongsai.core.grade import grade, printed_share, printed_total
from prongsai.core.rounding import printed
from prongsai.core.score import FULL, WHOLE, Inputs, ItemResult, Score, row_score, score
from prongsai.core.text import Text
from prongsai.frameworks.problems import Origin, Problem, Step

_OTHER = Text(
    th="ได้ {actual} ไม่ใช่ {expected} โปรดแก้ตัวเลขหรือกฎ",
    en="gives {actual}, not {expected}. Correct the figure or the rules.",
)
_NOTHING = Text(th="ไม่มีคะแนน", en="no figure")
_Outcome = tuple[tuple[Step, ...], str, str | None]  # where, what must come out, what does


def failures(framework: Framework) -> tuple[Problem, ...]:
    """Every figure of the worked examples that does not come out."""
    return tuple(
        Problem(
            Origin(f"{framework.code}.yaml", ("worked_examples", index, *step)),
            _OTHER.fill(actual=_NOTHING if actual is None else actual, expected=expected),
        )
        for index, example in enumerate(framework.worked_examples)
        for step, expected, actual in outcomes(framework, example)
        if actual != expected
    )


def outcomes(framework: Framework, example: WorkedExample) -> Iterator[_Outcome]:
    if example.scale:
        yield _of_scale(framework, example)
        return
    total = score(framework, _inputs(framework, example))
    for code, expected in example.printed.items():
        yield ("printed", code), expected, _printed(total, code, framework)
    for code, expected in example.shares.items():
        share = printed_share(total.find(code), framework)
        yield ("shares", code), expected, None if share is None else str(share)
    if example.grade:
        given = grade(total, framework)
        yield ("grade",), example.grade, given.code if given else None


def _of_scale(framework: Framework, example: WorkedExample) -> _Outcome:
    scale = framework.scales[example.scale]
    row = Row(code="row", name=Text(""), scale=scale, is_reversed=example.is_reversed, weight=WHOLE)
    points = row_score(row, example.counts).points
    matches = points == Fraction(example.points)  # "33.5" and "67/2" are the same figure
    actual = None if points is None else str(points)
    return ("points",), example.points, example.points if matches else actual


def _printed(total: Score, code: str, framework: Framework) -> str | None:
    found = total.find(code)
    if found.points is None:
        return None
    return str(
        printed_total(total, framework) if found is total else printed(found.points, framework.rounding)
    )


def _inputs(framework: Framework, example: WorkedExample) -> Inputs:
    published = {code: Fraction(figure) for code, figure in example.indicators.items()}
    failed = {
        item.code: ItemResult(Fraction(0) if item.code in example.failed else FULL)
        for item in framework.items
    }
    return Inputs(published=published, items=failed if example.failed else {})
