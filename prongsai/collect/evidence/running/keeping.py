"""Keeping what a run saw: looks, a capture in the office's chain, findings, and where each item stands."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from django.utils import timezone

from prongsai.collect.evidence.checking.outcome import Outcome
from prongsai.collect.evidence.checking.shown import Gone
from prongsai.collect.evidence.checking.verdict import Verdict
from prongsai.collect.evidence.fetching.fetched import Fetched
from prongsai.collect.evidence.models import Capture, Finding, Look, Run, Stamp, Submission, Work
from prongsai.collect.evidence.reading.concerns import concerns_of
from prongsai.collect.evidence.reading.content import Concern
from prongsai.collect.evidence.recording import manifest as manifests, warc
from prongsai.collect.evidence.recording.manifest import Manifest
from prongsai.collect.evidence.recording.records import Kept
from prongsai.collect.evidence.running.looked import Seen
from prongsai.people.models import Office
from prongsai.trail import actions as trail, queries as frozen
from prongsai.trail.models import Frozen

ARCHIVE, MANIFEST = "evidence-archive", "evidence-manifest"
SOFTWARE = f"Prongsai {version('prongsai')}"
MOST_CHARACTERS = 2000


def manifests_of(office: Office) -> list[Manifest]:
    """The office's chain, oldest first."""
    kept = Frozen.objects.filter(slug=MANIFEST, office_id=office.pk).order_by("pk")
    return [manifests.read(frozen.read(each)) for each in kept]


def archive_of(answers: Sequence[Fetched], known: Collection[Kept]) -> bytes:
    """The answers as an archive. Takes its time: made before anything is written."""
    return warc.write(answers, software=SOFTWARE, kept=known)


def keep_capture(
    run: Run, answers: Sequence[Fetched], archive: bytes, known: Collection[Kept]
) -> Capture | None:
    """Freeze the answers and their manifest, the next of the office; nothing if nothing was asked for.

    archive  of the answers, made with the same `known`.
    """
    if not answers:
        return None
    assessment = run.submission.assessment
    made_at = timezone.now()
    manifest = manifests.made(
        answers,
        archive,
        office=assessment.office.slug,
        assessment=assessment.framework_code,
        made_at=made_at,
        software=SOFTWARE,
        previous=_last_of(assessment.office),
        kept=known,
    )
    for slug, content, media_type in (
        (ARCHIVE, archive, "application/warc"),
        (MANIFEST, manifest.as_bytes, "application/json"),
    ):
        trail.freeze(
            content,
            slug=slug,
            media_type=media_type,
            by=None,
            office_id=assessment.office_id,
            period=assessment.framework_code,
        )
    return Capture.objects.create(
        submission=run.submission,
        run=run,
        made_at=made_at,
        warc_sha256=manifest.archive,
        manifest_sha256=manifest.sha256,
        previous=manifest.previous,
    )


def _last_of(office: Office) -> Manifest | None:
    """The last manifest as it is now; until we are done no other run of the office adds one."""
    Office.objects.select_for_update().get(pk=office.pk)
    kept = Frozen.objects.filter(slug=MANIFEST, office_id=office.pk).order_by("pk").last()
    return manifests.read(frozen.read(kept)) if kept else None


def kept_in(chain: Iterable[Manifest]) -> list[Kept]:
    return [each for manifest in chain for each in manifest.kept()]


def looks_at(
    submission: Submission,
    seen: Mapping[str, Seen],
    *,
    gone: Mapping[str, Gone | None],
    contacts: Container[str],
) -> list[Look]:
    """What will be kept. contacts: addresses at which the rules ask for telephone numbers and e-mail."""
    return [
        Look(
            submission=submission,
            address=address,
            final=each.fetched.final[:MOST_CHARACTERS],
            at=each.fetched.at,
            status=each.fetched.status,
            trouble=each.fetched.trouble or "",
            gone=gone.get(address) or "",
            media_type=each.fetched.headers.get("content-type", "")[:120],
            size=len(each.fetched.body),
            sha256=each.fetched.sha256,
            text_sha256=sha256(each.content.text.encode("utf-8", "replace")).hexdigest(),
            concerns=[_plain(one) for one in concerns_of(each.content, public_contacts=address in contacts)],
            etag=each.fetched.headers.get("etag", "")[:300],
            last_modified=each.fetched.headers.get("last-modified", "")[:60],
        )
        for address, each in seen.items()
    ]


def keep_looks(looks: Sequence[Look], capture: Capture | None) -> None:
    for look in looks:
        look.capture = capture
    Look.objects.bulk_create(looks)


def _plain(concern: Concern) -> dict[str, Any]:
    said, place = concern.said, concern.place
    return {"code": concern.code, "said": [said.th, said.en], "place": [place.th, place.en]}


def keep_verdicts(work: Work, verdicts: Sequence[Verdict], outcome: Outcome) -> None:
    """Put the findings of this check in the place of those before."""
    work.findings.all().delete()
    Finding.objects.bulk_create(
        Finding(
            work=work,
            asked=each.asked,
            answer=each.answer,
            element=each.element,
            address=each.address[:MOST_CHARACTERS],
            said_th=each.said.th,
            said_en=each.said.en,
            place_th=each.place.th[:300],
            place_en=each.place.en[:300],
            looked_at=each.looked_at,
        )
        for each in verdicts
    )
    work.machine_points = None if work.is_not_applicable else int(outcome.points)
    work.failing, work.unsure, work.checked_at = len(outcome.failing), len(outcome.unsure), timezone.now()
    work.save(update_fields=["machine_points", "failing", "unsure", "checked_at"])


def ask_for_stamps(capture: Capture, authorities: Iterable[str]) -> None:
    """Put the capture into the queue of each authority."""
    Stamp.objects.bulk_create(Stamp(capture=capture, authority=each) for each in authorities)
