"""What every answer carries, which language it speaks, and what it says when something is wrong."""

import logging
import re

import pytest
from django.http import Http404
from django.test import Client, RequestFactory
from django.utils import translation
from walk import addresses

from prongsai.people import actions
from prongsai.project import headers, views
from prongsai.project.language import language_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return actions.create_user(username="officer", display_name="น.ส.ตัวอย่าง", is_superuser=True, by=None)


def test_public_pages_run_nothing_that_is_not_a_file_of_ours(client):
    response = client.get("/nowhere/at/all/")

    policy = response["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", response.text)


def test_the_workspace_is_as_strict(client, officer):
    client.force_login(officer)

    assert "unsafe" not in client.get("/workspace/")["Content-Security-Policy"]


def test_only_wagtails_own_pages_may_run_script_of_their_own():
    """A name that no address has would be an exception for nothing."""
    known = {address.name for address in addresses() if not address.is_open}

    assert known >= headers.PAGES_WITH_INLINE_SCRIPT


def test_the_workspace_is_kept_in_no_cache(client, officer):
    client.force_login(officer)

    assert "no-store" in client.get("/workspace/")["Cache-Control"]


@pytest.mark.parametrize(
    "name", ["X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "X-Frame-Options"]
)
def test_every_answer_carries_the_neighbours_of_the_policy(client, name):
    assert client.get("/nowhere/at/all/")[name]


@pytest.mark.parametrize(
    ("path", "user_language", "language"),
    [
        ("/", None, "th"),
        ("/en/", None, "en"),
        ("/english/", None, "th"),
        ("/workspace/login/", None, "th"),
        ("/workspace/login/?lang=en", None, "en"),
        ("/workspace/login/?lang=xx", None, "th"),
        ("/workspace/", "en", "en"),
        ("/workspace/?lang=en", "th", "th"),
        ("/", "en", "th"),
    ],
)
def test_public_pages_speak_by_address_the_workspace_by_user(path, user_language, language, officer):
    request = RequestFactory().get(path)
    officer.preferred_language = user_language or "th"
    request.user = officer if user_language else type("Nobody", (), {"is_authenticated": False})()

    assert language_of(request) == language


def test_the_workspace_asks_who_it_is(client):
    response = client.get("/workspace/")

    assert (response.status_code, response["Location"]) == (302, "/workspace/login/?next=/workspace/")


@pytest.mark.parametrize(("path", "language"), [("/no/such/page/x/", "th"), ("/en/no/such/page/x/", "en")])
def test_a_missing_page_says_so_in_its_language(client, path, language):
    response = client.get(path)

    assert response.status_code == 404
    assert f'<html lang="{language}">' in response.text
    assert ("This page is not here" in response.text) == (language == "en")


def test_a_broken_page_shows_a_reference_and_the_log_knows_it(caplog):
    request = RequestFactory().get(
        "/broken/", headers={"user-agent": "Secret Browser"}, REMOTE_ADDR="203.0.113.9"
    )
    with caplog.at_level(logging.ERROR, logger="prongsai"):
        try:
            int("the cause")
        except ValueError:
            response = views.server_error(request)

    reference = re.search(r"<strong>([0-9A-F]{8})</strong>", response.content.decode())[1]
    assert response.status_code == 500
    assert "the cause" not in response.content.decode()
    assert f"Reference {reference}: GET /broken/" in caplog.text
    assert "the cause" in caplog.text
    assert "Secret Browser" not in caplog.text
    assert "203.0.113.9" not in caplog.text


@pytest.mark.parametrize("path", ["/s/abcdefg/", "/en/s/abcdefg/answer/"])
def test_of_a_respondents_page_the_log_knows_no_more_than_that_it_broke(caplog, path):
    request = RequestFactory().post(path)
    with caplog.at_level(logging.ERROR, logger="prongsai"):
        try:
            int("the answer")
        except ValueError:
            views.server_error(request)

    assert "a respondent's page failed: ValueError" in caplog.text
    assert not [told for told in ("the answer", "abcdefg", "Traceback") if told in caplog.text]


@pytest.mark.parametrize(
    ("view", "status", "words"),
    [
        (views.page_not_found, 404, "This page is not here"),
        (views.permission_denied, 403, "You may not enter here"),
        (views.bad_request, 400, "The request could not be read"),
    ],
)
def test_each_refusal_has_a_page(view, status, words):
    with translation.override("en"):
        response = view(RequestFactory().get("/en/x/"), Http404())

    assert (response.status_code, words in response.content.decode()) == (status, True)


def test_a_form_from_elsewhere_is_refused_with_advice(officer):
    client = Client(enforce_csrf_checks=True)
    response = client.post("/workspace/login/?lang=en", {"username": "officer", "password": "x"})

    assert response.status_code == 403
    assert "The form has expired" in response.text


def test_health_answers_when_the_database_does(client):
    assert client.get("/health/").content == b"ok"


def test_each_page_leads_to_itself_in_the_other_language(client):
    page = client.get("/en/nowhere/at/all/").text

    assert 'href="/nowhere/at/all/" lang="th"' in page
