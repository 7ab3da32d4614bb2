"""A result as plain data: exact figures as strings beside the printed ones, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from prongsai.core.framework import Framework
from prongsai.core.grade import printed_total
from prongsai.core.reason import Reason
from prongsai.core.result import Result
from prongsai.core.rounding import printed
from prongsai.core.score import Inputs, ItemResult, Score, State, SurveyCounts
from prongsai.core.streams import ByRow


def score_record(score: Score, framework: Framework) -> dict[str, Any]:
    """Give the whole tree; every figure exact (`"9846/100"`) and printed (`"98.46"`)."""
    record: dict[str, Any] = {"code": score.code, "state": str(score.state), "weight": str(score.weight)}
    if score.points is not None:
        is_total = score.code == framework.code
        shown = printed_total(score, framework) if is_total else printed(score.points, framework.rounding)
        record |= {"points": str(score.points), "printed": str(shown)}
    if score.respondents is not None:
        record["respondents"] = score.respondents
    if score.counts:
        record["counts"] = list(score.counts)
    if score.reason:
        record["reason"] = str(score.reason)
    if score.is_published:
        record["is_published"] = True
    if score.contradicts is not None:
        record["contradicts"] = str(score.contradicts)
    if score.parts:
        record["parts"] = [score_record(part, framework) for part in score.parts]
    return record


def score_of(record: Mapping[str, Any]) -> Score:
    """Read back what `score_record` wrote."""
    points, contradicts = record.get("points"), record.get("contradicts")
    return Score(
        code=record["code"],
        state=State(record["state"]),
        points=None if points is None else Fraction(points),
        weight=Fraction(record["weight"]),
        parts=tuple(score_of(part) for part in record.get("parts", ())),
        respondents=record.get("respondents"),
        counts=tuple(record.get("counts", ())),
        reason=Reason(record.get("reason", "")),
        is_published=record.get("is_published", False),
        contradicts=None if contradicts is None else Fraction(contradicts),
    )


def result_record(result: Result) -> dict[str, Any]:
    """Give all that may be shown of an assessed year, with the hashes of the rules that it was scored by.

    No withheld figure is in it and no count behind one.
    """
    framework, total = result.framework, result.total
    shares = {each.code: result.share(each.code) for each in framework.instruments}
    return {
        "framework": {
            "code": framework.code,
            "scoring_sha256": framework.scoring_hash,
            "wording_sha256": framework.wording_hash,
        },
        "is_complete": result.is_complete,
        "total": None if total is None else str(total),
        "grade": result.grade.code if result.grade else None,
        "shares": {code: str(share) for code, share in shares.items() if share is not None},
        "score": score_record(result.score, framework),
        "margins": {code: repr(margin) for code, margin in result.margins.items()},
        "samples": {
            code: {"population": each.population, "needed": each.needed, "answered": each.answered}
            for code, each in result.samples.items()
        },
        "remarks": dict(result.remarks),
    }


def inputs_record(inputs: Inputs) -> dict[str, Any]:
    """Give the inputs as plain data, in an order that does not depend on how they were brought in."""
    return {
        "surveys": {
            code: {"respondents": counts.respondents, "by_row": _by_row(counts.by_row)}
            | ({"streams": _streams(counts)} if counts.streams else {})
            for code, counts in sorted(inputs.surveys.items())
        },
        "items": {
            code: {"points": None if item.points is None else str(item.points), "remark": item.remark}
            for code, item in sorted(inputs.items.items())
        },
        "published": {code: str(figure) for code, figure in sorted(inputs.published.items())},
        "populations": dict(sorted(inputs.populations.items())),
    }


def inputs_of(record: Mapping[str, Any]) -> Inputs:
    """Read back what `inputs_record` wrote."""
    return Inputs(
        surveys={
            code: SurveyCounts(
                each["respondents"],
                _tuples(each["by_row"]),
                {label: _tuples(by_row) for label, by_row in each.get("streams", {}).items()},
            )
            for code, each in record["surveys"].items()
        },
        items={
            code: ItemResult(None if each["points"] is None else Fraction(each["points"]), each["remark"])
            for code, each in record["items"].items()
        },
        published={code: Fraction(figure) for code, figure in record["published"].items()},
        populations=dict(record["populations"]),
    )


def _by_row(by_row: ByRow) -> dict[str, list[int]]:
    return {row: list(by_row[row]) for row in sorted(by_row)}


def _streams(counts: SurveyCounts) -> dict[str, dict[str, list[int]]]:
    return {label: _by_row(counts.streams[label]) for label in sorted(counts.streams)}


def _tuples(by_row: Mapping[str, Sequence[int]]) -> dict[str, tuple[int, ...]]:
    return {row: tuple(counts) for row, counts in by_row.items()}
