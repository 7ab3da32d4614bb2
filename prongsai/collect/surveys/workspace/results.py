"""A sealed survey: what was counted, where enough people stand behind it, and its hash."""

from __future__ import annotations

import random
import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse

from prongsai.collect.assessments.screens import ASSESSMENT_LINKS
from prongsai.collect.surveys import queries
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.workspace.counted import Counted, counted_of
from prongsai.collect.surveys.workspace.frame import render_survey
from prongsai.core.veil import LEAST_FOR_BREAKDOWN
from prongsai.people.queries import Verb
from prongsai.trail.models import Event

RESULT = "score_result"  # the screen of the score, if the room is there


def render_sealed(request: HttpRequest, survey: Survey, verbs: frozenset[Verb]) -> HttpResponse:
    counted = counted_of(survey)
    chosen = next((part for part in counted.shown if part.code == request.GET.get("stream")), None)
    context: dict[str, Any] = {
        "counted": counted,
        "chosen": chosen or counted.whole,
        "sections": counted.sections(chosen or counted.whole),
        "needed": queries.needed_of(survey),
        "sealed_by": sealed_by(survey),
        "suggestions": suggestions_of(survey, counted),
        "least": LEAST_FOR_BREAKDOWN,
        "result": next(
            (each.url(survey.assessment) for each in ASSESSMENT_LINKS if each.url_name == RESULT), ""
        ),
        "may_finish": not survey.is_cleaned and bool(verbs & {"administer", "approve"}),
    }
    return render_survey(request, "surveys/workspace_sealed.html", context, survey)


def suggestions_of(survey: Survey, counted: Counted) -> list[str]:
    """Give what was suggested in an order that is new at every look; nothing where few wrote."""
    texts = list(survey.suggestions.order_by("pk").values_list("text", flat=True))
    if min(len(texts), counted.whole.respondents) < LEAST_FOR_BREAKDOWN:
        return []
    random.Random(secrets.randbits(64)).shuffle(texts)  # noqa: S311  # seeded by the system's own
    return texts


def sealed_by(survey: Survey) -> str:
    """Who sealed it, as the trail says."""
    event = Event.objects.filter(
        verb="surveys.sealed", object_kind=survey._meta.label_lower, object_id=str(survey.pk)
    )
    return event.values_list("actor_label", flat=True).order_by("-pk").first() or ""
