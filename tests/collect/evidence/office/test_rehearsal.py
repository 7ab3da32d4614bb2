"""If today were the day: the last check, scored as the assessment is scored."""

from dataclasses import replace
from decimal import Decimal as D
from fractions import Fraction as F

import pytest
from assessed import PUBLISHED, YEAR, bring_in_everything

from prongsai.collect.assessments import actions as assessments
from prongsai.collect.evidence import asking, queries, rehearsal
from prongsai.collect.evidence.gate import EvidenceRefusedError
from prongsai.collect.evidence.models import Run, Work
from prongsai.collect.evidence.rehearsal import Stands, rehearse

pytestmark = pytest.mark.django_db


@pytest.fixture
def checked(submission):
    """checked(o1=0, o2=None): every item is shown and passes, but for those named."""

    def found(**points):
        Work.objects.update(content_hash="x" * 64, machine_points=100)
        for code, each in points.items():
            Work.objects.filter(item_code=code).update(machine_points=each)
        return rehearse(submission.assessment, queries.works_of(submission))

    return found


def test_one_failing_item_costs_what_it_is_worth(checked):
    found = checked(o1=0)

    assert (found.passed, found.counted, found.unchecked) == (42, 43, 0)
    assert found.points == found.most_points == D("98.89")


def test_what_was_not_checked_makes_the_figure_a_range(checked):
    found = checked(o1=0, o2=None, o42=None)

    assert (found.passed, found.unchecked) == (40, 2)
    assert (found.points, found.most_points) == (D("85.28"), D("98.89"))


def test_an_item_that_shows_nothing_counts_as_nothing(submission):
    found = rehearse(submission.assessment, queries.works_of(submission))

    assert (found.passed, found.unchecked, found.points) == (0, 0, D("0.00"))


def test_with_the_surveys_there_is_a_total_and_stale_figures_of_the_items_step_back(assessment, checked):
    bring_in_everything(assessment)
    assessments.bring_in_indicators(
        assessment=assessment, figures={code: PUBLISHED[code] for code in ("9", "10")}, by=None
    )
    whole, with_a_loss = checked().least, checked(o42=0).least

    assert whole.printed("oit") == D("100.00")
    assert whole.score.points - with_a_loss.score.points == F(5)


def test_an_item_that_is_not_applicable_leaves_the_count_where_the_rules_allow_it(item):
    work, rules = item("o1"), YEAR.item("o1")
    work.is_not_applicable, work.content_hash = True, "x" * 64

    assert rehearsal.stands_of(work, replace(rules, may_be_not_applicable=True)) is Stands.NOT_APPLICABLE
    assert rehearsal.stands_of(work, rules) is Stands.UNCHECKED


def test_a_check_is_asked_for_once_at_a_time(submission, show, member, viewer, queued):
    with pytest.raises(EvidenceRefusedError, match="no link"):
        asking.ask_for_check(submission=submission, by=member)
    show("o1")
    with pytest.raises(EvidenceRefusedError, match="Your role"):
        asking.ask_for_check(submission=submission, by=viewer)
    asking.ask_for_check(submission=submission, items=["o1"], by=member)
    with pytest.raises(EvidenceRefusedError, match="under way"):
        asking.ask_for_check(submission=submission, by=member)

    assert queued == [Run.objects.get().pk]
    assert list(Run.objects.values_list("is_rehearsal", "items", "asked_by_name")) == [
        (True, ["o1"], str(member))
    ]
