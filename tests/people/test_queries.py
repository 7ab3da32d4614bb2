import pytest
from django.contrib.auth.models import AnonymousUser
from world import Role, make_member

from prongsai.people import actions, queries

EVERYTHING = {"view", "edit", "edit_own_unit", "administer", "approve", "assess"}
MAY = {
    Role.OFFICE_ADMIN: {"view", "edit", "edit_own_unit", "administer"},
    Role.UNIT_MEMBER: {"view", "edit_own_unit"},
    Role.EXECUTIVE: {"view", "approve"},
    Role.VIEWER: {"view"},
    Role.ASSESSOR: {"view", "assess"},
    Role.CENTRAL: {"view", "assess"},
}


@pytest.mark.parametrize("role", Role.values)
def test_each_role_may_do_its_own_and_nothing_else(role, office, unit, stranger_office):
    user = make_member(office, role, "carol", unit=unit)

    assert {verb for verb in EVERYTHING if queries.may(user, verb, office)} == MAY[role]
    assert queries.verbs_of(user, office) == MAY[role]
    assert queries.verbs_of(user, stranger_office) == set()
    assert {verb for verb in EVERYTHING if queries.may(user, verb, stranger_office)} == set()


def test_central_staff_see_every_office_of_their_body(office, neighbour, stranger_office):
    user = make_member(office, Role.CENTRAL, "carol")

    assert set(queries.offices_visible_to(user)) == {office, neighbour}


def test_an_assessor_sees_the_offices_assigned(office, neighbour, stranger_office):
    user = make_member(office, Role.ASSESSOR, "carol")
    actions.grant_role(user=user, role=Role.ASSESSOR, office=stranger_office, by=None)

    assert set(queries.offices_where(user, "assess")) == {office, stranger_office}


def test_a_technical_administrator_neither_approves_nor_judges(root, office):
    assert {verb for verb in EVERYTHING if queries.may(root, verb, office)} == {
        "view", "edit", "edit_own_unit", "administer",
    }  # fmt: skip


def test_who_left_may_nothing(alice, office):
    alice.is_active = False

    assert not queries.may(alice, "view", office)
    assert not queries.may(AnonymousUser(), "view", office)
    assert queries.verbs_of(AnonymousUser(), office) == set()


def test_a_unit_member_edits_only_what_is_the_units(office, unit, bob, alice):
    other = actions.add_unit(office=office, code="plan", name_th="กลุ่มแผน", by=alice)

    assert queries.may(bob, "edit_own_unit", office, unit=unit)
    assert not queries.may(bob, "edit_own_unit", office, unit=other)
    assert queries.may(alice, "edit_own_unit", office, unit=other)
    assert list(queries.own_units(bob, office)) == [unit]


def test_an_unknown_verb_is_a_mistake_of_the_programme(alice):
    with pytest.raises(ValueError, match="No role may 'fly'"):
        queries.offices_where(alice, "fly")


@pytest.mark.parametrize("typed", ["ตัวอย่าง เขต 1", "สพป.\u200bตัวอย่าง เขต 1", "example AREA", "one"])
def test_an_office_is_found_by_any_of_its_names(alice, office, neighbour, typed):
    assert list(queries.find_offices(alice, typed)) == [office]


def test_bodies_are_those_of_the_offices_one_sees(alice, body, other_body, root):
    assert list(queries.bodies_visible_to(alice)) == [body]
    assert set(queries.bodies_visible_to(root)) == {body, other_body}
