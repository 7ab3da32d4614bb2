"""Sealing at a terminal: two holders type name and key, unseen; a browser is told to go there."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from looking import eyes_of, text_of
from running import begin

from prongsai.collect.surveys import actions, keys, sealing
from prongsai.collect.surveys.management.commands import seal_survey
from prongsai.collect.surveys.models import Box, Sheet, Survey
from prongsai.trail.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_a_transaction(monkeypatch):
    """A test's own transaction never ends, and nothing can be compacted in it."""
    monkeypatch.setattr(sealing, "compact", lambda: None)
    monkeypatch.setattr(sealing.transaction, "on_commit", lambda do: do())


@pytest.fixture
def running():
    running = begin(codes=12)
    for number in range(12):
        running.take(choice=1 + number % 2)
    running.close()
    actions.propose_sealing(survey=running.survey, by=running.admin)
    return running


@pytest.fixture
def types(running, monkeypatch):
    """Run the command as two people who type: types((user, role of the key), (user, role))."""

    def typed(*people, **options):
        names, held = iter([user.username for user, _role in people]), running.keys
        typed_keys = iter([held.get(role, role) for _user, role in people])
        monkeypatch.setattr("builtins.input", lambda: next(names))
        monkeypatch.setattr(seal_survey, "getpass", lambda _prompt: next(typed_keys))
        output = StringIO()
        call_command("seal_survey", running.survey.slug, stdout=output, **options)
        return output.getvalue()

    return typed


def test_two_holders_seal_and_hear_what_was_done(running, types):
    said = types((running.admin, "admin"), (running.director, "executive"))

    survey = Survey.objects.get()
    assert said.endswith(f"Sealed 12 sheets. SHA-256 of the counts: {survey.sealed_hash}\n")
    assert (Box.objects.count(), Sheet.objects.count(), survey.is_cleaned) == (0, 12, True)
    assert Event.objects.get(verb="surveys.sealed").actor_id == running.director.pk
    assert not [key for key in running.keys.values() if key in said]


@pytest.mark.parametrize("other", ["executive", keys.write_key(bytes(range(32))), "not a key"])
def test_a_key_must_be_the_one_of_who_types_it(running, types, other):
    with pytest.raises(CommandError, match="one holder do not belong together"):
        types((running.admin, other), (running.director, "executive"))

    assert not Survey.objects.get().is_sealed


def test_one_person_twice_is_not_two(running, types):
    with pytest.raises(CommandError, match="keys of two different holders"):
        types((running.director, "executive"), (running.director, "executive"))


def test_what_the_action_refuses_is_said_in_its_words(running, types):
    actions.withdraw_sealing(survey=running.survey, by=running.admin)

    with pytest.raises(CommandError, match="The administrator proposes the sealing first"):
        types((running.admin, "admin"), (running.director, "executive"))


def test_damaged_sheets_are_lost_only_on_demand(running, types):
    damaged = Box.objects.order_by("pk").first()
    Box.objects.filter(pk=damaged.pk).update(sealed=bytes(100))
    both = (running.admin, "admin"), (running.director, "executive")

    with pytest.raises(CommandError, match="1 sheets are damaged"):
        types(*both)

    assert "Sealed 11 sheets" in types(*both, leave_damaged=True)


def test_what_was_not_cleaned_is_said_loudly(running, types, monkeypatch):
    def busy(_slug):
        raise OSError

    monkeypatch.setattr(keys, "destroy", busy)

    with pytest.raises(CommandError, match="finish_sealing"):
        types((running.admin, "admin"), (running.director, "executive"))

    assert Survey.objects.get().is_sealed


def test_an_unknown_address_is_named():
    with pytest.raises(CommandError, match="No survey has the address nowhere"):
        call_command("seal_survey", "nowhere")


@pytest.mark.parametrize(("most", "is_sealed"), [(11, False), (12, True)])
def test_a_browser_opens_so_many_and_above_that_names_the_command(running, monkeypatch, most, is_sealed):
    monkeypatch.setattr(sealing, "MOST_IN_A_REQUEST", most)
    eyes, (one, other) = eyes_of(running, running.director), running.keys.values()

    said = text_of(eyes.post("seal", key_1=one, key_2=other, understood="yes"))

    assert Survey.objects.get().is_sealed == is_sealed
    assert (f"prongsai.project.manage seal_survey {running.survey.slug}" in said) != is_sealed


def test_a_terminal_opens_any_number(running, types, monkeypatch):
    monkeypatch.setattr(sealing, "MOST_IN_A_REQUEST", 1)

    assert "Sealed 12 sheets" in types((running.admin, "admin"), (running.director, "executive"))
