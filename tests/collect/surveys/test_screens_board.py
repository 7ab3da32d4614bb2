"""The board: yesterday's end, never today; no answer; one reminder to everyone."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone, translation
from looking import Role, admin_of, eyes_of, somebody, text_of
from running import begin

from prongsai.collect.surveys.models import Box, KeyHolder, Survey

pytestmark = pytest.mark.django_db
TOKEN = re.compile("[A-Za-z0-9]{64}")  # of the form, another one each time
YESTERDAY, BEFORE = (timezone.localdate() - timedelta(days=back) for back in (1, 2))


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def came(running, **told):
    """A sheet of an earlier day."""
    day = told.pop("day", YESTERDAY)
    known = set(Box.objects.values_list("pk", flat=True))
    running.take(**told)
    Box.objects.exclude(pk__in=known).update(day=day)


def test_the_board_tells_what_had_come_by_the_end_of_yesterday():
    eyes = admin_of(codes=5)
    for day in (BEFORE, YESTERDAY, YESTERDAY, timezone.localdate()):
        came(eyes.running, day=day)
    response = eyes.get("board")

    board = response.context["board"]
    assert (board.answered, board.needed, board.shortfall, board.days_left) == (3, 30, 27, 31)
    assert [line.all for line in response.context["days"]] == [1, 2]


def test_todays_sheets_change_nothing_on_any_screen():
    eyes = admin_of(codes=3)
    before = [TOKEN.sub("", eyes.reads(name)) for name in ("list", "show", "board")]
    eyes.running.take()

    assert [TOKEN.sub("", eyes.reads(name)) for name in ("list", "show", "board")] == before


def test_the_board_has_a_picture_for_a_desk_and_for_a_phone():
    eyes = admin_of(codes=3)
    came(eyes.running)

    assert len(eyes.get("board").context["pictures"]) == 2


@pytest.mark.parametrize("streams", [["eit-self"], ["eit-self", "eit-code", "eit-interview"]])
def test_the_board_takes_the_same_queries_for_one_way_and_for_three(streams, django_assert_num_queries):
    eyes = admin_of(instrument="eit", heads=dict.fromkeys(streams, 100))
    eyes.get("board")

    with django_assert_num_queries(21):
        eyes.get("board")


def test_one_reminder_goes_to_everyone_in_both_languages():
    eyes = admin_of()
    reminders = {each.language: each.text for each in eyes.get("board").context["reminders"]}

    assert f"http://testserver/en/s/{eyes.running.survey.slug}/" in reminders["en"]
    assert "with the code on the folded slip that you drew" in reminders["en"]
    assert "ข้อความนี้จึงส่งถึงทุกท่านเหมือนกัน" in reminders["th"]


def test_the_public_is_reminded_without_a_code():
    reminder = admin_of(instrument="eit").get("board").context["reminders"][1].text

    assert "No name is asked" in reminder


def test_after_the_last_day_nobody_is_reminded():
    eyes = admin_of()
    eyes.running.close()

    assert eyes.get("board").context["reminders"] == ()


@pytest.mark.parametrize("role", Role.values)
def test_everyone_of_the_office_sees_the_board(role):
    running = begin()

    assert eyes_of(running, somebody(running, role)).get("board").status_code == 200


def test_there_is_no_board_before_it_is_ready():
    eyes = admin_of()
    KeyHolder.objects.all().delete()
    Survey.objects.update(public_key=b"")

    assert eyes.get("board").status_code == 404


def shown_days(running):
    response = eyes_of(running, running.admin).get("board")
    return [(each.day, each.all) for each in response.context["picture_days"]], text_of(response)


def test_the_picture_has_every_day_that_has_ended():
    running = begin(codes=1)
    came(running, day=BEFORE)
    days, said = shown_days(running)

    assert days == [(running.survey.opens_on, 0), (BEFORE, 1), (YESTERDAY, 0)]
    assert "<h2>Answers of each day</h2>" in said


def test_a_picture_of_the_last_days_says_so():
    running = begin(codes=2)
    long_ago = YESTERDAY - timedelta(days=60)
    Survey.objects.update(opens_on=long_ago)
    for day in (long_ago, YESTERDAY):
        came(running, day=day)
    days, said = shown_days(running)

    assert (len(days), days[0], days[-1]) == (31, (YESTERDAY - timedelta(days=30), 0), (YESTERDAY, 1))
    assert "<h2>Answers of each of the last 31 days</h2>" in said
