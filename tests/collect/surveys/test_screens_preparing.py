"""Keys, readiness, slips, posters: each by whom it may, each once."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone, translation
from looking import Role, admin_of, eyes_of, somebody, text_of
from running import begin

from prongsai.collect.surveys import keys
from prongsai.collect.surveys.models import Code, KeyHolder, Survey
from prongsai.trail.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def unready():
    """A survey that nobody holds a key of yet."""
    running = begin()
    KeyHolder.objects.all().delete()
    Survey.objects.update(public_key=b"", verify_key=b"")
    return running


def coming(**told):
    eyes = admin_of(**told)
    Survey.objects.update(opens_on=timezone.localdate() + timedelta(days=1))
    return eyes


def shown_key(response):
    return re.search(r'name="key" value="(\w+)"', text_of(response))[1]


def test_each_makes_an_own_key_and_the_administrator_makes_it_ready():
    running = unready()
    admin, director = eyes_of(running, running.admin), eyes_of(running, running.director)
    for eyes, role in ((admin, "admin"), (director, "executive")):
        assert eyes.address("key", role) in eyes.reads("show")
        assert "Make my key and show it" in eyes.reads("key", role)
        eyes.post("key", role)
    assert "Make the survey ready" in admin.reads("show")

    assert admin.post("make_ready").url == admin.address("show")
    assert Survey.objects.get().is_ready


def test_a_key_is_shown_once_in_groups_on_a_page_that_nothing_keeps():
    running = unready()
    eyes = eyes_of(running, running.admin)
    response = eyes.post("key", "admin")

    key = shown_key(response)
    assert bytes(KeyHolder.objects.get().public_key) == keys.public_of(keys.read_key(key))
    assert f"<span>{key[:4]}</span> <span>{key[4:8]}</span>" in text_of(response)
    assert "no-store" in response["Cache-Control"]
    assert key not in eyes.reads("key", "admin") + eyes.reads("show")
    assert key not in str(list(Event.objects.values_list("details", flat=True)))


def test_the_slip_of_a_key_is_printed_for_its_holder_alone():
    running = unready()
    eyes = eyes_of(running, running.admin)
    key = shown_key(eyes.post("key", "admin"))
    slip = eyes.post("key_slip", key=key)

    assert (slip.content[:5], "no-store" in slip["Cache-Control"]) == (b"%PDF-", True)
    assert eyes.client.get(eyes.address("key_slip"), {"key": key}).status_code == 405
    assert eyes.post("key_slip", key=keys.new_holder_key()[0]).status_code == 404
    assert eyes.post("key_slip", key="mistyped").status_code == 404
    assert eyes_of(running, running.director).post("key_slip", key=key).status_code == 404


def test_a_page_that_is_loaded_again_makes_no_second_key():
    running = unready()
    eyes = eyes_of(running, running.admin)
    key = shown_key(eyes.post("key", "admin", seen=""))
    again = eyes.post("key", "admin", seen="")

    assert (again.status_code, "is not shown again" in text_of(again)) == (422, True)
    assert bytes(KeyHolder.objects.get().public_key) == keys.public_of(keys.read_key(key))


def test_a_key_is_made_anew_by_who_was_told_that_it_is_there():
    running = unready()
    eyes = eyes_of(running, running.admin)
    eyes.post("key", "admin")
    seen = bytes(KeyHolder.objects.get().public_key).hex()

    assert f'name="seen" value="{seen}"' in eyes.reads("key", "admin")
    assert eyes.post("key", "admin", seen=seen).status_code == 200


@pytest.mark.parametrize(
    ("role", "own"),
    [
        (Role.OFFICE_ADMIN, "admin"),
        (Role.EXECUTIVE, "executive"),
        (Role.ASSESSOR, "body"),
        (Role.CENTRAL, "body"),
        (Role.VIEWER, ""),
        (Role.UNIT_MEMBER, ""),
    ],
)
def test_nobody_makes_the_key_of_another_part(role, own):
    running = unready()
    eyes = eyes_of(running, somebody(running, role))
    allowed = {part for part in KeyHolder.Role.values if eyes.get("key", part).status_code == 200}

    assert allowed == ({own} if own else set())
    assert {part for part in KeyHolder.Role.values if eyes.post("key", part).status_code == 200} == allowed
    assert eyes.get("key", "nobody").status_code == 404


def test_who_holds_one_key_gets_no_second_one():
    running = unready()
    both = running.admin
    people_grant(both, running)
    eyes = eyes_of(running, both)
    eyes.post("key", "admin")
    response = eyes.post("key", "executive")

    assert (response.status_code, "You hold a key already." in text_of(response)) == (422, True)


def people_grant(user, running):
    from prongsai.people import actions as people  # noqa: PLC0415  # one use

    people.grant_role(user=user, role=Role.EXECUTIVE, office=running.office, by=None)


def test_it_is_not_made_ready_with_one_key():
    running = unready()
    eyes = eyes_of(running, running.admin)
    eyes.post("key", "admin")
    said = text_of(eyes.client.post(eyes.address("make_ready"), follow=True))

    assert "The administrator and the executive must each make a key first." in said
    assert eyes_of(running, running.director).post("make_ready").status_code == 404


def test_a_ready_survey_makes_no_key_anew():
    eyes = admin_of()

    assert "its keys cannot be made anew" in eyes.reads("key", "admin")
    assert eyes.post("key", "admin").status_code == 422


def test_the_page_says_what_a_lost_key_means_until_there_is_a_third():
    running = unready()
    eyes = eyes_of(running, running.admin)
    assert "can never be opened, by anybody" in eyes.reads("show")
    eyes_of(running, somebody(running, Role.ASSESSOR)).post("key", "body")

    assert "can never be opened, by anybody" not in eyes.reads("show")


def test_the_assessing_body_is_offered_the_third_key():
    running = unready()
    eyes = eyes_of(running, somebody(running, Role.CENTRAL))

    assert eyes.address("key", "body") in eyes.reads("list")
    eyes.post("key", "body")
    assert eyes.address("key", "body") not in eyes.reads("list")


def test_keys_are_thrown_away_before_the_first_day_only():
    eyes = admin_of()
    assert "Throw keys and codes away" not in eyes.reads("show")
    assert "it takes two people" in text_of(eyes.client.post(eyes.address("reset_keys"), follow=True))
    eyes = eyes_of(eyes.running, eyes.running.admin)
    Survey.objects.update(opens_on=timezone.localdate() + timedelta(days=1))
    assert "Throw keys and codes away" in eyes.reads("show")
    eyes.post("reset_keys")

    assert not Survey.objects.get().is_ready


def test_slips_come_as_one_pdf_and_only_hashes_stay():
    eyes = coming()
    assert 'value="60"' in eyes.reads("codes", "iit")
    response = eyes.post("codes", "iit", number="๑๒", language="th")

    assert (response.content[:5], "no-store" in response["Cache-Control"]) == (b"%PDF-", True)
    assert Code.objects.count() == 12
    assert "12 codes are out" in eyes.reads("codes", "iit")


def test_more_slips_than_people_are_refused_beside_the_number():
    response = admin_of().post("codes", "iit", number="61", language="th")

    assert "60 people could answer and 0 codes are out: 60 more can be made." in text_of(response)
    assert not Code.objects.exists()


def test_codes_that_could_not_be_printed_are_not_issued(monkeypatch):
    eyes = admin_of()
    eyes.client.raise_request_exception = False
    monkeypatch.setattr("prongsai.collect.surveys.printing.print_slips", lambda **_told: 1 / 0)
    response = eyes.post("codes", "iit", number="5", language="th")

    assert (response.status_code, Code.objects.count()) == (500, 0)


def test_unused_codes_are_cancelled_after_a_question():
    eyes = admin_of(codes=4)
    assert "will be worth nothing" in eyes.reads("cancel_codes", "iit")
    assert eyes.post("cancel_codes", "iit").url == eyes.address("show")

    assert not Code.objects.exists()


@pytest.mark.parametrize("stream", ["eit-self", "eit-code-paper", "iit", "nothing"])
def test_a_way_without_codes_prints_no_slips(stream):
    eyes = admin_of(instrument="eit")

    assert [eyes.get("codes", stream).status_code, eyes.get("cancel_codes", stream).status_code] == [404, 404]


def test_posters_and_forms_are_there_for_who_looks():
    running = begin()
    eyes = eyes_of(running, somebody(running, Role.VIEWER))
    files = [("poster", "a4"), ("poster", "a3"), ("form", "th"), ("form", "en")]

    assert {eyes.get(*which).content[:5] for which in files} == {b"%PDF-"}
    assert [eyes.get("poster", "a5").status_code, eyes.get("form", "de").status_code] == [404, 404]


def test_without_english_there_is_no_english_form_or_address():
    eyes = admin_of()
    Survey.objects.update(has_english=False)

    assert eyes.get("form", "en").status_code == 404
    assert "/en/s/" not in eyes.reads("show")


def test_the_page_shows_the_public_address_and_its_picture():
    eyes = admin_of()
    slug, said = eyes.running.survey.slug, eyes.reads("show")

    assert f"http://testserver/s/{slug}/" in said
    assert f"http://testserver/en/s/{slug}/" in said
    assert said.count('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0') == 2


@pytest.mark.parametrize("role", [Role.VIEWER, Role.UNIT_MEMBER, Role.EXECUTIVE, Role.ASSESSOR])
def test_only_the_administrator_prepares(role):
    running = begin(codes=1)
    eyes = eyes_of(running, somebody(running, role))
    posted = [eyes.post(*which).status_code for which in [("make_ready",), ("reset_keys",), ("codes", "iit")]]

    assert [*posted, eyes.get("codes", "iit").status_code] == [404] * 4
    assert eyes.get("show").status_code == 200


@pytest.mark.parametrize("streams", [["eit-self"], ["eit-self", "eit-code", "eit-interview"]])
def test_the_page_takes_the_same_queries_for_one_way_and_for_three(streams, django_assert_num_queries):
    eyes = admin_of(instrument="eit", heads=dict.fromkeys(streams, 100))
    eyes.get("show")

    with django_assert_num_queries(22):
        eyes.get("show")
