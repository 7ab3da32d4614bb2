"""A sheet is taken in once, and only as a sealed box."""

import secrets
from datetime import timedelta

import pytest
from django.utils import timezone
from running import begin

from prongsai.collect.surveys import receipts, taking, work
from prongsai.collect.surveys.models import Box, Code, Survey
from prongsai.trail.models import Event

pytestmark = pytest.mark.django_db


def test_a_sheet_with_a_code_becomes_one_box_and_spends_the_code():
    running = begin(codes=2)

    taken = running.take(choice=3)

    box = Box.objects.get()
    assert (taken.stream, box.stream, box.day) == ("iit", "iit", timezone.localdate())
    assert Code.objects.filter(is_spent=True).count() == 1
    assert running.answers(3) not in bytes(box.sealed)


def test_all_boxes_of_a_survey_are_equally_long():
    running = begin(codes=2)

    running.take(suggestion="")
    running.take(suggestion="ขอให้เปิดเผยแผนการใช้จ่ายงบประมาณ" * 10)

    assert len({len(box.sealed) for box in Box.objects.all()}) == 1


def test_the_same_form_again_gives_the_same_receipt_and_no_second_sheet():
    running = begin(codes=2)
    same = {"submission": secrets.token_hex(16), "code": running.codes[0]}

    first, again = running.take(**same), running.take(**same)

    assert (first, Box.objects.count(), Code.objects.filter(is_spent=True).count()) == (again, 1, 1)


def test_the_same_form_with_other_answers_is_refused():
    running = begin(codes=1)
    same = {"submission": secrets.token_hex(16), "code": running.codes[0]}
    running.take(**same)

    with pytest.raises(taking.AnswersChangedError) as refusal:
        running.take(choice=2, **same)

    assert (refusal.value.status, Box.objects.count()) == (409, 1)


def test_a_spent_code_is_refused_for_another_form():
    running = begin(codes=1)
    code = running.codes[0]
    running.take(code=code)

    with pytest.raises(taking.CodeSpentError):
        running.take(code=code)

    assert Box.objects.count() == 1


@pytest.mark.parametrize("typed", ["1234", "abc", "0" * 20, ""])
def test_a_code_that_is_not_of_the_survey_is_refused(typed):
    running = begin(codes=1)

    with pytest.raises(taking.CodeUnknownError):
        running.take(code=typed)

    assert Box.objects.count() == 0


def test_the_open_link_takes_sheets_without_a_code():
    running = begin(instrument="eit")

    assert running.take(code="").stream == "eit-self"


def test_without_a_code_nothing_is_taken_where_the_office_holds_no_open_link():
    running = begin(instrument="eit", heads={"eit-code": 100}, codes=1)

    with pytest.raises(taking.CodeUnknownError):
        running.take(code="")

    assert running.take().stream == "eit-code"


def test_without_proof_of_work_a_flood_is_slowed_down(monkeypatch):
    running = begin(instrument="eit")
    monkeypatch.setattr("prongsai.collect.surveys.pace.AT_ONCE", 3)

    for _sheet in range(4):
        running.take(code="")
    with pytest.raises(taking.TooManyError):
        running.take(code="")

    assert Box.objects.count() == 4


def test_proof_of_work_passes_the_ceiling(monkeypatch):
    monkeypatch.setattr("prongsai.collect.surveys.pace.AT_ONCE", -1)
    running = begin(instrument="eit")
    submission = secrets.token_hex(16)
    found = next(str(n) for n in range(2**24) if work.is_done(submission, str(n)))

    assert running.take(code="", submission=submission, work_done=found).stream == "eit-self"


@pytest.mark.parametrize(("opens", "closes"), [(1, 5), (-5, -1)])
def test_outside_its_days_nothing_is_taken(opens, closes):
    running, today = begin(codes=1), timezone.localdate()
    Survey.objects.update(opens_on=today + timedelta(opens), closes_on=today + timedelta(closes))

    with pytest.raises(taking.SurveyClosedError) as refusal:
        running.take()

    assert (refusal.value.status, Box.objects.count()) == (410, 0)


def test_after_the_closing_day_a_repeat_still_gets_its_receipt():
    running = begin(codes=1)
    same = {"submission": secrets.token_hex(16), "code": running.codes[0]}
    first = running.take(**same)
    running.close()

    assert running.take(**same) == first


def test_a_receipt_is_genuine_for_its_own_survey_only():
    running = begin(codes=1)
    told = {"survey": running.survey.slug, "verify_key": bytes(Survey.objects.get().verify_key)}

    receipt = running.take().receipt

    assert receipts.is_genuine(receipts.written(receipt).upper(), **told)
    assert not receipts.is_genuine(receipt, **told | {"survey": "another"})
    assert not receipts.is_genuine(receipt[:-1] + ("b" if receipt[-1] == "a" else "a"), **told)
    assert not receipts.is_genuine("ไม่ใช่", **told)


def test_taking_a_sheet_leaves_no_trail():
    running = begin(codes=1)
    before = Event.objects.count()

    running.take(suggestion="ข้อเสนอแนะ")

    assert Event.objects.count() == before


def test_a_sheet_that_was_on_its_way_while_the_survey_was_given_up_is_not_taken():
    running = begin(instrument="eit")
    looked_up = Survey.objects.get()
    Survey.objects.update(slug="anew")

    with pytest.raises(taking.SurveyClosedError):
        taking.take(survey=looked_up, submission=secrets.token_hex(16), answers=running.answers())

    assert Box.objects.count() == 0
