"""Reviews of both offices of the isolation walk: an assessor, a judged item, and one to decide."""

from datetime import timedelta

from django.utils import timezone
from world import Role as Place, register

from prongsai.collect.assessments.actions import create_assessment
from prongsai.collect.evidence.models import Assignment, Interest, Mark, Submission, Work
from prongsai.collect.evidence.reviewing import appointing

RULES = "obec-2567-draft"
CENTRAL = (
    "board",
    "give",
    "show_marks",
    "decisions",
    "confirm",
    "reviewed",
    "assessors",
    "assessor",
    "agreement",
    "wordings",
    "interests",
)


@register
def reviews(*, office, marker, by):
    staff = office.body.memberships.get(role=Place.CENTRAL).user
    user = office.memberships.get(role=Place.ASSESSOR).user
    assessor = appointing.appoint(body=office.body, user=user, most_items=9, by=staff)
    appointing.declare_all(assessor=assessor, by=user)
    appointing.add_wording(body=office.body, item_code="", text=f"ถ้อยคำ {marker}", by=staff)
    Interest.objects.create(assessor=assessor, office=office, kind=Interest.Kind.OWN, said=f"เคย {marker}")
    submission = _shown(office, marker, by)
    given = [_given(submission, assessor, role, marker) for role in Assignment.Role.values]
    return {
        **{f"evidence_{name}:body": office.body.code for name in CENTRAL},
        "evidence_reviewed:submission": submission.pk,
        "evidence_assessor:assessor": assessor.pk,
        "assignment": given[-1].pk,
    }


def _shown(office, marker, by):
    today = timezone.localdate()
    return Submission.objects.create(
        assessment=create_assessment(office=office, framework_code=RULES, by=by),
        main_site=f"https://example.invalid/{marker}",
        closes_on=today - timedelta(days=30),
        frozen_on=today - timedelta(days=29),
        frozen_hash="f" * 64,
        previewed_on=today - timedelta(days=20),
        replies_until=today - timedelta(days=1),
    )


def _given(submission, assessor, role, marker):
    work = Work.objects.create(
        submission=submission,
        item_code={"first": "o1", "second": "o2", "decision": "o3"}[role],
        statement=f"คำชี้แจง {marker}",
        content_hash="a" * 64,
        approved_hash="a" * 64,
        approved_on=submission.closes_on,
        approved_by_name=marker,
    )
    given = Assignment.objects.create(
        work=work, assessor=assessor, role=role, given_on=submission.closes_on, is_done=True
    )
    Mark.objects.create(assignment=given, elements={}, points="0", remark=f"ขาด {marker}", by_name=marker)
    return given
