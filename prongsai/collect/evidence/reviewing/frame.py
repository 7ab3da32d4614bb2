"""The frame of the screens of assessors and of a body's central staff, and what they do again and again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy

from prongsai.collect.evidence.reviewing import queries
from prongsai.people.actions import ActionRefusedError
from prongsai.people.models import Body
from prongsai.people.screens import actor, render_screen

MINE, BOARD = "evidence_reviews", "evidence_board"
TABS = (
    (BOARD, gettext_lazy("Offices")),
    ("evidence_assessors", gettext_lazy("Assessors")),
    ("evidence_agreement", gettext_lazy("Agreement")),
    ("evidence_wordings", gettext_lazy("Wordings")),
)
View = Callable[..., HttpResponse]


def body_screen(view: View) -> View:
    """Turn `body` of the address into a Body whose central staff the user is, else 404."""

    @wraps(view)
    def guarded(request: HttpRequest, body: str, **named: Any) -> HttpResponse:
        return view(request, body=queries.body_or_404(actor(request), body), **named)

    return guarded


def render_body(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    body: Body,
    *,
    title: str | Promise,
    url_name: str,
    above: tuple[tuple[str, str | Promise], ...] = (),
    status: int = 200,
) -> HttpResponse:
    """Render a screen of central staff. url_name: of the tab that it belongs to."""
    tabs = [(reverse(name, args=[body.code]), said, name == url_name) for name, said in TABS]
    own = ((reverse(BOARD, args=[body.code]), _("Review of items")),) if url_name != BOARD or above else ()
    return render_screen(
        request,
        template,
        {"body": body, "tabs": tabs} | dict(context),
        title=title,
        above=own + above,
        icon="check",
        status=status,
    )


def do(
    request: HttpRequest, told: str | Callable[[Any], str], action: Callable[..., Any], **named: Any
) -> bool:
    """Let the signed-in user do it, and say what came of it; `told` may be made of what it gave."""
    try:
        came = action(by=actor(request), **named)
    except ActionRefusedError as refusal:
        messages.error(request, str(refusal))
        return False
    messages.success(request, told if isinstance(told, str) else told(came))
    return True
