"""The end of answering: thanks with a receipt, and the page that checks one."""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from prongsai.collect.surveys import pages, receipts
from prongsai.collect.surveys.models import Survey
from prongsai.core.text import Language
from prongsai.documents.qr import Qr

_WRITTEN, _RECEIPT = "…written…", "…receipt…"  # where they go in a page that is made once


def taken(request: HttpRequest, survey: Survey, written: str, *, had_code: bool) -> HttpResponse:
    """Thanks and the receipt. Nothing of this page stays in the browser, nor of the questionnaire before it.

    Where a browser runs no JavaScript, only Clear-Site-Data takes the questionnaire away: whoever goes back
    sees that the page is gone, and not what was ticked. Browsers heed it over https alone. It names the
    cache only: all else of the site, such as an officer's session, stays.
    """
    named = pages.frame(survey)
    whole = _taken(
        pages.language(),
        named["office_name"],
        named["survey_name"],
        had_code,
        pages.address(survey, "receipt"),
    )
    response = HttpResponse(
        whole.replace(_WRITTEN, written).replace(_RECEIPT, written.replace(" ", "")),
    )
    response.headers["Cache-Control"] = "no-store"
    if request.is_secure():
        response.headers["Clear-Site-Data"] = '"cache"'
    return response


@lru_cache(maxsize=64)
def _taken(_language: Language, office_name: str, survey_name: str, had_code: bool, receipt: str) -> str:  # noqa: FBT001  # a key
    """The page with places for the receipt: making it anew would take as long as all else together."""
    context = {"office_name": office_name, "survey_name": survey_name, "had_code": had_code}
    return render_to_string(
        "surveys/taken.html", context | {"written": _WRITTEN, "checked_at": f"{receipt}?receipt={_RECEIPT}"}
    )


def receipt(request: HttpRequest, survey: Survey, typed: str) -> HttpResponse:
    """Say whether it is genuine; one that is can be carried away as a picture, too."""
    where = pages.address(survey, "receipt")
    context = (
        pages.frame(survey) | pages.both_languages(survey, "receipt") | {"receipt": typed, "action": where}
    )
    if typed:
        key = bytes(survey.verify_key)
        context["is_genuine"] = receipts.is_genuine(typed, survey=survey.slug, verify_key=key)
    if context.get("is_genuine"):
        whole = f"{request.build_absolute_uri(where)}?receipt={receipts.plain(typed).lower()}"
        picture = Qr(whole, _("QR code of the receipt"))
        context["picture"] = mark_safe(picture.svg)  # noqa: S308  # numbers and letters of ours
        context["described"] = picture.description
    return pages.page("surveys/receipt.html", context)
