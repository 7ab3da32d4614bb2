"""What an office shows for an item, as an assessor looks at it: its links, live and captured."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.evidence.captured.addresses import address_of
from prongsai.collect.evidence.models import Link, Look, Work
from prongsai.core.framework import Item


@dataclass(frozen=True, slots=True)
class Page:
    """A link. shows: (element's name, place in the office's words). captured: "" where it was not."""

    link: Link
    shows: tuple[tuple[str, str], ...]
    captured: str
    look: Look | None


def pages_of(work: Work, item: Item) -> list[Page]:
    """Give the item's links in the office's order: two queries."""
    links = list(work.links.all())
    looks = Look.objects.filter(
        submission=work.submission_id, capture__isnull=False, address__in=[link.address for link in links]
    )
    last = {look.address: look for look in looks.select_related("capture").order_by("pk")}
    names = {element.code: said(element.name) for element in item.elements}
    return [_page(link, last.get(link.address), names) for link in links]


def _page(link: Link, look: Look | None, names: dict[str, str]) -> Page:
    shows = tuple((names[code], place) for code, place in link.shows.items() if code in names)
    captured = address_of(look.capture, look.address) if look and look.capture and look.sha256 else ""
    return Page(link, shows, captured, look)
