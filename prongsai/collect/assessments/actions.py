"""Every write of results. Bringing in replaces the whole set, or nothing where one part of it is wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.assessments.models import (
    Assessment,
    ItemVerdict,
    LabelledMean,
    PublishedFigure,
    SurveyResult,
)
from prongsai.collect.assessments.queries import framework_of
from prongsai.core import codes
from prongsai.core.framework import Framework
from prongsai.core.score import Inputs, ItemResult, ScoreError, SurveyCounts, score
from prongsai.core.streams import ByRow
from prongsai.frameworks import library
from prongsai.frameworks.problems import FrameworkError, UnknownFramework
from prongsai.people.actions import ActionRefusedError, Actor, save_checked
from prongsai.people.models import Office
from prongsai.people.templatetags.prongsai import thai_date
from prongsai.trail import actions as trail

ITEMS, INDICATORS = "items", "indicators"
_SHA256 = re.compile("[0-9a-f]{64}")


class ResultsRefusedError(ActionRefusedError):
    """What was brought in cannot be kept. Nothing was changed."""


@transaction.atomic
def create_assessment(*, office: Office, framework_code: str, by: Actor) -> Assessment:
    """Begin an office's year under the rules as they stand now.

    raises  ActionRefusedError if there are no such rules, or the office has the assessment already.
    trail   assessments.created
    """
    try:
        framework = library.load(framework_code)
    except (UnknownFramework, FrameworkError):
        raise ResultsRefusedError(
            _("There are no rules '%(code)s' that can be read.") % {"code": framework_code}
        ) from None
    assessment = Assessment(
        office=office,
        framework_code=framework.code,
        scoring_hash=framework.scoring_hash,
        wording_hash=framework.wording_hash,
    )
    save_checked(assessment)
    trail.record(
        "assessments.created",
        on=assessment,
        by=by,
        office_id=office.pk,
        scoring_hash=framework.scoring_hash,
        wording_hash=framework.wording_hash,
    )
    return assessment


@transaction.atomic
def bring_in_answers(
    *,
    assessment: Assessment,
    instrument: str,
    counts: SurveyCounts,
    by: Actor,
    population: int | None = None,
    sealed_hash: str = "",
) -> SurveyResult:
    """Keep the counts of one survey in place of those that were there; a population that can be stays.

    population   how many could have answered, where that comes with the counts.
    sealed_hash  sha256 of counts that were sealed: from now on nothing takes their place.
    raises       ResultsRefusedError if nobody answered, the counts do not fit the rules, or there are sealed
                 ones.
    trail        assessments.answers_brought_in, with the number of sheets and the hash, never the counts
    """
    framework = _held(assessment)
    if counts.respondents < 1:
        raise ResultsRefusedError(_("There is no sheet with an answer. Nothing was changed."))
    _refuse_misfits(framework, Inputs(surveys={instrument: counts}))
    _refuse_more_answers_than_sheets(counts)
    kept = assessment.surveys.filter(instrument=instrument).first() or SurveyResult(
        assessment=assessment, instrument=instrument
    )
    _refuse_sealed(kept)
    kept.respondents = counts.respondents
    kept.population = kept.population if population is None else population
    kept.counts = _plain(counts.by_row)
    kept.streams = {label: _plain(by_row) for label, by_row in sorted(counts.streams.items())}
    if kept.population is not None and kept.population < counts.respondents:
        kept.population = None  # it was wrong
    _mark_sealed(kept, sealed_hash)
    kept.save()
    details = {"instrument": instrument, "respondents": counts.respondents}
    details |= {"sealed_hash": sealed_hash} if sealed_hash else {}
    _note("answers_brought_in", assessment, by, **details)
    return kept


@transaction.atomic
def bring_in_items(*, assessment: Assessment, items: Mapping[str, ItemResult], by: Actor) -> None:
    """Keep these verdicts in place of all that were there; an item that is absent was not reviewed.

    raises  ResultsRefusedError if they do not fit the rules.
    trail   assessments.items_brought_in
    """
    framework = _held(assessment)
    _refuse_misfits(framework, Inputs(items=items))
    assessment.verdicts.all().delete()
    ItemVerdict.objects.bulk_create(
        ItemVerdict(
            assessment=assessment,
            item_code=item.code,
            points=None if items[item.code].points is None else str(items[item.code].points),
            remark=items[item.code].remark,
        )
        for item in framework.items
        if item.code in items
    )
    _note("items_brought_in", assessment, by, items=len(items))


@transaction.atomic
def bring_in_indicators(*, assessment: Assessment, figures: Mapping[str, Fraction], by: Actor) -> None:
    """Keep these published figures in place of all that were there.

    raises  ResultsRefusedError if they do not fit the rules.
    trail   assessments.indicators_brought_in
    """
    framework = _held(assessment)
    _refuse_misfits(framework, Inputs(published=figures))
    assessment.figures.all().delete()
    PublishedFigure.objects.bulk_create(
        PublishedFigure(assessment=assessment, code=code, figure=str(figures[code]))
        for code in sorted(figures, key=codes.order)
    )
    _note("indicators_brought_in", assessment, by, figures=len(figures))


@transaction.atomic
def set_populations(*, assessment: Assessment, populations: Mapping[str, int | None], by: Actor) -> None:
    """Say how many could have answered each survey; None where it is not known.

    raises  ResultsRefusedError for a survey without answers, for fewer people than sheets, and for a number
            that was sealed with the answers.
    trail   assessments.populations_set, if any changed
    """
    _held(assessment)
    known = {each.instrument: each for each in assessment.surveys.all()}
    if strangers := sorted(populations.keys() - known.keys()):
        raise ResultsRefusedError(
            _("Bring in the answers of %(surveys)s first.") % {"surveys": ", ".join(strangers)}
        )
    changed = [
        known[code] for code, population in populations.items() if known[code].population != population
    ]
    for survey in changed:
        if survey.population is not None:
            _refuse_sealed(survey)
        survey.population = populations[survey.instrument]
        if survey.population is not None and survey.population < survey.respondents:
            raise ResultsRefusedError(
                _("%(survey)s: %(answered)s answered, so at least as many could have. Mend the number.")
                % {"survey": survey.instrument.upper(), "answered": survey.respondents}
            )
        survey.save(update_fields=["population"])
    if changed:
        _note("populations_set", assessment, by, surveys=sorted(each.instrument for each in changed))


@transaction.atomic
def set_mean(
    *,
    assessment: Assessment,
    label_th: str,
    figures: Mapping[str, Fraction],
    by: Actor,
    label_en: str = "",
    mean: LabelledMean | None = None,
) -> LabelledMean:
    """Keep a mean to compare with, in place of `mean`, or of one with the same label.

    figures  code of the total, an instrument or an indicator -> 0 to 100.
    raises   ActionRefusedError if there is no figure, one does not fit the rules, or the label is another's.
    trail    assessments.mean_set
    """
    framework = _held(assessment)
    _refuse_misfits(framework, Inputs(published=figures))
    if not figures:
        raise ResultsRefusedError(_("Give at least one figure of the mean."))
    kept = mean or assessment.means.filter(label_th=label_th).first() or LabelledMean(assessment=assessment)
    kept.label_th, kept.label_en = label_th, label_en
    kept.figures = {code: str(figures[code]) for code in sorted(figures, key=codes.order)}
    save_checked(kept)
    _note("mean_set", assessment, by, label=label_th, figures=len(figures))
    return kept


@transaction.atomic
def remove_mean(*, mean: LabelledMean, by: Actor) -> None:
    """trail   assessments.mean_removed"""
    _note("mean_removed", mean.assessment, by, label=mean.label_th)
    mean.delete()


@transaction.atomic
def remove_results(*, assessment: Assessment, kind: str, by: Actor) -> None:
    """Take away one survey (its code), all items or all indicators.

    raises  ResultsRefusedError if there is nothing of the kind, or it is a sealed survey.
    trail   assessments.results_removed
    """
    _held(assessment)
    for survey in assessment.surveys.filter(instrument=kind):
        _refuse_sealed(survey)
    rows = {ITEMS: assessment.verdicts.all(), INDICATORS: assessment.figures.all()}.get(kind)
    removed, _by_model = (assessment.surveys.filter(instrument=kind) if rows is None else rows).delete()
    if not removed:
        raise ResultsRefusedError(_("There is nothing to remove."))
    _note("results_removed", assessment, by, kind=kind)


def _held(assessment: Assessment) -> Framework:
    """Let nobody else write to this assessment until we are done; give the rules that it pins."""
    Assessment.objects.select_for_update().get(pk=assessment.pk)
    return framework_of(assessment)


def _refuse_misfits(framework: Framework, inputs: Inputs) -> None:
    try:
        score(framework, inputs)
    except ScoreError as error:
        raise ResultsRefusedError(
            _("The results do not fit the rules; nothing was changed. %(why)s") % {"why": error}
        ) from error


def _plain(by_row: ByRow) -> dict[str, list[int]]:
    return {row: list(by_row[row]) for row in sorted(by_row, key=codes.order)}


def _refuse_sealed(survey: SurveyResult) -> None:
    if survey.is_sealed:
        raise ResultsRefusedError(
            _("%(survey)s was sealed on %(day)s. What is sealed cannot be replaced or removed.")
            % {"survey": survey.instrument.upper(), "day": thai_date(survey.sealed_on)}
        )


def _mark_sealed(survey: SurveyResult, sealed_hash: str) -> None:
    if sealed_hash and not _SHA256.fullmatch(sealed_hash):
        raise ValueError(f"{sealed_hash!r} is not a sha256 as 64 hex digits.")
    survey.sealed_hash = sealed_hash
    survey.sealed_on = timezone.localdate() if sealed_hash else None


def _refuse_more_answers_than_sheets(counts: SurveyCounts) -> None:
    most = max((sum(each) for each in counts.by_row.values()), default=0)
    if most > counts.respondents:
        raise ResultsRefusedError(
            _("A row has %(most)s answers but only %(sheets)s sheets. Nothing was changed.")
            % {"most": most, "sheets": counts.respondents}
        )


def _note(verb: str, assessment: Assessment, by: Actor, **details: object) -> None:
    trail.record(f"assessments.{verb}", on=assessment, by=by, office_id=assessment.office_id, **details)
