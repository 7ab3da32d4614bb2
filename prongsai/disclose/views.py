"""The public pages: GET and HEAD only, no cookie, no session; made of frozen records alone."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version as release_of

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from prongsai.core.text import Language
from prongsai.disclose import files, pages, queries
from prongsai.disclose.addresses import DATA, Place
from prongsai.disclose.models import Publication
from prongsai.people.models import Office

MEDIA_TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8"}
FRESH_FOR = "public, max-age=300"  # seconds


@login_not_required
@require_safe
def show_first_page(request: HttpRequest) -> HttpResponse:
    """An office's own host begins with its results, the shared one with the list of offices."""
    own = queries.office_of_host(request.get_host())
    if own:
        return _office_page(request, own, Place(own.slug, own.host or ""))
    typed = request.GET.get("q", "").strip()
    page = queries.offices(typed, request.GET.get("p"))
    return _public(HttpResponse(pages.offices_page(page, language=_language(request), typed=typed)))


@login_not_required
@require_safe
def show_office(request: HttpRequest, office: str) -> HttpResponse:
    place = _place(request, office)
    return _office_page(request, get_object_or_404(Office, slug=place.office), place)


@login_not_required
@require_safe
def show_result(
    request: HttpRequest, framework: str, office: str = "", version: int | None = None
) -> HttpResponseBase:
    place = _place(request, office)
    publication, newest = _publication(place, framework, version)
    if version == newest.version:
        return HttpResponsePermanentRedirect(place.result(framework, _language(request)))
    return _unchanged(request, publication, newest) or _tagged(
        HttpResponse(files.page(publication, place, _language(request))), publication, newest
    )


@login_not_required
@require_safe
def download(
    request: HttpRequest, framework: str, name: str, office: str = "", version: int | None = None
) -> HttpResponseBase:
    """The data of a result; they have one address for both languages."""
    place = _place(request, office)
    publication, newest = _publication(place, framework, version)
    if name not in DATA:
        raise Http404
    address = place.data(framework, name, version=None if version == newest.version else version)
    if request.path != address:
        return HttpResponsePermanentRedirect(address)
    unchanged = _unchanged(request, publication, newest)
    if unchanged:
        return unchanged
    response = HttpResponse(
        files.content(publication, name), content_type=MEDIA_TYPES[name.rpartition(".")[2]]
    )
    response.headers["Content-Disposition"] = f'attachment; filename="{place.office}-{framework}-{name}"'
    return _tagged(response, publication, newest)


def _office_page(request: HttpRequest, office: Office, place: Place) -> HttpResponse:
    [listed] = queries.listed([office])
    return _public(HttpResponse(pages.office_page(listed, place=place, language=_language(request))))


def _place(request: HttpRequest, office: str) -> Place:
    """Where the page stands: an own host has no office in its addresses, the shared one has."""
    own = queries.office_of_host(request.get_host())
    if bool(own) == bool(office):
        raise Http404
    return Place(own.slug, own.host or "") if own else Place(office)


def _publication(place: Place, framework: str, version: int | None) -> tuple[Publication, Publication]:
    """The version that is asked for, and the newest one."""
    versions = list(queries.at(place.office, framework))
    wanted = [each for each in versions if version in {None, each.version}]
    if not wanted:
        raise Http404
    return wanted[0], versions[0]


def _unchanged(
    request: HttpRequest, publication: Publication, newest: Publication
) -> HttpResponseBase | None:
    """304 for who has it already."""
    changed_at, tag = _changed_at(publication, newest), _tag(publication, newest)
    found: HttpResponseBase | None = get_conditional_response(
        request, etag=tag, last_modified=int(changed_at.timestamp())
    )
    return found


def _tagged(response: HttpResponse, publication: Publication, newest: Publication) -> HttpResponse:
    response.headers["ETag"] = _tag(publication, newest)
    response.headers["Last-Modified"] = http_date(_changed_at(publication, newest).timestamp())
    return _public(response)


def _tag(publication: Publication, newest: Publication) -> str:
    """A page changes with its record, the version that replaces it, and the release that draws it."""
    return f'"{publication.sha256[:32]}-{newest.version}-{release_of("prongsai")}"'


def _changed_at(publication: Publication, newest: Publication) -> datetime:
    return max(publication.published_at, newest.published_at)


def _public(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = FRESH_FOR
    return response


def _language(request: HttpRequest) -> Language:
    return "en" if request.path.startswith("/en/") else "th"
