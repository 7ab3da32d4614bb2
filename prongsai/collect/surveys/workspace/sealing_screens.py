"""Sealing in two steps: the administrator proposes, the executive confirms with the keys of two holders."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.collect.surveys import actions, queries, sealing
from prongsai.collect.surveys.giving_up import proposal_of
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.paper.queries import unchecked_piles
from prongsai.collect.surveys.workspace.frame import back_to, do, render_survey, survey_screen
from prongsai.collect.surveys.workspace.issued import issued_of
from prongsai.collect.surveys.workspace.one_person import one_for_two
from prongsai.collect.surveys.workspace.stages import Stage, stage_of
from prongsai.core.veil import LEAST_FOR_BREAKDOWN, LEAST_FOR_MEAN
from prongsai.people.actions import ActionRefusedError
from prongsai.people.models import User
from prongsai.people.queries import may
from prongsai.people.screens import actor

KEYS = ("key_1", "key_2")


def beforehand(survey: Survey, by: User) -> dict[str, Any]:
    """What both see before they take their step: it cannot be undone."""
    board = queries.board_of(survey, timezone.localdate())
    return {
        "board": board,
        "issued": issued_of(survey, board),
        "unchecked": unchecked_piles(survey),
        "one_for_two": one_for_two(survey, by=by),
        "least_for_mean": LEAST_FOR_MEAN,
        "least": LEAST_FOR_BREAKDOWN,
    }


@require_http_methods(["GET", "POST"])
@survey_screen(verb="administer")
def propose(request: HttpRequest, survey: Survey) -> HttpResponse:
    _closed_or_404(survey)
    if request.method == "POST":
        done = _("The sealing is proposed. An executive confirms it with the keys of two holders.")
        do(request, done, actions.propose_sealing, survey=survey)
        return back_to(survey)
    context = beforehand(survey, actor(request)) | {
        "open_piles": list(survey.batches.filter(is_closed=False))
    }
    return render_survey(
        request, "surveys/workspace_propose.html", context, survey, title=_("Propose the sealing")
    )


@require_POST
@survey_screen(verb="view")
def withdraw(request: HttpRequest, survey: Survey) -> HttpResponse:
    """Both may take the proposal back: who made it, and who was asked."""
    if not (_may(request, survey, "administer") or _may(request, survey, "approve")):
        raise Http404
    do(request, _("The proposal was taken back."), actions.withdraw_sealing, survey=survey)
    return back_to(survey)


@sensitive_variables("typed")
@sensitive_post_parameters(*KEYS)
@require_http_methods(["GET", "POST"])
@survey_screen(verb="approve")
def seal(request: HttpRequest, survey: Survey) -> HttpResponse:
    """Keys that were typed never go back into a page; where they do not fit, they are asked for again."""
    if survey.is_sealed:
        return back_to(survey)
    _closed_or_404(survey)
    context = beforehand(survey, actor(request)) | {
        "is_own": survey.proposed_by_id == actor(request).pk,
        "understood": request.POST.get("understood") == "yes",
        "leave_damaged": request.POST.get("leave_damaged") == "yes",
    }
    if request.method == "POST":
        typed = [request.POST.get(name, "") for name in KEYS]
        refusals = _seal(request, survey, typed, context)
        if not refusals:
            messages.success(request, _("The survey is sealed."))
            return back_to(survey)
        context["refusals"] = refusals
    status = 422 if request.method == "POST" else 200
    title = _("Confirm the sealing")
    return render_survey(request, "surveys/workspace_seal.html", context, survey, title=title, status=status)


@sensitive_variables("typed")
def _seal(request: HttpRequest, survey: Survey, typed: list[str], context: dict[str, Any]) -> dict[str, str]:
    """Seal, or give everything that stands against it, by the field that it belongs to."""
    refusals = {}
    if not context["understood"]:
        refusals["understood"] = _("Tick that you know that sealing cannot be undone.")
    for place, (field, key) in enumerate(zip(KEYS, typed, strict=True), start=1):
        if not key.strip():
            refusals[field] = _("Key %(place)s is missing.") % {"place": place}
    if refusals:
        return refusals
    try:
        sealing.seal_survey(
            survey=survey, typed=typed, by=actor(request), leave_damaged=context["leave_damaged"]
        )
    except sealing.DamagedBoxesError as refusal:
        context["has_damaged"] = True
        return {"leave_damaged": str(refusal)}
    except sealing.KeysRefusedError as refusal:
        return {KEYS[place - 1]: said for place, said in refusal.by_place.items()} or {"": str(refusal)}
    except ActionRefusedError as refusal:
        return {"": str(refusal)}
    return {}


@require_POST
@survey_screen(verb="view")
def finish(request: HttpRequest, survey: Survey) -> HttpResponse:
    """Destroy the keys and clean the database, where that failed when the survey was sealed."""
    if not survey.is_sealed or not (_may(request, survey, "administer") or _may(request, survey, "approve")):
        raise Http404
    if sealing.finish_sealing(survey):
        messages.success(request, _("The keys are destroyed and the database is clean."))
    else:
        messages.error(
            request, _("It did not work yet: the database is busy, or the key file cannot be removed.")
        )
    return back_to(survey)


def _may(request: HttpRequest, survey: Survey, verb: str) -> bool:
    return may(request.user, verb, survey.assessment.office)


def _closed_or_404(survey: Survey) -> None:
    if stage_of(survey, timezone.localdate()) != Stage.CLOSED or proposal_of(survey):
        raise Http404
