"""What cannot be taken in is refused in words, with the answers still there, and nothing is written down."""

import logging

import pytest
from django.db import DatabaseError, OperationalError
from respondent import fields_of, member, page, visitor

from prongsai.collect.surveys import keys, pace, pages, unseen, views
from prongsai.collect.surveys.models import Box, Code, Survey
from prongsai.frameworks import library

pytestmark = pytest.mark.django_db
SECRET = "ข้อเสนอที่ไม่มีใครควรเห็น"


def kept(response, filled):
    """Whether the form on the page still carries everything."""
    return fields_of(response).items() >= (filled.items() - {("go", "send")})


@pytest.mark.parametrize(
    ("added", "status", "said"),
    [
        ("&i99.1=1", 422, "no such question or choice: i99.1"),
        ("&i2.1=1", 422, "answered twice"),
        ("&x=%FF", 400, "cannot be read"),
        ("&" + "x=1&" * 700, 400, "cannot be read"),
        ("&suggestion=" + "x" * 601, 422, "longer than 600"),
        ("&suggestion=" + "x" * 70_000, 413, "far larger"),
    ],
)
def test_what_no_browser_sends_from_our_page_is_refused_in_words(added, status, said, caplog):
    somebody = member()
    sent = "&".join(f"{name}={value}" for name, value in somebody.filled().items() if name != "suggestion")

    refused = somebody.posts(sent + added)

    assert (refused.status_code, said in page(refused), Box.objects.count()) == (status, True, 0)
    assert caplog.records == []


@pytest.mark.parametrize(
    ("changed", "status"), [({"i1.1": "9"}, 422), ({"submission": "12"}, 422), ({"i1.1": "<b>"}, 422)]
)
def test_choices_and_numbers_of_forms_that_are_not_ours_are_refused(changed, status):
    somebody = member()
    refused = somebody.posts(somebody.filled() | changed)

    assert (refused.status_code, "<b>" in page(refused), Box.objects.count()) == (status, False, 0)


def test_a_form_with_files_is_not_even_read():
    somebody = member()
    refused = somebody.client.post(somebody.path("answer/"), somebody.filled())  # multipart

    assert (refused.status_code, Box.objects.count()) == (415, 0)


def test_a_code_that_was_used_meanwhile_leaves_the_answers_in_the_form():
    somebody = member()
    filled = somebody.filled()
    somebody.running.take(code=somebody.code)

    refused = somebody.posts(filled)

    assert (refused.status_code, kept(refused, filled)) == (409, True)
    assert page(refused).count("This code was used before") == 2


def test_a_code_that_was_cancelled_meanwhile_too():
    somebody = member()
    filled = somebody.filled()
    Code.objects.all().delete()

    refused = somebody.posts(filled)

    assert (refused.status_code, kept(refused, filled)) == (422, True)
    other = somebody.posts(filled | {"code": "1"})
    assert (other.status_code, "what was typed has 1." in page(other)) == (422, True)


def test_other_answers_under_the_same_number_are_refused():
    somebody = member()
    filled = somebody.filled()
    somebody.posts(filled)

    refused = somebody.posts(filled | {"i2.1": "1"})

    assert (refused.status_code, "The first ones count" in page(refused)) == (409, True)


@pytest.mark.parametrize("day", ["closes_on", "opens_on"])
def test_after_the_last_day_and_before_the_first_it_is_closed(day):
    somebody = member()
    filled = somebody.filled()
    far = {"closes_on": ("2020-01-01", "2020-01-02"), "opens_on": ("2090-01-01", "2090-01-02")}[day]
    Survey.objects.update(opens_on=far[0], closes_on=far[1])

    assert somebody.posts(filled).status_code == 410
    assert Box.objects.count() == 0


def test_a_flood_waits_with_its_answers_in_the_form(monkeypatch):
    monkeypatch.setattr(pace, "AT_ONCE", -(10**10))
    somebody = visitor()
    filled = somebody.filled()

    refused = somebody.posts(filled)

    assert (refused.status_code, refused["Retry-After"], kept(refused, filled)) == (429, "10", True)


@pytest.mark.parametrize(
    ("error", "status"),
    [(OperationalError, 503), (DatabaseError, 503), (OSError, 503), (ZeroDivisionError, 500)],
)
def test_when_it_cannot_be_kept_the_form_comes_back_whole(error, status, monkeypatch, caplog):
    somebody = member()
    filled = somebody.filled() | {"suggestion": SECRET}

    def fail(**told):
        raise error(f"{SECRET} {told}")

    monkeypatch.setattr(views, "take", fail)
    unseen._write_down.cache_clear()
    with caplog.at_level(logging.DEBUG):
        refused = somebody.posts(filled)

    assert (refused.status_code, kept(refused, filled)) == (status, True)
    assert "they count once" in page(refused)
    written = "\n".join(map(logging.Formatter().format, caplog.records))
    assert written.count(error.__name__) == 1
    assert [
        each for each in (SECRET, somebody.code, filled["submission"], "127.0.0.1") if each in written
    ] == []


def test_even_when_the_database_is_not_there_at_all(monkeypatch):
    somebody = member()
    filled = somebody.filled()

    def gone(slug):
        raise OperationalError

    monkeypatch.setattr(views, "survey_by_slug_or_404", gone)

    assert kept(somebody.posts(filled), filled)
    shown = somebody.opens()
    assert (shown.status_code, "cannot be shown just now" in page(shown)) == (503, True)


def test_sent_again_after_the_trouble_it_is_taken(monkeypatch):
    somebody = member()
    with monkeypatch.context() as broken:
        broken.setattr(views, "take", None)
        back = fields_of(somebody.posts(somebody.filled()))

    assert somebody.posts(back | {"go": "send"}).status_code == 200


def test_a_key_file_or_rules_that_are_gone_are_trouble_too(monkeypatch):
    somebody = member()
    filled = somebody.filled()
    keys.destroy(somebody.running.survey.slug)
    assert somebody.posts(filled).status_code == 503

    monkeypatch.setattr(library, "files", dict)
    pages._asked.cache_clear()  # kept for a second
    assert (somebody.opens().status_code, somebody.posts(filled).status_code) == (503, 503)


def test_what_another_site_sends_is_refused():
    somebody = member()
    filled = somebody.filled()
    somebody.client.defaults["HTTP_SEC_FETCH_SITE"] = "cross-site"

    assert (somebody.posts(filled).status_code, Box.objects.count()) == (403, 0)
