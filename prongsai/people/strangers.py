"""Forms of strangers: no cookie, no session, no token; what another site makes a browser send is refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN = frozenset({"same-origin", "none"})  # none: typed, or opened from a bookmark


def from_strangers(view: View) -> View:
    """Let a view take forms from people who are not signed in, but only from this site's own pages.

    Such a page must not say `Referrer-Policy: no-referrer`, or browsers hide the origin of its forms too.
    """

    @csrf_exempt  # there is no cookie that a token could be held against
    @wraps(view)
    def taken(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in _SAFE and comes_from_elsewhere(request):
            # Without the request: a page for strangers looks nobody up.
            return HttpResponse(render_to_string("people/elsewhere.html"), status=403)
        return view(request, *args, **kwargs)

    return taken


def comes_from_elsewhere(request: HttpRequest) -> bool:
    """Say whether a browser tells that another site's page sent this. What tells nothing may pass."""
    if site := request.headers.get("Sec-Fetch-Site"):  # over plain http browsers leave it out
        return site not in _OWN
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.get_host()
