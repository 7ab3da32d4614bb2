"""Many at once, against the real server: what was acknowledged is there once, whatever else happens."""

import pytest
from serving.respondents import fill, send_all

pytestmark = pytest.mark.django_db


def test_two_hundred_posts_of_one_code_leave_one_sheet(site, staff):
    before, code = site.counts(staff)[0], staff["codes"].pop()
    sheets = [fill(staff, code=code) for _each in range(200)]

    answers = list(send_all(site.port, sheets, connections=64))

    assert sorted({answer.status for answer in answers}) == [200, 409]
    assert len([answer.receipt for answer in answers if answer.receipt]) == 1
    assert site.counts(staff) == (before + 1, before + 1)


def test_two_hundred_posts_of_one_form_leave_one_sheet_and_one_receipt(site, staff):
    before = site.counts(staff)[0]
    sheet = fill(staff, code=staff["codes"].pop())

    answers = list(send_all(site.port, [sheet] * 200, connections=64))

    assert {answer.status for answer in answers} == {200}
    assert len({answer.receipt for answer in answers}) == 1
    assert site.counts(staff) == (before + 1, before + 1)
