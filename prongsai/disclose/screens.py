"""The workspace screens of this room: what will be public, the button, the versions there are."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import assessment_or_404
from prongsai.collect.assessments.screens import render_assessment
from prongsai.disclose import actions, pages, queries
from prongsai.disclose.addresses import LANGUAGES, Place
from prongsai.disclose.forms import PublishForm
from prongsai.people.actions import ActionRefusedError
from prongsai.people.models import Office
from prongsai.people.screens import screen


@require_http_methods(["GET", "POST"])
@screen(verb="view")
def publish_result(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """Show how it stands; those who may publish find the form beside."""
    assessment = assessment_or_404(office, code)
    may_publish = queries.may_publish(request.user, office)
    if request.method == "POST" and not may_publish:
        raise Http404
    versions = list(queries.versions_of(assessment))
    form = PublishForm(request.POST if request.method == "POST" else None, is_first=not versions)
    if form.is_bound and form.is_valid() and _publish(request, assessment, form):
        return redirect("disclose_publish", office.slug, code)
    context = {
        "assessment": assessment,
        "form": form if may_publish else None,
        "versions": _with_addresses(office, versions),
        "addresses": [f"{place.host}{place.result(code)}" for place in queries.places_of(office)],
        **_readiness(assessment),
    }
    return render_assessment(
        request,
        "disclose/publish.html",
        context,
        assessment,
        title=_("Publish the result"),
        url_name="disclose_publish",
        icon="globe",
    )


@require_safe
@screen(verb="view")
def preview_result(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    """The page as it would be published now. Nothing is frozen."""
    assessment = assessment_or_404(office, code)
    asked = request.GET.get("lang", "th")
    language = next((each for each in LANGUAGES if each == asked), "th")
    try:
        record = actions.draft(assessment)
    except ActionRefusedError as refusal:
        messages.error(request, str(refusal))
        return redirect("disclose_publish", office.slug, code)
    page = pages.result_page(record, sha256="", place=Place(office.slug), language=language, is_preview=True)
    return HttpResponse(page)


def _publish(request: HttpRequest, assessment: Assessment, form: PublishForm) -> bool:
    try:
        publication = actions.publish_result(assessment=assessment, by=request.user, **form.said())
    except ActionRefusedError as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(
        request,
        _("Version %(n)s is public. The page will stay at its address.") % {"n": publication.version},
    )
    return True


def _with_addresses(office: Office, versions: list[Any]) -> list[tuple[Any, str]]:
    place = Place(office.slug)
    return [
        (each, place.result(each.framework_code, version=each.version if number else None))
        for number, each in enumerate(versions)
    ]


def _readiness(assessment: Assessment) -> dict[str, Any]:
    """The result as it stands, or why it cannot be published."""
    try:
        record = actions.draft(assessment)
    except ActionRefusedError as refusal:
        return {"refusal": str(refusal), "total": "", "grade": ""}
    total = record["total"]
    return {"refusal": "", "total": total["printed"], "grade": total["grade_name"]["th"]}
