"""Killed without a word in the middle of it: what was acknowledged is there once, each code spent once."""

import os
import signal

import pytest
from serving.killing import send_through
from serving.respondents import fill

pytestmark = pytest.mark.django_db
SHEETS = 40


def test_a_worker_is_killed(site, staff):
    _survives(site, staff, lambda: os.kill(site.worker_pids()[0], signal.SIGKILL), after=0.03)


def test_the_whole_server_is_killed(site, staff):
    def strike():
        site.kill()
        site.start()

    _survives(site, staff, strike, after=0.05)


def test_the_database_is_killed(site, staff, cluster):
    if not cluster:
        pytest.skip("SQLite lives in the server that is killed above")

    def strike():
        cluster.kill()
        cluster.start()

    _survives(site, staff, strike, after=0.04)


def _survives(site, survey, strike, *, after):
    boxes, spent = site.counts(survey)
    sheets = [fill(survey, code=survey["codes"].pop()) for _each in range(SHEETS)]

    story = send_through(site, sheets, strike, after=after)

    assert story.other == []
    assert [len(given) for given in story.receipts.values()] == [1] * SHEETS
    assert site.counts(survey) == (boxes + SHEETS, spent + SHEETS)
