"""The first page says who may answer and what is kept, and lets in whoever may answer."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django.utils.translation import gettext
from respondent import Respondent, fields_of, member, page, visitor

from prongsai.collect.surveys.models import GivingUp, Survey

pytestmark = pytest.mark.django_db


def set_days(respondent, opens, closes):
    today = timezone.localdate()
    days = {"opens_on": today + timedelta(opens), "closes_on": today + timedelta(closes)}
    Survey.objects.filter(pk=respondent.running.survey.pk).update(**days)


def test_it_names_the_office_and_who_may_answer_and_what_is_kept():
    said = page(member().opens())

    assert "Example Office" in said
    assert "with at least one year in the office" in said
    assert "nobody can learn who answered what" in said
    assert "no table of fewer than ten people" in said
    assert "that it has been used" in said


def test_its_days_are_written_in_the_buddhist_era_in_thai():
    somebody = member()
    somebody.english = False
    closes_on = timezone.localdate() + timedelta(30)

    assert str(closes_on.year + 543) in page(somebody.opens())


def test_staff_are_asked_for_the_code_and_it_may_come_with_the_address():
    somebody = member()

    assert fields_of(somebody.opens())["code"] == ""
    assert fields_of(somebody.opens(code=somebody.code))["code"] == somebody.code
    assert 'inputmode="numeric"' in page(somebody.opens())


@pytest.mark.parametrize(("codes", "is_offered"), [(0, False), (2, True)])
def test_the_public_is_offered_a_code_only_where_slips_were_given_out(codes, is_offered):
    assert ("code" in fields_of(visitor(codes=codes).opens())) is is_offered


@pytest.mark.parametrize(
    ("opens", "closes", "said"),
    [(1, 9, "Not open yet"), (-9, -1, "This survey is closed"), (0, 0, "Begin")],
)
def test_outside_its_days_it_only_says_so(opens, closes, said):
    somebody = member()
    set_days(somebody, opens, closes)
    shown = somebody.opens()

    assert (shown.status_code, said in page(shown)) == (200, True)
    assert ("<form" in page(shown)) is (said == "Begin")
    assert ('name="submission"' in page(somebody.posts({"code": somebody.code}))) is (said == "Begin")


def test_once_sealed_it_says_so_and_promises_nothing_more():
    somebody = member()
    changed = {"sealed_on": "2026-07-01", "sealed_hash": "a" * 64, "counts": {}}
    Survey.objects.filter(pk=somebody.running.survey.pk).update(**changed)
    shown = page(somebody.opens())

    assert ("This survey is sealed" in shown, "1 Jul 2026" in shown) == (True, True)
    assert ("stay locked" in shown, "<form" in shown) == (False, False)


def test_the_address_of_a_survey_that_was_given_up_says_that_nothing_is_kept():
    somebody = member()
    survey = somebody.running.survey
    given_up = {"reason": "keys lost", "proposed_by_id": 1, "proposed_by_name": "A", "done_on": "2026-07-01"}
    GivingUp.objects.create(survey=survey, slug="oldone", **given_up)

    for shown in (somebody.client.get("/en/s/oldone/"), somebody.client.post("/en/s/oldone/answer/")):
        assert (shown.status_code, "Nothing of what was sent is kept" in page(shown)) == (410, True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "This survey takes a code"),
        ("1234", "A code has 20 digits; what was typed has 4."),
        ("12345678901234567890", "compare its 20 digits"),
        ("0" * 20, "not of this survey"),
    ],
)
def test_a_wrong_code_is_said_before_the_first_question(typed, said):
    somebody = member()
    refused = somebody.posts({"code": typed, "way": "long"})

    assert refused.status_code == 422
    assert page(refused).count(said) == 2  # on top, and beside the field
    assert "<title>Error" in page(refused)
    assert fields_of(refused) | {"code": typed, "way": "long"} == fields_of(refused)


def test_whether_a_code_was_used_is_not_said_before_sending():
    """Whoever keeps a list of the codes could ask again and again when each of them is used."""
    fresh, used = member(), member(slug="office-b")
    used.running.take(code=used.code)

    begun = [somebody.posts({"code": somebody.code}) for somebody in (fresh, used)]

    assert [response.status_code for response in begun] == [200, 200]
    assert "This code was used before" not in page(begun[1])


def test_a_code_may_be_typed_in_groups_with_thai_digits_or_on_a_thai_keyboard():
    somebody = member()
    thai = somebody.code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    keys = somebody.code.translate(str.maketrans("0123456789", "จๅ/-ภถุึคต"))

    for typed in (f" {thai[:4]} {thai[4:]}", keys):
        assert somebody.posts({"code": typed}).status_code == 200


def test_a_survey_without_english_leads_to_its_thai_page():
    somebody = member()
    Survey.objects.update(has_english=False)

    assert somebody.opens().url == f"/s/{somebody.running.survey.slug}/"
    somebody.english = False
    assert 'hreflang="en"' not in page(somebody.opens())


@pytest.mark.parametrize(("language", "prefix"), [("en", "/en"), ("th", "")])
def test_an_address_without_a_survey_says_so_in_words_also_before_it_is_ready(language, prefix):
    somebody = member()
    somebody.english = language == "en"
    unknown = somebody.client.get(f"{prefix}/s/nothing/")
    with translation.override(language):
        told = gettext("There is no survey at this address")
    Survey.objects.update(public_key=b"")
    shown = [unknown, *(somebody.opens(what) for what in ("", "answer/", "receipt/"))]

    assert {each.status_code for each in shown} == {404}
    assert all(f"<h1>{told}</h1>" in page(each) for each in shown)
    assert all('href="/en/s/' in page(each) and 'href="/s/' in page(each) for each in shown)
    assert page(unknown).replace("nothing", somebody.running.survey.slug) == page(shown[1])


def test_looking_writes_nothing():
    somebody = member()
    with CaptureQueriesContext(connection) as asked:
        for what in ("", "answer/", "receipt/"):
            somebody.opens(what)
        somebody.begins()

    assert [each["sql"] for each in asked if not each["sql"].startswith("SELECT")] == []


def test_every_page_comes_without_cookie_and_stays_out_of_search_engines():
    somebody = member()
    filled = somebody.filled()
    shown = [
        somebody.opens(),
        somebody.opens("answer/"),
        somebody.opens("receipt/"),
        somebody.posts({"code": "1"}),
        somebody.posts(filled),
        somebody.posts(filled | {"i1.1": "9"}),
    ]

    assert [each.cookies.output() for each in shown] == [""] * 6
    assert {each["X-Robots-Tag"] for each in shown} == {"noindex"}
    assert {each["Referrer-Policy"] for each in shown} == {"strict-origin"}
    assert {each["Cache-Control"] for each in shown} == {"private", "no-store"}
    assert shown[4]["Cache-Control"] == "no-store"
    assert not any("Cookie" in each.get("Vary", "") for each in shown)


def test_no_page_names_another_host():
    somebody = member()
    everything = [page(somebody.opens()), page(somebody.posts(somebody.filled()))]

    assert [each.count('href="http') + each.count('src="http') for each in everything] == [0, 0]


def test_pages_are_pressed_where_the_browser_takes_it():
    somebody = Respondent(member().running, headers={"accept-encoding": "gzip"})

    assert somebody.opens()["Content-Encoding"] == "gzip"
