"""Codes as slips, the poster and the paper form: what leaves the office's printer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.surveys import actions, printing
from prongsai.collect.surveys.models import Stream, Survey
from prongsai.collect.surveys.streams import STREAMS, open_stream
from prongsai.collect.surveys.workspace.asked import instrument_of, title_of
from prongsai.collect.surveys.workspace.files import pdf
from prongsai.collect.surveys.workspace.forms import CodesForm
from prongsai.collect.surveys.workspace.frame import back_to, do, render_survey, survey_screen
from prongsai.collect.surveys.workspace.public import office_name, public_address, written_languages
from prongsai.core.text import Language, Text
from prongsai.people.actions import ActionRefusedError
from prongsai.people.screens import actor

NOBODY = Text("", "")


@sensitive_variables("content")
@require_http_methods(["GET", "POST"])
@survey_screen(verb="administer")
def hand_out_codes(request: HttpRequest, survey: Survey, stream: str) -> HttpResponse:
    """Draw codes and give their slips on the answer itself; they are kept nowhere."""
    row = _coded_or_404(survey, stream)
    if actions.is_over(survey):
        messages.error(request, _("The last day is over: no more codes are drawn."))
        return back_to(survey)
    form = CodesForm(request.POST or None, stream=row, languages=written_languages(survey))
    if request.method == "POST" and form.is_valid():
        try:
            content = _slips(request, survey, row, form.cleaned_data)
        except ActionRefusedError as refusal:
            form.add_error("number", str(refusal))
        else:
            return pdf(content, f"slips-{survey.slug}-{stream}")
    context = {"form": form, "row": row, "stream_name": said(STREAMS[stream].name)}
    return render_survey(
        request, "surveys/workspace_codes.html", context, survey, title=_("Slips with codes")
    )


@require_http_methods(["GET", "POST"])
@survey_screen(verb="administer")
def cancel_codes(request: HttpRequest, survey: Survey, stream: str) -> HttpResponse:
    row = _coded_or_404(survey, stream)
    if request.method == "POST":
        done = _("All unused codes were cancelled. Their slips are worth nothing now: tear them up.")
        do(request, done, actions.cancel_codes, survey=survey, stream=stream)
        return back_to(survey)
    context = {"row": row, "stream_name": said(STREAMS[stream].name)}
    return render_survey(request, "surveys/workspace_cancel.html", context, survey, title=_("Cancel codes"))


@require_safe
@survey_screen(verb="view")
def give_poster(request: HttpRequest, survey: Survey, paper: str) -> HttpResponse:
    if not survey.is_ready or paper not in {"a3", "a4"}:
        raise Http404
    content = printing.print_poster(
        address=public_address(request, survey),
        office=office_name(survey),
        survey=title_of(survey),
        closes_on=survey.closes_on,
        paper="a3" if paper == "a3" else "a4",
        has_english=survey.has_english,
        needs_code=not open_stream(survey.instrument),
    )
    return pdf(content, f"poster-{survey.slug}-{paper}")


@require_safe
@survey_screen(verb="view")
def give_form(_request: HttpRequest, survey: Survey, language: Language) -> HttpResponse:
    if language not in written_languages(survey):
        raise Http404
    content = printing.print_form(
        framework=framework_of(survey.assessment),
        instrument=survey.instrument,
        office=office_name(survey),
        closes_on=survey.closes_on,
        asks_suggestion=survey.asks_suggestion,
        language=language,
    )
    return pdf(content, f"form-{survey.instrument}-{language}")


def _coded_or_404(survey: Survey, stream: str) -> Stream:
    row = survey.streams.filter(code=stream).first()
    if row is None or not STREAMS[stream].is_coded or not survey.is_ready or survey.is_sealed:
        raise Http404
    return row


@transaction.atomic
def _slips(request: HttpRequest, survey: Survey, row: Stream, asked: dict[str, Any]) -> bytes:
    """Codes that could not be printed would be lost, so both are done or neither."""
    instrument, language = instrument_of(survey), asked["language"]
    return printing.print_slips(
        codes=actions.issue_codes(survey=survey, stream=row.code, number=asked["number"], by=actor(request)),
        address=public_address(request, survey, language),
        office=office_name(survey),
        survey=title_of(survey),
        stream=row.code,
        closes_on=survey.closes_on,
        who=instrument.sampling.who if instrument.sampling else NOBODY,
        language=language,
    )
