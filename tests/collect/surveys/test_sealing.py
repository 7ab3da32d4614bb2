"""Sealing is one step of two people: all of it, or nothing."""

import json

import pytest
from django.db import connection
from running import begin

from prongsai.collect.assessments.queries import inputs_of
from prongsai.collect.surveys import actions, boxes, keys, sealing, taking
from prongsai.collect.surveys.models import Box, Code, Sheet, Suggestion, Survey
from prongsai.people import actions as people
from prongsai.trail.models import Event, Frozen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cleaning_waits(monkeypatch):
    """A database cannot be compacted inside the transaction of a test."""
    monkeypatch.setattr(sealing, "compact", lambda: None)


def closed(*, sheets=12, suggestion=""):
    running = begin(codes=sheets + 1)
    for number in range(sheets):
        running.take(choice=1 + number % 2, suggestion=suggestion)
    running.close()
    actions.propose_sealing(survey=running.survey, by=running.admin)
    return running


def seal(running, **more):
    told = {"survey": running.survey, "typed": list(running.keys.values()), "by": running.director}
    sealing.seal_survey(**told | more)
    sealing.finish_sealing(running.survey)  # as the end of the transaction does


def state():
    return [(model.__name__, model.objects.count()) for model in (Box, Code, Sheet, Survey, Event, Frozen)]


def test_sealing_turns_boxes_into_plain_sheets_and_counts():
    running = closed()

    seal(running)

    survey = Survey.objects.get()
    assert sorted(bytes(sheet.answers)[0] for sheet in Sheet.objects.all()) == [1] * 6 + [2] * 6
    assert survey.counts["iit"]["respondents"] == 12
    assert survey.counts["iit"]["by_row"]["i1.1"] == [6, 6, 0, 0]
    assert (Box.objects.count(), Code.objects.count(), survey.is_cleaned) == (0, 0, True)


def test_sealed_counts_are_frozen_and_feed_the_score():
    running = closed()

    seal(running)

    frozen, survey = Frozen.objects.get(), Survey.objects.get()
    inputs = inputs_of(survey.assessment)
    assert survey.sealed_hash == frozen.sha256
    assert inputs.surveys["iit"].by_row["i4.1"] == (6, 6)
    assert (inputs.surveys["iit"].respondents, inputs.populations) == (12, {"iit": 60})


def test_the_hash_of_the_counts_cannot_be_tried_out():
    running = closed()

    seal(running)

    from prongsai.trail.actions import place_of  # noqa: PLC0415  # only here

    assert len(json.loads(place_of(Survey.objects.get().sealed_hash).read_bytes())["salt"]) == 32


def test_after_sealing_the_key_file_is_gone_and_a_repeat_hears_closed():
    running = begin(codes=2)
    same = {"submission": "0" * 32, "code": running.codes[0]}
    running.take(**same)
    running.close()
    actions.propose_sealing(survey=running.survey, by=running.admin)

    seal(running)

    assert not keys.place_of(running.survey.slug).exists()
    with pytest.raises(taking.SurveyClosedError):
        running.take(**same)


@pytest.mark.parametrize(("wrote", "kept"), [(9, 0), (10, 10)])
def test_suggestions_are_kept_only_where_ten_wrote_one(wrote, kept):
    running = begin(codes=12)
    for number in range(12):
        running.take(suggestion=f"ข้อเสนอ\0 {number}" if number < wrote else " \0")
    running.close()
    actions.propose_sealing(survey=running.survey, by=running.admin)

    seal(running)

    assert Suggestion.objects.count() == kept


def test_who_proposed_cannot_seal():
    running = closed()
    people.grant_role(user=running.admin, role="executive", office=running.office, by=None)
    before = state()

    with pytest.raises(actions.SurveyRefusedError, match=r"สองคน|takes two"):
        seal(running, by=running.admin)

    assert state() == before


def test_every_problem_of_the_keys_is_said_at_once():
    running = closed()
    before = state()
    stranger, _public = keys.new_holder_key()

    with pytest.raises(sealing.KeysRefusedError) as refusal:
        seal(running, typed=["abc", stranger])

    assert all(number in str(refusal.value) for number in ("1", "2"))
    assert state() == before


def test_the_same_key_twice_is_not_two_people():
    running = closed()

    with pytest.raises(sealing.KeysRefusedError):
        seal(running, typed=[running.keys["admin"]] * 2)


def test_a_survey_is_not_sealed_while_it_is_open():
    running = begin(codes=1)

    with pytest.raises(actions.SurveyRefusedError):
        actions.propose_sealing(survey=running.survey, by=running.admin)


def test_a_damaged_box_stops_sealing_until_it_is_left_out():
    running = closed()
    damaged = Box.objects.order_by("pk").first()
    Box.objects.filter(pk=damaged.pk).update(sealed=bytes(len(damaged.sealed)))
    before = state()

    with pytest.raises(sealing.DamagedBoxesError):
        seal(running)
    assert state() == before
    seal(running, leave_damaged=True)

    assert Sheet.objects.count() == 11


@pytest.mark.parametrize("broken", ["bring_in_answers", "note", "questionnaire"])
def test_a_crash_in_the_middle_leaves_everything_as_it_was(monkeypatch, broken):
    running = closed()
    before = state()

    def crash(*_args, **_fields):
        raise RuntimeError(broken)

    monkeypatch.setattr(sealing, broken, crash)
    with pytest.raises(RuntimeError):
        seal(running)
    monkeypatch.undo()
    monkeypatch.setattr(sealing, "compact", lambda: None)

    assert state() == before
    seal(running)
    assert Sheet.objects.count() == 12


def test_where_cleaning_fails_it_is_done_again_later(monkeypatch):
    running = closed()

    def held(*_args):
        raise OSError

    monkeypatch.setattr(keys, "destroy", held)
    seal(running)
    assert (running.survey.is_sealed, running.survey.is_cleaned) == (True, False)
    monkeypatch.undo()
    monkeypatch.setattr(sealing, "compact", lambda: None)

    assert sealing.finish_sealing(running.survey)


def test_a_sealed_survey_cannot_be_changed_any_more():
    running = closed()
    seal(running)

    with pytest.raises(actions.SurveyRefusedError):
        seal(running)
    with pytest.raises(actions.SurveyRefusedError):
        actions.edit_survey(survey=running.survey, heads={"iit": 70}, by=running.admin)


def test_a_survey_that_nobody_answered_can_be_sealed():
    running = begin(codes=1)
    running.close()
    actions.propose_sealing(survey=running.survey, by=running.admin)

    seal(running)

    assert (Sheet.objects.count(), Survey.objects.get().counts) == (0, {})


@pytest.mark.django_db(transaction=True)
def test_sealing_compacts_the_database(monkeypatch):
    running = closed()
    monkeypatch.undo()

    seal(running)

    assert Survey.objects.get().is_cleaned
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_a_box_opens_with_two_keys_only():
    running = closed(sheets=1)
    kept = keys.load(running.survey.slug)
    sealed = bytes(Box.objects.get().sealed)

    for private in (keys.read_key(text) for text in running.keys.values()):
        with pytest.raises(boxes.BoxError):
            boxes.open_box(sealed, private)
        for wrapped in kept.wrapped.values():
            assert not isinstance(_opened(wrapped, private), bytes) or len(_opened(wrapped, private)) > 32


def _opened(sealed, private):
    try:
        return boxes.open_box(sealed, private)
    except boxes.BoxError:
        return None
