"""The frame of every screen of an office's items, and what such screens do again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.assessments.screens import address_of, assessment_screen, render_assessment
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.evidence import queries
from prongsai.collect.evidence.gate import is_closed
from prongsai.collect.evidence.models import Submission, Work
from prongsai.core.framework import Item
from prongsai.people.actions import ActionRefusedError
from prongsai.people.queries import verbs_of
from prongsai.people.screens import actor

LIST, ITEM = "evidence_list", "evidence_item"
View = Callable[..., HttpResponse]


def submission_screen(*, verb: str) -> Callable[[View], View]:
    """Turn `office` and `code` into a submission; 404 unless the user may do `verb` there."""

    def decorate(view: View) -> View:
        @assessment_screen(verb=verb)
        @wraps(view)
        def guarded(request: HttpRequest, assessment: Assessment, **named: Any) -> HttpResponse:
            return view(request, submission=queries.submission_or_404(assessment), **named)

        return guarded

    return decorate


def item_screen(*, verb: str) -> Callable[[View], View]:
    """Turn `office`, `code` and `item` into the item's row; 404 unless the user may do `verb` there."""

    def decorate(view: View) -> View:
        @submission_screen(verb=verb)
        @wraps(view)
        def guarded(request: HttpRequest, submission: Submission, item: str, **named: Any) -> HttpResponse:
            return view(request, work=queries.work_or_404(submission, item), **named)

        return guarded

    return decorate


def item_of(work: Work) -> Item:
    return framework_of(work.submission.assessment).item(work.item_code)


def item_title(item: Item) -> str:
    return f"{item.code.upper()} {said(item.name)}"


def place_of(submission: Submission, name: str = LIST, *more: object) -> str:
    return reverse(name, args=[*address_of(submission.assessment), *more])


def place_of_item(work: Work, name: str = ITEM, *more: object) -> str:
    return place_of(work.submission, name, work.item_code, *more)


def back_to(submission: Submission, name: str = LIST) -> HttpResponse:
    return redirect(place_of(submission, name))


def back_to_item(work: Work) -> HttpResponse:
    return redirect(place_of_item(work))


def render_submission(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    submission: Submission,
    *,
    title: str | Promise,
    above: tuple[tuple[str, str | Promise], ...] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render a screen below the list of items, or the list itself with `above=()`."""
    crumbs = ((place_of(submission), _("Items")),) if above is None else above
    verbs = verbs_of(request.user, submission.assessment.office)
    shared = {
        "submission": submission,
        "verbs": verbs,
        "today": timezone.localdate(),
        "is_closed": is_closed(submission, timezone.localdate()),
        "back": place_of(submission),
        "reaches_loopback": settings.EVIDENCE_REACHES_LOOPBACK,
    }
    return render_assessment(
        request,
        template,
        shared | dict(context),
        submission.assessment,
        title=title,
        url_name=LIST,
        above=crumbs,
        icon="list-ul",
        status=status,
    )


def render_item(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    work: Work,
    *,
    title: str | Promise = "",
    status: int = 200,
) -> HttpResponse:
    """Render a screen of one item; without a title it is the item's own."""
    item, submission = item_of(work), work.submission
    own = ((place_of_item(work), item.code.upper()),) if title else ()
    return render_submission(
        request,
        template,
        {"work": work, "item": item, "back": place_of_item(work)} | dict(context),
        submission,
        title=f"{item.code.upper()}: {title}" if title else item_title(item),
        above=((place_of(submission), _("Items")), *own),
        status=status,
    )


def do(request: HttpRequest, told: str, action: Callable[..., object], **named: Any) -> bool:
    """Let the signed-in user do it, and say what came of it."""
    try:
        action(by=actor(request), **named)
    except ActionRefusedError as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, told)
    return True
