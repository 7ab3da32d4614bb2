"""The pages that a respondent sees, as answers to a request, which they are made without."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext as _

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys import entrance, receipts
from prongsai.collect.surveys.boxes import SUGGESTION_CHARACTERS
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.posting import Posted
from prongsai.collect.surveys.questionnaire import Questionnaire, questionnaire
from prongsai.collect.surveys.showing import Showing, missing_rows
from prongsai.collect.surveys.work import WORK_BITS
from prongsai.core.text import Language
from prongsai.documents.qr import Qr

_WRITTEN, _RECEIPT = "…written…", "…receipt…"  # where they go in a page that is made once
OTHER = {"th": ("en", "Answer in English"), "en": ("th", "ตอบเป็นภาษาไทย")}


def page(name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return HttpResponse(render_to_string(f"surveys/{name}.html", context), status=status)


def language() -> Language:
    return "en" if get_language() == "en" else "th"


def asked(survey: Survey) -> Questionnaire:
    """raises  RulesChangedError if the rules of the survey are not there as they were."""
    return questionnaire(framework_of(survey.assessment), survey.instrument)


def address(survey: Survey, name: str, spoken: str = "") -> str:
    with translation.override(spoken or language()):
        return reverse(f"surveys_{name}", args=[survey.slug])


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
    return page("questions", context, status)


def refused(survey: Survey, said: str, status: int) -> HttpResponse:
    return page(
        "refused", frame(survey) | {"title": _("Your answers were not taken in"), "said": said}, status
    )


def again(request: HttpRequest, posted: Posted | None, *, title: str, said: str, status: int) -> HttpResponse:
    """Nothing was taken; everything that was sent stands in the form, to be sent again. Asks no database."""
    fields = list(posted.fields.items()) if posted else []
    go = (posted.said("go") if posted else "") or "send"
    return page(
        "again",
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
            "year": survey.assessment.year_be,
            "needs_code": entrance.needs_code(survey),
            "offers_code": bool(code) or entrance.offers_code(survey),
            "code": code,
            "said": said,
            "is_steps": is_steps,
            "action": address(survey, "answer"),
            "receipt": address(survey, "receipt"),
        }
    )
    return page("first", context, 422 if said else 200)


def taken(request: HttpRequest, survey: Survey, written: str, *, had_code: bool) -> HttpResponse:
    """Thanks and the receipt. Nothing of this page stays in the browser."""
    named = frame(survey)
    whole = _taken(
        language(), named["office_name"], named["survey_name"], had_code, address(survey, "receipt")
    )
    response = HttpResponse(
        whole.replace(_WRITTEN, written).replace(_RECEIPT, written.replace(" ", "")),
    )
    response.headers["Cache-Control"] = "no-store"
    if request.is_secure():
        response.headers["Clear-Site-Data"] = '"cache"'
    return response


@lru_cache(maxsize=64)
def _taken(_language: Language, office_name: str, survey_name: str, had_code: bool, receipt: str) -> str:  # noqa: FBT001  # a key
    """The page with places for the receipt: making it anew would take as long as all else together."""
    context = {"office_name": office_name, "survey_name": survey_name, "had_code": had_code}
    return render_to_string(
        "surveys/taken.html", context | {"written": _WRITTEN, "checked_at": f"{receipt}?receipt={_RECEIPT}"}
    )


def receipt(request: HttpRequest, survey: Survey, typed: str) -> HttpResponse:
    """Say whether it is genuine; one that is can be carried away as a picture, too."""
    where = address(survey, "receipt")
    context = frame(survey) | both_languages(survey, "receipt") | {"receipt": typed, "action": where}
    if typed:
        key = bytes(survey.verify_key)
        context["is_genuine"] = receipts.is_genuine(typed, survey=survey.slug, verify_key=key)
    if context.get("is_genuine"):
        whole = f"{request.build_absolute_uri(where)}?receipt={''.join(typed.split())}"
        picture = Qr(whole, _("QR code of the receipt"))
        context["picture"] = mark_safe(picture.svg)  # noqa: S308  # numbers and letters of ours
        context["described"] = picture.description
    return page("receipt", context)
