"""What an item says and shows, as plain data: the same content has the same hash, wherever it is made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from prongsai.collect.evidence.models import Link, Work


def content_of(work: Work, links: Iterable[Link]) -> dict[str, Any]:
    """Give what is approved and frozen of an item, in the order in which it is shown."""
    return {
        "statement": work.statement,
        "is_not_applicable": work.is_not_applicable,
        "why_not_applicable": work.why_not_applicable,
        "links": [{"address": link.address, "note": link.note, "shows": link.shows} for link in links],
    }


def is_empty(content: dict[str, Any]) -> bool:
    return not any(content.values())


def hash_of(content: dict[str, Any]) -> str:
    """Sha256 of the content; empty while there is nothing."""
    return "" if is_empty(content) else hashlib.sha256(canonical(content)).hexdigest()


def canonical(record: Any) -> bytes:
    """JSON with sorted keys and no spaces, so that the same record is the same bytes."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
