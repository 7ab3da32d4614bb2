"""The list of surveys, and the form that sets one up or changes it."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from looking import Role, admin_of, eyes_of, somebody, text_of
from running import begin

from prongsai.collect.surveys.models import Survey
from prongsai.core.days import written_day

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def typed(**other):
    today = timezone.localdate()
    days = {"opens_on": today, "closes_on": today + timedelta(days=20)}
    return {name: written_day(day, "th") for name, day in days.items()} | other


def opened(**other):
    """What stands in the form of a survey that takes answers."""
    return typed(opens_on=written_day(Survey.objects.get().opens_on, "th")) | other


def eit(eyes):
    """The same person at the address of the other survey, which is not set up."""
    eyes.running.survey.instrument = "eit"
    return eyes


def test_the_list_tells_both_surveys_and_what_is_next():
    said = admin_of().reads("list")

    assert "IIT" in said
    assert "<b>0</b> answered of 30 required" in said
    assert 'class="button" href="' in said
    assert "Not set up" in said


@pytest.mark.parametrize("instruments", [["iit"], ["iit", "eit"]])
def test_every_further_survey_costs_the_list_one_query(instruments, django_assert_num_queries):
    eyes = admin_of()
    if "eit" in instruments:
        eit(eyes).post(
            "set_up", **typed(**{"use-eit-self": "on", "use-eit-code": "on", "use-eit-interview": "on"})
        )
    eyes.get("list")

    with django_assert_num_queries(22 + len(instruments)):
        eyes.get("list")


def test_a_survey_is_set_up_with_thai_days_and_digits():
    eyes = eit(admin_of())
    response = eyes.post("set_up", **typed(**{"use-eit-self": "on", "heads-eit-self": "๑,๒๐๐"}))

    made = Survey.objects.get(instrument="eit")
    assert response.url == eyes.address("show")
    assert [(each.code, each.heads) for each in made.streams.all()] == [("eit-self", 1200)]
    assert (made.has_english, made.asks_suggestion, made.is_ready) == (False, False, False)


def test_all_that_is_wrong_is_said_at_once_and_nothing_is_lost():
    eyes = eit(admin_of())
    told = typed(**{"closes_on": "1 มกราคม 2560", "heads-eit-code": "หลายคน"})
    said = text_of(eyes.post("set_up", **told))

    assert "Choose at least one way of answering." in said
    assert "The last day lies before the first day." in said
    assert "Enter a whole number." in said
    assert 'value="หลายคน"' in said
    assert not Survey.objects.filter(instrument="eit").exists()


def test_the_form_says_who_answers_and_that_the_rule_is_not_verified():
    said = admin_of().reads("set_up")

    assert "with at least one year in the office" in said
    assert (
        "10 per cent of them, at least 30; where there are fewer, everyone; 400 where there are more" in said
    )
    assert "With the numbers kept here: 30." in said
    assert "Not verified" in said
    assert "never names" in said


def test_only_eit_says_how_its_ways_come_together():
    eyes = admin_of()

    assert "every sheet counts once" not in eyes.reads("set_up")
    assert "every sheet counts once" in eit(eyes).reads("set_up")


def test_the_last_day_is_changed_while_it_is_open():
    eyes = admin_of()
    later = timezone.localdate() + timedelta(days=60)
    told = opened(closes_on=written_day(later, "th"), **{"use-iit": "on", "heads-iit": "73"})
    response = eyes.post("set_up", **told)

    survey = Survey.objects.get()
    assert (response.status_code, survey.closes_on, survey.streams.get().heads) == (302, later, 73)


@pytest.mark.parametrize(
    ("days", "said"),
    [({"closes_on": -1}, "cannot lie in the past"), ({"opens_on": 1}, "first day cannot be moved")],
)
def test_nobody_is_cut_off_and_no_day_that_has_been_is_moved(days, said):
    eyes, today = admin_of(), timezone.localdate()
    before = Survey.objects.values().get()
    told = {name: written_day(today + timedelta(days=more), "th") for name, more in days.items()}

    assert said in text_of(eyes.post("set_up", **opened(**told, **{"use-iit": "on", "heads-iit": "60"})))
    assert Survey.objects.values().get() == before


def test_a_way_that_has_opened_stays_and_the_form_says_so():
    eyes = admin_of(instrument="eit")
    said = text_of(eyes.post("set_up", **opened(**{"use-eit-self": "on"})))

    assert "“Public, by code from the counter” stays" in said


@pytest.mark.parametrize("role", [Role.VIEWER, Role.EXECUTIVE, Role.UNIT_MEMBER, Role.ASSESSOR, Role.CENTRAL])
def test_others_look_and_set_nothing_up(role):
    running = begin()
    eyes = eyes_of(running, somebody(running, role))

    assert eyes.get("list").status_code == 200
    assert [eyes.get("set_up").status_code, eyes.post("set_up").status_code] == [404, 404]


def test_rules_without_questions_offer_no_survey():
    eyes = admin_of()
    eyes.running.survey.instrument = "oit"

    assert eyes.get("set_up").status_code == 404
