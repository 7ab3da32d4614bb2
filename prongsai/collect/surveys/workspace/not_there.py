"""A survey that is asked for before it is set up."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.screens import address_of, render_assessment
from prongsai.collect.surveys.workspace.asked import asked_or_none, full_name
from prongsai.people.queries import may


def lead_on(request: HttpRequest, assessment: Assessment, instrument: str) -> HttpResponse:
    """Lead who may set it up to where that is done, and tell the others.

    raises  Http404 if the rules have no such survey, or something was to be done to it.
    """
    asked = asked_or_none(assessment, instrument)
    if asked is None or request.method not in {"GET", "HEAD"}:
        raise Http404
    if may(request.user, "edit", assessment.office):
        return redirect("surveys_set_up", *address_of(assessment), instrument)
    return render_assessment(
        request,
        "surveys/workspace_not_there.html",
        {},
        assessment,
        title=full_name(asked),
        url_name="surveys_list",
        icon="form",
        status=404,
    )
