"""A new public page is a decision, not an accident."""

import pytest
from django.urls import reverse
from walk import addresses
from world import make_side

from prongsai.people.doors import SIGN_IN, WAGTAIL, is_ours

PUBLIC = {
    "project_health",
    "disclose_first_page",
    "disclose_office",
    "disclose_result",
    "disclose_data",
    "surveys_first",
    "surveys_answer",
    "surveys_receipt",
    "evidence_captured",
}


def names():
    return {address.name for address in addresses()}


def test_public_pages_are_the_listed_ones():
    assert {address.name for address in addresses() if address.is_public and is_ours(address.name)} == PUBLIC


def test_doors_that_stand_open_exist():
    leaving = {"wagtailadmin_logout"}  # which the walk leaves out

    assert (SIGN_IN | WAGTAIL) - leaving - names() == set()
    assert reverse("wagtailadmin_logout")


def test_names_of_our_addresses_start_with_their_room():
    ours = {a.name for a in addresses() if getattr(a.view, "__module__", "").startswith("prongsai.")}

    assert {name for name in ours if not is_ours(name)} == set()


@pytest.mark.django_db
def test_every_other_door_asks_who_it_is(client):
    side = make_side("office-a", "ลับ")
    closed = [a for a in addresses() if a.name not in PUBLIC | SIGN_IN]
    passed = {}
    for address in closed:
        response = client.get(address.path(side))
        if response.status_code != 404 and not response.get("Location", "").startswith("/workspace/login/"):
            passed[address.name] = response.status_code

    assert passed == {}
