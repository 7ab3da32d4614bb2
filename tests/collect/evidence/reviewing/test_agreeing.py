from fractions import Fraction as F

import pytest
from judging import CODES, TODAY, Role, give, hand_in, held_by, judge, judge_everything, live, required, show

from prongsai.collect.evidence.models import Mark
from prongsai.collect.evidence.reviewing import agreeing, taking_back
from prongsai.collect.evidence.reviewing.agreeing import Week, monday_of
from prongsai.collect.evidence.reviewing.giving import Grouping, assign
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError
from prongsai.core.agreement import Agreement, agreement

HALF = {(code, Role.SECOND) for code in CODES[5:10]}


@pytest.fixture
def twice(office, anan, busaba, chai, central):
    """Ten items of Anan, all marked by others too."""
    for each in (busaba, chai):
        each.is_present = False
        each.save()
    submission = hand_in(office, *CODES[:10])
    give(central, submission, share=F(0))
    busaba.is_present = True
    busaba.save()
    anan.is_present = False
    anan.save()
    firsts = live(submission)
    assign(anan.body, [each.work for each in firsts], Role.SECOND, Grouping.OFFICE)
    return submission


def mark_all(submission, fail=HALF):
    judge_everything(submission, fail=fail)


def test_pairs_are_the_shares_of_required_elements_that_each_let_pass(twice, anan):
    mark_all(twice, fail={("o1", Role.SECOND)})
    found = {each.item_code: each for each in agreeing.doubled(anan.body)}

    assert found["o1"].pair == (F(1), F(3, 4))
    assert found["o2"].pair == (F(1), F(1))
    assert {each.assessor for each in found.values()} == {anan.pk}


def test_agreement_is_told_by_item_and_by_assessor(twice, anan):
    mark_all(twice)
    found = agreeing.doubled(anan.body, "obec-2565")

    assert agreeing.by_assessor(found)[anan.pk].differing == 5
    assert [(code, each.n, each.differing) for code, each in agreeing.by_item(found).items()] == [
        (code, 1, int(code in CODES[5:10])) for code in CODES[:10]
    ]
    assert agreeing.doubled(anan.body, "another") == []


def test_pairs_take_the_same_queries_however_many(twice, anan, django_assert_num_queries):
    mark_all(twice)

    with django_assert_num_queries(1):
        agreeing.doubled(anan.body)


def test_a_batch_that_agrees_poorly_is_not_shown_but_sent_back_to_others(twice, anan, chai, central):
    mark_all(twice)
    with pytest.raises(ReviewRefusedError, match="First marks of Anan agree poorly"):
        show(central, twice)
    chai.is_present = True
    chai.save()

    assert taking_back.send_back(assessor=anan, by=central) == 10
    assert set(held_by(twice).values()) == {"chai"}
    assert Mark.objects.filter(assignment__assessor=anan).count() == 10
    for each in live(twice, role=Role.FIRST):
        judge(each, *([required(each.work.item_code)] if (each.work.item_code, Role.SECOND) in HALF else []))
    show(central, twice)  # the new first marks agree with the second ones


def test_a_batch_that_agrees_is_not_sent_back(twice, anan, central):
    mark_all(twice, fail=set())

    with pytest.raises(
        ReviewRefusedError, match="Anan agrees well enough, or has too few items marked twice"
    ):
        taking_back.send_back(assessor=anan, by=central)


def test_drift_is_told_week_by_week(twice, anan):
    for each in live(twice).select_related("work", "assessor__user"):
        judge(each, *([required(each.work.item_code)] if each.work.item_code in CODES[:2] else []))
    found = agreeing.doubled(anan.body, "obec-2565")
    weeks = agreeing.weeks(anan.body, "obec-2565", found)[anan.pk]

    assert weeks == [Week(monday_of(TODAY), 10, 2, agreeing.by_assessor(found)[anan.pk])]
    assert weeks[0].share == F(1, 5)


def test_without_pairs_there_is_no_figure(anan):
    assert agreeing.batch_of(anan) == agreement(()) == Agreement(0, 0, None, None)
