"""An office with a year of results, as the tests of assessments and of scores need it."""

from fractions import Fraction as F

import pytest
from django.urls import reverse
from django.utils import translation
from world import Role, make_member

from prongsai.collect.assessments import actions
from prongsai.core.score import ItemResult, SurveyCounts
from prongsai.frameworks import library
from prongsai.people import actions as people

YEAR = library.load("obec-2565")
# The figures that one education area office published.
PUBLISHED = {
    code: F(figure)
    for code, figure in zip(
        map(str, range(1, 11)),
        ["99.48", "96.09", "98.46", "98.15", "97.77", "97.47", "98.52", "97.89", "100", "100"],
        strict=True,
    )
}


@pytest.fixture(autouse=True)
def _in_english():
    """Refusals are compared in the language of the code."""
    with translation.override("en"):
        yield


@pytest.fixture
def body(db):
    return people.create_body(code="obec", name_th="สพฐ.", by=None)


@pytest.fixture
def office(body):
    return people.create_office(
        body=body, slug="example-1", name_th="สพป.ตัวอย่าง เขต 1", name_en="Example area 1", by=None
    )


@pytest.fixture
def other_office(body):
    return people.create_office(body=body, slug="example-2", name_th="สพป.ตัวอย่าง เขต 2", by=None)


@pytest.fixture
def administrator(office):
    return make_member(office, Role.OFFICE_ADMIN, "administrator")


@pytest.fixture
def viewer(office):
    return make_member(office, Role.VIEWER, "viewer")


@pytest.fixture
def editor(client, administrator):
    """The administrator's browser, in English."""
    return _signed_in(client, administrator)


@pytest.fixture
def looker(client, viewer):
    """The viewer's browser, in English."""
    return _signed_in(client, viewer)


def _signed_in(client, user):
    user.preferred_language = "en"
    user.save()
    client.force_login(user)
    return client


def address_in(office, room, code):
    """Give a function that gives addresses of a room's screens."""

    def address(name, *more, code=code):
        return reverse(f"{room}_{name}", args=[office.slug, code, *more])

    return address


@pytest.fixture
def assessment(office):
    return actions.create_assessment(office=office, framework_code="obec-2565", by=None)


def answers(survey, *counts, respondents=None):
    """The same counts for every row of a survey; rows with fewer choices take the first of them."""
    full = (*counts, 0, 0, 0)
    by_row = {row.code: full[: len(row.scale.choices)] for row in YEAR.rows_of(survey)}
    return SurveyCounts(respondents or sum(counts), by_row)


def verdicts(*failed, remark=""):
    """Every item passed but those named."""
    return {
        item.code: ItemResult(F(0), remark) if item.code in failed else ItemResult(F(100))
        for item in YEAR.items
    }


def bring_in_everything(assessment, *failed, sheets=40):
    for survey in ("iit", "eit"):
        counts = answers(survey, 2, 1, 4, sheets - 7)
        actions.bring_in_answers(assessment=assessment, instrument=survey, counts=counts, by=None)
    actions.bring_in_items(assessment=assessment, items=verdicts(*failed), by=None)
