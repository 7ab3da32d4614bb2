"""The two writes of this room: an event is recorded, bytes are frozen."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models, transaction

from prongsai.trail.disk import write_whole
from prongsai.trail.models import Event, Frozen


def record(
    verb: str, *, on: models.Model, by: AbstractBaseUser | None, office_id: int | None = None, **details: Any
) -> Event:
    """Add to the trail who did what. `by=None` is the system itself; details must be plain JSON."""
    return Event.objects.create(
        verb=verb,
        actor_id=by.pk if by else None,
        actor_label=label(by),
        object_kind=on._meta.label_lower,
        object_id=str(on.pk),
        object_label=str(on)[:300],
        office_id=office_id,
        details=details,
    )


@transaction.atomic
def freeze(
    content: bytes,
    *,
    slug: str,
    media_type: str,
    by: AbstractBaseUser | None,
    office_id: int | None = None,
    period: str = "",
    address: str = "",
) -> Frozen:
    """Keep these bytes for ever, named by their hash, and say what they are.

    trail   trail.frozen
    """
    sha256 = hashlib.sha256(content).hexdigest()
    _keep(content, place_of(sha256))
    frozen = Frozen.objects.create(
        sha256=sha256,
        office_id=office_id,
        slug=slug,
        period=period,
        address=address,
        media_type=media_type,
        size=len(content),
        frozen_by=label(by),
    )
    record("trail.frozen", on=frozen, by=by, office_id=office_id, sha256=sha256, size=len(content))
    return frozen


def place_of(sha256: str) -> Path:
    return Path(settings.FILES_DIR) / sha256[:2] / sha256


def label(user: AbstractBaseUser | None) -> str:
    return str(user)[:200] if user else "system"


def _keep(content: bytes, place: Path) -> None:
    if not (place.is_file() and hashlib.sha256(place.read_bytes()).hexdigest() == place.name):
        write_whole(content, place, mode=0o640)
