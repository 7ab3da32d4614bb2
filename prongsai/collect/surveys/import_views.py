"""Bringing in what a form service exports: counted at once, matched by a person, and only then kept.

Nothing lies anywhere between two requests: counts per column and label travel in the page, signed.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from prongsai.collect.assessments import actions
from prongsai.collect.assessments.forms import FileForm
from prongsai.collect.assessments.memory import OnlyMemory
from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.problems import IntakeError
from prongsai.collect.assessments.screens import address_of, assessment_screen
from prongsai.collect.surveys.import_carrying import Export, Place, carried, place_or_404
from prongsai.collect.surveys.import_form import MatchingForm
from prongsai.collect.surveys.import_page import show_matching, show_upload
from prongsai.collect.surveys.importing.matching import propose
from prongsai.collect.surveys.importing.reading import read_export
from prongsai.people.actions import ActionRefusedError
from prongsai.people.screens import actor


@csrf_exempt  # only so that the handlers of the upload can be set; the view within is protected
def import_export(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    request.upload_handlers = [OnlyMemory(request)]
    return _import(request, **kwargs)


@csrf_protect
@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit")
def _import(request: HttpRequest, assessment: Assessment, instrument: str) -> HttpResponse:
    place = place_or_404(assessment, instrument)
    if request.method != "POST":
        return show_upload(request, place, {})
    if place.is_sealed:  # said before anybody matches fifty columns in vain
        return show_upload(request, place, {}, status=422)
    try:
        return _match(request, place) if "carried" in request.POST else _read(request, place)
    except ActionRefusedError as refusal:
        return show_upload(request, place, {"refusal": refusal}, status=422)


def _read(request: HttpRequest, place: Place) -> HttpResponse:
    most = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if int(request.META.get("CONTENT_LENGTH") or 0) > most:
        refusal = _("The file is too large: at most %(most)s MB.") % {"most": most // 1_000_000}
        return show_upload(request, place, {"refusal": refusal}, status=413)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return show_upload(request, place, {"form": form})
    file = form.cleaned_data["file"]
    try:
        tally = read_export(place.rows, file.read(), file.name)
    except IntakeError as wrong:
        return show_upload(request, place, {"wrong": wrong}, status=422)
    export = Export(file.name, tally)
    return show_matching(request, place, export, _form(place, export))


def _match(request: HttpRequest, place: Place) -> HttpResponse:
    export = carried(request.POST["carried"], place, actor(request))
    form = _form(place, export, request.POST.dict())
    if "keep" not in request.POST or not form.is_valid():
        return show_matching(request, place, export, form)
    actions.bring_in_answers(
        assessment=place.assessment, instrument=place.survey.code, counts=form.counts(), by=actor(request)
    )
    messages.success(request, _("The results were brought in."))
    return redirect("assessments_show", *address_of(place.assessment))


def _form(place: Place, export: Export, posted: dict[str, str] | None = None) -> MatchingForm:
    proposals = propose(place.rows, [column.title for column in export.tally.columns])
    return MatchingForm(posted, rows=place.rows, tally=export.tally, proposals=proposals)
