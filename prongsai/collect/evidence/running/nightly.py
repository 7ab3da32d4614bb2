"""What the night does with all submissions: look at every link, and have the captures stamped."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.client import HTTPException
from pathlib import Path
from urllib.request import Request, urlopen

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.utils import timezone

from prongsai.collect.evidence.fetching.fetcher import Fetcher
from prongsai.collect.evidence.models import Run, Stamp, Submission
from prongsai.collect.evidence.recording import stamps
from prongsai.collect.evidence.running.performing import fetcher, perform
from prongsai.trail.actions import place_of

OFFICES_AT_ONCE = 8  # each waits for its own site most of the time
STAMP_SECONDS = 30


class NotDoneError(Exception):
    """Some could not be done; the next night tries again. Says which, and why."""


def check_all() -> int:
    """Check every submission that is not confirmed; give their number."""
    open_ones = Submission.objects.filter(confirmed_on__isnull=True).select_related("assessment__office")
    runs = [Run.objects.create(submission=each) for each in open_ones.order_by("pk")]
    with fetcher() as asking, ThreadPoolExecutor(OFFICES_AT_ONCE) as pool:
        left = [said for said in pool.map(partial(_check, asking), runs) if said]
    if left:
        raise NotDoneError("; ".join(left))
    return len(runs)


def stamp_all(post: Callable[[str, bytes], bytes] | None = None) -> int:
    """Have waiting captures stamped; give their number."""
    waiting = list(Stamp.objects.filter(token__isnull=True).select_related("capture").order_by("pk"))
    left = []
    for each in waiting:
        manifest = place_of(each.capture.manifest_sha256).read_bytes()
        try:
            each.token = stamps.stamp(manifest, roots=_roots(), post=partial(post or _post, each.authority))
            each.stamped_at, each.trouble = stamps.look(each.token).at, ""
        except stamps.NotStamped as refused:
            each.trouble = refused.reason.th[:500]
            left.append(f"{each.authority}: {refused.reason.en}")
        each.save(update_fields=["token", "stamped_at", "trouble"])
    if left:
        raise NotDoneError("; ".join(sorted(set(left))))
    return len(waiting)


def _check(asking: Fetcher, run: Run) -> str:
    """Runs in a thread with its own connection; gives what went wrong."""
    try:
        perform(run, asking=asking, today=timezone.localdate())
    except Exception as error:  # noqa: BLE001  # one office's trouble is not another's
        return f"{run.submission}: {type(error).__name__}: {error}"
    finally:
        connection.close()
    return ""


def _roots() -> stamps.Roots:
    if not settings.EVIDENCE_ROOTS:
        raise ImproperlyConfigured("EVIDENCE_ROOTS is not set. Name a PEM file with the authorities' roots.")
    return stamps.roots_of(Path(settings.EVIDENCE_ROOTS).read_bytes())


def _post(authority: str, request: bytes) -> bytes:
    asked = Request(authority, data=request, headers={"Content-Type": stamps.REQUEST_TYPE})  # noqa: S310  # of the settings
    try:
        with urlopen(asked, timeout=STAMP_SECONDS) as answer:  # noqa: S310  # of the settings
            return bytes(answer.read(stamps.MOST))
    except HTTPException as error:  # what came back was no HTTP
        raise OSError(str(error)) from error
