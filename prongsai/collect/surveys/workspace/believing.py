"""Whether the answers of a sealed survey can be believed: figures that ask, beside the counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext_lazy as _

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of, inputs_of, previous
from prongsai.collect.surveys.belief import Belief, Beside, Level, Statistic, belief
from prongsai.collect.surveys.belief.beside import figure
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.workspace.alike import bodies_alike
from prongsai.core.framework import Kind
from prongsai.core.result import Result, assess

LEVELS = {Level.NONE: _("As usual"), Level.LOOK: _("Worth a look"), Level.CAUTION: _("Read with care")}
OUTSIDE = "eit"  # the survey of those outside


@dataclass(frozen=True, slots=True)
class Doubt:
    """without  the figure without flagged sheets, of how many are left; None where it is not to be told."""

    belief: Belief
    lines: list[tuple[Statistic, str, str]]  # statistic, level, level in words
    without: float | None
    left: int


def doubt_of(survey: Survey) -> Doubt:
    """Nothing of it is kept, and which sheets are flagged is not told."""
    framework = framework_of(survey.assessment)
    rows = survey.sheets.order_by("pk").values_list("stream", "day", "answers")
    streams, days, answers = zip(*rows, strict=True) if rows else ((), (), ())
    sheets = np.frombuffer(b"".join(map(bytes, answers)), np.uint8)
    found = belief(
        framework,
        survey.instrument,
        sheets.reshape(-1, len(framework.rows_of(survey.instrument))),
        days=days,
        streams=streams,
        beside=beside_of(survey),
    )
    lines = [(each, str(each.level), str(LEVELS[each.level])) for each in found.statistics]
    counts = found.counts_without if _is_shown(survey.assessment, survey.instrument) else None
    without = figure(framework, survey.instrument, counts) if counts else None
    return Doubt(found, lines, without, counts.respondents if counts else 0)


def beside_of(survey: Survey) -> Beside:
    """Last year's answers, and the other survey's figure: each only where it is shown elsewhere, too."""
    assessment = survey.assessment
    if not _is_shown(assessment, survey.instrument):  # then nothing that it could be reckoned from, either
        return Beside()
    before = previous(assessment)
    last_year = inputs_of(before).surveys.get(survey.instrument) if before else None
    alike = bodies_alike(assessment, before, survey.instrument)
    return Beside(
        last_year=last_year if before and _is_shown(before, survey.instrument) else None,
        other=_other(_result(assessment), survey.instrument),
        changes=alike.changes,
        gaps=alike.gaps,
        is_outside=survey.instrument == OUTSIDE,
    )


def _is_shown(assessment: Assessment, instrument: str) -> bool:
    """Say whether the survey's own figure is shown: the veil may hide it for what stands beside it."""
    return _result(assessment).by_code[instrument].is_scored


def _result(assessment: Assessment) -> Result:
    framework = framework_of(assessment)
    return assess(framework, inputs_of(assessment), office_class=assessment.office.class_code)


def _other(result: Result, instrument: str) -> float | None:
    others = [
        each.code
        for each in result.framework.instruments
        if each.kind is Kind.SURVEY and each.code != instrument
    ]
    points = result.by_code[others[0]].points if len(others) == 1 else None
    return None if points is None else float(points)
