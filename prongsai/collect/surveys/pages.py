"""The pages that a respondent sees, as answers to a request, which they are made without."""

from __future__ import annotations

import time
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language, gettext as _

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys import entrance, queries
from prongsai.collect.surveys.boxes import SUGGESTION_CHARACTERS
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.posting import Posted
from prongsai.collect.surveys.questionnaire import Questionnaire, questionnaire
from prongsai.collect.surveys.showing import Showing, missing_rows
from prongsai.collect.surveys.work import WORK_BITS
from prongsai.core.text import Language

OTHER: dict[Language, tuple[Language, str]] = {
    "th": ("en", "Answer in English"),
    "en": ("th", "ตอบเป็นภาษาไทย"),
}


def page(template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return HttpResponse(render_to_string(template, context), status=status)


def language() -> Language:
    return "en" if get_language() == "en" else "th"


def asked(survey: Survey) -> Questionnaire:
    """Looked up once a second. Raises RulesChangedError if the rules are not there as they were."""
    rules = survey.assessment
    return _asked(rules.framework_code, rules.scoring_hash, survey.instrument, int(time.monotonic()))


@lru_cache(maxsize=64)
def _asked(code: str, scoring_hash: str, instrument: str, _second: int) -> Questionnaire:
    pinned = Assessment(framework_code=code, scoring_hash=scoring_hash)
    return questionnaire(framework_of(pinned), instrument)


def address(survey: Survey, name: str, spoken: Language | None = None) -> str:
    return address_of(survey.slug, name, spoken or language())


@lru_cache(maxsize=1024)
def address_of(slug: str, name: str, spoken: Language) -> str:
    with translation.override(spoken):
        return reverse(f"surveys_{name}", args=[slug])


def frame(survey: Survey) -> dict[str, Any]:
    """What the head of each page says."""
    instrument = asked(survey).instrument
    return {
        "survey": survey,
        "office_name": survey.assessment.office.name,
        "survey_name": _("%(name)s (%(short)s)")
        % {"name": instrument.name.in_(language()), "short": instrument.short.in_(language())},
        "first": address(survey, "first"),
    }


def both_languages(survey: Survey, name: str) -> dict[str, str]:
    """Addresses of the same page; none where there is no English."""
    if not survey.has_english:
        return {}
    return {f"path_{each}": address(survey, name, each) for each in ("th", "en")}


def questions(
    survey: Survey,
    posted: Posted,
    *,
    submission: str,
    missing: tuple[str, ...] = (),
    code_said: str = "",
    status: int = 200,
) -> HttpResponse:
    """The questionnaire with what was answered so far. code_said: what is wrong with the code."""
    form = asked(survey)
    shown = Showing(language(), posted.answers, frozenset(missing)).pages(form)
    context = frame(survey) | {
        "pages": shown,
        "count": len(shown),
        "last": len(shown) + 1,
        "missing": list(missing_rows(shown)),
        "is_empty": len(missing) == form.size,
        "is_steps": posted.is_steps,
        "submission": submission,
        "code": posted.said("code"),
        "code_said": code_said,
        "suggestion": posted.suggestion,
        "asks_suggestion": survey.asks_suggestion,
        "most": SUGGESTION_CHARACTERS,
        "bits": 0 if posted.said("code").strip() else WORK_BITS,
        "action": address(survey, "answer"),
    }
    if survey.has_english:
        spoken, name = OTHER[language()]
        context |= {
            "other": address(survey, "answer", spoken),
            "other_name": name,
            "other_language": spoken,
        }
    return page("surveys/questions.html", context, status)


def refused(survey: Survey, said: str, status: int) -> HttpResponse:
    return page(
        "surveys/refused.html",
        frame(survey) | {"title": _("Your answers were not taken in"), "said": said},
        status,
    )


def again(request: HttpRequest, posted: Posted | None, *, title: str, said: str, status: int) -> HttpResponse:
    """Nothing was taken; everything that was sent stands in the form, to be sent again. Asks no database."""
    fields = list(posted.fields.items()) if posted else []
    go = (posted.said("go") if posted else "") or "send"
    return page(
        "surveys/again.html",
        {"title": title, "said": said, "fields": fields, "go": go, "action": request.path},
        status,
    )


def first(survey: Survey, *, state: entrance.State, code: str, said: str, is_steps: bool) -> HttpResponse:
    """Who may answer, and what is kept. said: what is wrong with the code."""
    form = asked(survey)
    who = form.instrument.sampling.who.in_(language()) if form.instrument.sampling else ""
    context = (
        frame(survey)
        | both_languages(survey, "first")
        | {
            "state": state,
            "who": who,
            "rows": form.size,
            "year": form.framework.year_be,
            "needs_code": queries.needs_code(survey),
            "offers_code": bool(code) or entrance.offers_code(survey),
            "code": code,
            "said": said,
            "is_steps": is_steps,
            "action": address(survey, "answer"),
            "receipt": address(survey, "receipt"),
        }
    )
    return page("surveys/first.html", context, 422 if said else 200)
