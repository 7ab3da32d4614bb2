"""Results that can be published, and publishing that writes its files out at once."""

import pytest
from assessed import PUBLISHED, YEAR, verdicts
from world import Role, make_member

from prongsai.collect.assessments import actions as assessments
from prongsai.collect.assessments.intake import read_answers
from prongsai.core.text import Text
from prongsai.disclose import actions
from prongsai.project.demonstration.answers import made_up_sheets


@pytest.fixture
def executive(office):
    return make_member(office, Role.EXECUTIVE, "executive")


@pytest.fixture
def complete(assessment):
    """The figures that one office published."""
    assessments.bring_in_indicators(assessment=assessment, figures=PUBLISHED, by=None)
    return assessment


@pytest.fixture
def publish(django_capture_on_commit_callbacks):
    """Publish and write the files, which in the product follows the commit."""

    def do(result, *, by=None, changes="", note=""):
        with django_capture_on_commit_callbacks(execute=True):
            return actions.publish_result(assessment=result, by=by, changes=Text(changes), note=Text(note))

    return do


@pytest.fixture
def surveyed(assessment):
    """Raw answers of 62 and 180 people who do not exist, and every item passed but two."""
    leaning = dict.fromkeys("12345678", 0.9)
    for survey, respondents in (("iit", 62), ("eit", 180)):
        sheets = made_up_sheets(YEAR, survey, respondents=respondents, leaning=leaning, seed=1)
        counts = read_answers(YEAR, survey, sheets, f"{survey}.csv")
        assessments.bring_in_answers(assessment=assessment, instrument=survey, counts=counts, by=None)
    items = verdicts("o9", "o42", remark="=1+1 ไม่พบข้อมูล")
    assessments.bring_in_items(assessment=assessment, items=items, by=None)
    return assessment


@pytest.fixture
def published(complete, publish):
    return publish(complete)
