"""What an office has of a year, as `core` takes it; which assessments there are, and which came before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from prongsai.collect.assessments.models import Assessment, LabelledMean
from prongsai.core.framework import Framework
from prongsai.core.rounding import printed
from prongsai.core.score import Inputs, ItemResult, SurveyCounts
from prongsai.core.text import Text
from prongsai.frameworks import library
from prongsai.frameworks.problems import FrameworkError, UnknownFramework
from prongsai.people.actions import ActionRefusedError
from prongsai.people.models import Office, User
from prongsai.people.queries import offices_visible_to


class RulesChangedError(ActionRefusedError):
    """The rules that an assessment was created under are not there any more."""


@dataclass(frozen=True, slots=True)
class MeanFigures:
    """A labelled mean. figures: code -> as printed; the framework's own code stands for the total."""

    label: Text
    figures: Mapping[str, Decimal]


def assessments_of(office: Office) -> QuerySet[Assessment]:
    return Assessment.objects.filter(office=office).select_related("office__body")


def assessments_visible_to(user: User) -> QuerySet[Assessment]:
    return Assessment.objects.filter(office__in=offices_visible_to(user)).select_related("office__body")


def assessment_or_404(office: Office, code: str) -> Assessment:
    return get_object_or_404(assessments_of(office), framework_code=code)


def framework_of(assessment: Assessment) -> Framework:
    """Give the rules that the assessment is scored by.

    raises  RulesChangedError if the file is gone, cannot be read, or scores otherwise than the pinned one.
    """
    code = assessment.framework_code
    try:
        framework = library.load(code)
    except UnknownFramework:
        raise RulesChangedError(
            _("The rules %(code)s are not there any more. Put their file back into FRAMEWORKS_DIR.")
            % {"code": code}
        ) from None
    except FrameworkError as error:
        raise RulesChangedError(
            _("The file of the rules %(code)s cannot be read: %(count)s problem(s). Mend it first.")
            % {"code": code, "count": len(error.problems)}
        ) from None
    if framework.scoring_hash != assessment.scoring_hash:
        raise RulesChangedError(
            _(
                "The file of the rules %(code)s has changed what is scored since this assessment was "
                "created. Put the former file back, and give the new rules a code of their own."
            )
            % {"code": code}
        )
    return framework


def inputs_of(assessment: Assessment) -> Inputs:
    """Everything that was brought in, in three queries, or none where it was prefetched."""
    surveys = assessment.surveys.all()
    return Inputs(
        surveys={
            each.instrument: SurveyCounts(
                each.respondents,
                _tuples(each.counts),
                {label: _tuples(by_row) for label, by_row in each.streams.items()},
            )
            for each in surveys
        },
        items={
            each.item_code: ItemResult(None if each.points is None else Fraction(each.points), each.remark)
            for each in assessment.verdicts.all()
        },
        published={each.code: Fraction(each.figure) for each in assessment.figures.all()},
        populations={each.instrument: each.population for each in surveys if each.population is not None},
    )


def _tuples(by_row: Mapping[str, Sequence[int]]) -> dict[str, tuple[int, ...]]:
    return {row: tuple(counts) for row, counts in by_row.items()}


def with_results(assessments: QuerySet[Assessment]) -> QuerySet[Assessment]:
    """Read what was brought in along with the assessments: three queries for any number of them."""
    return assessments.prefetch_related("surveys", "verdicts", "figures")


def earlier(assessment: Assessment) -> tuple[Assessment, ...]:
    """Give the office's assessments by the same body of earlier years, newest first, one a year."""
    framework = framework_of(assessment)
    found: dict[int, tuple[bool, Assessment]] = {}
    for other in with_results(assessments_of(assessment.office).order_by("framework_code")):
        rules = _rules_or_none(other)
        if rules is None or rules.body != framework.body or rules.year_be >= framework.year_be:
            continue
        if rules.year_be not in found or not rules.is_draft:  # a draft steps back for the rules themselves
            found[rules.year_be] = (rules.is_draft, other)
    return tuple(found[year_be][1] for year_be in sorted(found, reverse=True))


def previous(assessment: Assessment) -> Assessment | None:
    """Give the assessment of the year before: same office, same body."""
    year_be = framework_of(assessment).year_be
    return next((other for other in earlier(assessment) if other.year_be == year_be - 1), None)


def means_of(assessment: Assessment) -> tuple[MeanFigures, ...]:
    """Give the means to compare with, in the order in which they were written."""
    framework = framework_of(assessment)
    return tuple(mean_figures(mean, framework) for mean in assessment.means.order_by("pk"))


def mean_figures(mean: LabelledMean, framework: Framework) -> MeanFigures:
    figures = {code: printed(Fraction(each), framework.rounding) for code, each in mean.figures.items()}
    return MeanFigures(Text(mean.label_th, mean.label_en), figures)


def _rules_or_none(assessment: Assessment) -> Framework | None:
    try:
        return framework_of(assessment)
    except RulesChangedError:
        return None
