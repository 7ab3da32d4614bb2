"""The command that cleans up where sealing could not."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from running import begin

from prongsai.collect.surveys import actions, giving_up, keys, sealing
from prongsai.collect.surveys.models import Survey

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _without_compacting(monkeypatch):
    """A test that runs in a transaction cannot compact."""
    for module in ("sealing", "starting_over"):
        monkeypatch.setattr(f"prongsai.collect.surveys.{module}.compact", lambda: None)


def uncleaned():
    running = begin()
    running.close()
    actions.propose_sealing(survey=running.survey, by=running.admin)
    return sealing.seal_survey(survey=running.survey, typed=list(running.keys.values()), by=running.director)


def said():
    output = StringIO()
    call_command("finish_sealing", stdout=output)
    return output.getvalue()


def test_a_sealed_survey_is_cleaned_once():
    survey = uncleaned()

    assert [said(), said()] == ["Cleaned up after 1 surveys.\n", "Cleaned up after 0 surveys.\n"]
    assert Survey.objects.get().is_cleaned
    assert not keys.place_of(survey.slug).exists()


def test_the_keys_of_a_survey_given_up_go():
    running = begin()
    giving_up.propose_giving_up(survey=running.survey, reason="lost", by=running.admin)
    old = running.survey.slug
    giving_up.give_up_survey(survey=running.survey, by=running.director)
    assert keys.place_of(old).exists()

    assert said() == "Cleaned up after 1 surveys.\n"
    assert not keys.place_of(old).exists()


def test_an_open_survey_keeps_its_keys():
    running = begin()

    assert said() == "Cleaned up after 0 surveys.\n"
    assert keys.place_of(running.survey.slug).exists()


def test_it_fails_loudly_where_something_is_left(monkeypatch):
    survey = uncleaned()

    def busy(_slug):
        raise OSError

    monkeypatch.setattr("prongsai.collect.surveys.keys.destroy", busy)

    with pytest.raises(CommandError, match=survey.slug):
        said()
