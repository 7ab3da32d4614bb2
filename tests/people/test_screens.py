import pytest
from django.urls import reverse
from world import PASSWORD, Role, make_member

from prongsai.people import actions, workspace
from prongsai.people.models import Membership, Unit, User


@pytest.fixture
def as_alice(client, alice):
    client.force_login(alice)
    return client


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("name", ["people_unit:index", "people_post:index", "people_member:index"])
def test_lists_ask_the_database_the_same_however_long(
    as_alice, office, rows, name, django_assert_num_queries
):
    for number in range(rows):
        unit = actions.add_unit(office=office, code=f"u{number}", name_th=f"กลุ่ม {number}", by=None)
        actions.add_post(office=office, title_th=f"ตำแหน่ง {number}", unit=unit, by=None)
        make_member(office, Role.UNIT_MEMBER, f"member{number}", unit=unit)
    as_alice.get(reverse(name, args=["one"]))  # content types are remembered from here on

    with django_assert_num_queries(17):
        assert as_alice.get(reverse(name, args=["one"])).status_code == 200


def test_a_unit_is_added_edited_and_removed_through_the_actions(as_alice, office):
    as_alice.post(reverse("people_unit:add", args=["one"]), {"code": "plan", "name_th": "กลุ่มแผน", "order": 1})
    unit = Unit.objects.get()
    as_alice.post(
        reverse("people_unit:edit", args=["one", unit.pk]),
        {"code": "plan", "name_th": "กลุ่มนโยบาย", "order": 2},
    )
    unit.refresh_from_db()
    assert (unit.office, unit.name_th, unit.order) == (office, "กลุ่มนโยบาย", 2)

    as_alice.post(reverse("people_unit:delete", args=["one", unit.pk]))
    assert not Unit.objects.exists()


def test_a_refusal_stands_in_the_form(as_alice, office, unit):
    response = as_alice.post(
        reverse("people_unit:add", args=["one"]), {"code": unit.code, "name_th": "อีกกลุ่ม", "order": 0}
    )

    assert response.status_code == 200
    assert [*response.context["form"].non_field_errors()] != []
    assert Unit.objects.count() == 1


def test_a_used_unit_says_why_it_stays(as_alice, office, unit, bob):
    response = as_alice.post(reverse("people_unit:delete", args=["one", unit.pk]), follow=True)

    assert [str(message) for message in response.context["messages"]] != []
    assert Unit.objects.filter(pk=unit.pk).exists()


@pytest.mark.parametrize("role", [Role.UNIT_MEMBER, Role.EXECUTIVE, Role.VIEWER, Role.ASSESSOR, Role.CENTRAL])
@pytest.mark.parametrize(
    "name",
    ["people_office_edit", "people_unit:index", "people_unit:add", "people_post:index", "people_member:add"],
)
def test_only_the_administrator_finds_the_settings(client, office, unit, role, name):
    client.force_login(make_member(office, role, "carol", unit=unit))

    assert client.get(reverse("people_office", args=["one"])).status_code == 200
    assert client.get(reverse(name, args=["one"])).status_code == 404


def test_a_member_is_taken_in_and_can_sign_in(as_alice, client, office, unit):
    response = as_alice.post(
        reverse("people_member:add", args=["one"]),
        {
            "username": "carol",
            "display_name": "น.ส.ตัวอย่าง สาม",
            "role": "unit_member",
            "unit": unit.pk,
            "password": "a-long-good-word",
        },
    )

    assert response.status_code == 302
    assert client.login(username="carol", password="a-long-good-word")


def test_an_office_administrator_cannot_name_assessors(as_alice, office):
    as_alice.post(
        reverse("people_member:add", args=["one"]),
        {"username": "carol", "display_name": "c", "role": "assessor", "password": "a-long-good-word"},
    )

    assert not User.objects.filter(username="carol").exists()


def test_an_assessors_role_is_not_the_offices_to_change(as_alice, office):
    make_member(office, Role.ASSESSOR, "carol")
    membership = Membership.objects.get(role="assessor")

    for name in ("edit", "delete"):
        address = reverse(f"people_member:{name}", args=["one", membership.pk])
        assert as_alice.get(address).status_code == 404
        assert as_alice.post(address).status_code == 404
    assert Membership.objects.filter(pk=membership.pk).exists()


def test_ones_own_password_needs_the_present_one(as_alice, alice):
    form = {"display_name": "ใหม่", "preferred_language": "en", "new_password": "a-long-good-word"}
    as_alice.post(reverse("people_account"), form | {"password": "wrong"})
    alice.refresh_from_db()
    assert alice.check_password(PASSWORD)

    as_alice.post(reverse("people_account"), form | {"password": PASSWORD})
    alice.refresh_from_db()
    assert alice.check_password("a-long-good-word")
    assert (alice.display_name, alice.preferred_language) == ("ใหม่", "en")
    assert as_alice.get(reverse("people_account")).status_code == 200


def test_only_the_technical_administrator_adds_offices(client, body, office, alice, root):
    form = {"body": body.pk, "slug": "new", "name_th": "สำนักงานใหม่", "kind": "school"}
    client.force_login(alice)
    assert client.get(reverse("people_office_add")).status_code == 404
    assert client.post(reverse("people_office_add"), form).status_code == 404

    client.force_login(root)
    assert client.post(reverse("people_office_add"), form).status_code == 302
    assert body.offices.filter(slug="new").exists()


def test_menu_and_home_name_only_ones_own_offices(as_alice, office, neighbour):
    page = as_alice.get(reverse("wagtailadmin_home")).text

    assert office.name_th in page
    assert neighbour.name_th not in page


def test_one_without_a_role_is_told_what_to_do(client, db):
    carol = actions.create_user(username="carol", display_name="c", preferred_language="en", by=None)
    carol.groups.add(workspace.make_group("left behind"))
    client.force_login(carol)

    assert "You have no role in an office yet." in client.get("/workspace/").text
