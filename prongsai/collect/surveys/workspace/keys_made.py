"""A holder makes a key: shown once, on the answer to the request that made it, and kept nowhere."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.collect.surveys import actions, keys, printing
from prongsai.collect.surveys.models import KeyHolder, Survey
from prongsai.collect.surveys.starting_over import reset_keys
from prongsai.collect.surveys.workspace.asked import title_of
from prongsai.collect.surveys.workspace.files import pdf
from prongsai.collect.surveys.workspace.frame import back_to, do, place_of, render_survey, survey_screen
from prongsai.collect.surveys.workspace.public import office_name
from prongsai.core.text import Text
from prongsai.people.actions import ActionRefusedError
from prongsai.people.queries import may
from prongsai.people.screens import actor

GROUP = 4
ROLES = {
    "admin": Text("ผู้ดูแลของหน่วยงาน", "Office administrator"),
    "executive": Text("ผู้บริหาร", "Executive"),
    "body": Text("หน่วยงานผู้ประเมิน", "Assessing body"),
}


@sensitive_variables("key", "context")
@require_http_methods(["GET", "POST"])
@survey_screen(verb="view")
def make_key(request: HttpRequest, survey: Survey, role: str) -> HttpResponse:
    if not may(request.user, actions.VERB_OF_ROLE.get(role) or _unknown(), survey.assessment.office):
        raise Http404
    context: dict[str, Any] = {
        "role": KeyHolder.Role(role).label,
        "seen": _mark(survey, role),
        "is_ready": survey.is_ready,
    }
    status = 200
    if request.method == "POST":
        try:
            _refuse_unseen(survey, role, request.POST.get("seen", ""))
            key = actions.make_key(survey=survey, role=role, by=actor(request))
            context |= {"key": key, "groups": groups_of(key), "slip": place_of(survey, "surveys_key_slip")}
        except ActionRefusedError as refusal:
            context, status = context | {"refusal": str(refusal)}, 422
    return render_survey(
        request, "surveys/workspace_key.html", context, survey, title=_("A key"), status=status
    )


@sensitive_variables("key")
@sensitive_post_parameters("key")
@require_POST
@survey_screen(verb="view")
def print_slip(request: HttpRequest, survey: Survey) -> HttpResponse:
    """Print the key that the page carries. It is checked against its public half, and forgotten."""
    try:
        key = keys.read_key(request.POST.get("key", ""))
    except keys.KeyTextError:
        raise Http404 from None
    holder = survey.holders.filter(holder_id=actor(request).pk).first()
    if holder is None or bytes(holder.public_key) != keys.public_of(key):
        raise Http404
    content = printing.print_key(
        key_text=keys.write_key(key),
        holder=holder.holder_name,
        role=ROLES[holder.role],
        survey=title_of(survey),
        office=office_name(survey),
    )
    return pdf(content, f"key-{survey.slug}-{holder.role}")


@require_POST
@survey_screen(verb="administer")
def reset(request: HttpRequest, survey: Survey) -> HttpResponse:
    done = _("The keys and the codes were thrown away. Make new keys.")
    do(request, done, reset_keys, survey=survey)
    return back_to(survey)


def groups_of(key: str) -> list[str]:
    return [key[start : start + GROUP] for start in range(0, len(key), GROUP)]


def _mark(survey: Survey, role: str) -> str:
    """Tell one key of this part from another; empty where there is none."""
    holder = survey.holders.filter(role=role).first()
    return bytes(holder.public_key).hex() if holder else ""


def _refuse_unseen(survey: Survey, role: str, seen: str) -> None:
    """A page that is loaded again makes no second key: the slip of the first would be worth nothing."""
    if seen != _mark(survey, role):
        raise actions.SurveyRefusedError(_("This key was made already, and is not shown again."))


def _unknown() -> str:
    raise Http404
