"""Offices that handed in, and people who judge them, as the tests of the assessors' side need them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from world import Role as Place, make_member

from prongsai.collect.assessments.actions import create_assessment
from prongsai.collect.evidence.models import Assignment, Mark, Reply, Submission, Work
from prongsai.collect.evidence.reviewing import actions, appointing, giving, marking, queries
from prongsai.collect.evidence.reviewing.giving import Grouping
from prongsai.frameworks import library
from prongsai.people import actions as people

YEAR = library.load("obec-2565")
CODES = tuple(item.code for item in YEAR.items)
Role = Assignment.Role
TODAY = timezone.localdate()


@pytest.fixture
def central(office):
    return make_member(office, Place.CENTRAL, "central")


@pytest.fixture
def submission(office):
    return hand_in(office, *CODES[:4])


@pytest.fixture
def other_submission(other_office):
    return hand_in(other_office, *CODES[:4])


@pytest.fixture
def anan(body):
    return assessor(body, "anan")


@pytest.fixture
def busaba(body):
    return assessor(body, "busaba")


@pytest.fixture
def chai(body):
    return assessor(body, "chai")


def hand_in(office, *codes, unready=(), is_frozen=True):
    """The office's year with these items approved and handed in; `unready` were not approved in time."""
    assessment = create_assessment(office=office, framework_code="obec-2565", by=None)
    frozen = {"frozen_on": date(2026, 4, 30), "frozen_hash": "f" * 64} if is_frozen else {}
    submission = Submission.objects.create(assessment=assessment, closes_on=date(2026, 4, 30), **frozen)
    approved = {
        "approved_hash": "a" * 64,
        "approved_on": date(2026, 4, 29),
        "approved_by_name": "ผู้อำนวยการ",
    }
    Work.objects.bulk_create(
        Work(
            submission=submission,
            item_code=code,
            statement=f"คำชี้แจง {code}",
            content_hash="a" * 64,
            **({} if code in unready else approved),
        )
        for code in codes
    )
    return submission


def assessor(body, name, *, most=450, is_declared=True):
    user = people.create_user(username=name, display_name=name.title(), by=None)
    made = appointing.appoint(body=body, user=user, most_items=most, by=None)
    if is_declared:
        appointing.declare_all(assessor=made, by=user)
    return made


def give(central, *submissions, grouping=Grouping.OFFICE, **named):
    body = submissions[0].assessment.office.body
    return giving.give(body=body, submissions=submissions, grouping=grouping, by=central, **named)


def all_met(code, *failing):
    """A verdict on every required element of an item."""
    item = YEAR.item(code)
    required = [element.code for element in item.elements if element.is_required]
    return {each: "fail" if each in failing else "pass" for each in required}


def required(code):
    return next(iter(all_met(code)))


def judge(assignment, *failing, remark=None):
    """Let its assessor judge an item: what is named fails, all else passes."""
    return marking.mark(
        assignment=assignment,
        elements=all_met(assignment.work.item_code, *failing),
        remark=("ไม่พบข้อมูล" if failing else "") if remark is None else remark,
        by=assignment.assessor.user,
    )


def judge_everything(*submissions, fail=()):
    """Let everybody judge what they have; of the (item, role) in `fail` the first element fails."""
    live = Assignment.objects.filter(queries.ACTIVE, is_done=False, work__submission__in=submissions)
    for each in live.exclude(role=Role.DECISION).select_related("work", "assessor__user"):
        code = each.work.item_code
        judge(each, *([required(code)] if (code, each.role) in fail else []))


def show(central, *submissions, days=10):
    body = submissions[0].assessment.office.body
    until = TODAY + timedelta(days=days)
    actions.preview(body=body, submissions=submissions, replies_until=until, by=central)


def let_the_days_pass(*submissions):
    """The last day to reply was yesterday."""
    yesterday, before = TODAY - timedelta(days=1), TODAY - timedelta(days=16)
    rows = Submission.objects.filter(pk__in=[each.pk for each in submissions])
    rows.update(previewed_on=before, replies_until=yesterday)
    for each in submissions:
        each.refresh_from_db()


def reply(submission, code, *, agrees=False):
    work = submission.works.get(item_code=code)
    words = "" if agrees else "ข้อมูลอยู่ท้ายหน้า"
    return Reply.objects.create(work=work, agrees=agrees, words=words, by_name="ผู้ดูแล")


def live(submission, **named):
    return Assignment.objects.filter(queries.ACTIVE, work__submission=submission, **named).order_by("pk")


def held_by(submission, role=Role.FIRST):
    """Item code -> who has it now."""
    rows = live(submission, role=role).select_related("work", "assessor__user")
    return {each.work.item_code: each.assessor.user.username for each in rows}


def marks():
    return list(Mark.objects.order_by("pk").values_list("assignment__work__item_code", "points"))
