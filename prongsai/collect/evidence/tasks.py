"""Checks in the background, so that nobody waits for other people's servers."""

from __future__ import annotations

from django.utils import timezone
from django_tasks import task

from prongsai.collect.evidence.models import Run
from prongsai.collect.evidence.running.performing import fetcher, perform


@task()
def perform_run(run: int) -> None:
    """Perform a run that was asked for; one that has begun already is left alone."""
    asked = Run.objects.filter(pk=run, started_at__isnull=True).select_related(
        "submission__assessment__office"
    )
    for each in asked:
        with fetcher() as asking:
            perform(each, asking=asking, today=timezone.localdate())
