"""Addresses of captured pages: signed, for a few hours, and on an origin of their own where one is set.

Nobody signs in there: what another site wrote must never stand beside the workspace's cookies.
"""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.urls import reverse

from prongsai.collect.evidence.models import Capture

HOURS = 12
_SALT = "evidence.captured"


def address_of(capture: Capture, address: str) -> str:
    """Where the captured page is shown."""
    token = signing.dumps([capture.pk, address], salt=_SALT, compress=True)
    return f"{settings.CAPTURED_ORIGIN}{reverse('evidence_captured', args=[token])}"


def read(token: str) -> tuple[int, str] | None:
    """(capture, address) of a token; None if it was not made here, or too long ago."""
    try:
        capture, address = signing.loads(token, salt=_SALT, max_age=HOURS * 3600)
    except signing.BadSignature:
        return None
    return int(capture), str(address)
