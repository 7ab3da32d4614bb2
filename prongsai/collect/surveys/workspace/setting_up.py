"""Setting a survey up, and changing it until it is sealed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.screens import address_of, assessment_screen, render_assessment
from prongsai.collect.surveys import actions, queries
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.workspace.asked import (
    asked_or_none,
    combining_in_words,
    full_name,
    rule_in_words,
)
from prongsai.collect.surveys.workspace.forms import SurveyForm
from prongsai.collect.surveys.workspace.frame import LIST, SHOW
from prongsai.core.framework import Confidence, Instrument
from prongsai.people.actions import ActionRefusedError
from prongsai.people.screens import actor

MOTHER_AND_PAPER = 2  # streams of a survey that is answered in one way only


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit")
def set_up(request: HttpRequest, assessment: Assessment, instrument: str) -> HttpResponse:
    asked = asked_or_none(assessment, instrument)
    if asked is None:
        raise Http404
    survey = queries.surveys_of(assessment).filter(instrument=instrument).first()
    if survey and survey.is_sealed:
        return redirect(SHOW, *address_of(assessment), instrument)
    form = SurveyForm(request.POST or None, instrument=instrument, survey=survey)
    if request.method == "POST" and form.is_valid() and _saved(request, assessment, asked, survey, form):
        return redirect(SHOW, *address_of(assessment), instrument)
    return _render(request, assessment, asked, survey, form)


def _saved(
    request: HttpRequest, assessment: Assessment, asked: Instrument, survey: Survey | None, form: SurveyForm
) -> bool:
    told: dict[str, Any] = form.others | {"heads": form.heads, "by": actor(request)}
    try:
        if survey:
            actions.edit_survey(survey=Survey.objects.get(pk=survey.pk), **told)
        else:
            actions.set_up_survey(assessment=assessment, instrument=asked.code, **told)
    except ActionRefusedError as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Saved."))
    return True


def _render(
    request: HttpRequest, assessment: Assessment, asked: Instrument, survey: Survey | None, form: SurveyForm
) -> HttpResponse:
    sampling, where = asked.sampling, address_of(assessment)
    back = reverse(SHOW, args=[*where, asked.code]) if survey else reverse(LIST, args=where)
    context = {
        "form": form,
        "survey": survey,
        "sampling": sampling,
        "rule": rule_in_words(sampling, assessment.office.class_code) if sampling else "",
        "is_unverified": sampling is not None and sampling.confidence is Confidence.UNVERIFIED,
        "needed": queries.needed_of(survey) if survey else None,
        "combining": combining_in_words(asked) if len(form.kinds) > MOTHER_AND_PAPER else "",
        "combining_note": asked.combining.note,
        "is_combining_unverified": asked.combining.confidence is Confidence.UNVERIFIED,
        "back": back,
    }
    title = _("Change the survey") if survey else _("Set up the survey")
    return render_assessment(
        request,
        "surveys/workspace_set_up.html",
        context,
        assessment,
        title=f"{title}: {full_name(asked)}",
        url_name=LIST,
        above=((reverse(LIST, args=where), _("Surveys")),),
        icon="form",
    )
