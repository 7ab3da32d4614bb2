"""What the office should not show so: personal numbers, hidden sheets, comments of drafts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.collect.evidence.models import Look, Work
from prongsai.core.text import Text


@dataclass(frozen=True, slots=True)
class Warned:
    address: str
    said: Text
    place: Text


def concerns_in(work: Work) -> list[Warned]:
    """What the newest look at each page and file of an item is worried about."""
    addresses = {finding.address for finding in work.findings.all()} - {""}
    looks = Look.objects.filter(submission=work.submission_id, address__in=addresses)
    newest = {look.address: look for look in looks.order_by("pk")}
    return [warned for address in sorted(newest) for warned in _told(newest[address])]


def _told(look: Look) -> Iterator[Warned]:
    for concern in look.concerns:
        yield Warned(look.address, Text(*concern["said"]), Text(*concern["place"]))
