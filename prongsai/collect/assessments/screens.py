"""The frame of every screen of one assessment, and the list of screens that rooms above join."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import RulesChangedError, assessment_or_404, framework_of
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.people.models import Office
from prongsai.people.queries import verbs_of
from prongsai.people.screens import render_screen, screen


@dataclass(frozen=True, slots=True)
class AssessmentLink:
    """A screen that every assessment has, shown to who may."""

    name: str | Promise
    url_name: str  # takes the office's slug and the code of the rules
    order: int
    verb: str = "view"
    icon: str = "doc-full"
    description: str | Promise = ""

    def url(self, assessment: Assessment) -> str:
        return reverse(self.url_name, args=address_of(assessment))


ASSESSMENT_LINKS: list[AssessmentLink] = []


def register_assessment_link(
    name: str | Promise,
    url_name: str,
    *,
    order: int,
    verb: str = "view",
    icon: str = "doc-full",
    description: str | Promise = "",
) -> None:
    link = AssessmentLink(name, url_name, order, verb, icon, description)
    if link.url_name not in {known.url_name for known in ASSESSMENT_LINKS}:
        ASSESSMENT_LINKS.append(link)
        ASSESSMENT_LINKS.sort(key=lambda known: known.order)


def assessment_screen(*, verb: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Turn `office` and `code` of the address into an assessment; 404 unless the user may do `verb` there.

    Where its rules are not the pinned ones any more, a screen that says so stands in for the view.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @screen(verb=verb)
        @wraps(view)
        def guarded(request: HttpRequest, office: Office, code: str, **kwargs: Any) -> HttpResponse:
            assessment = assessment_or_404(office, code)
            try:
                return view(request, assessment=assessment, **kwargs)
            except RulesChangedError as refusal:
                return _render_refused(request, assessment, refusal)

        return guarded

    return decorate


def address_of(assessment: Assessment) -> tuple[str, str]:
    return assessment.office.slug, assessment.framework_code


def render_assessment(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    assessment: Assessment,
    *,
    title: str | Promise,
    url_name: str = "",
    above: tuple[tuple[str, str | Promise], ...] = (),
    icon: str = "doc-full",
    status: int = 200,
) -> HttpResponse:
    """Render a screen of one assessment; the template extends `assessments/base.html`.

    url_name  of the tab that the screen belongs to.
    above     (address, name) of screens between the assessment and this one.
    """
    verbs = verbs_of(request.user, assessment.office)
    tabs = [
        (link, link.url(assessment), link.url_name == url_name)
        for link in ASSESSMENT_LINKS
        if link.verb in verbs
    ]
    crumbs = (
        (reverse("assessments_list", args=[assessment.office.slug]), _("Assessments")),
        (reverse("assessments_show", args=address_of(assessment)), rules_in_words(assessment)),
    )
    return render_screen(
        request,
        template,
        {"assessment": assessment, "tabs": tabs, "may_edit": "edit" in verbs} | dict(context),
        office=assessment.office,
        title=title,
        above=crumbs + above,
        icon=icon,
        status=status,
    )


def rules_in_words(assessment: Assessment) -> str:
    """Name of the rules; their code where they are not there as they were."""
    try:
        return said(framework_of(assessment).name)
    except RulesChangedError:
        return assessment.framework_code


def _render_refused(request: HttpRequest, assessment: Assessment, refusal: RulesChangedError) -> HttpResponse:
    return render_assessment(
        request,
        "assessments/refused.html",
        {"refusal": refusal},
        assessment,
        title=_("The rules have changed"),
        icon="warning",
        status=409,
    )
