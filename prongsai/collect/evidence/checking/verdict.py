"""What the machine says of a link or an element: five questions, four answers, a sentence and a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prongsai.core.text import Text

NOWHERE = Text("")


class Asked(StrEnum):
    ALIVE = "alive"
    CURRENT = "current"
    COMPLETE = "complete"
    MACHINE_READABLE = "machine_readable"
    ACCESSIBLE = "accessible"


class Answer(StrEnum):
    PASS = "pass"  # noqa: S105  # an answer, no password
    FAIL = "fail"
    NOT_SURE = "not_sure"  # somebody must look
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One answer to one question.

    element    code of the item's element; empty where it is about the link as a whole.
    address    what was looked at; empty where nothing was.
    looked_at  sha256 of what was looked at.
    """

    asked: Asked
    answer: Answer
    said: Text
    place: Text = NOWHERE
    element: str = ""
    address: str = ""
    looked_at: str = ""
