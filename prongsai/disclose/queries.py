"""What is published, where, and since when."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from prongsai.collect.assessments.models import Assessment
from prongsai.disclose.addresses import Place
from prongsai.disclose.models import Publication
from prongsai.people.models import Office, User, spoken
from prongsai.people.queries import verbs_of
from prongsai.trail import queries as trail
from prongsai.trail.models import Frozen

SLUG = "ita-result"  # of the record in the frozen store
OFFICES_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """An office in a public list, with the present version of each of its published results."""

    slug: str
    host: str
    name_th: str
    name_en: str
    is_demonstration: bool
    results: tuple[Publication, ...]

    @property
    def name(self) -> str:
        return spoken(self.name_th, self.name_en)


def may_publish(user: User | None, office: Office) -> bool:
    """The executive and the administrators of the office. `None`, the system itself, may."""
    return user is None or bool({"approve", "administer"} & verbs_of(user, office))


def versions_of(assessment: Assessment) -> QuerySet[Publication]:
    """Newest first."""
    return Publication.objects.filter(assessment=assessment).order_by("-version")


def at(office_slug: str, framework: str) -> QuerySet[Publication]:
    """Versions of what stands at an address, newest first."""
    return Publication.objects.filter(office_slug=office_slug, framework_code=framework).order_by("-version")


def content_of(publication: Publication) -> bytes:
    """Give the frozen record as it is downloaded.

    raises  FrozenDamagedError if it is missing or altered.
    """
    return trail.read(_frozen(publication))


def record_of(publication: Publication) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(content_of(publication))
    return record


def places_of(office: Office) -> tuple[Place, ...]:
    """Where an office's pages stand: always on the shared host, and on its own if it has one."""
    shared = Place(office.slug)
    return (shared, Place(office.slug, office.host)) if office.host else (shared,)


def office_of_host(host: str) -> Office | None:
    """Give the office whose own host this is, with or without a port; None on the shared host."""
    return Office.objects.filter(host=host.rpartition(":")[0].lower() or host.lower()).first()


def listed(offices: Iterable[Office]) -> list[Listed]:
    """Two queries, whatever the number of offices."""
    offices = list(offices)
    results = _present(Publication.objects.filter(office_id__in=[office.pk for office in offices]))
    return [
        Listed(
            office.slug,
            office.host or "",
            office.name_th,
            office.name_en,
            office.is_demonstration,
            tuple(each for each in results if each.office_id == office.pk),
        )
        for office in offices
    ]


def offices(typed: str = "", number: str | int | None = 1) -> Page[Any]:
    """One page of all offices, or of those whose name holds what was typed; its rows are Listed."""
    found = Office.objects.order_by("name_th", "pk")
    if typed:
        found = found.filter(
            Q(name_th__icontains=typed) | Q(name_en__icontains=typed) | Q(short_th__icontains=typed)
        )
    page: Page[Any] = Paginator(found, OFFICES_A_PAGE).get_page(number)
    page.object_list = listed(page.object_list)
    return page


def _present(publications: QuerySet[Publication]) -> list[Publication]:
    """The newest version of each result, the newest year first."""
    newest: dict[int, Publication] = {}
    for each in publications.order_by("version"):
        newest[each.assessment_id] = each
    return sorted(newest.values(), key=lambda each: (-each.year_be, each.framework_code))


def _frozen(publication: Publication) -> Frozen:
    kept: QuerySet[Frozen] = Frozen.objects.filter(
        sha256=publication.sha256, slug=SLUG, office_id=publication.office_id
    )
    return kept.order_by("pk")[0]
