"""Which language a page speaks: public pages by their address, the workspace by its user."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import translation

WORKSPACE = "/workspace/"
LANGUAGES = ("th", "en")


class LanguageMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.LANGUAGE_CODE = language_of(request)
        with translation.override(request.LANGUAGE_CODE):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response


def language_of(request: HttpRequest) -> str:
    if not request.path_info.startswith(WORKSPACE):
        return "en" if request.path_info.startswith("/en/") else settings.LANGUAGE_CODE
    if request.user.is_authenticated:
        return str(getattr(request.user, "preferred_language", settings.LANGUAGE_CODE))
    asked = request.GET.get("lang", "")  # the sign-in page knows no user yet
    return asked if asked in LANGUAGES else settings.LANGUAGE_CODE


def language_switch(request: HttpRequest) -> dict[str, Any]:
    """Template context: the same public page in Thai and in English."""
    path = request.path
    thai = path.removeprefix("/en") if path.startswith("/en/") else path
    return {"path_th": thai, "path_en": f"/en{thai}" if _is_public(f"/en{thai}") else "/en/"}


def _is_public(path: str) -> bool:
    with translation.override("en"):
        try:
            resolve(path)
        except Resolver404:
            return False
    return True
