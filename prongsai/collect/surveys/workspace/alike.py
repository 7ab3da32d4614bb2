"""What moved in bodies like this one: only their middle is told, and only of eight or more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of, inputs_of, with_results
from prongsai.core.framework import Framework, Kind
from prongsai.core.result import assess

TWO = 2  # surveys: inside, and outside
MOST = 100  # offices; each takes some milliseconds to score


@dataclass(frozen=True, slots=True)
class Alike:
    """changes: of the survey since last year, gaps: inside less outside; in points, a body each."""

    changes: tuple[float, ...] = ()
    gaps: tuple[float, ...] = ()


def bodies_alike(assessment: Assessment, before: Assessment | None, instrument: str) -> Alike:
    """Look at offices of the same body, kind and class, by the figures that their veil lets through.

    before  the office's assessment of last year; the others' of the same rules are taken.
    """
    office = assessment.office
    same = Assessment.objects.filter(
        office__body=office.body_id, office__kind=office.kind, office__class_code=office.class_code
    ).exclude(office=office)
    now = _figures(same, assessment)
    then = _figures(same, before) if before else {}
    surveys = [each.code for each in framework_of(assessment).instruments if each.kind is Kind.SURVEY]
    changes = _steps({each: (then.get(each, {}).get(instrument), now[each].get(instrument)) for each in now})
    gaps = _steps({each: tuple(now[each].get(code) for code in reversed(surveys)) for each in now})
    return Alike(changes, gaps if len(surveys) == TWO else ())


def _steps(pairs: Mapping[int, tuple[float | None, ...]]) -> tuple[float, ...]:
    """From the first of each two to the second, where both are shown."""
    both = [pair for pair in pairs.values() if len(pair) == TWO and None not in pair]
    return tuple(float(second or 0) - float(first or 0) for first, second in both)


def _figures(same: QuerySet[Assessment], model: Assessment) -> dict[int, dict[str, float]]:
    """Give office -> survey -> figure, of those that are scored by the very rules of the model."""
    rules = framework_of(model)
    found = same.filter(framework_code=model.framework_code, scoring_hash=model.scoring_hash)
    with_office = with_results(found.select_related("office")).order_by("pk")[:MOST]
    return {each.office_id: _shown(each, rules) for each in with_office}


def _shown(assessment: Assessment, rules: Framework) -> dict[str, float]:
    result = assess(rules, inputs_of(assessment), office_class=assessment.office.class_code)
    parts = {each.code: result.by_code[each.code].points for each in rules.instruments}
    return {code: float(points) for code, points in parts.items() if points is not None}
