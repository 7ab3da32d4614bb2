"""One office with two units and people of each role, one assessment; and another office beside."""

from datetime import UTC, date, datetime

import pytest
from django.utils import translation
from world import Role, make_member

from prongsai.act.actions import PracticeDraft
from prongsai.collect.assessments.actions import create_assessment
from prongsai.people import actions as people

MADE_AT = datetime(2022, 11, 22, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_english():
    """Refusals are compared in the language of the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def body(db):
    return people.create_body(code="obec", name_th="สพฐ.", by=None)


@pytest.fixture
def office(body):
    return people.create_office(
        body=body, slug="example-1", name_th="สพป.ตัวอย่าง เขต 1", name_en="Example area 1", by=None
    )


@pytest.fixture
def other_office(body):
    return people.create_office(body=body, slug="example-2", name_th="สพป.ตัวอย่าง เขต 2", by=None)


@pytest.fixture
def planning(office):
    return people.add_unit(
        office=office, code="planning", name_th="กลุ่มนโยบายและแผน", name_en="Planning", by=None
    )


@pytest.fixture
def finance(office):
    return people.add_unit(office=office, code="finance", name_th="กลุ่มบริหารการเงิน", order=1, by=None)


def in_english(user):
    user.preferred_language = "en"
    user.save()
    return user


@pytest.fixture
def administrator(office):
    return in_english(make_member(office, Role.OFFICE_ADMIN, "administrator"))


@pytest.fixture
def planner(office, planning):
    return in_english(make_member(office, Role.UNIT_MEMBER, "planner", unit=planning))


@pytest.fixture
def executive(office):
    return in_english(make_member(office, Role.EXECUTIVE, "executive"))


@pytest.fixture
def stranger(other_office):
    return in_english(make_member(other_office, Role.OFFICE_ADMIN, "stranger"))


def assess(office, code):
    return create_assessment(office=office, framework_code=code, by=None)


@pytest.fixture
def assessment(office):
    return assess(office, "obec-2566-draft")


@pytest.fixture
def last_year(office):
    return assess(office, "obec-2565")


def draft(**changed):
    """A practice of the year after 2566; nobody is responsible yet."""
    told = {
        "practice_th": "จัดทำแผนการใช้จ่ายงบประมาณ",
        "monitoring_th": "รายงานทีมบริหารทุกไตรมาส",
        "reporting_th": "มีแผนการใช้จ่ายงบประมาณ",
        "starts_on": date(2023, 10, 1),
        "ends_on": date(2023, 12, 31),
    }
    return PracticeDraft(**told | changed)
