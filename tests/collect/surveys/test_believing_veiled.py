"""What the veil hides cannot be reckoned from the figures of believability."""

from fractions import Fraction

import pytest
from running import begin

from prongsai.collect.assessments import actions as assessments
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys.belief import Beside
from prongsai.collect.surveys.questionnaire import questionnaire
from prongsai.collect.surveys.workspace.believing import beside_of
from prongsai.core.score import ItemResult

pytestmark = pytest.mark.django_db


def beside(*, outside):
    """IIT of 30 people, every item reviewed, and EIT of so many."""
    running = begin()
    told = {"assessment": running.survey.assessment, "by": None}
    rules = framework_of(running.survey.assessment)
    for instrument, people in (("iit", 30), ("eit", outside)):
        form = questionnaire(rules, instrument)
        counts = form.counts([bytes([1 + each % 2]) * form.size for each in range(people)])
        assessments.bring_in_answers(instrument=instrument, counts=counts, **told)
    items = {item.code: ItemResult(Fraction(100)) for item in rules.items}
    assessments.bring_in_items(items=items, **told)
    return beside_of(running.survey)


def test_a_survey_hidden_for_the_other_is_set_beside_nothing():
    assert beside(outside=3) == Beside()


def test_a_survey_that_is_shown_is_set_beside_the_other():
    assert beside(outside=12).other is not None
