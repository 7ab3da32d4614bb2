"""The survey's own page: what is done and what is left to do, until it is sealed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.surveys import actions, keys, queries
from prongsai.collect.surveys.giving_up import proposal_of
from prongsai.collect.surveys.models import KeyHolder, Survey
from prongsai.collect.surveys.streams import STREAMS
from prongsai.collect.surveys.workspace.frame import back_to, do, place_of, render_survey, survey_screen
from prongsai.collect.surveys.workspace.public import Door, doors_of
from prongsai.collect.surveys.workspace.results import render_sealed
from prongsai.collect.surveys.workspace.stages import Stage, Standing, stage_of
from prongsai.collect.surveys.workspace.steps import Looker, next_step
from prongsai.people.queries import Verb, members_of, roles_with, verbs_of
from prongsai.people.screens import actor


@dataclass(frozen=True, slots=True)
class KeyLine:
    """The key of one part. url  where the user may make it; empty else."""

    name: str
    holder: str
    url: str
    is_optional: bool


@dataclass(frozen=True, slots=True)
class CodeLine:
    name: str
    issued: int
    heads: int | None
    url: str


@require_safe
@survey_screen(verb="view")
def show_survey(request: HttpRequest, survey: Survey) -> HttpResponse:
    verbs = verbs_of(request.user, survey.assessment.office)
    if survey.is_sealed:
        return render_sealed(request, survey, verbs)
    prefetch_related_objects([survey], "streams", "holders", "given_up")
    return render_survey(request, "surveys/workspace_show.html", _told(request, survey, verbs), survey)


@require_POST
@survey_screen(verb="administer")
def make_ready(request: HttpRequest, survey: Survey) -> HttpResponse:
    done = _("The survey is ready. It takes answers from its first day to its last.")
    do(request, done, actions.make_ready, survey=survey)
    return back_to(survey)


def _told(request: HttpRequest, survey: Survey, verbs: frozenset[Verb]) -> dict[str, Any]:
    today = timezone.localdate()
    stage, holders = stage_of(survey, today), {each.role: each for each in survey.holders.all()}
    doors: tuple[Door, ...] = doors_of(request, survey) if survey.is_ready else ()
    return {
        "standing": Standing(stage),
        "is_closed": stage == Stage.CLOSED,
        "has_opened": stage in {Stage.OPEN, Stage.CLOSED},
        "step": next_step(survey, Looker(actor(request), verbs, today)),
        "keys": [_key_line(survey, role, holders.get(role), verbs) for role in KeyHolder.Role],
        "has_third": KeyHolder.Role.BODY in holders,
        "may_make_ready": "administer" in verbs and not keys.missing_roles(list(holders)),
        "streams": [(said(STREAMS[each.code].name), each.heads) for each in survey.streams.all()],
        "codes": list(_code_lines(survey, verbs)),
        "has_paper": any(STREAMS[each.code].is_paper for each in survey.streams.all()),
        "doors": doors,
        "needed": queries.needed_of(survey),
        "lacks_executive": not survey.is_ready and lacks_executive(survey, holders),
        "may_edit": "edit" in verbs,
        "may_administer": "administer" in verbs,
        "may_reset": "administer" in verbs and survey.is_ready and today < survey.opens_on,
        "may_approve": "approve" in verbs,
        "giving_up": proposal_of(survey),
    }


def lacks_executive(survey: Survey, held: Collection[str]) -> bool:
    """Whether the second key waits for a person whom the office does not have."""
    return KeyHolder.Role.EXECUTIVE not in held and not (
        members_of(survey.assessment.office).filter(role__in=roles_with("approve")).exists()
    )


def _key_line(survey: Survey, role: str, holder: KeyHolder | None, verbs: frozenset[Verb]) -> KeyLine:
    may_make = not survey.is_ready and actions.VERB_OF_ROLE[role] in verbs
    return KeyLine(
        str(KeyHolder.Role(role).label),
        holder.holder_name if holder else "",
        place_of(survey, "surveys_key", role) if may_make else "",
        role == KeyHolder.Role.BODY,
    )


def _code_lines(survey: Survey, verbs: frozenset[Verb]) -> list[CodeLine]:
    may_print = "administer" in verbs and survey.is_ready and not actions.is_over(survey)
    return [
        CodeLine(
            said(STREAMS[each.code].name),
            each.codes_issued,
            each.heads,
            place_of(survey, "surveys_codes", each.code) if may_print else "",
        )
        for each in survey.streams.all()
        if STREAMS[each.code].is_coded
    ]
