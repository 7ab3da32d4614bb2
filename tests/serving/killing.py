"""Respondents who go on while something is killed: each sends again until there is a receipt."""

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from serving.respondents import Answer, Sheet, send_all
from serving.site import Site

CONNECTIONS = 16
GIVE_UP_SECONDS = 60


@dataclass
class Story:
    """receipts  submission -> every receipt given for it; broken: sendings without an answer, or 5xx."""

    receipts: dict[str, set[str]] = field(default_factory=dict)
    broken: int = 0
    other: list[Answer] = field(default_factory=list)


def send_through(site: Site, sheets: Iterable[Sheet], strike: Callable[[], None], *, after: float) -> Story:
    """Send all; `after` seconds from the beginning strike, in the middle of it; send again what broke.

    At the end every sheet is sent once more: a repeat, which must change nothing.
    """
    sheets, story = list(sheets), Story()
    striking = threading.Timer(after, strike)
    striking.start()
    left, ends = sheets, time.monotonic() + GIVE_UP_SECONDS
    while left:
        assert time.monotonic() < ends, f"{len(left)} sheets were not taken in"
        left = _send(site, left, story)
        if left:
            time.sleep(0.1)
    striking.join()
    again = Story()
    while left := _send(site, left or sheets, again):
        time.sleep(0.1)
    for submission, given in again.receipts.items():
        story.receipts[submission] |= given
    story.other += again.other
    return story


def _send(site: Site, sheets: list[Sheet], story: Story) -> list[Sheet]:
    """Give those that have to be sent again."""
    left = []
    for answer in send_all(site.port, sheets, connections=CONNECTIONS):
        if answer.receipt:
            story.receipts.setdefault(answer.sheet.submission, set()).add(answer.receipt)
        elif answer.status in {0, 500, 503}:
            story.broken += 1
            left.append(answer.sheet)
        else:
            story.other.append(answer)
    return left
