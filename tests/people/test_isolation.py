"""No address shows one office to another, and none lets another change it: every address, as every role."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils.translation import activate
from walk import Address, Form, addresses
from world import PASSWORD, Role, Side, make_side

MARKER, OTHER = "ลับเฉพาะก", "ของอื่นข"
VARIANTS = ({}, {"q": MARKER, "ordering": "id"}, {"export": "csv"})
VISITORS = [*Role.values, "nobody", "stranger"]


@pytest.fixture(scope="module")
def _sides(django_db_setup, django_db_blocker, tmp_path_factory):
    """Two offices under two bodies, made once for the whole walk and rolled back at its end."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "FILES_DIR", tmp_path_factory.mktemp("files"))
        atomic = transaction.atomic()
        atomic.__enter__()
        yield make_side("office-a", MARKER), make_side("office-b", OTHER)
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


@pytest.fixture
def sides(_sides, db):
    activate("th")
    return _sides


def visitor(side: Side, role: str) -> Client:
    """A browser in which somebody of this side is signed in; `nobody` is not, `stranger` has no role."""
    client = Client(raise_request_exception=False)
    if role == "stranger":
        user = type(side.users[Role.VIEWER]).objects.create(username="stranger", display_name="คนนอก")
        client.force_login(user)
    elif role != "nobody":
        assert client.login(username=side.users[role].username, password=PASSWORD)
    return client


def is_signed_in(client: Client) -> bool:
    """A walk that was signed out half-way would find nothing and prove nothing."""
    return client.get("/workspace/").status_code == 200


def doors(address: Address, ours: Side, theirs: Side) -> set[str]:
    """The other office's address, and the other office's things under our own address."""
    return {address.path(ours), address.path(ours, office=theirs.office.slug)}


@pytest.mark.parametrize("role", VISITORS)
def test_nothing_of_another_office_is_shown(sides, role):
    secret, theirs = sides
    client = visitor(theirs, role)
    wrong = []
    for address in addresses():
        for path in () if address.is_public else doors(address, secret, theirs):
            for query in VARIANTS if address.is_open else VARIANTS[:1]:
                response = client.get(path, query)
                if response.status_code >= 500 or MARKER in _text(response).replace(query.get("q", "\0"), ""):
                    wrong.append((address.name, path, query, response.status_code))

    assert wrong == []
    assert is_signed_in(client) == (role not in {"nobody", "stranger"})


@pytest.mark.parametrize("role", VISITORS)
def test_nothing_of_another_office_is_changed(sides, role):
    secret, theirs = sides
    forms = _forms_of_its_own_people(secret)
    before = secret.snapshot()
    client = visitor(theirs, role)
    wrong = []
    for address in addresses():
        for path in doors(address, secret, theirs):
            for data in ({}, forms.get(address.name, {})):
                response = client.post(path, data)
                if response.status_code >= 500 or MARKER in _text(response).replace(str(data), ""):
                    wrong.append((address.name, path, response.status_code))

    assert wrong == []
    assert secret.snapshot() == before
    assert is_signed_in(client) == (role not in {"nobody", "stranger"})


def test_the_walk_would_see_a_leak(sides):
    """The office's own administrator meets the marker, so its absence elsewhere means something."""
    secret, _theirs = sides
    client = visitor(secret, Role.OFFICE_ADMIN)
    showing = {
        address.name
        for address in addresses()
        if address.is_open and MARKER in _text(client.get(address.path(secret)))
    }

    assert {"people_office", "people_office_edit", "people_unit:edit", "people_post:index"} <= showing


def test_every_table_with_offices_holds_something_of_both_sides(sides):
    """A table that no fill writes would be walked past: add it to a world_<room>.py."""
    ours = {model for model in apps.get_models() if model.__module__.startswith("prongsai.")}

    for side in sides:
        assert {model._meta.label for model in ours - side.rows.keys()} == set()


def _forms_of_its_own_people(side: Side) -> dict[str, dict[str, str]]:
    """What the office's administrator would send, with one text changed: the best a forger could do."""
    client = visitor(side, Role.OFFICE_ADMIN)
    forms = {}
    for address in addresses():
        if address.is_open and address.arguments:
            fields = Form(_text(client.get(address.path(side)))).fields
            forms[address.name] = {
                name: value.replace(MARKER, "") + ("x" if "name" in name else "")
                for name, value in fields.items()
            }
    return forms


def _text(response) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode("utf-8", "replace")
