"""How the items of many offices stand, told by one query whatever their number."""

from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.collect.assessments import actions as assessments
from prongsai.collect.evidence import actions, approving, queries
from prongsai.collect.evidence.models import Work
from prongsai.collect.evidence.states import State, with_state
from prongsai.people import actions as people
from prongsai.people.models import Office

RULES = "obec-2565"


@pytest.fixture
def offices(body):
    """offices(3) are so many; each shows one item and offers another for approval."""

    def made(number):
        for place in range(number):
            office = people.create_office(body=body, slug=f"of-{place}", name_th=f"สพป.ที่ {place}", by=None)
            assessment = assessments.create_assessment(office=office, framework_code=RULES, by=None)
            closes_on = timezone.localdate() + timedelta(30)
            submission = actions.open_submission(
                assessment=assessment, closes_on=closes_on, main_site="", by=None
            )
            for code in ("o1", "o2"):
                work = submission.works.get(item_code=code)
                actions.put_link(work=work, address=f"https://office.example/{place}/{code}", by=None)
            approving.send_for_approval(work=submission.works.get(item_code="o2"), by=None)
        return Office.objects.filter(slug__startswith="of-")

    return made


@pytest.mark.parametrize("number", [1, 3])
def test_states_of_offices_take_one_query(offices, number, django_assert_num_queries):
    found = offices(number)

    with django_assert_num_queries(1):
        states = queries.states_of(found, RULES)

    one = Counter({State.NOTHING: 41, State.DRAFT: 1, State.TO_APPROVE: 1})
    assert states == {office.pk: one for office in found}


@pytest.mark.parametrize("number", [1, 3])
def test_states_item_by_item_take_one_query(offices, number, django_assert_num_queries):
    offices(number)

    with django_assert_num_queries(1):
        states = list(with_state(Work.objects.all()).order_by().values_list("item_code", "state"))

    assert Counter(states)["o2", "to_approve"] == number
    assert len(states) == 43 * number
