"""What is public as plain files, so that nginx serves it while the application and the database stand still.

    PUBLIC_DIR/shared/<office>/ita/<framework>/index.html          what stands on the shared host
    PUBLIC_DIR/shared/en/…                                         the same in English
    PUBLIC_DIR/hosts/<host>/ita/<framework>/index.html             what stands on an office's own host

Each file is written beside its place and renamed, so that nobody reads half a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from prongsai.core.text import Language
from prongsai.disclose import pages, queries, tables
from prongsai.disclose.addresses import LANGUAGES, Place
from prongsai.disclose.models import Publication
from prongsai.people.models import Office
from prongsai.trail.disk import write_whole


def write_office(office: Office) -> int:
    """Write everything that is published of an office, and the list of offices. Gives how many files."""
    [listed] = queries.listed([office])
    written = 0
    for place in queries.places_of(office):
        contents = [*_lists(listed, place), *_results(listed, place)]
        for address, content in contents:
            write_whole(content, Path(settings.PUBLIC_DIR) / place.file_of(address), mode=0o644)
        written += len(contents)
    return written


def content(publication: Publication, name: str) -> bytes:
    """Give one of the downloads of a published result."""
    if name == "result.json":
        return queries.content_of(publication)
    make = {"result.csv": tables.result_csv, "codebook.csv": tables.codebook_csv}[name]
    return make(queries.record_of(publication))


def page(publication: Publication, place: Place, language: Language) -> str:
    """Give the page of a published result; that of a version that was replaced says so."""
    newer = queries.versions_of(publication.assessment).filter(version__gt=publication.version)
    next_one = newer.order_by("version").first()
    return pages.result_page(
        queries.record_of(publication),
        sha256=publication.sha256,
        place=place,
        language=language,
        replaced=pages.Replacement(next_one.published_at) if next_one else None,
    )


def _lists(listed: queries.Listed, place: Place) -> Iterator[tuple[str, bytes]]:
    for language in LANGUAGES:
        yield place.office_page(language), pages.office_page(listed, place=place, language=language).encode()
        if not place.host:
            first = pages.offices_page(queries.offices(), language=language)
            yield place.first_page(language), first.encode()


def _results(listed: queries.Listed, place: Place) -> Iterator[tuple[str, bytes]]:
    for present in listed.results:
        code = present.framework_code
        for each in queries.versions_of(present.assessment):
            version = None if each == present else each.version
            for language in LANGUAGES:
                address = place.result(code, language, version=version)
                yield address, page(each, place, language).encode()
            for name in ("result.json", "result.csv", "codebook.csv"):
                yield place.data(code, name, version=version), content(each, name)
