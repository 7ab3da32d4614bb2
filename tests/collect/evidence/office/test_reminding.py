"""Letters 14, 7 and 1 days before the due day, once each, to the post or to who is in the unit now."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from assessed import YEAR
from django.utils import timezone
from world import Role, make_member

from prongsai.collect.evidence import actions
from prongsai.collect.evidence.due import due_by_rule
from prongsai.collect.evidence.models import Reminder, Work
from prongsai.collect.evidence.reminding import send_reminders
from prongsai.core.framework import Period
from prongsai.people import actions as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def due(submission, today):
    """due(o1=14) sets the due day so many days from today; all others are far away."""

    def set_days(**days):
        Work.objects.update(due_on=submission.closes_on)
        for code, left in days.items():
            Work.objects.filter(item_code=code).update(due_on=today + timedelta(left))

    return set_days


def addressed(mailoutbox):
    return sorted(letter.to[0] for letter in mailoutbox)


def test_one_letter_lists_everything_of_its_receiver(due, today, member, mailoutbox):
    due(o1=14, o2=7, o3=1, o4=15)

    assert send_reminders(today) == 1
    [letter] = mailoutbox
    assert letter.to == [member.email]
    assert [code in letter.body for code in ("O1 ", "O2 ", "O3 ", "O4 ")] == [True, True, True, False]
    assert "/offices/example-1/assessments/obec-2565/evidence/items/o1/" in letter.body


def test_each_step_is_sent_once(due, today, member, mailoutbox):
    due(o1=14)
    sent = [send_reminders(today + timedelta(days)) for days in (0, 0, 1, 7, 8, 13, 14, 15)]

    assert sent == [1, 0, 0, 1, 0, 1, 0, 0]
    assert sorted(Reminder.objects.values_list("days", flat=True)) == [1, 7, 14]


def test_a_day_on_which_nothing_ran_is_made_up_for(due, today, member, mailoutbox):
    due(o1=5)

    assert send_reminders(today) == 1
    assert Reminder.objects.get().days == 7


def test_what_is_ready_is_not_reminded_of(due, approve, today, member, mailoutbox):
    approve("o1")
    due(o1=1)

    assert send_reminders(today) == 0


def test_the_post_is_written_to_and_who_left_is_not(due, item, units, member, mailoutbox):
    office, today = units["admin"].office, timezone.localdate()
    gone = make_member(office, Role.UNIT_MEMBER, "gone", unit=units["admin"])
    gone.is_active = False
    gone.save()
    post = people.add_post(office=office, title_th="หัวหน้ากลุ่ม", email="head@example.invalid", by=None)
    due(o1=7, o2=7)
    actions.assign(works=[item("o1")], post=post, by=None)
    send_reminders(today)

    assert addressed(mailoutbox) == sorted(["head@example.invalid", member.email])


def test_where_nobody_is_in_the_unit_the_administrators_are_told(due, today, administrator, mailoutbox):
    due(o21=7, o25=7)
    send_reminders(today)

    assert addressed(mailoutbox) == [administrator.email]


def test_nobody_gets_two_letters_on_one_day(due, today, member, mailoutbox):
    due(o1=7)
    send_reminders(today)
    due(o1=7, o2=7)

    assert [send_reminders(today), send_reminders(today + timedelta(1))] == [0, 1]


def test_a_letter_that_cannot_be_sent_is_tried_again(due, today, member, settings):
    due(o1=7)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    assert send_reminders(today) == 0
    assert Reminder.objects.count() == 0


@pytest.mark.parametrize(
    ("period", "closes_on", "due_on"),
    [
        (Period.STANDING, "2022-04-30", "2022-03-31"),
        (Period.THIS_YEAR, "2022-04-30", "2022-03-31"),
        (Period.FIRST_SIX_MONTHS, "2022-04-30", "2022-04-16"),
        (Period.AT_LEAST_SIX_MONTHS, "2022-04-10", "2022-03-31"),
        (Period.FIRST_SIX_MONTHS, "2022-03-20", "2022-03-20"),
    ],
)
def test_the_due_day_follows_from_the_period(period, closes_on, due_on):
    item = replace(YEAR.item("o1"), period=period)

    assert due_by_rule(item, date.fromisoformat(closes_on), 2565) == date.fromisoformat(due_on)


def test_what_is_overdue_is_reminded_of_again_before_the_closing_day(due, close, today, member, mailoutbox):
    close(days=-7)
    due(o1=-3)
    done = {"content_hash": "x", "approved_hash": "x", "approved_on": today, "approved_by_name": "ผู้บริหาร"}
    Work.objects.exclude(item_code="o1").update(**done)

    assert [send_reminders(today), send_reminders(today)] == [1, 0]
    assert Reminder.objects.get().due_on == today + timedelta(7)
