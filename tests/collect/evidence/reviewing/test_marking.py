import pytest
from judging import (
    CODES,
    Role,
    all_met,
    give,
    judge,
    judge_everything,
    let_the_days_pass,
    live,
    marks,
    reply,
    required,
    show,
)

from prongsai.collect.evidence.models import Mark
from prongsai.collect.evidence.reviewing import actions, marking
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError
from prongsai.trail.models import Event, RowsAreOnlyAddedError


@pytest.fixture
def first(submission, anan, busaba, central):
    give(central, submission, seed=1)
    return live(submission, role=Role.FIRST).get(work__item_code="o1")


def refused(assignment, elements, remark="", by=None):
    with pytest.raises(ReviewRefusedError) as refusal:
        marking.mark(
            assignment=assignment, elements=elements, remark=remark, by=by or assignment.assessor.user
        )
    return str(refusal.value)


def test_a_mark_holds_the_verdicts_the_points_and_who(first):
    made = judge(first)
    first.refresh_from_db()

    assert (made.elements, made.points, made.remark) == (all_met("o1"), "100", "")
    assert made.by_name == first.assessor.user.display_name
    assert first.is_done


def test_a_second_thought_is_a_row_of_its_own(first):
    judge(first)
    judge(first, "chart")

    assert marks() == [("o1", "100"), ("o1", "0")]
    with pytest.raises(RowsAreOnlyAddedError):
        Mark.objects.update(points="100")


def test_the_trail_says_that_an_item_was_judged_but_not_how(first):
    made = judge(first, "chart")
    event = Event.objects.get(verb="evidence.item_marked")

    assert (event.details, event.office_id) == ({"mark": made.pk}, None)


def test_an_example_that_is_missing_takes_no_points_but_wants_a_remark(first):
    met = all_met("o1") | {"groups_and_units": "fail"}

    assert refused(first, met) == (
        "Say in a remark what is missing: The groups and units of the office. The office will read it."
    )
    made = marking.mark(assignment=first, elements=met, remark="ควรเพิ่ม", by=first.assessor.user)
    assert made.points == "100"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"chart": None}, "No verdict yet on: A chart of how the office is divided."),
        ({"chart": "perhaps"}, "A verdict is pass, fail or not applicable."),
        ({"cheese": "pass"}, "This item has no element cheese."),
        (
            {"chart": "fail"},
            "Say in a remark what is missing: A chart of how the office is divided. The office will read it.",
        ),
        (
            {"chart": "not_applicable"},
            "Say in a remark why this does not apply: A chart of how the office is divided.",
        ),
    ],
)
def test_a_verdict_that_is_not_whole_is_refused(first, change, said):
    met = {code: verdict for code, verdict in (all_met("o1") | change).items() if verdict}

    assert refused(first, met) == said
    assert marks() == []


def test_an_item_that_must_apply_cannot_be_called_not_applicable(first):
    nothing = dict.fromkeys(all_met("o1"), "not_applicable")

    assert refused(first, nothing, "ไม่มี") == (
        "The rules do not allow this item to be not applicable as a whole. Let what it must show fail."
    )


def test_only_whom_it_was_given_to_judges_it(first, busaba):
    assert refused(first, all_met("o1"), by=busaba.user) == "This item was given to somebody else."


def test_what_was_taken_back_is_judged_no_more(first):
    first.ended_on = first.given_on
    first.save()

    assert refused(first, all_met("o1")) == "This item was taken back. Somebody else judges it now."


def test_a_first_mark_stays_once_the_office_has_been_shown_it(first, submission, central):
    judge_everything(submission)
    show(central, submission)

    assert refused(first, all_met("o1")) == (
        "The office has been shown the marks. From now on only somebody else's decision changes them."
    )


def test_nothing_is_judged_after_the_confirmation(first, submission, central):
    judge_everything(submission)
    let_the_days_pass(submission)
    actions.confirm(submission=submission, by=central)

    assert refused(first, all_met("o1")) == "The points are confirmed. Nothing changes them any more."


def test_a_decision_waits_until_the_office_has_had_its_days(submission, anan, busaba, chai, central):
    give(central, submission)
    judge_everything(submission)
    let_the_days_pass(submission)
    reply(submission, "o2")
    actions.give_decisions(body=anan.body, submissions=[submission], by=central)
    decision = live(submission, role=Role.DECISION).get()
    submission.replies_until = decision.given_on
    submission.save()

    assert refused(decision, all_met("o2")) == (
        "The office may still reply. Decide when its days to reply are over."
    )


def test_every_item_of_the_year_can_be_judged():
    assert [code for code in CODES if not required(code)] == []
