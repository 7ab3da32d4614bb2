"""Tables of the room. States are worked out from these rows (`states.py`), never typed in."""

from prongsai.collect.evidence.models.judged import Assessor, Assignment, Interest, Mark, Reply, Wording
from prongsai.collect.evidence.models.shown import (
    Capture,
    Finding,
    Link,
    Look,
    Overruling,
    Reminder,
    Run,
    Stamp,
    Submission,
    Work,
)

__all__ = [
    "Assessor",
    "Assignment",
    "Capture",
    "Finding",
    "Interest",
    "Link",
    "Look",
    "Mark",
    "Overruling",
    "Reminder",
    "Reply",
    "Run",
    "Stamp",
    "Submission",
    "Wording",
    "Work",
]
