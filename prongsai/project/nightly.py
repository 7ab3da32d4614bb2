"""What is done every night, in this order. A room adds a line to JOBS."""

from __future__ import annotations

from collections.abc import Callable

from prongsai.collect.surveys.cleaning import clean_up

# Each job may be repeated at any time, and gives how many things it did; it raises where something is left.
Job = Callable[[], int]
JOBS: tuple[tuple[str, Job], ...] = (
    ("surveys: cleaned up after sealing", clean_up),
)  # fmt: skip
