"""The captured page for whoever holds its signed address: no script, no form, nothing from outside."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from prongsai.collect.evidence.captured import addresses, kept
from prongsai.collect.evidence.models import Capture
from prongsai.collect.evidence.reading.content import Kind
from prongsai.collect.evidence.recording import replay
from prongsai.collect.evidence.recording.records import Captured, Damaged

_STYLES, _OURS = "style-src", "style-src 'self'"  # of the page that tells what can be read of a file


@login_not_required
@require_safe
@xframe_options_exempt  # the policy says who may frame it
def show_captured(request: HttpRequest, token: str) -> HttpResponse:
    """A page as it was; of a file what can be read of it, and the file itself with `?file`."""
    told = addresses.read(token)
    if told is None:
        raise Http404
    capture = get_object_or_404(Capture, pk=told[0])
    found = kept.captured(capture, told[1])
    if found is None:
        raise Http404
    response = _file(found) if "file" in request.GET else _page(request, capture, found)
    response.headers["Content-Security-Policy"] = (
        f"{replay.POLICY.replace(_STYLES, _OURS)}; frame-ancestors {_framers()}"
    )
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _page(request: HttpRequest, capture: Capture, found: Captured) -> HttpResponse:
    content = kept.content_of(found)
    if content.kind is Kind.HTML:
        asked = {each.address for each in kept.manifest_of(capture).entries}

        def link(address: str) -> str:
            return addresses.address_of(capture, address) if address in asked else address

        try:
            return HttpResponse(replay.page(found, link=link, picture=lambda _address: ""))
        except Damaged:
            pass  # too large or too deep: its text stands in
    return render(request, "evidence/captured_file.html", {"content": content, "name": _name(found)})


def _file(found: Captured) -> HttpResponse:
    """To be saved, never to be shown here."""
    response = HttpResponse(found.body, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(_name(found))}"
    return response


def _name(found: Captured) -> str:
    return PurePosixPath(unquote(urlsplit(found.address).path)).name or "page.html"


def _framers() -> str:
    return f"'self' {settings.BASE_URL}" if settings.CAPTURED_ORIGIN else "'self'"
