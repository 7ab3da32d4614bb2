"""Preview, reply, decision, confirmation: each in its turn, and every wrong order refused in words."""

from datetime import timedelta

import pytest
from judging import (
    CODES,
    TODAY,
    Role,
    give,
    hand_in,
    held_by,
    judge,
    judge_everything,
    let_the_days_pass,
    live,
    reply,
    required,
    show,
)

from prongsai.collect.assessments.queries import inputs_of
from prongsai.collect.evidence.models import Mark
from prongsai.collect.evidence.reviewing import actions, queries
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError
from prongsai.collect.evidence.reviewing.standing import NOT_SUBMITTED
from prongsai.core.score import ItemResult
from prongsai.trail.models import Event


@pytest.fixture
def marked(submission, anan, busaba, chai, central):
    """All four items marked by Anan, o1 by Busaba too, who lets it fail."""
    give(central, submission, seed=1)
    second = live(submission, role=Role.SECOND).get()
    judge_everything(submission, fail={(second.work.item_code, Role.SECOND)})
    return submission


def refused(action, **named):
    with pytest.raises(ReviewRefusedError) as refusal:
        action(**named)
    return str(refusal.value)


def show_until(submission, central, days=10):
    return {
        "body": submission.assessment.office.body,
        "submissions": [submission],
        "replies_until": TODAY + timedelta(days=days),
        "by": central,
    }


def decide(submission, central):
    body = submission.assessment.office.body
    return actions.give_decisions(body=body, submissions=[submission], by=central)


def test_the_way_from_the_first_mark_to_the_confirmed_points(marked, central):
    differing = live(marked, role=Role.SECOND).get().work.item_code
    objected = next(code for code in CODES[:4] if code != differing)
    show(central, marked)
    reply(marked, objected)
    let_the_days_pass(marked)

    assert decide(marked, central) == (2, 0)
    assert set(held_by(marked, Role.DECISION).values()) <= {"chai", "busaba"}
    assert held_by(marked, Role.DECISION)[differing] == "chai"  # both others have judged it
    for decision in live(marked, role=Role.DECISION):
        code = decision.work.item_code
        judge(decision, *([required(code)] if code == objected else []), remark="ตรวจซ้ำแล้ว")
    actions.confirm(submission=marked, by=central)
    items = inputs_of(marked.assessment).items

    assert {code: items[code] for code in CODES[:4]} == dict.fromkeys(CODES[:4], ItemResult(100)) | {
        objected: ItemResult(0, "ตรวจซ้ำแล้ว"),
        differing: ItemResult(100, "ตรวจซ้ำแล้ว"),
    }
    assert Mark.objects.count() == 7  # four first marks, one second, two decisions: all there
    marked.refresh_from_db()
    assert (marked.confirmed_on, marked.confirmed_by_name) == (TODAY, str(central))
    assert set(
        Event.objects.filter(office_id=marked.assessment.office_id).values_list("verb", flat=True)
    ) >= {
        "evidence.previewed",
        "evidence.confirmed",
        "assessments.items_brought_in",
    }


def test_what_was_not_handed_in_gets_nothing_and_says_so(office, anan, central):
    submission = hand_in(office, "o1", "o2", unready=["o2"])
    give(central, submission)
    judge_everything(submission)
    let_the_days_pass(submission)
    actions.confirm(submission=submission, by=central)
    items = inputs_of(submission.assessment).items

    assert items["o1"] == ItemResult(100)
    assert {items[code] for code in CODES[1:]} == {ItemResult(0, NOT_SUBMITTED)}


def test_silence_and_agreement_let_the_first_mark_stand(marked, central):
    differing = live(marked, role=Role.SECOND).get().work.item_code
    one, other = [code for code in CODES[:4] if code != differing][:2]
    show(central, marked)
    reply(marked, one, agrees=True)
    reply(marked, other)
    reply(marked, other, agrees=True)  # thought better of it
    let_the_days_pass(marked)

    assert decide(marked, central) == (1, 0)  # the one on which two differ
    assert set(held_by(marked, Role.DECISION)) == {differing}


def test_nothing_is_shown_before_all_of_it_is_judged(submission, other_submission, anan, busaba, central):
    assert refused(actions.preview, **show_until(submission, central)) == (
        "Example area 1: nobody has O1, O2, O3, O4. Give them to assessors first."
    )
    give(central, submission)
    first = live(submission, role=Role.FIRST).get(work__item_code="o1")
    judge(first)
    assert refused(actions.preview, **show_until(submission, central)).startswith(
        "Example area 1: not judged yet: O"
    )
    judge_everything(submission)
    both = show_until(submission, central) | {"submissions": [submission, other_submission]}
    assert refused(actions.preview, **both).startswith("สพป.ตัวอย่าง เขต 2: nobody has")
    submission.refresh_from_db()
    assert submission.previewed_on is None  # all of them or none


def test_a_blind_second_mark_that_is_missing_holds_the_preview_up(submission, anan, busaba, central):
    give(central, submission)
    for each in live(submission, role=Role.FIRST):
        judge(each)
    missing = live(submission, role=Role.SECOND).get().work.item_code.upper()

    assert refused(actions.preview, **show_until(submission, central)) == (
        f"Example area 1: not judged yet: {missing}."
    )


def test_an_office_has_some_days_to_reply(marked, central):
    assert refused(actions.preview, **show_until(marked, central, days=4)) == (
        "Give the offices at least 5 days to reply."
    )
    actions.preview(**show_until(marked, central, days=5))
    marked.refresh_from_db()
    assert (marked.previewed_on, marked.replies_until) == (TODAY, TODAY + timedelta(days=5))


def test_marks_are_shown_once(marked, central):
    show(central, marked)

    assert refused(actions.preview, **show_until(marked, central)).startswith("Has been shown its marks")


def test_nothing_is_decided_or_confirmed_before_the_preview(marked, central):
    said = "Example area 1 has not been shown its marks yet."

    assert refused(decide, submission=marked, central=central) == said
    assert refused(actions.confirm, submission=marked, by=central) == said


def test_nothing_is_decided_or_confirmed_while_the_office_may_reply(marked, central):
    show(central, marked)

    for action in (
        lambda: decide(marked, central),
        lambda: actions.confirm(submission=marked, by=central),
    ):
        assert refused(action).startswith("Example area 1 may reply until ")


def test_nothing_is_confirmed_while_a_decision_is_outstanding(marked, central):
    differing = live(marked, role=Role.SECOND).get().work.item_code
    let_the_days_pass(marked)
    waits = f"Not decided yet: {differing.upper()}. Give them to somebody who decides."

    assert refused(actions.confirm, submission=marked, by=central) == waits
    decide(marked, central)
    assert refused(actions.confirm, submission=marked, by=central) == waits
    judge(live(marked, role=Role.DECISION).get(), remark="ดูแล้ว")
    actions.confirm(submission=marked, by=central)
    assert refused(actions.confirm, submission=marked, by=central).startswith(
        "Example area 1: the points were confirmed on "
    )
    assert refused(decide, submission=marked, central=central).startswith("Example area 1: the points were")


def test_nobody_decides_on_what_they_marked(marked, chai, central):
    chai.is_present = False
    chai.save()
    let_the_days_pass(marked)

    assert decide(marked, central) == (0, 1)
    assert held_by(marked, Role.DECISION) == {}


def test_where_nothing_waits_nothing_is_given(submission, anan, busaba, central):
    give(central, submission)
    judge_everything(submission)
    let_the_days_pass(submission)

    assert (
        refused(decide, submission=submission, central=central) == "Nothing waits for somebody who decides."
    )


def test_an_objection_to_what_was_not_handed_in_waits_for_nobody(office, anan, central):
    submission = hand_in(office, "o1", unready=["o1"])
    let_the_days_pass(submission)
    reply(submission, "o1")

    assert not queries.standings([submission])[submission.pk][0].needs_decision
