"""Everything that exists of a sheet, counted. A new column, header or word in a log is a decision.

Before adding a line here, say what it tells about who answered.
"""

import secrets
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.db import DatabaseError, connection
from django.urls import reverse
from running import begin

from prongsai.collect.surveys import unseen, views

pytestmark = pytest.mark.django_db

KEPT = {
    # one answers here
    "surveys_box": {"submission", "survey_id", "stream", "day", "answers_mac", "sealed"},
    "surveys_code": {"code_hash", "survey_id", "stream", "is_spent"},
    "surveys_sheet": {"id", "survey_id", "stream", "day", "answers"},
    "surveys_suggestion": {"id", "survey_id", "text"},
    # typed from paper by staff, deleted when the pile is closed
    "surveys_papersheet": {
        *("id", "batch_id", "number", "answers", "suggestion"),
        *("entered_by_id", "second", "second_by_id", "is_drawn"),
    },
}
# About a survey, not about anybody who answers.
ABOUT_SURVEYS = {
    "surveys_survey",
    "surveys_stream",
    "surveys_keyholder",
    "surveys_paperbatch",
    "surveys_givingup",
}
HEADERS = {
    *("Cache-Control", "Content-Language", "Content-Length", "Content-Security-Policy", "Content-Type"),
    *("Cross-Origin-Opener-Policy", "Permissions-Policy", "Referrer-Policy", "Vary"),
    *("X-Content-Type-Options", "X-Frame-Options", "X-Robots-Tag"),
}
NEVER_A_COLUMN = ("time", "stamp", "address", "agent", "ip", "user", "session", "created", "_at")


def columns(table):
    with connection.cursor() as cursor:
        return {column.name for column in connection.introspection.get_table_description(cursor, table)}


def tables():
    return {
        model._meta.db_table for model in apps.get_app_config("surveys").get_models(include_auto_created=True)
    }


def send(client, running, **more):
    address = reverse("surveys_answer", args=[running.survey.slug])
    answers = {row.code: row.scale.choices[0].code for row in running.form.rows}
    form = {"submission": secrets.token_hex(16), "code": running.codes[0], "go": "send"}
    return client.post(
        address,
        urlencode(form | answers | more),
        content_type="application/x-www-form-urlencoded",
        HTTP_USER_AGENT="telling",
        REMOTE_ADDR="127.0.0.77",
    )


def test_every_table_of_the_room_is_known():
    assert tables() == KEPT.keys() | ABOUT_SURVEYS


def test_nothing_more_is_kept_of_a_sheet():
    assert {table: columns(table) for table in KEPT} == KEPT


def test_no_column_of_the_room_could_hold_a_moment_or_a_device():
    found = {(table, column) for table in tables() for column in columns(table)}

    assert [
        each for each in sorted(found) if each[1].startswith(NEVER_A_COLUMN) or each[1].endswith("_at")
    ] == []


def test_an_answered_page_carries_these_headers_and_no_cookie(client):
    response = send(client, begin(codes=1))

    assert response.status_code == 200
    assert set(response.headers) == HEADERS
    assert (dict(response.cookies), dict(client.cookies)) == ({}, {})


def test_a_failure_is_written_down_with_its_day_its_kind_and_its_place(client, monkeypatch, caplog):
    def fail(**_fields):
        raise DatabaseError("secret of 127.0.0.77")

    unseen._write_down.cache_clear()
    monkeypatch.setattr(views, "take", fail)

    response = send(client, begin(codes=1))

    (record,) = [each for each in caplog.records if each.name.startswith("prongsai")]
    day, kind, where = record.args
    assert (response.status_code, str(day), kind, record.exc_info) == (503, str(day), "DatabaseError", None)
    assert where.partition(":")[0].endswith("surveys/views.py")
    assert not [word for word in ("telling", "127.0.0.77", "secret") if word in record.getMessage()]


def test_a_failure_of_the_same_kind_is_written_down_once_a_day(client, monkeypatch, caplog):
    def fail(**_fields):
        raise DatabaseError

    unseen._write_down.cache_clear()
    monkeypatch.setattr(views, "take", fail)
    running = begin(codes=1)

    for _each in range(3):
        send(client, running)

    assert len([each for each in caplog.records if each.name.startswith("prongsai")]) == 1
