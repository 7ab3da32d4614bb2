import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, transaction
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from world import PASSWORD, Role, make_member

from prongsai.people import actions, queries
from prongsai.people.models import Membership, Office, Post, Unit, User
from prongsai.trail.models import Event

Refused = actions.ActionRefusedError


def test_an_office_comes_with_its_root_its_collection_and_a_group_per_role(office):
    assert office.root_page.get_parent().is_root()
    assert office.collection.name == "สพป.ตัวอย่าง เขต 1"
    assert sorted(office.groups.values_list("role", flat=True)) == sorted(set(Role.values) - {"central"})


def test_groups_reach_only_the_root_and_the_collection_of_their_office(office, neighbour):
    groups = office.groups.values("group")

    assert set(GroupPagePermission.objects.filter(group__in=groups).values_list("page", flat=True)) == {
        office.root_page_id
    }
    collections = GroupCollectionPermission.objects.filter(group__in=groups).values_list(
        "collection", flat=True
    )
    assert set(collections) == {office.collection_id}


def test_an_address_is_given_once(office):
    with pytest.raises(Refused, match="Another office has the address one"):
        actions.create_office(body=office.body, slug="one", name_th="อื่น", by=None)


@pytest.mark.parametrize("slug", ["en", "workspace", "static", "ita", "api", "s"])
def test_an_office_cannot_take_an_address_of_the_site(body, slug):
    with pytest.raises(Refused, match="taken by an address of the site"):
        actions.create_office(body=body, slug=slug, name_th="อื่น", by=None)
    assert not Office.objects.exists()


def test_a_new_name_reaches_the_page_and_the_collection(office, alice):
    actions.edit_office(office=office, by=alice, name_th="ชื่อใหม่")
    office = Office.objects.get()

    assert (office.name_th, office.root_page.title, office.collection.name) == ("ชื่อใหม่",) * 3


def test_an_edit_names_what_changed(office, alice):
    actions.edit_office(office=office, by=alice, name_th=office.name_th, province="ตัวอย่าง")

    event = Event.objects.filter(verb="people.office_edited").get()
    assert (event.actor_id, event.office_id, event.details) == (
        alice.pk,
        office.pk,
        {"changed": ["province"]},
    )


def test_an_edit_that_changes_nothing_leaves_no_trail(office, alice):
    actions.edit_office(office=office, by=alice, name_th=office.name_th)

    assert not Event.objects.filter(verb="people.office_edited").exists()


def test_a_code_is_once_in_an_office(office, neighbour, unit, alice):
    second = actions.add_unit(office=office, code="plan", name_th="กลุ่มแผน", by=alice)
    actions.add_unit(office=neighbour, code="admin", name_th="กลุ่มอำนวยการ", by=None)

    with pytest.raises(Refused, match="Another unit of the office has the code admin"):
        actions.add_unit(office=office, code="admin", name_th="อีกกลุ่ม", by=alice)
    with pytest.raises(Refused, match="Another unit of the office has the code admin"):
        actions.edit_unit(unit=second, code="admin", by=alice)
    assert actions.edit_unit(unit=second, code="plan", name_th="กลุ่มนโยบาย", by=alice).name_th == "กลุ่มนโยบาย"


def test_a_unit_with_members_stays(unit, bob, alice):
    with pytest.raises(Refused, match="is still used and stays"):
        actions.remove_unit(unit=unit, by=alice)
    assert Unit.objects.filter(pk=unit.pk).exists()
    assert not Event.objects.filter(verb="people.unit_removed").exists()


def test_an_unused_unit_goes_and_its_name_stays_in_the_trail(unit, alice):
    actions.remove_unit(unit=unit, by=alice)

    assert not Unit.objects.exists()
    assert Event.objects.get(verb="people.unit_removed").object_label == "กลุ่มอำนวยการ"


def test_an_office_has_one_head(office, alice):
    actions.add_post(office=office, title_th="ผู้อำนวยการ", is_head=True, by=alice)

    with pytest.raises(Refused, match="already has a head"):
        actions.add_post(office=office, title_th="รองผู้อำนวยการ", is_head=True, by=alice)
    assert Post.objects.count() == 1


def test_a_post_cannot_lie_in_another_offices_unit(neighbour, unit, alice):
    with pytest.raises(Refused, match="belongs to another office"):
        actions.add_post(office=neighbour, title_th="หัวหน้ากลุ่ม", unit=unit, by=alice)


def test_a_role_is_given_once(alice, office):
    with pytest.raises(Refused, match="has this role already"):
        actions.grant_role(user=alice, role=Role.OFFICE_ADMIN, office=office, by=None)


@pytest.mark.parametrize(
    ("role", "places"),
    [
        ("central", {"office"}),
        ("viewer", {"body"}),
        ("viewer", {"office", "body"}),
        ("viewer", set()),
        ("unit_member", {"office"}),
        ("viewer", {"office", "unit"}),
        ("king", {"office"}),
    ],
)
def test_the_database_refuses_roles_in_the_wrong_place(role, places, office, body, unit):
    user = User.objects.create(username="carol")
    where = {"office": office, "body": body, "unit": unit}

    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(user=user, role=role, **{name: where[name] for name in places})


def test_whoever_has_a_role_may_enter_and_no_longer_after_it(office, alice):
    carol = make_member(office, Role.VIEWER, "carol")
    assert carol.has_perm("wagtailadmin.access_admin")

    actions.revoke_role(membership=carol.memberships.get(), by=alice)

    assert not User.objects.get(pk=carol.pk).has_perm("wagtailadmin.access_admin")


def test_a_member_of_two_units_keeps_the_group_until_both_are_gone(office, unit, bob, alice):
    second = actions.add_unit(office=office, code="plan", name_th="กลุ่มแผน", by=alice)
    kept = actions.grant_role(user=bob, role=Role.UNIT_MEMBER, office=office, unit=second, by=alice)
    actions.revoke_role(membership=bob.memberships.exclude(pk=kept.pk).get(), by=alice)
    assert bob.groups.count() == 1

    actions.revoke_role(membership=kept, by=alice)
    assert bob.groups.count() == 0


def test_the_last_administrator_stays(alice):
    with pytest.raises(Refused, match="needs an administrator"):
        actions.revoke_role(membership=alice.memberships.get(), by=alice)


def test_a_new_member_is_a_new_user(office, alice):
    membership = actions.add_member(
        office=office, role=Role.VIEWER, username="carol", display_name="คนใหม่", password=PASSWORD, by=alice
    )

    assert authenticate(username="carol", password=PASSWORD) == membership.user


def test_a_stranger_cannot_be_taken_in_by_name(office, stranger_office, alice):
    make_member(stranger_office, Role.VIEWER, "carol", marker="secret")

    with pytest.raises(Refused, match="The name carol is taken") as refusal:
        actions.add_member(office=office, role=Role.VIEWER, username="carol", display_name="x", by=alice)
    assert "secret" not in str(refusal.value)


def test_an_administrator_changes_only_whom_they_look_after(office, stranger_office, alice):
    carol = make_member(stranger_office, Role.VIEWER, "carol")
    membership = actions.grant_role(user=carol, role=Role.ASSESSOR, office=office, by=None)
    actions.edit_member(membership=membership, role=Role.VIEWER, display_name="แอบแก้", by=alice)
    carol.refresh_from_db()

    assert carol.display_name != "แอบแก้"
    assert queries.roles_in(carol, office) == {"viewer"}


@pytest.mark.parametrize("typed", ["carol", "CAROL", "Carol@Example.org", " carol "])
def test_sign_in_is_by_name_or_email(db, typed):
    carol = actions.create_user(
        username="carol", display_name="c", email="carol@example.org", password=PASSWORD, by=None
    )

    assert authenticate(username=typed, password=PASSWORD) == carol
    assert authenticate(username=typed, password="wrong") is None


def test_nobody_signs_in_without_a_password(db):
    actions.create_user(username="carol", display_name="c", by=None)

    assert authenticate(username="carol", password="") is None
    assert authenticate(username="", password="") is None


@pytest.mark.parametrize("twin", [{"username": "CAROL"}, {"username": "other", "email": "C@example.org"}])
def test_names_and_emails_are_once_whatever_their_case(db, twin):
    actions.create_user(username="carol", display_name="c", email="c@example.org", by=None)

    with pytest.raises(Refused):
        actions.create_user(**({"display_name": "d"} | twin), by=None)
