"""The frame of the screens of paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from prongsai.collect.assessments.screens import address_of, render_assessment
from prongsai.collect.surveys.models import PaperBatch, Survey
from prongsai.collect.surveys.workspace.asked import name_of
from prongsai.collect.surveys.workspace.frame import LIST, SHOW, survey_screen

PILES, PILE, TYPE, OPEN, CHECK, SETTLE = (
    f"surveys_paper{name}" for name in ("", "_pile", "_type", "_open", "_check", "_settle")
)
View = Callable[..., HttpResponse]


def pile_screen(view: View) -> View:
    """Turn `pile` of the address into a pile of the survey; only those who may edit come here."""

    @survey_screen(verb="edit")
    @wraps(view)
    def guarded(request: HttpRequest, survey: Survey, pile: int, **named: Any) -> HttpResponse:
        return view(request, pile=get_object_or_404(survey.batches, pk=pile), **named)

    return guarded


def sheet_screen(view: View) -> View:
    """Turn `number` of the address into a typed sheet of the pile."""

    @pile_screen
    @wraps(view)
    def guarded(request: HttpRequest, pile: PaperBatch, number: int) -> HttpResponse:
        return view(request, sheet=get_object_or_404(pile.drafts, number=number))

    return guarded


def address(name: str, survey: Survey, *more: int) -> str:
    return reverse(name, args=[*address_of(survey.assessment), survey.instrument, *more])


def to(name: str, survey: Survey, *more: int) -> HttpResponse:
    return redirect(address(name, survey, *more))


def render_paper(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    survey: Survey,
    *,
    title: str | Promise = "",
    pile: PaperBatch | None = None,
) -> HttpResponse:
    """Render a screen of paper; pile: the one that it stands below."""
    above = [
        (reverse(LIST, args=address_of(survey.assessment)), _("Surveys")),
        (address(SHOW, survey), name_of(survey)),
    ]
    if title:
        above.append((address(PILES, survey), _("Paper")))
    if pile:
        above.append((address(PILE, survey, pile.pk), pile.name))
    return render_assessment(
        request,
        template,
        {"survey": survey, "name": name_of(survey)} | dict(context),
        survey.assessment,
        title=title or _("Paper"),
        url_name=LIST,
        above=tuple(above),
        icon="doc-full-inverse",
    )
