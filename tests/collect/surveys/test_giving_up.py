"""Keys that are lost: thrown away alone before the first day, by two people afterwards."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation
from running import begin

from prongsai.collect.surveys import actions, giving_up, keys, starting_over
from prongsai.collect.surveys.actions import SurveyRefusedError
from prongsai.collect.surveys.models import Box, Code, GivingUp, KeyHolder, Survey
from prongsai.trail.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def give_up(running, by=None):
    survey = running.survey
    giving_up.propose_giving_up(survey=survey, reason="ซองกุญแจหาย", by=running.admin)
    return giving_up.give_up_survey(survey=survey, by=by or running.director)


@pytest.mark.django_db(transaction=True)
def test_a_survey_given_up_begins_anew_at_another_address():
    running = begin(codes=3)
    running.take()
    old = running.survey.slug

    survey = give_up(running)

    kept = Survey.objects.get(pk=survey.pk)
    assert (kept.is_ready, kept.slug == old, kept.streams.get().codes_issued) == (False, False, 0)
    assert [model.objects.count() for model in (Box, Code, KeyHolder)] == [0, 0, 0]
    assert not keys.place_of(old).exists()
    assert GivingUp.objects.get().slug == old
    assert Event.objects.get(verb="surveys.given_up").details["reason"] == "ซองกุญแจหาย"


def test_giving_up_takes_an_executive_who_did_not_propose_it():
    running = begin()

    with pytest.raises(SurveyRefusedError, match="takes two"):
        give_up(running, by=running.admin)

    assert Survey.objects.get(pk=running.survey.pk).is_ready


def test_nothing_is_given_up_that_nobody_proposed():
    running = begin()

    with pytest.raises(SurveyRefusedError, match="proposes giving it up first"):
        giving_up.give_up_survey(survey=running.survey, by=running.director)


def test_a_proposal_to_give_up_needs_a_reason_and_is_made_once():
    running = begin()
    with pytest.raises(SurveyRefusedError, match="Say why"):
        giving_up.propose_giving_up(survey=running.survey, reason=" ", by=running.admin)
    giving_up.propose_giving_up(survey=running.survey, reason="lost", by=running.admin)

    with pytest.raises(SurveyRefusedError, match="proposed already"):
        giving_up.propose_giving_up(survey=running.survey, reason="lost", by=running.admin)


def test_a_proposal_to_give_up_is_taken_back():
    running = begin()
    giving_up.propose_giving_up(survey=running.survey, reason="lost", by=running.admin)

    giving_up.withdraw_giving_up(survey=running.survey, by=running.director)

    assert giving_up.proposal_of(running.survey) is None


def test_a_survey_can_be_given_up_twice():
    running = begin()
    give_up(running)
    survey = Survey.objects.get(pk=running.survey.pk)
    actions.make_key(survey=survey, role="admin", by=running.admin)
    actions.make_key(survey=survey, role="executive", by=running.director)
    actions.make_ready(survey=survey, by=running.admin)

    give_up(running)

    assert GivingUp.objects.filter(done_on__isnull=False).count() == 2


def test_keys_are_reset_alone_before_the_first_day_and_the_address_stays():
    running = begin(codes=2)
    tomorrow = timezone.localdate() + timedelta(days=1)
    Survey.objects.update(opens_on=tomorrow)

    survey = starting_over.reset_keys(survey=running.survey, by=running.admin)

    assert (survey.is_ready, survey.slug) == (False, running.survey.slug)
    assert not Code.objects.exists()


@pytest.mark.parametrize("sheets", [0, 1])
def test_from_the_first_day_on_keys_are_not_reset_alone_whether_a_sheet_came_or_not(sheets):
    running = begin(codes=1)
    for _sheet in range(sheets):
        running.take()

    with pytest.raises(SurveyRefusedError, match="it takes two people"):
        starting_over.reset_keys(survey=running.survey, by=running.admin)


def test_cancelled_codes_do_not_tell_how_many_were_used_today():
    running = begin(codes=5)
    running.take()

    actions.cancel_codes(survey=running.survey, stream="iit", by=running.admin)

    assert (running.survey.streams.get().codes_issued, Code.objects.count()) == (0, 1)
