"""Results of an assessment, reckoned from what was brought in; and those that were kept."""

from __future__ import annotations

from django.db.models import QuerySet

from prongsai.collect.assessments import queries as assessments
from prongsai.collect.assessments.models import Assessment
from prongsai.core.framework import Framework
from prongsai.core.result import Result, assess
from prongsai.core.score import Inputs
from prongsai.score.models import Run


def result_of(assessment: Assessment) -> Result:
    """Score the assessment as it stands; safe to show.

    raises  RulesChangedError if it cannot be scored by the rules that it pins.
    """
    framework = assessments.framework_of(assessment)
    return scored(assessment, framework, assessments.inputs_of(assessment))


def scored(assessment: Assessment, framework: Framework, inputs: Inputs) -> Result:
    return assess(framework, inputs, office_class=assessment.office.class_code)


def earlier_results(assessment: Assessment) -> tuple[Result, ...]:
    """Give the office's results of earlier years by the same body, newest first."""
    return tuple(result_of(other) for other in assessments.earlier(assessment))


def last_year(result: Result, earlier: tuple[Result, ...]) -> Result | None:
    """Give the result of the year before, if it is among the earlier ones."""
    year_be = result.framework.year_be - 1
    return next((other for other in earlier if other.framework.year_be == year_be), None)


def runs_of(assessment: Assessment) -> QuerySet[Run]:
    return Run.objects.filter(assessment=assessment).order_by("-pk")
