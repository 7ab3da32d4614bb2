"""The frame of every screen of one survey, and what such screens do again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.screens import address_of, assessment_screen, render_assessment
from prongsai.collect.surveys import queries
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.workspace.asked import name_of, short_name_of
from prongsai.collect.surveys.workspace.not_there import lead_on
from prongsai.people.actions import ActionRefusedError
from prongsai.people.screens import actor

LIST, SHOW = "surveys_list", "surveys_show"


def survey_screen(*, verb: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Turn `office`, `code`, `instrument` of the address into a survey; 404 unless the user may do `verb`.

    Where it is not set up yet, the user is led on.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @assessment_screen(verb=verb)
        @wraps(view)
        def guarded(
            request: HttpRequest, assessment: Assessment, instrument: str, **named: Any
        ) -> HttpResponse:
            survey = queries.surveys_of(assessment).filter(instrument=instrument).first()
            if survey is None:
                return lead_on(request, assessment, instrument)
            return view(request, survey=survey, **named)

        return guarded

    return decorate


def place_of(survey: Survey, name: str = SHOW, *more: str) -> str:
    """Address of a screen of this survey."""
    return reverse(name, args=[*address_of(survey.assessment), survey.instrument, *more])


def back_to(survey: Survey, name: str = SHOW) -> HttpResponse:
    return redirect(place_of(survey, name))


def render_survey(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    survey: Survey,
    *,
    title: str | Promise = "",
    status: int = 200,
) -> HttpResponse:
    """Render a screen below the survey's own; without a title it is the survey's own."""
    name, own = name_of(survey), (place_of(survey), name_of(survey))
    above = ((reverse(LIST, args=address_of(survey.assessment)), _("Surveys")), *((own,) if title else ()))
    return render_assessment(
        request,
        template,
        {"survey": survey, "name": name, "back": place_of(survey)} | dict(context),
        survey.assessment,
        title=f"{short_name_of(survey)}: {title}" if title else name,
        url_name=LIST,
        above=above,
        icon="form",
        status=status,
    )


def do(request: HttpRequest, said: str, action: Callable[..., object], **named: Any) -> bool:
    """Let the signed-in user do it, and say what came of it."""
    try:
        action(by=actor(request), **named)
    except ActionRefusedError as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, said)
    return True
