"""The state of an item follows from its rows, in Python as in the database."""

from datetime import timedelta

import pytest

from prongsai.collect.evidence import actions, freezing, queries
from prongsai.collect.evidence.models import Reply, Work
from prongsai.collect.evidence.states import State, is_voided, state_of, with_state
from prongsai.people.models import Office

pytestmark = pytest.mark.django_db


def in_database(work):
    return State(with_state(Work.objects.filter(pk=work.pk)).get().state)


def stands(work):
    """Both ways of working it out, which must agree."""
    replied = queries.replied_of(work.submission)
    here = state_of(work, work.submission, has_reply=work.pk in replied)
    assert in_database(work) is here
    return here


def test_an_item_goes_from_nothing_to_ready(item, show, send, approve):
    approve("o1")
    send("o2")
    show("o3")

    assert [stands(item(code)) for code in ("o1", "o2", "o3", "o4")] == [
        State.READY,
        State.TO_APPROVE,
        State.DRAFT,
        State.NOTHING,
    ]


def test_what_was_not_approved_is_left_out_by_the_freeze(item, send, approve, close):
    approve("o1")
    send("o2")
    freezing.freeze_submission(submission=close())

    assert [stands(item(code)) for code in ("o1", "o2", "o3")] == [
        State.FROZEN,
        State.LEFT_OUT,
        State.LEFT_OUT,
    ]


def test_marks_replies_and_the_confirmation_follow(item, approve, close, today):
    approve("o1", "o2")
    submission = freezing.freeze_submission(submission=close())
    submission.previewed_on, submission.replies_until = today, today + timedelta(14)
    submission.save()
    Reply.objects.create(work=item("o2"), agrees=True, by_name="ผู้ตอบ")
    after_the_preview = [stands(item(code)) for code in ("o1", "o2")]
    submission.confirmed_on = today
    submission.save()

    assert after_the_preview == [State.REVIEWED, State.REPLIED]
    assert [stands(item(code)) for code in ("o1", "o2")] == [State.FINAL, State.FINAL]


def test_a_change_voids_the_approval_and_the_former_content_has_it_again(item, approve, administrator):
    approve("o1")
    link = item("o1").links.get()
    actions.put_link(work=item("o1"), link=link, address=link.address, note="ข้อ 2", by=administrator)
    changed = stands(item("o1")), is_voided(item("o1"))
    actions.put_link(work=item("o1"), link=link, address=link.address, by=administrator)

    assert changed == (State.DRAFT, True)
    assert (stands(item("o1")), is_voided(item("o1"))) == (State.READY, False)


def test_states_of_many_offices_take_one_query(submission, approve, other_office, django_assert_num_queries):
    approve("o1", "o2")

    with django_assert_num_queries(1):
        found = queries.states_of(Office.objects.all(), "obec-2565")

    assert found == {submission.assessment.office_id: {State.READY: 2, State.NOTHING: 41}}
