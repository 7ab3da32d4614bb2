"""Reads of the trail and of the frozen store."""

from __future__ import annotations

import hashlib

from django.db.models import Model, QuerySet

from prongsai.trail.actions import place_of
from prongsai.trail.models import Event, Frozen


class FrozenDamagedError(Exception):
    """The bytes of a frozen thing are gone or are not the ones that were frozen."""


def read(frozen: Frozen) -> bytes:
    """Give the frozen bytes.

    raises  FrozenDamagedError if they are missing or do not have their hash.
    """
    place = place_of(frozen.sha256)
    try:
        content = place.read_bytes()
    except FileNotFoundError:
        raise FrozenDamagedError(
            f"{frozen} ({frozen.sha256[:12]}…) is missing: restore {place} from a backup."
        ) from None
    if hashlib.sha256(content).hexdigest() != frozen.sha256:
        raise FrozenDamagedError(
            f"{frozen} ({frozen.sha256[:12]}…) was altered: restore {place} from a backup."
        )
    return content


def newest(*, slug: str, office_id: int | None, period: str = "") -> Frozen | None:
    return Frozen.objects.filter(slug=slug, office_id=office_id, period=period).order_by("-pk").first()


def at_address(address: str) -> Frozen | None:
    """Give what the public finds at this address: the newest frozen there."""
    return Frozen.objects.filter(address=address).order_by("-pk").first()


def events_of(thing: Model) -> QuerySet[Event]:
    return Event.objects.filter(object_kind=thing._meta.label_lower, object_id=str(thing.pk)).order_by("-pk")


def events_of_office(office_id: int) -> QuerySet[Event]:
    return Event.objects.filter(office_id=office_id).order_by("-pk")
