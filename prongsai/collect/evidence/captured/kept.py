"""What was captured, found again: from a capture and an address to the bytes that came."""

from __future__ import annotations

from dataclasses import dataclass, replace

from prongsai.collect.evidence.models import Capture, Look, Submission, Work
from prongsai.collect.evidence.reading.content import Content
from prongsai.collect.evidence.reading.read import read
from prongsai.collect.evidence.recording import archive, manifest as manifests, package
from prongsai.collect.evidence.recording.manifest import Entry, Manifest
from prongsai.collect.evidence.recording.records import Captured
from prongsai.collect.evidence.running import keeping
from prongsai.trail.actions import place_of


@dataclass(frozen=True, slots=True)
class Day:
    """One look at one address. is_change: what could be read differs from the look before it."""

    look: Look
    is_change: bool


def manifest_of(capture: Capture) -> Manifest:
    return manifests.read(place_of(capture.manifest_sha256).read_bytes())


def captured(capture: Capture, address: str) -> Captured | None:
    """What came of an address; its payload may lie in an earlier archive. None if it was not asked for."""
    entry = next((each for each in manifest_of(capture).entries if each.address == address), None)
    if entry is None or not entry.sha256:
        return None
    return _payload(entry, entry.kept_in or capture.warc_sha256)


def content_of(found: Captured) -> Content:
    return read(found.body, media_type=found.headers.get("content-type", ""), address=found.address)


def days_of(work: Work) -> dict[str, list[Day]]:
    """Every look at each link of an item, newest first, in one query."""
    addresses = [link.address for link in work.links.all()]
    looks = Look.objects.filter(submission=work.submission_id, address__in=addresses).select_related(
        "capture"
    )
    days: dict[str, list[Day]] = {address: [] for address in addresses}
    last: dict[str, str] = {}
    for look in looks.select_related("capture").order_by("pk"):
        days[look.address].insert(0, Day(look, last.get(look.address, look.text_sha256) != look.text_sha256))
        last[look.address] = look.text_sha256
    return days


def packed(capture: Capture) -> bytes:
    """One file that proves the capture: archive, manifests, stamps, and earlier archives it needs."""
    office = capture.submission.assessment.office
    chain = keeping.manifests_of(office)
    numbers = {each.sha256: each.number for each in chain}
    stamped: dict[int, list[bytes]] = {}
    for other in Capture.objects.filter(submission__assessment__office=office).prefetch_related("stamps"):
        tokens = [bytes(stamp.token) for stamp in other.stamps.all() if stamp.token]
        if tokens:
            stamped[numbers[other.manifest_sha256]] = tokens
    subject = manifest_of(capture)
    return package.pack(
        subject,
        place_of(subject.archive).read_bytes(),
        chain=package.links(chain, subject, stamped),
        stamps=stamped,
        earlier={sha256: place_of(sha256).read_bytes() for sha256 in package.needed(subject)},
    )


def newest(submission: Submission) -> Capture | None:
    return submission.captures.order_by("-pk").first()


def _payload(entry: Entry, archive_sha256: str) -> Captured | None:
    with place_of(archive_sha256).open("rb") as kept:
        for each in archive.records(kept):
            if each.sha256 == entry.sha256 and each.body:
                return replace(each, address=entry.final, at=entry.at)
    return None
