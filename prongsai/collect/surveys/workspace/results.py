"""A sealed survey: what was counted, where enough people stand behind it, and its hash."""

from __future__ import annotations

import random
import secrets
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from prongsai.collect.assessments.screens import ASSESSMENT_LINKS
from prongsai.collect.assessments.templatetags.assessments import language
from prongsai.collect.surveys import queries
from prongsai.collect.surveys.exporting import of_survey
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.paper.queries import unchecked_piles
from prongsai.collect.surveys.workspace.believing import doubt_of
from prongsai.collect.surveys.workspace.counted import Counted, counted_of
from prongsai.collect.surveys.workspace.files import handed
from prongsai.collect.surveys.workspace.frame import render_survey, survey_screen
from prongsai.core.veil import LEAST_FOR_BREAKDOWN
from prongsai.people.queries import Verb
from prongsai.trail.models import Event

FILES = {
    "counts.csv": _("Counts (CSV)"),
    "counts.xlsx": _("Counts and codebook (XLSX)"),
    "codebook.csv": _("Codebook (CSV)"),
}
RESULT = "score_result"  # the screen of the score, if the room is there


def render_sealed(request: HttpRequest, survey: Survey, verbs: frozenset[Verb]) -> HttpResponse:
    counted = counted_of(survey)
    chosen = counted.part(request.GET.get("stream", ""))
    context: dict[str, Any] = {
        "counted": counted,
        "chosen": chosen,
        "sections": counted.sections(chosen),
        "needed": queries.needed_of(survey),
        "sealed_by": sealed_by(survey),
        "files": FILES,
        "doubt": doubt_of(survey),
        "suggestions": suggestions_of(survey, counted),
        "unchecked": unchecked_piles(survey),
        "least": LEAST_FOR_BREAKDOWN,
        "result": next(
            (each.url(survey.assessment) for each in ASSESSMENT_LINKS if each.url_name == RESULT), ""
        ),
        "may_finish": not survey.is_cleaned and bool(verbs & {"administer", "approve"}),
    }
    return render_survey(request, "surveys/workspace_sealed.html", context, survey)


@require_safe
@survey_screen(verb="view")
def give_file(_request: HttpRequest, survey: Survey, file: str) -> HttpResponse:
    """Counts and codebook, with the same gate as the screen."""
    if file not in FILES or not survey.is_sealed:
        raise Http404
    name = f"{survey.assessment.office.slug}-{survey.assessment.framework_code}-{survey.instrument}-{file}"
    return handed(of_survey.content(survey, file, language()), name, of_survey.MEDIA_TYPES[file])


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
