"""The items of the demonstration: เขต 2 shows its faulty site, เขต 1 a site in good order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin

from django.db import transaction
from django.utils import timezone

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.evidence import actions, approving, queries
from prongsai.collect.evidence.models import Run, Submission
from prongsai.collect.evidence.running.performing import fetcher, perform
from prongsai.people.models import Membership, Office, User
from prongsai.project.demonstration.sites.content import Site, faulty, in_good_order

OPEN_DAYS = 14
SHOWN: dict[tuple[str, str], tuple[Callable[[], Site], int]] = {
    ("example-2", "obec-2565"): (faulty, 0),
    ("example-1", "obec-2567-draft"): (in_good_order, 1),
}
Role = Membership.Role


def show_sites(port: int) -> None:
    """Open the items of both offices with a link to each page, and check them; what is there already stays.

    port  of the faulty site; the good one is at the next. Both are being served.
    """
    for (slug, code), (site, apart) in SHOWN.items():
        assessment = Assessment.objects.get(office__slug=slug, framework_code=code)
        if not Submission.objects.filter(assessment=assessment).exists():
            submission = _open(assessment, site(), f"http://127.0.0.1:{port + apart}/")
            run = Run.objects.create(submission=submission, is_rehearsal=True)
            with fetcher() as asking:
                perform(run, asking=asking, today=timezone.localdate())


@transaction.atomic
def _open(assessment: Assessment, site: Site, address: str) -> Submission:
    by = _holder(assessment.office, Role.OFFICE_ADMIN)
    closes_on = timezone.localdate() + timedelta(days=OPEN_DAYS)
    submission = actions.open_submission(
        assessment=assessment, closes_on=closes_on, main_site=urljoin(address, "index.html"), by=by
    )
    for work in queries.works_of(submission):
        page: Mapping[str, Any] = site.pages[work.item_code]
        actions.write_item(work=work, statement=f"แสดงไว้ที่หน้า “{page['title']}”", by=by)
        actions.put_link(work=work, address=urljoin(address, f"{work.item_code}.html"), by=by)
    approving.send_all(submission=submission, by=by)
    return submission


def _holder(office: Office, role: str) -> User:
    return User.objects.get(memberships__office=office, memberships__role=role)
