"""Who may write to a pile just now."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys.actions import SurveyRefusedError, held
from prongsai.collect.surveys.models import PaperBatch, PaperSheet, Survey
from prongsai.collect.surveys.questionnaire import Questionnaire, questionnaire


class PileClosedError(SurveyRefusedError):
    """The pile is closed: its sheets lie in their boxes."""


def hold(pile: PaperBatch) -> None:
    """Let nobody else write to this pile until we are done, and take over how it stands.

    raises  SurveyRefusedError if it is closed or gone, or paper cannot be typed in now.
    """
    held(pile.survey)
    refuse_early(pile.survey)
    try:
        pile.refresh_from_db(from_queryset=PaperBatch.objects.select_related("survey__assessment__office"))
    except PaperBatch.DoesNotExist:
        raise SurveyRefusedError(_("The pile was removed.")) from None
    if pile.is_closed:
        raise PileClosedError(_("The pile is closed. Begin another one for further paper."))


def hold_sheet(sheet: PaperSheet) -> None:
    """The same for one sheet of a pile."""
    hold(sheet.batch)
    try:
        sheet.refresh_from_db(
            from_queryset=PaperSheet.objects.select_related("batch__survey__assessment__office")
        )
    except PaperSheet.DoesNotExist:
        raise SurveyRefusedError(_("This sheet was removed.")) from None


def refuse_early(survey: Survey) -> None:
    """After the closing day paper may still be typed in: it is collected on the last one."""
    if not survey.is_ready or timezone.localdate() < survey.opens_on:
        raise SurveyRefusedError(_("Paper is typed in from the opening day, once the survey is ready."))


def form_of(pile: PaperBatch) -> Questionnaire:
    return questionnaire(framework_of(pile.survey.assessment), pile.survey.instrument)
