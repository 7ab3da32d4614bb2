"""The items of the demonstration: เขต 2 prepares its faulty site, เขต 1 has handed in and is being judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urljoin

from django.db import transaction
from django.utils import timezone

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.evidence import actions, approving, freezing, queries
from prongsai.collect.evidence.models import Run, Submission
from prongsai.collect.evidence.reviewing import appointing, giving
from prongsai.collect.evidence.running.performing import fetcher, perform
from prongsai.people import actions as people
from prongsai.people.models import Body, Membership, Office, User
from prongsai.project.demonstration.sites.content import Site, faulty, in_good_order

OPEN_DAYS = 14
SHOWN: dict[tuple[str, str], tuple[Callable[[], Site], int]] = {
    ("example-2", "obec-2565"): (faulty, 0),
    ("example-1", "obec-2567-draft"): (in_good_order, 1),
}
Role = Membership.Role


ASSESSORS = {
    "assessor1": "นางตัวอย่าง ตรวจทาน",
    "assessor2": "นายสมมุติ พิจารณา",
    "assessor3": "น.ส.สมมุติ ชี้ขาด",
}
HANDED_IN = "example-1"


def appoint_assessors(body: Body, by: User) -> None:
    """Three, so that a decision has somebody who marked neither time. They have no interests to declare."""
    for username, name in ASSESSORS.items():
        if not User.objects.filter(username=username).exists():
            user = people.create_user(username=username, display_name=name, by=None)
            assessor = appointing.appoint(body=body, user=user, most_items=450, by=by)
            appointing.declare_all(assessor=assessor, by=user)


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
            if slug == HANDED_IN:
                _hand_in(submission)


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


@transaction.atomic
def _hand_in(submission: Submission) -> None:
    """Approved as a whole, closed yesterday, given to the assessors."""
    office = submission.assessment.office
    works = {work.item_code: work.content_hash for work in queries.works_of(submission)}
    approving.approve(submission=submission, seen=works, by=_holder(office, Role.EXECUTIVE))
    yesterday = timezone.localdate() - timedelta(1)
    Submission.objects.filter(pk=submission.pk).update(closes_on=yesterday)  # nobody waits two weeks to look
    submission.refresh_from_db()
    freezing.freeze_submission(submission=submission)
    central = User.objects.get(memberships__body=office.body, memberships__role=Role.CENTRAL)
    giving.give(
        body=office.body, submissions=[submission], grouping=giving.Grouping.OFFICE, by=central, seed=1
    )


def _holder(office: Office, role: str) -> User:
    return User.objects.get(memberships__office=office, memberships__role=role)
