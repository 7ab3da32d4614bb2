"""What a browser may load and do: a content security policy and its neighbours, on every answer."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
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
# Wagtail writes scripts into these pages of the technical administrator; all others run only our files.
INLINE_SCRIPT = {"script-src": "'self' 'unsafe-inline'"}
PAGES_WITH_INLINE_SCRIPT = frozenset(
    {
        "wagtailadmin_explore",
        "wagtailadmin_explore_root",
        "wagtailadmin_pages:add",
        "wagtailadmin_pages:edit",
        "wagtailadmin_pages:history",
        "wagtailadmin_pages:move",
        "wagtailadmin_pages:search",
        "wagtailadmin_reports:aging_pages",
        "wagtailadmin_reports:locked_pages",
        "wagtailadmin_reports:site_history",
        "wagtailadmin_reports:workflow",
        "wagtailadmin_reports:workflow_tasks",
        "wagtailusers_groups:add",
        "wagtailusers_groups:edit",
        "wagtailusers_users:index",
    }
)


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
        return _line(_workspace() | INLINE_SCRIPT)
    return _line(_workspace())


def _workspace() -> dict[str, str]:
    """Captured pages may be framed, wherever they stand."""
    return WORKSPACE | {"frame-src": f"'self' {settings.CAPTURED_ORIGIN}".rstrip()}


def _line(sources: dict[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in sources.items())
