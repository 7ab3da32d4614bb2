import pytest
from judging import Role, give, held_by, judge, judge_everything, let_the_days_pass, live, marks, show

from prongsai.collect.evidence.models import Assignment, Interest
from prongsai.collect.evidence.reviewing import actions, queries, taking_back
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError
from prongsai.trail.models import Event


@pytest.fixture
def given(submission, anan, busaba, chai, central):
    """All four items with Anan, of which o1 is judged."""
    give(central, submission, seed=1)
    judge(live(submission, role=Role.FIRST).get(work__item_code="o1"))
    return submission


def interest(anan, office):
    return taking_back.declare_interest(
        assessor=anan, office=office, kind=Interest.Kind.FORMER, said="เคยทำงานที่นี่", by=anan.user
    )


def ended(submission):
    rows = Assignment.objects.filter(work__submission=submission, ended_on__isnull=False)
    return sorted(rows.values_list("work__item_code", "why_ended"))


def test_an_interest_declared_later_takes_everything_of_the_office_away_and_loses_nothing(
    given, anan, office
):
    interest(anan, office)

    assert ended(given) == [(code, "conflict") for code in ("o1", "o2", "o3", "o4")]
    assert "anan" not in held_by(given).values()
    assert len(held_by(given)) == 4
    assert marks() == [("o1", "100")]  # it stays, and somebody else marks the item anew
    assert not live(given, role=Role.FIRST).filter(is_done=True).exists()


def test_an_absent_assessor_keeps_what_is_judged(given, anan, central):
    taking_back.change_presence(assessor=anan, is_present=False, by=central)

    assert ended(given) == [("o2", "absent"), ("o3", "absent"), ("o4", "absent")]
    assert held_by(given)["o1"] == "anan"
    assert "anan" not in [held_by(given)[code] for code in ("o2", "o3", "o4")]


def test_an_item_is_given_back_by_whom_it_was_given_to(given, anan, busaba):
    second = live(given, role=Role.FIRST).get(work__item_code="o2")

    with pytest.raises(ReviewRefusedError, match="somebody else"):
        taking_back.withdraw(assignment=second, by=busaba.user)
    taking_back.withdraw(assignment=second, by=anan.user)

    assert ended(given) == [("o2", "withdrew")]
    assert held_by(given)["o2"] != "anan"


def test_what_is_judged_cannot_be_given_back(given, anan):
    with pytest.raises(ReviewRefusedError, match="was judged or taken back already"):
        taking_back.withdraw(assignment=live(given, role=Role.FIRST).get(work__item_code="o1"), by=anan.user)


def test_where_nobody_else_is_there_items_wait_and_are_given_later(submission, anan, chai, central):
    chai.is_present = False
    chai.save()
    give(central, submission)
    taking_back.change_presence(assessor=anan, is_present=False, by=central)
    assert held_by(submission) == {}

    taking_back.change_presence(assessor=chai, is_present=True, by=central)
    give(central, submission)
    assert set(held_by(submission).values()) == {"chai"}


def test_a_blind_second_marker_who_leaves_is_replaced(given, central):
    code, name = next(iter(held_by(given, Role.SECOND).items()))
    taking_back.change_presence(
        assessor=queries.assessors_of(given.assessment.office.body).get(user__username=name),
        is_present=False,
        by=central,
    )

    assert set(held_by(given, Role.SECOND)) == {code}
    assert set(held_by(given, Role.SECOND).values()) & {name, "anan"} == set()


def test_after_the_preview_an_interest_leads_to_a_decision_and_not_to_another_first_mark(
    given, anan, office, central
):
    judge_everything(given)
    show(central, given)
    interest(anan, office)
    let_the_days_pass(given)
    standings = queries.standings([given])[given.pk]

    assert [each.is_disowned for each in standings] == [True] * 4
    assert [each.result.points for each in standings] == [100] * 4  # what the office was shown
    assert actions.give_decisions(body=anan.body, submissions=[given], by=central) == (4, 0)
    assert "anan" not in held_by(given, Role.DECISION).values()


def test_what_is_confirmed_stays_as_it_is(given, anan, office, central):
    judge_everything(given)
    let_the_days_pass(given)
    actions.confirm(submission=given, by=central)
    interest(anan, office)

    assert ended(given) == []


def test_another_bodys_office_is_no_interest(given, anan, office):
    anan.body_id = 0

    with pytest.raises(ReviewRefusedError, match="not assessed by this body"):
        interest(anan, office)


def test_the_trail_says_what_was_taken_back_and_why(given, anan, office):
    interest(anan, office)
    event = Event.objects.get(verb="evidence.items_taken_back")

    assert (event.object_label, event.details["why"]) == ("Anan", "conflict")
    assert (len(event.details["items"]), event.details["given_again"]) == (4, 4)
