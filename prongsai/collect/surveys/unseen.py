"""What holds for every page of a respondent: nobody is looked up, nothing is set, nothing is written down."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from datetime import date
from functools import lru_cache, wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page

from prongsai.collect.assessments.queries import RulesChangedError
from prongsai.collect.surveys import pages
from prongsai.collect.surveys.absent import absent
from prongsai.collect.surveys.keys import KeysGoneError
from prongsai.collect.surveys.posting import Posted, PostingError, read_posted
from prongsai.people.strangers import View, from_strangers

logger = logging.getLogger("prongsai.surveys")
HEADERS = {
    # A browser forgets a page that is `no-store`, and with it what was ticked: going back from a refusal,
    # or from a web server that says "not just now", would lose it all. So the questionnaire stays, and the
    # page after sending is what takes it away (see `endings`).
    "Cache-Control": "private",
    "Referrer-Policy": "strict-origin",  # never an address with a code; `no-referrer` would hide Origin too
    "X-Robots-Tag": "noindex",
}
NOT_KEPT = (DatabaseError, KeysGoneError, RulesChangedError, OSError)  # full disk, locked, read-only, gone


def unseen(view: Callable[..., HttpResponse]) -> View:
    """Open a page to strangers. Whatever goes wrong, they get words, and their answers back."""

    @wraps(view)
    def answered(request: HttpRequest, **named: Any) -> HttpResponse:
        try:
            return view(request, **named)
        except Http404:
            return absent(named["slug"])
        except NOT_KEPT as error:
            return trouble(request, error, 503)
        except Exception as error:  # noqa: BLE001  # Django's own page would write down the request
            return trouble(request, error, 500)

    taken = from_strangers(answered)

    @wraps(taken)
    def shown(request: HttpRequest, **named: Any) -> HttpResponse:
        response = taken(request, **named)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return login_not_required(gzip_page(shown))


def trouble(request: HttpRequest, error: Exception, status: int) -> HttpResponse:
    """Say that nothing was taken. The log learns what broke and where, but neither message nor values."""
    *_before, frame = [
        each for each in traceback.extract_tb(error.__traceback__) if "prongsai" in each.filename
    ]
    _write_down(timezone.localdate(), type(error).__name__, f"{frame.filename}:{frame.lineno}")
    if request.method != "POST":
        return pages.again(
            request,
            None,
            title=_("This page cannot be shown just now"),
            said=_("Something is wrong with the site. Open the page again after a while."),
            status=status,
        )
    return pages.again(
        request,
        _posted(request),
        title=_("Your answers were not taken in"),
        said=_(
            "Something is wrong with the site, and your answers are not safely kept. "
            "Send them again: however often they are sent, they count once."
        ),
        status=status,
    )


@lru_cache(maxsize=256)
def _write_down(day: date, kind: str, where: str) -> None:
    """Once a day for each kind of failure: the log must not become a clock of those who tried."""
    logger.error("On %s a respondent's page failed: %s at %s", day, kind, where)


def _posted(request: HttpRequest) -> Posted | None:
    try:
        return read_posted(request)
    except PostingError:
        return None
