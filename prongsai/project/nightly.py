"""What is done every night, in this order. A room adds a line to JOBS."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

from prongsai.collect.evidence.freezing import freeze_due
from prongsai.collect.evidence.reminding import send_reminders
from prongsai.collect.evidence.running.nightly import check_all, stamp_all
from prongsai.collect.surveys.cleaning import clean_up

# Each job may be repeated at any time, and gives how many things it did; it raises where something is left.
Job = Callable[[], int]
JOBS: tuple[tuple[str, Job], ...] = (
    ("surveys: cleaned up after sealing", clean_up),
    ("items: checked", check_all),  # once more before the freeze
    ("items: captures stamped", stamp_all),
    ("items: frozen after the closing day", lambda: freeze_due(timezone.localdate())),
    ("items: reminders sent", lambda: send_reminders(timezone.localdate())),
)
