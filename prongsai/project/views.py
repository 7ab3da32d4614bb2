"""Pages for when something is wrong, and the small public pages of the site itself."""

from __future__ import annotations

import logging
import secrets
import sys

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

logger = logging.getLogger("prongsai")
RESPONDENTS = ("/s/", "/en/s/")


@login_not_required
def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django passes it
    return render(request, "project/404.html", status=404)


@login_not_required
def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django passes it
    return render(request, "project/403.html", status=403)


@login_not_required
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # Django passes it
    return render(request, "project/400.html", status=400)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # Django passes it
    return render(request, "project/csrf.html", status=403)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """Show a reference number and nothing else; the log holds the rest under the same number."""
    reference = secrets.token_hex(4).upper()
    kind, error, _trace = sys.exc_info()
    if request.path.startswith(RESPONDENTS):  # neither which survey nor what it held
        logger.error("Reference %s: a respondent's page failed: %s", reference, getattr(kind, "__name__", ""))
    else:
        logger.error("Reference %s: %s %s", reference, request.method, request.path, exc_info=error)
    # Without the request: whatever broke must not break this page too.
    return HttpResponse(render_to_string("project/500.html", {"reference": reference}), status=500)


@login_not_required
def health(_request: HttpRequest) -> HttpResponse:
    """For whoever watches the machine: answers when the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")
