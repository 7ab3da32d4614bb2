"""Giving up a survey whose keys are lost: the administrator proposes, the executive does it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.collect.surveys import giving_up
from prongsai.collect.surveys.actions import SurveyRefusedError
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.workspace.forms import GivingUpForm
from prongsai.collect.surveys.workspace.frame import back_to, do, render_survey, survey_screen
from prongsai.people.actions import ActionRefusedError
from prongsai.people.queries import may
from prongsai.people.screens import actor


@require_http_methods(["GET", "POST"])
@survey_screen(verb="administer")
def propose(request: HttpRequest, survey: Survey) -> HttpResponse:
    if survey.is_sealed or not survey.is_ready or giving_up.proposal_of(survey):
        return back_to(survey)
    form = GivingUpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = _("It is proposed to give the survey up. An executive confirms it.")
        do(request, done, giving_up.propose_giving_up, survey=survey, **form.cleaned_data)
        return back_to(survey)
    return render_survey(
        request, "surveys/workspace_give_up.html", {"form": form}, survey, title=_("Give the survey up")
    )


@require_http_methods(["GET", "POST"])
@survey_screen(verb="approve")
def confirm(request: HttpRequest, survey: Survey) -> HttpResponse:
    proposal = giving_up.proposal_of(survey)
    if proposal is None:
        return back_to(survey)
    refusal = ""
    if request.method == "POST":
        try:
            if request.POST.get("understood") != "yes":
                raise SurveyRefusedError(_("Tick that you know that every answer is deleted unread."))
            giving_up.give_up_survey(survey=survey, by=actor(request))
        except ActionRefusedError as error:
            refusal = str(error)
        else:
            messages.success(request, _("The survey was given up. It is set up anew, at another address."))
            return back_to(survey)
    context = {
        "proposal": proposal,
        "refusal": refusal,
        "is_own": proposal.proposed_by_id == actor(request).pk,
    }
    title, status = _("Confirm giving up"), 422 if refusal else 200
    return render_survey(
        request, "surveys/workspace_given_up.html", context, survey, title=title, status=status
    )


@require_POST
@survey_screen(verb="view")
def withdraw(request: HttpRequest, survey: Survey) -> HttpResponse:
    office = survey.assessment.office
    if not (may(request.user, "administer", office) or may(request.user, "approve", office)):
        raise Http404
    do(request, _("The proposal was taken back."), giving_up.withdraw_giving_up, survey=survey)
    return back_to(survey)
