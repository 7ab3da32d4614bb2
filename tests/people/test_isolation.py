"""No address shows one office to another, and none lets another change it: every address, as every role."""

from __future__ import annotations

import gc

import pytest
from django.apps import apps
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils.translation import gettext, override
from walk import Address, Form, addresses
from world import PASSWORD, Role, Side, make_side

from prongsai.people import actions
from prongsai.trail.models import Event

pytestmark = pytest.mark.one_database
MARKER, OTHER = "ลับเฉพาะก", "ของอื่นข"
VARIANTS = ({}, {"q": MARKER, "ordering": "id"}, {"export": "csv"})
VISITORS = [*Role.values, "nobody", "stranger"]


@pytest.fixture(scope="module")
def _sides(django_db_setup, django_db_blocker, tmp_path_factory):
    """Two offices under two bodies, made once for the whole walk and rolled back at its end."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        files = tmp_path_factory.mktemp("files")
        patch.setattr(settings, "FILES_DIR", files)
        atomic = transaction.atomic()
        atomic.__enter__()
        yield make_side("office-a", MARKER), make_side("office-b", OTHER), files
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


@pytest.fixture
def sides(_sides, db, monkeypatch):
    *both, files = _sides
    monkeypatch.setattr(settings, "FILES_DIR", files)
    with override("th"):
        yield both


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
                if response.status_code >= 500 or MARKER in _read(response).replace(query.get("q", "\0"), ""):
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
                tells = not address.is_public and MARKER in _read(response).replace(str(data), "")
                if response.status_code >= 500 or tells:
                    wrong.append((address.name, path, response.status_code))

    assert wrong == []
    assert secret.snapshot() == before
    assert is_signed_in(client) == (role not in {"nobody", "stranger"})


@pytest.mark.filterwarnings("ignore:Exception ignored in")  # Wagtail leaves files of small pictures open
def test_the_technical_administrator_meets_no_broken_page(sides):
    """Every page opens, Wagtail's own too, though apps of it that we do not use are left out."""
    secret, _theirs = sides
    client = Client(raise_request_exception=False)
    client.force_login(actions.create_user(username="root", display_name="r", is_superuser=True, by=None))
    broken = [
        (address.name, response.status_code)
        for address in addresses()
        if address.name != "wagtailadmin_error_test"  # which breaks on purpose
        and _read(response := client.get(address.path(secret))) is not None
        and response.status_code >= 500
    ]

    gc.collect()

    assert broken == []


def test_the_walk_would_see_a_leak(sides):
    """The office's own administrator meets the marker, so its absence elsewhere means something."""
    secret, _theirs = sides
    client = visitor(secret, Role.OFFICE_ADMIN)
    showing = {
        address.name
        for address in addresses()
        if address.is_open and MARKER in _read(client.get(address.path(secret)))
    }

    assert {"people_office", "people_office_edit", "people_unit:edit", "people_post:index"} <= showing


def test_every_verb_of_the_trail_has_its_words(sides):
    """An office reads in its own language what was done: the verbs stand in project/locale_trail."""
    verbs = set(Event.objects.values_list("verb", flat=True))

    assert {verb for verb in verbs if gettext(verb) == verb} == set()


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
            fields = Form(_read(client.get(address.path(side)))).fields
            forms[address.name] = {
                name: value.replace(MARKER, "") + ("x" if "name" in name else "")
                for name, value in fields.items()
            }
    return forms


def _read(response) -> str:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return content.decode("utf-8", "replace")
