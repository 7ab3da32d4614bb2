"""Bodies like this one: their figures, as the veil lets them through, and never one of them alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from running import begin

from prongsai.collect.assessments import actions as assessments
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys.questionnaire import questionnaire
from prongsai.collect.surveys.workspace.alike import Alike, bodies_alike
from prongsai.collect.surveys.workspace.believing import beside_of
from prongsai.people import actions as people

pytestmark = pytest.mark.django_db
YEARS = ("obec-2565", "obec-2566-draft")


def answered(office, code, **choices):
    """An assessment in which everybody took the same choice (of level 4) throughout; twenty people each."""
    assessment = assessments.create_assessment(office=office, framework_code=code, by=None)
    for instrument, choice in choices.items():
        form = questionnaire(framework_of(assessment), instrument)
        sheet = bytes(
            choice if len(row.scale.choices) > 2 and not row.is_reversed else 0 for row in form.rows
        )
        best = bytes(
            each or 1 + row.choice_points.index(max(row.choice_points))
            for each, row in zip(sheet, form.rows, strict=True)
        )
        counts = form.counts([best] * 20)
        assessments.bring_in_answers(assessment=assessment, instrument=instrument, counts=counts, by=None)
    return assessment


def beside(office, number, **more):
    fields = {"kind": office.kind, "class_code": office.class_code} | more
    return people.create_office(body=office.body, slug=f"like-{number}", name_th="สำนักงาน", by=None, **fields)


def two_years(office, **now):
    return answered(office, YEARS[0], iit=2), answered(office, YEARS[1], **now)


@pytest.fixture
def ours():
    running = begin(slug="ours")
    return running, answered(running.office, YEARS[1], iit=3, eit=3)


def test_changes_and_gaps_of_bodies_alike_are_found(ours):
    running, now = ours
    before = running.survey.assessment
    two_years(beside(running.office, 1), iit=4, eit=4)

    found = bodies_alike(now, before, "iit")

    assert [len(found.changes), len(found.gaps)] == [1, 1]
    assert found.changes[0] > 10
    assert found.gaps == (0.0,)


def test_offices_of_another_kind_are_not_alike(ours):
    running, now = ours
    two_years(beside(running.office, 1, class_code="XL"), iit=4, eit=4)

    assert bodies_alike(now, running.survey.assessment, "iit") == Alike()


def test_a_figure_that_is_withheld_is_not_used(ours):
    running, now = ours
    office = beside(running.office, 1)
    assessment = assessments.create_assessment(office=office, framework_code=YEARS[1], by=None)
    form = questionnaire(framework_of(assessment), "iit")
    counts = form.counts([bytes([1]) * form.size] * 4)
    assessments.bring_in_answers(assessment=assessment, instrument="iit", counts=counts, by=None)

    assert bodies_alike(now, None, "iit") == Alike()


@pytest.mark.parametrize("number", [1, 3])
def test_any_number_of_bodies_takes_the_same_queries(ours, number):
    running, now = ours
    for each in range(number):
        two_years(beside(running.office, each), iit=4, eit=4)

    with CaptureQueriesContext(connection) as seen:
        bodies_alike(now, running.survey.assessment, "iit")

    assert len(seen) == 8


def test_they_stand_beside_a_survey(ours):
    running, _now = ours
    answered(beside(running.office, 1), YEARS[0], iit=3, eit=2)
    form = questionnaire(framework_of(running.survey.assessment), "iit")
    counts = form.counts([bytes([1]) * form.size] * 20)
    told = {"assessment": running.survey.assessment, "instrument": "iit", "by": None}
    assessments.bring_in_answers(counts=counts, **told)

    assert len(beside_of(running.survey).gaps) == 1
