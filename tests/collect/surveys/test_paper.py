"""Paper is typed in pile by pile; a closed pile is boxes like all others, and no numbers."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone, translation
from piling import begin_pile, check, colleague, complete, enter, with_paper
from running import begin

from prongsai.collect.surveys import boxes
from prongsai.collect.surveys.actions import SurveyRefusedError, refuse_unfinished
from prongsai.collect.surveys.models import Box, PaperBatch, PaperSheet, Survey
from prongsai.collect.surveys.paper import actions, sheets
from prongsai.collect.surveys.sealing import seal_survey
from prongsai.people.actions import ActionRefusedError
from prongsai.trail.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def verbs():
    return [verb for verb in Event.objects.order_by("pk").values_list("verb", flat=True) if "paper" in verb]


def test_a_pile_is_typed_checked_and_closed_into_boxes_like_all_others():
    running = begin(codes=1, heads={"iit": 60, "iit-paper": None})
    running.take()
    pile = complete(running, 7)
    check(running, pile, colleague(running))

    actions.close_pile(pile=pile, by=running.admin)

    kept = PaperBatch.objects.get()
    assert (kept.is_closed, kept.sheets_taken, PaperSheet.objects.count()) == (True, 7, 0)
    paper = Box.objects.filter(stream="iit-paper")
    assert {box.day for box in paper} == {timezone.localdate()}
    shapes = {(len(b.submission), len(b.answers_mac), len(b.sealed)) for b in Box.objects.all()}
    assert (paper.count(), len(shapes), Box.objects.count()) == (7, 1, 8)


def test_sealing_finds_what_was_on_paper():
    running = with_paper()
    pile = begin_pile(running)
    for number, choice in [(1, 1), (2, 2), (3, 2)]:
        enter(running, pile, number, choice=choice, suggestion="ข้อเสนอ")
    actions.complete_pile(pile=pile, by=running.admin)
    check(running, pile, colleague(running))
    actions.close_pile(pile=pile, by=running.admin)
    running.close()
    survey = Survey.objects.get()
    survey.proposed_by_id = running.admin.pk
    survey.save()
    seal_survey(survey=survey, typed=list(running.keys.values()), by=running.director)

    assert sorted(bytes(each.answers)[0] for each in survey.sheets.all()) == [1, 2, 2]


def test_what_is_boxed_is_what_was_typed(monkeypatch):
    packed = []
    monkeypatch.setattr(boxes, "pack", lambda *sheet: packed.append(sheet) or b"plain")
    running = with_paper()
    pile = begin_pile(running)
    for number in (4, 9):
        enter(running, pile, number, choice=2, suggestion=f"ข้อเสนอ {number}")
    actions.complete_pile(pile=pile, by=running.admin)
    actions.close_pile(pile=pile, by=running.admin, why="มีผู้บันทึกคนเดียว")

    assert sorted(packed) == [(running.answers(2), "ข้อเสนอ 4"), (running.answers(2), "ข้อเสนอ 9")]


def test_boxes_are_in_random_order(monkeypatch):
    monkeypatch.setattr(actions._random, "shuffle", list.reverse)
    monkeypatch.setattr(boxes, "close", lambda plain, _key: plain)
    running = with_paper()
    pile = begin_pile(running)
    for number, choice in [(1, 1), (2, 2)]:
        enter(running, pile, number, choice=choice)
    actions.complete_pile(pile=pile, by=running.admin)
    made = []
    monkeypatch.setattr(Box.objects, "bulk_create", lambda rows, **_how: made.extend(rows))
    actions.close_pile(pile=pile, by=running.admin, why="เหตุผล")

    assert [box.sealed[1] for box in made] == [2, 1]


def test_closing_again_does_nothing():
    running = with_paper()
    pile = complete(running, 2)
    other = PaperBatch.objects.get()
    for each in (pile, other):
        actions.close_pile(pile=each, by=running.admin, why="มีผู้บันทึกคนเดียว")

    assert (Box.objects.count(), verbs().count("surveys.paper_closed")) == (2, 1)


def test_the_day_of_late_paper_is_the_closing_day():
    running = with_paper()
    pile = complete(running, 1)
    running.close()
    actions.close_pile(pile=pile, by=running.admin, why="เหตุผล")

    assert Box.objects.get().day == timezone.localdate() - timedelta(days=1)


def test_the_trail_tells_of_piles_and_never_of_sheets():
    running = with_paper()
    pile = complete(running, 6)
    sheets.remove_sheet(sheet=pile.drafts.first(), by=running.admin)
    check(running, pile, colleague(running))
    actions.close_pile(pile=pile, by=running.admin)

    begun, completed, checked, closed = (
        f"surveys.paper_{w}" for w in ("begun", "completed", "checked", "closed")
    )
    assert verbs() == [begun, completed, checked, closed]
    told = Event.objects.get(verb=closed).details
    assert (told["sheets"], told["corrections"]) == (5, 1)
    assert (told["compared"], told["differing"], told["unchecked_why"]) == (5 * running.form.size, 0, "")


def test_without_a_second_person_closing_takes_a_reason_that_is_kept():
    running = with_paper()
    pile = complete(running, 3)
    with pytest.raises(SurveyRefusedError, match="write why it cannot be done"):
        actions.close_pile(pile=pile, by=running.admin, why="  ")
    actions.close_pile(pile=pile, by=running.admin, why=" มีผู้บันทึกคนเดียว ")

    assert PaperBatch.objects.get().unchecked_why == "มีผู้บันทึกคนเดียว"
    assert Event.objects.get(verb="surveys.paper_closed").details["unchecked_why"] == "มีผู้บันทึกคนเดียว"


def test_a_pile_is_declared_complete_before_it_is_closed():
    running = with_paper()
    pile = begin_pile(running)
    with pytest.raises(SurveyRefusedError, match="Nothing is typed yet"):
        actions.complete_pile(pile=pile, by=running.admin)
    enter(running, pile, 1)
    with pytest.raises(SurveyRefusedError, match="Declare the pile complete first"):
        actions.close_pile(pile=pile, by=running.admin, why="เหตุผล")


def test_an_empty_pile_is_removed_and_one_with_sheets_is_not():
    running = with_paper()
    pile = begin_pile(running)
    sheet = enter(running, pile, 1)
    with pytest.raises(SurveyRefusedError, match="Remove them first"):
        actions.remove_pile(pile=pile, by=running.admin)
    sheets.remove_sheet(sheet=sheet, by=running.admin)
    actions.remove_pile(pile=pile, by=running.admin)

    assert (PaperBatch.objects.count(), verbs()[-1]) == (0, "surveys.paper_removed")


@pytest.mark.parametrize(("stream", "name", "said"), [
    ("iit", "ก", "not answered in this way"),
    ("eit-self-paper", "ก", "not answered in this way"),
    ("iit-paper", "ชุดที่ 1", "A pile with this name is already there."),
    ("iit-paper", " ", "This field cannot be blank."),
])  # fmt: skip
def test_a_pile_that_cannot_be_is_refused(stream, name, said):
    running = with_paper()
    begin_pile(running)
    with pytest.raises(ActionRefusedError, match=said):
        actions.begin_pile(survey=running.survey, stream=stream, name=name, by=running.admin)


def test_paper_is_typed_from_the_opening_day_until_sealing():
    running, today = with_paper(), timezone.localdate()
    pile = begin_pile(running)
    Survey.objects.update(opens_on=today + timedelta(1), closes_on=today + timedelta(2))
    with pytest.raises(SurveyRefusedError, match="from the opening day"):
        enter(running, pile, 1)
    running.close()
    enter(running, pile, 1)
    with pytest.raises(SurveyRefusedError, match="pile of paper sheets is still open"):
        refuse_unfinished(running.survey)
    Survey.objects.update(sealed_on=today, sealed_hash="x" * 64, counts={})
    with pytest.raises(SurveyRefusedError, match="is sealed"):
        enter(running, pile, 2)


def test_nothing_is_typed_into_a_closed_pile():
    running = with_paper()
    pile = complete(running, 1)
    actions.close_pile(pile=pile, by=running.admin, why="เหตุผล")
    with pytest.raises(SurveyRefusedError, match="The pile is closed"):
        enter(running, pile, 2)
    with pytest.raises(SurveyRefusedError, match="The pile is closed"):
        actions.remove_pile(pile=pile, by=running.admin)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory has no second writer to wait for")
def test_two_who_close_at_once_close_once():
    running = with_paper()
    complete(running, 4)
    together = Barrier(2)

    def close_with_another(_person):
        try:
            pile = PaperBatch.objects.get()
            together.wait()
            return actions.close_pile(pile=pile, by=running.admin, why="เหตุผล").sheets_taken
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=2) as people:
        taken = list(people.map(close_with_another, range(2)))

    assert (taken, Box.objects.count(), verbs().count("surveys.paper_closed")) == ([4, 4], 4, 1)
