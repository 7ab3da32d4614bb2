"""What was seen at the addresses of a submission before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from threading import Lock

from prongsai.collect.evidence.checking.shown import Gone, Try
from prongsai.collect.evidence.models import Look, Submission
from prongsai.collect.evidence.recording import archive as archives
from prongsai.collect.evidence.recording.manifest import Manifest
from prongsai.collect.evidence.running import keeping
from prongsai.collect.evidence.running.looked import Before
from prongsai.core.days import local_day
from prongsai.trail.actions import place_of

DAYS_OF_TRIES = 12  # rows of one address; a night has one


def answers_before(submission: Submission, chain: Sequence[Manifest]) -> dict[str, Before]:
    """The last whole answer of each address that can be asked whether it has changed."""
    archive_of = {kept.sha256: kept.archive for kept in keeping.kept_in(chain)}
    found: dict[str, Before] = {}
    wanted: dict[str, str] = {}  # address -> sha256 of what it showed
    body = _bodies(wanted)
    for look in Look.objects.filter(submission=submission, status=200).exclude(sha256="").order_by("pk"):
        if (look.etag or look.last_modified) and look.final == look.address and look.sha256 in archive_of:
            wanted[look.address] = look.sha256
            found[look.address] = Before(
                look.etag,
                look.last_modified,
                look.media_type,
                partial(body, archive_of[look.sha256], look.sha256),
            )
    return found


def tries_before(submission: Submission) -> Mapping[str, tuple[Try, ...]]:
    """Earlier tries of each address, oldest first."""
    tries: dict[str, list[Try]] = defaultdict(list)
    for look in Look.objects.filter(submission=submission).order_by("pk"):
        tries[look.address].append(Try(local_day(look.at), Gone(look.gone) if look.gone else None))
    return {address: tuple(found[-DAYS_OF_TRIES:]) for address, found in tries.items()}


def _bodies(wanted: Mapping[str, str]) -> Callable[[str, str], bytes]:
    """Give bodies out of archives, each of which is read once, for what is wanted of it."""
    lock = Lock()

    @cache
    def payloads(archive: str) -> Mapping[str, bytes]:
        # From the disk, not by the database: other threads ask. Every record is held against its digest.
        hashes = frozenset(wanted.values())
        with place_of(archive).open("rb") as kept:
            return {
                each.sha256: each.body
                for each in archives.records(kept)
                if each.body and each.sha256 in hashes
            }

    def body(archive: str, sha256: str) -> bytes:
        with lock:
            return payloads(archive)[sha256]

    return body
