"""Bringing in a file: what was read is shown first, then kept. The file itself is never stored."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.collect.assessments import blank, bringing, intake
from prongsai.collect.assessments.forms import FileForm
from prongsai.collect.assessments.memory import OnlyMemory
from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.preview import preview
from prongsai.collect.assessments.queries import framework_of, inputs_of
from prongsai.collect.assessments.screens import address_of, assessment_screen, render_assessment
from prongsai.collect.assessments.templatetags.assessments import language, said
from prongsai.people.actions import ActionRefusedError
from prongsai.people.screens import actor

SHOW = "assessments_show"


@csrf_exempt  # only so that the handlers of the upload can be set; the view within is protected
def bring_in(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    request.upload_handlers = [OnlyMemory(request)]
    return _bring_in(request, **kwargs)


@csrf_protect
@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit")
def _bring_in(request: HttpRequest, assessment: Assessment, kind: str) -> HttpResponse:
    if bringing.set_or_none(framework_of(assessment), kind) is None:
        raise Http404
    if request.method == "POST" and "carried" in request.POST:
        return _keep(request, assessment, kind)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if request.method == "POST" and _is_too_large(request):
        form = FileForm()
        refusal = _("The file is too large: at most %(most)s MB.") % {
            "most": settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000
        }
        return _render(request, assessment, kind, {"form": form, "refusal": refusal}, status=413)
    if request.method == "POST" and form.is_valid():
        return _preview(request, assessment, kind, form)
    return _render(request, assessment, kind, {"form": form})


def _is_too_large(request: HttpRequest) -> bool:
    return int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE


@require_safe
@assessment_screen(verb="view")
def give_blank_file(_request: HttpRequest, assessment: Assessment, kind: str) -> HttpResponse:
    """A CSV file with the right heads, to be filled in."""
    framework = framework_of(assessment)
    if bringing.set_or_none(framework, kind) is None:
        raise Http404
    content = blank.csv_of(framework, kind, language()).encode("utf-8-sig")  # the mark makes Excel read Thai
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{framework.code}-{kind}.csv"'
    return response


def _preview(request: HttpRequest, assessment: Assessment, kind: str, form: FileForm) -> HttpResponse:
    framework, notes = framework_of(assessment), intake.Notes()
    file = form.cleaned_data["file"]
    try:
        brought = bringing.read(framework, kind, file.read(), file.name, notes)
    except intake.IntakeError as error:
        return _render(request, assessment, kind, {"form": FileForm(), "wrong": error}, status=422)
    present = bringing.only(inputs_of(assessment), kind)
    context = {
        "preview": preview(framework, kind, brought, present),
        "carried": bringing.pack(brought, present, kind=kind, assessment=assessment, by=actor(request)),
        "file_name": file.name,
        "notes": notes,
    }
    return _render(request, assessment, kind, context)


def _keep(request: HttpRequest, assessment: Assessment, kind: str) -> HttpResponse:
    present = bringing.only(inputs_of(assessment), kind)
    try:
        brought = bringing.unpack(
            request.POST["carried"], present, kind=kind, assessment=assessment, by=actor(request)
        )
        bringing.keep(assessment, kind, brought, by=actor(request))
    except ActionRefusedError as refusal:
        return _render(request, assessment, kind, {"form": FileForm(), "refusal": refusal}, status=422)
    messages.success(request, _("The results were brought in."))
    return redirect(SHOW, *address_of(assessment))


def _render(
    request: HttpRequest, assessment: Assessment, kind: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    framework = framework_of(assessment)
    found = bringing.set_or_none(framework, kind)
    context |= {
        "kind": kind,
        "example": blank.example_of(framework, kind, language()),
        "back": reverse(SHOW, args=address_of(assessment)),
    }
    title = _("Bring in: %(set)s") % {"set": said(found.name if found else None)}
    return render_assessment(
        request,
        "assessments/bring_in.html",
        context,
        assessment,
        title=title,
        url_name=SHOW,
        icon="upload",
        status=status,
    )
