"""Which of Wagtail's own pages stand open. All others exist for the technical administrator only."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

# Open to everybody: signing in, and what the sign-in page loads.
SIGN_IN = frozenset(
    {
        "wagtailadmin_login",
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_confirm",
        "wagtailadmin_password_reset_complete",
    }
)
# Open to whoever may enter the workspace: they show nothing but the user's own.
WAGTAIL = frozenset({"wagtailadmin_home", "wagtailadmin_logout"})


class DoorsMiddleware(LoginRequiredMiddleware):
    """Closed by default: everything wants a signed-in user, and most of Wagtail's pages a technical one."""

    def process_view(
        self, request: HttpRequest, view_func: Callable[..., Any], view_args: Any, view_kwargs: Any
    ) -> HttpResponseBase | None:
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name in SIGN_IN or is_public(name, view_func):
            return None  # without asking who it is: a public page reads no session
        if request.user.is_authenticated and not may_pass(request.user, name):
            raise Http404
        return super().process_view(request, view_func, view_args, view_kwargs)


def is_public(name: str, view: Callable[..., Any]) -> bool:
    return is_ours(name) and not getattr(view, "login_required", True)


def may_pass(user: Any, name: str) -> bool:
    """Say whether a signed-in user may pass: to our own addresses and the listed ones."""
    return user.is_superuser or name in WAGTAIL or is_ours(name)


def is_ours(name: str) -> bool:
    """Names of our addresses start with the label of their room: `people_account`, `act:index`."""
    return any(name.startswith((f"{label}_", f"{label}:")) or name == label for label in _rooms())


@cache
def _rooms() -> tuple[str, ...]:
    return tuple(room.label for room in apps.get_app_configs() if room.name.startswith("prongsai."))
