"""The respondent's pages: no cookie, no session, no token; a GET reads, and one POST takes a sheet in."""

from __future__ import annotations

import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.collect.surveys import endings, entrance, pages, receipts
from prongsai.collect.surveys.looking_up import survey_by_slug_or_404
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.posting import Posted, PostingError, read_posted
from prongsai.collect.surveys.taking import (
    CodeSpentError,
    CodeUnknownError,
    TakingRefusedError,
    TooManyError,
    take,
)
from prongsai.collect.surveys.unseen import unseen

WAIT_SECONDS = "10"  # what a browser that is told to wait is told


@require_safe
@unseen
def show_first(request: HttpRequest, slug: str) -> HttpResponse:
    survey = survey_by_slug_or_404(slug)
    if pages.language() == "en" and not survey.has_english:
        return HttpResponseRedirect(pages.address(survey, "first", "th"))
    return _first(survey, code=request.GET.get("code", ""))


@require_http_methods(["GET", "HEAD", "POST"])
@unseen
def take_answers(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin, show again, or send: the form itself carries everything that is known of it."""
    survey = survey_by_slug_or_404(slug)
    if request.method != "POST":
        return HttpResponseRedirect(pages.address(survey, "first"))
    try:
        posted = read_posted(request)
        if posted.said("submission"):
            return (
                _show_again(survey, posted) if posted.said("go") == "show" else _send(request, survey, posted)
            )
        return _begin(survey, posted)
    except PostingError as error:
        return pages.refused(survey, error.said, error.status)


@require_http_methods(["GET", "HEAD", "POST"])
@unseen
def check_receipt(request: HttpRequest, slug: str) -> HttpResponse:
    """Say whether this survey gave a receipt; asked by its picture (GET) or by hand (POST)."""
    survey = survey_by_slug_or_404(slug)
    try:
        fields = read_posted(request).fields if request.method == "POST" else request.GET
    except PostingError as error:
        return pages.refused(survey, error.said, error.status)
    return endings.receipt(request, survey, fields.get("receipt", ""))


def _first(survey: Survey, *, code: str = "", said: str = "", is_steps: bool = True) -> HttpResponse:
    state = entrance.state_of(survey, timezone.localdate())
    return pages.first(survey, state=state, code=code, said=said, is_steps=is_steps)


def _begin(survey: Survey, posted: Posted) -> HttpResponse:
    """Give the form its number; of this nothing is kept."""
    if entrance.state_of(survey, timezone.localdate()) != "open":
        return _first(survey)
    if said := entrance.problem_of_code(survey, posted.said("code")):
        return _first(survey, code=posted.said("code"), said=said, is_steps=posted.is_steps)
    return pages.questions(survey, posted, submission=secrets.token_hex(16))


def _show_again(survey: Survey, posted: Posted) -> HttpResponse:
    """The same form with the same answers: in the other language, or after trouble."""
    _read(survey, posted)
    return pages.questions(survey, posted, submission=posted.said("submission"))


def _send(request: HttpRequest, survey: Survey, posted: Posted) -> HttpResponse:
    answers, missing = _read(survey, posted)
    submission, code = posted.said("submission"), posted.said("code").strip()
    if missing and (posted.said("go") != "blank" or not any(answers)):
        return pages.questions(survey, posted, submission=submission, missing=missing, status=422)
    try:
        taken = take(
            survey=survey,
            submission=submission,
            answers=answers,
            suggestion=posted.suggestion if survey.asks_suggestion else "",
            code=code,
            work_done=posted.said("work"),
        )
    except (CodeUnknownError, CodeSpentError) as error:
        return pages.questions(
            survey, posted, submission=submission, code_said=str(error), status=error.status
        )
    except TooManyError as error:
        title = _("Your answers were not taken in")
        response = pages.again(request, posted, title=title, said=str(error), status=error.status)
        response.headers["Retry-After"] = WAIT_SECONDS
        return response
    except TakingRefusedError as error:
        return pages.refused(survey, str(error), error.status)
    return endings.taken(request, survey, receipts.written(taken.receipt), had_code=bool(code))


def _read(survey: Survey, posted: Posted) -> tuple[bytes, tuple[str, ...]]:
    """Give the answers and the codes of blank rows.

    raises  PostingError if a question or a choice is not of this survey.
    """
    reading = pages.asked(survey).read(posted.answers)
    if reading.strangers:
        named = ", ".join(reading.strangers[:3])[:80]
        raise PostingError(_("This survey has no such question or choice: %(named)s") % {"named": named})
    return reading.answers, reading.missing
