"""Two people are two, and what deletes says whether it did."""

import sqlite3

import pytest
from django.db import OperationalError, connection
from running import begin

from prongsai.collect.surveys import actions, compacting
from prongsai.collect.surveys.models import KeyHolder, Survey
from prongsai.people import actions as people

pytestmark = pytest.mark.django_db


def begun():
    """Before it is made ready, so that keys can still be made."""
    running = begin()
    Survey.objects.update(public_key=b"")
    running.survey.refresh_from_db()
    return running


def another(running, role="office_admin", **more):
    user = people.create_user(username="another", display_name="คนอื่น", by=None, **more)
    people.grant_role(user=user, role=role, office=running.office, by=None)
    return user


def keys():
    return sorted(KeyHolder.objects.values_list("role", "holder_id"))


@pytest.mark.parametrize("more", [{}, {"is_superuser": True}])
def test_nobody_makes_the_key_of_another_person_anew(more):
    running, before = begun(), keys()

    with pytest.raises(actions.SurveyRefusedError):
        actions.make_key(survey=running.survey, role="admin", by=another(running, **more))

    assert keys() == before


def test_a_technical_administrator_holds_no_key():
    running = begun()
    KeyHolder.objects.all().delete()

    with pytest.raises(actions.SurveyRefusedError):
        actions.make_key(survey=running.survey, role="admin", by=another(running, is_superuser=True))

    assert keys() == []


def test_who_lost_an_own_slip_makes_the_key_anew():
    running = begun()
    before = bytes(KeyHolder.objects.get(role="admin").public_key)

    actions.make_key(survey=running.survey, role="admin", by=running.admin)

    assert bytes(KeyHolder.objects.get(role="admin").public_key) != before
    assert KeyHolder.objects.count() == 2


def test_a_log_of_writes_that_somebody_reads_is_not_taken_for_emptied(tmp_path, monkeypatch):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL raises by itself")
    place = tmp_path / "busy.sqlite3"
    ours, reader = sqlite3.connect(place, isolation_level=None), sqlite3.connect(place)
    ours.execute("PRAGMA journal_mode=WAL")
    ours.execute("CREATE TABLE t (x)")
    ours.execute("INSERT INTO t VALUES (1)")
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM t").fetchall()
    ours.execute("INSERT INTO t VALUES (2)")
    monkeypatch.setattr(compacting, "connection", Around(ours))

    with pytest.raises(OperationalError):
        compacting.compact()
    reader.close()

    compacting.compact()
    ours.close()


class Around:
    """A bare connection, as Django's looks."""

    vendor = "sqlite"

    def __init__(self, bare):
        self.bare = bare

    def cursor(self):
        return self

    def __enter__(self):
        return self.bare.cursor()

    def __exit__(self, *_error):
        return None
