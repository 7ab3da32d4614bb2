"""What a browser may load and do: a content security policy and its neighbours, on every answer."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_COMMON = {
    "default-src": "'self'",
    "base-uri": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "font-src": "'self'",
    "object-src": "'none'",
    "style-src": "'self'",
}
PUBLIC = _COMMON | {"script-src": "'self'", "img-src": "'self'", "frame-ancestors": "'none'"}
WORKSPACE = _COMMON | {"script-src": "'self'", "img-src": "'self' data: blob:", "frame-ancestors": "'self'"}
# Wagtail writes scripts into these pages themselves; everywhere else none runs but those from our files.
INLINE_SCRIPT = {
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
}
PAGES_WITH_INLINE_SCRIPT: frozenset[str] = frozenset()


class HeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy(request))
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        if request.path_info.startswith("/workspace/"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


def policy(request: HttpRequest) -> str:
    if not request.path_info.startswith("/workspace/"):
        return _line(PUBLIC)
    match = request.resolver_match
    if match and match.view_name in PAGES_WITH_INLINE_SCRIPT:
        return _line(WORKSPACE | INLINE_SCRIPT)
    return _line(WORKSPACE)


def _line(sources: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in sources.items())
