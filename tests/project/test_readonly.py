import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from walk import addresses

from prongsai.people.models import User
from prongsai.project.readonly import WRITING_GETS, ReadOnlyMiddleware, WriteDuringReadError, reads

pytestmark = pytest.mark.django_db


def ask(method, view):
    return ReadOnlyMiddleware(view)(RequestFactory().generic(method, "/anything/"))


def write(_request):
    User.objects.create(username="written")
    return HttpResponse()


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_a_page_that_is_looked_at_cannot_write(method):
    with pytest.raises(WriteDuringReadError, match=f"{method} /anything/"), transaction.atomic():
        ask(method, write)
    assert not User.objects.exists()


def test_a_post_writes():
    ask("POST", write)

    assert User.objects.get().username == "written"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE people_user SET username = 'x'",
        "  delete from people_user",
        "WITH old AS (SELECT 1) DELETE FROM people_user",
        "/* quiet */ INSERT INTO people_user (id) VALUES (1)",
        "-- quiet\nINSERT INTO people_user (id) VALUES (1)",
        "TRUNCATE people_user",
        "DROP TABLE people_user",
        "UPDATE people_user SET username = 'django_session'",
    ],
)
def test_no_way_of_writing_passes(sql):
    with pytest.raises(WriteDuringReadError):
        ask("GET", lambda _request: connection.cursor().execute(sql))


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1",
        "(SELECT 1)",
        "/* why */ SELECT 1",
        "WITH one AS (SELECT 1) SELECT * FROM one",
        "WITH one AS (SELECT 1) SELECT * FROM one FOR UPDATE",
        'UPDATE "django_session" SET session_data = 1',
        'SAVEPOINT "s1"',
    ],
)
def test_reading_is_known(sql):
    assert reads(sql)


def test_reading_and_sessions_pass(client):
    def look(request):
        assert User.objects.count() == 0
        session = client.session
        session["seen"] = 1
        session.save()
        return HttpResponse()

    assert ask("GET", look).status_code == 200


def test_writes_after_the_page_pass_again():
    ask("GET", lambda _request: HttpResponse())

    User.objects.create(username="later")


def test_pages_that_write_while_they_are_looked_at_are_wagtails_own():
    known = {address.name for address in addresses() if not address.is_open}

    assert set(WRITING_GETS) <= known
