from fractions import Fraction as F

import pytest
from judging import CODES, Role, assessor, give, hand_in, held_by, judge_everything, live, show
from world import Role as Place

from prongsai.collect.evidence.models import Assignment, Interest
from prongsai.collect.evidence.reviewing import queries
from prongsai.collect.evidence.reviewing.giving import Grouping, Handed
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError
from prongsai.people import actions as people
from prongsai.trail.models import Event


def test_each_office_goes_to_one_and_each_assessors_share_to_another(
    submission, other_submission, anan, busaba, central
):
    handed = give(central, submission, other_submission, seed=7)

    assert handed == Handed(firsts=8, seconds=2, left=0, seed=7)
    assert set(held_by(submission).values()) == {"anan"}
    assert set(held_by(other_submission).values()) == {"busaba"}
    assert set(held_by(submission, Role.SECOND).values()) == {"busaba"}
    assert set(held_by(other_submission, Role.SECOND).values()) == {"anan"}


def test_by_item_each_item_goes_to_one_for_all_offices(submission, other_submission, anan, busaba, central):
    give(central, submission, other_submission, grouping=Grouping.ITEM)

    assert held_by(submission) == held_by(other_submission)
    assert sorted(held_by(submission).values()) == ["anan", "anan", "busaba", "busaba"]


def test_the_draw_is_recorded_and_comes_out_again(submission, anan, busaba, central):
    give(central, submission, seed=11, share=F(1, 2))
    drawn = held_by(submission, Role.SECOND)
    Assignment.objects.all().delete()
    give(central, submission, seed=11, share=F(1, 2))
    details = Event.objects.filter(verb="evidence.items_given").first().details

    assert held_by(submission, Role.SECOND) == drawn
    assert len(drawn) == 2
    assert details == {
        "submissions": [submission.pk],
        "grouping": "office",
        "share": "1/2",
        "seed": 11,
        "firsts": 4,
        "seconds": 2,
        "left": 0,
    }


def test_another_seed_draws_others(body, office, central, anan, busaba):
    submission = hand_in(office, *CODES)
    drawn = []
    for seed in range(4):
        give(central, submission, seed=seed)
        drawn.append(frozenset(held_by(submission, Role.SECOND)))
        Assignment.objects.all().delete()

    assert [len(each) for each in drawn] == [3, 3, 3, 3]  # a twentieth of 43, rounded up
    assert len(set(drawn)) > 1


@pytest.mark.parametrize("why", ["declared", "role there", "staff of the body"])
@pytest.mark.usefixtures("busaba")
def test_nothing_of_an_office_of_interest_is_given(why, submission, office, anan, central):
    if why == "declared":
        Interest.objects.create(assessor=anan, office=office, kind=Interest.Kind.FORMER)
    elif why == "role there":
        people.grant_role(user=anan.user, role=Place.VIEWER, office=office, by=None)
    else:
        people.grant_role(user=anan.user, role=Place.CENTRAL, body=office.body, by=None)

    handed = give(central, submission)

    assert set(held_by(submission).values()) == {"busaba"}
    assert (handed.seconds, handed.left) == (0, 1)  # nobody is left for the blind second mark


def test_nothing_is_given_beyond_a_limit_and_the_rest_waits(submission, body, central):
    few = assessor(body, "few", most=3)

    assert give(central, submission, share=F(0), seed=1) == Handed(3, 0, 1, seed=1)
    assert queries.in_hand(body) == {few.pk: 3}

    assessor(body, "more")
    assert give(central, submission, share=F(0), seed=1) == Handed(1, 0, 0, seed=1)
    assert sorted(held_by(submission).values()) == ["few", "few", "few", "more"]


@pytest.mark.parametrize("what", ["has not declared", "is absent", "cannot sign in"])
def test_nothing_is_given_to_somebody_who(what, submission, anan, central):
    if what == "has not declared":
        anan.declared_on = None
    anan.is_present = what != "is absent"
    anan.user.is_active = what != "cannot sign in"
    anan.user.save()
    anan.save()

    with pytest.raises(ReviewRefusedError, match="No assessor is there who has declared"):
        give(central, submission)

    assert Assignment.objects.count() == 0


def test_what_was_not_approved_in_time_is_given_to_nobody(office, anan, busaba, central):
    submission = hand_in(office, "o1", "o2", unready=["o2"])

    give(central, submission)

    assert held_by(submission) == {"o1": "anan"}


def test_an_office_that_has_not_handed_in_is_refused(office, other_submission, anan, central):
    early = hand_in(office, "o1", is_frozen=False)

    with pytest.raises(ReviewRefusedError) as refusal:
        give(central, early, other_submission)

    assert str(refusal.value) == (
        "Not handed in yet: Example area 1. Wait until their closing day has passed."
    )
    assert Assignment.objects.count() == 0


def test_nothing_is_given_after_the_preview(submission, anan, busaba, central):
    give(central, submission)
    judge_everything(submission)
    show(central, submission)

    with pytest.raises(ReviewRefusedError, match="Has been shown its marks: Example area 1"):
        give(central, submission)


def test_giving_twice_gives_nothing_twice(submission, anan, busaba, central):
    give(central, submission)
    before = list(live(submission).values_list("pk", flat=True))

    assert give(central, submission, seed=3) == Handed(0, 0, 0, seed=3)
    assert list(live(submission).values_list("pk", flat=True)) == before


@pytest.mark.usefixtures("anan", "busaba")
def test_a_queue_takes_the_same_queries_for_one_office_and_for_many(
    submission, other_submission, central, django_assert_num_queries
):
    give(central, submission, other_submission)
    for submissions in ([submission], [submission, other_submission]):
        with django_assert_num_queries(4):
            queries.standings(submissions)
