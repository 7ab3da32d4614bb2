"""Two bodies, two offices of the first, one of the second; people are made where a test needs them."""

import pytest
from django.utils import translation
from world import Role, make_member

from prongsai.people import actions


@pytest.fixture(autouse=True)
def _in_english():
    """Refusals are compared in the language of the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def body(db):
    return actions.create_body(code="obec", name_th="สพฐ.", name_en="OBEC", by=None)


@pytest.fixture
def other_body(db):
    return actions.create_body(code="nacc", name_th="ป.ป.ช.", by=None)


@pytest.fixture
def office(body):
    return actions.create_office(
        body=body, slug="one", name_th="สพป.ตัวอย่าง เขต 1", name_en="Example area 1", by=None
    )


@pytest.fixture
def neighbour(body):
    return actions.create_office(body=body, slug="two", name_th="สพป.ตัวอย่าง เขต 2", by=None)


@pytest.fixture
def stranger_office(other_body):
    return actions.create_office(body=other_body, slug="three", name_th="เทศบาลตัวอย่าง", by=None)


@pytest.fixture
def unit(office):
    return actions.add_unit(office=office, code="admin", name_th="กลุ่มอำนวยการ", by=None)


@pytest.fixture
def alice(office):
    return make_member(office, Role.OFFICE_ADMIN, "alice")


@pytest.fixture
def bob(office, unit):
    return make_member(office, Role.UNIT_MEMBER, "bob", unit=unit)


@pytest.fixture
def root(db):
    return actions.create_user(username="root", display_name="ผู้ดูแลระบบ", is_superuser=True, by=None)
