"""Both surveys of an assessment: how they stand, and what is next."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.assessments.screens import assessment_screen, render_assessment
from prongsai.collect.surveys import queries
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.workspace.asked import full_name, surveys_in
from prongsai.collect.surveys.workspace.frame import LIST
from prongsai.collect.surveys.workspace.stages import Standing, stage_of
from prongsai.collect.surveys.workspace.steps import Looker, Step, next_step
from prongsai.core.framework import Instrument
from prongsai.people.queries import verbs_of
from prongsai.people.screens import actor


@dataclass(frozen=True, slots=True)
class Card:
    """board, step  None where it is not set up.

    elsewhere  how many answers were brought in without this survey.
    """

    instrument: Instrument
    name: str
    standing: Standing
    survey: Survey | None
    board: queries.Board | None
    step: Step | None
    elsewhere: int = 0


@require_safe
@assessment_screen(verb="view")
def list_surveys(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    verbs = verbs_of(request.user, assessment.office)
    looker = Looker(actor(request), verbs, timezone.localdate())
    known = {
        each.instrument: each
        for each in queries.surveys_of(assessment).prefetch_related("streams", "holders", "given_up")
    }
    elsewhere = dict(assessment.surveys.filter(sealed_hash="").values_list("instrument", "respondents"))
    cards = [
        replace(_card(each, known.get(each.code), looker), elsewhere=elsewhere.get(each.code, 0))
        for each in surveys_in(framework_of(assessment))
    ]
    context = {"cards": cards, "may_set_up": "edit" in verbs}
    return render_assessment(
        request,
        "surveys/workspace_list.html",
        context,
        assessment,
        title=_("Surveys"),
        url_name=LIST,
        icon="form",
    )


def _card(instrument: Instrument, survey: Survey | None, looker: Looker) -> Card:
    standing = Standing(stage_of(survey, looker.today))
    if survey is None:
        return Card(instrument, full_name(instrument), standing, None, None, None)
    board = queries.board_of(survey, looker.today)
    return Card(instrument, full_name(instrument), standing, survey, board, next_step(survey, looker))
