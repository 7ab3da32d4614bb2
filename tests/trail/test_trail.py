import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection, transaction

from prongsai.trail import actions, queries
from prongsai.trail.models import Event, Frozen, RowsAreOnlyAddedError

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return get_user_model().objects.create(username="alice", display_name="น.ส.ตัวอย่าง หนึ่ง")


def test_an_event_says_who_did_what_on_what(alice):
    event = actions.record("thing.done", on=alice, by=alice, office_id=7, count=3)

    assert (event.actor_id, event.actor_label, event.verb) == (alice.pk, "น.ส.ตัวอย่าง หนึ่ง", "thing.done")
    assert (event.object_kind, event.object_id, event.office_id) == ("people.user", str(alice.pk), 7)
    assert event.details == {"count": 3}


def test_the_system_itself_has_no_id(alice):
    event = actions.record("thing.done", on=alice, by=None)

    assert (event.actor_id, event.actor_label) == (None, "system")


def test_events_come_newest_first(alice):
    first, second = (actions.record(verb, on=alice, by=alice, office_id=7) for verb in ("a.b", "c.d"))

    assert list(queries.events_of(alice)) == [second, first]
    assert list(queries.events_of_office(7)) == [second, first]
    assert list(queries.events_of_office(8)) == []


@pytest.fixture(params=["event", "frozen"])
def row(request, alice):
    if request.param == "event":
        return actions.record("thing.done", on=alice, by=alice)
    return actions.freeze(b"x", slug="result", media_type="text/plain", by=alice)


def test_a_row_cannot_be_saved_again(row):
    with pytest.raises(RowsAreOnlyAddedError):
        row.save()


def test_a_row_cannot_be_deleted(row):
    with pytest.raises(RowsAreOnlyAddedError):
        row.delete()


@pytest.mark.parametrize("change", ["update", "delete", "bulk_update"])
def test_rows_cannot_be_changed_in_bulk(row, change):
    arguments = {"update": ((), {"pk": 1}), "delete": ((), {}), "bulk_update": (([row], ["pk"]), {})}
    args, kwargs = arguments[change]

    with pytest.raises(RowsAreOnlyAddedError):
        getattr(type(row).objects.all(), change)(*args, **kwargs)


@pytest.mark.parametrize("sql", ["UPDATE {table} SET office_id = 1", "DELETE FROM {table}"])
def test_the_database_itself_refuses(row, sql):
    table = row._meta.db_table

    with pytest.raises(DatabaseError, match="rows are only ever added"), transaction.atomic():
        connection.cursor().execute(sql.format(table=table))
    assert type(row).objects.filter(pk=row.pk).exists()


def test_frozen_bytes_come_back(alice, settings):
    frozen = actions.freeze(
        "ผล".encode(),
        slug="result",
        media_type="text/html",
        by=alice,
        office_id=7,
        period="obec-2565",
        address="/x/",
    )

    assert queries.read(frozen) == "ผล".encode()
    assert frozen.size == 6
    assert (settings.FILES_DIR / frozen.sha256[:2] / frozen.sha256).is_file()
    assert Event.objects.get(verb="trail.frozen").details == {"sha256": frozen.sha256, "size": 6}


def test_the_newest_is_found_by_what_it_is_and_by_address(alice):
    for content in (b"one", b"two"):
        newest = actions.freeze(
            content,
            slug="result",
            media_type="text/html",
            by=alice,
            office_id=7,
            period="2565",
            address="/x/",
        )

    assert queries.newest(slug="result", office_id=7, period="2565") == newest
    assert queries.newest(slug="result", office_id=8, period="2565") is None
    assert queries.at_address("/x/") == newest
    assert queries.at_address("/y/") is None


def test_the_same_bytes_are_kept_once_and_said_twice(alice, settings):
    for office_id in (1, 2):
        actions.freeze(b"same", slug="result", media_type="text/plain", by=alice, office_id=office_id)

    assert Frozen.objects.count() == 2
    assert len([path for path in settings.FILES_DIR.rglob("*") if path.is_file()]) == 1


def test_altered_bytes_are_not_given_out(alice, settings):
    frozen = actions.freeze(b"true", slug="result", media_type="text/plain", by=alice)
    actions.place_of(frozen.sha256).write_bytes(b"false")

    with pytest.raises(queries.FrozenDamagedError, match="was altered"):
        queries.read(frozen)


def test_freezing_again_mends_altered_bytes(alice):
    frozen = actions.freeze(b"true", slug="result", media_type="text/plain", by=alice)
    actions.place_of(frozen.sha256).write_bytes(b"false")
    actions.freeze(b"true", slug="result", media_type="text/plain", by=alice)

    assert queries.read(frozen) == b"true"


def test_missing_bytes_say_where_they_belong(alice):
    frozen = actions.freeze(b"true", slug="result", media_type="text/plain", by=alice)
    actions.place_of(frozen.sha256).unlink()

    with pytest.raises(queries.FrozenDamagedError, match="is missing: restore"):
        queries.read(frozen)


def test_what_is_rolled_back_leaves_no_row(alice):
    with transaction.atomic():
        actions.freeze(b"never", slug="result", media_type="text/plain", by=alice)
        transaction.set_rollback(True)

    assert not Frozen.objects.exists()
