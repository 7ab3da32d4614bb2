"""The part of bench/evidence.py that runs in a database of its own; prints JSON.

check PORT OFFICES ITEMS NIGHTS  over so many offices, each with a site of its own name on that port
list OFFICES ITEMS  the state of their items
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import timedelta

import django

django.setup()

from django.db import connection, reset_queries  # noqa: E402  # tables first
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from prongsai.collect.assessments import actions as assessments  # noqa: E402
from prongsai.collect.evidence import actions, queries  # noqa: E402
from prongsai.collect.evidence.models import Link, Look, Run, Submission, Work  # noqa: E402
from prongsai.collect.evidence.running import keeping, nightly  # noqa: E402
from prongsai.collect.evidence.states import with_state  # noqa: E402
from prongsai.people import actions as people  # noqa: E402
from prongsai.people.models import Body, Office  # noqa: E402

RULES = "obec-2565"
TIMES = 5


def begin(number: int, items: int, port: int = 0) -> Submission:
    """An office that shows a page for each of its first items."""
    body = Body.objects.filter(code="obec").first() or people.create_body(
        code="obec", name_th="สพฐ.", by=None
    )
    office = people.create_office(
        body=body, slug=f"office-{number}", name_th=f"สพป.ตัวอย่าง เขต {number}", by=None
    )
    assessment = assessments.create_assessment(office=office, framework_code=RULES, by=None)
    site = f"http://site-{number}.localhost:{port}"
    submission = actions.open_submission(
        assessment=assessment,
        closes_on=timezone.localdate() + timedelta(30),
        main_site=f"{site}/index.html" if port else "",
        by=None,
    )
    works = list(submission.works.order_by("pk")[:items]) if port else []
    Link.objects.bulk_create(Link(work=work, address=f"{site}/{work.item_code}.html") for work in works)
    return submission


def check(port: int, offices: int, items: int, nights: int) -> list[dict[str, float]]:
    for number in range(offices):
        begin(number, items, port)
    return [_night() for _each in range(nights)]


def _night() -> dict[str, float]:
    before, started, looks = _cpu(), time.perf_counter(), Look.objects.count()
    nightly.check_all()
    took = time.perf_counter() - started
    runs = Run.objects.order_by("-pk")[: Submission.objects.count()]
    return {
        "seconds": took,
        "cpu": _cpu() - before,
        "addresses": Look.objects.count() - looks,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "unchanged": sum(_unchanged(run) for run in runs),
        "points": sum(run.passed for run in runs),
    }


def _unchanged(run: Run) -> int:
    """How many answers of a run are kept in the archive of another."""
    manifests = keeping.manifests_of(run.submission.assessment.office)
    return sum(bool(entry.kept_in) for manifest in manifests[-1:] for entry in manifest.entries)


def _cpu() -> float:
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def listed(offices: int, items: int) -> dict[str, float]:
    """Seconds, the best of five; and how many queries it takes."""
    for number in range(Office.objects.count(), offices):
        begin(number, items)
    assert Work.objects.count() == offices * items
    every = Office.objects.all()
    asked = {
        "counted": lambda: queries.states_of(every, RULES),
        "listed": lambda: list(
            with_state(Work.objects.all()).order_by().values_list("submission", "item_code", "state")
        ),
    }
    found: dict[str, float] = {}
    for name, ask in asked.items():
        with CaptureQueriesContext(connection) as told:
            ask()
        found["queries"] = max(found.get("queries", 0), len(told))
        found[name] = min(_seconds(ask) for _each in range(TIMES))
        reset_queries()
    return found


def _seconds(ask: Callable[[], object]) -> float:
    started = time.perf_counter()
    ask()
    return time.perf_counter() - started


if __name__ == "__main__":
    what, *numbers = sys.argv[1:]
    sys.stdout.write(json.dumps({"check": check, "list": listed}[what](*map(int, numbers))))
