"""The periodic command: one line a job, and none keeps the others from their turn."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from running import begin

from prongsai.collect.surveys import actions, sealing
from prongsai.collect.surveys.models import Survey
from prongsai.project import nightly

NO_ITEMS = [
    "items: checked: 0",
    "items: captures stamped: 0",
    "items: frozen after the closing day: 0",
    "items: reminders sent: 0",
]


@pytest.fixture
def runs(monkeypatch):
    """Run it and give its lines: runs(jobs), or runs() with the jobs of the house."""
    output = StringIO()

    def run(jobs=nightly.JOBS):
        monkeypatch.setattr(nightly, "JOBS", jobs)
        monkeypatch.setattr("prongsai.project.management.commands.nightly.close_old_connections", bool)
        try:
            call_command("nightly", stdout=output)
        finally:
            run.lines = output.getvalue().splitlines()
        return run.lines

    return run


def broken():
    raise OSError("the disk\nis full")


def test_each_job_says_what_it_did(runs):
    assert runs((("one", lambda: 3), ("two", lambda: 0))) == ["one: 3", "two: 0"]


def test_one_that_fails_keeps_no_other_from_its_turn_and_the_command_fails(runs):
    with pytest.raises(CommandError, match="1 of 3 jobs failed") as failure:
        runs((("one", lambda: 1), ("two", broken), ("three", lambda: 2)))

    assert failure.value.returncode == 1
    assert runs.lines == ["one: 1", "two: FAILED. OSError: the disk is full", "three: 2"]


@pytest.mark.django_db
def test_what_sealing_left_is_cleaned_once(runs, monkeypatch):
    running = begin()
    running.close()
    actions.propose_sealing(survey=running.survey, by=running.admin)
    monkeypatch.setattr(sealing, "compact", lambda: None)
    sealing.seal_survey(survey=running.survey, typed=list(running.keys.values()), by=running.director)

    assert not Survey.objects.get().is_cleaned
    assert runs() == ["surveys: cleaned up after sealing: 1", *NO_ITEMS]
    assert Survey.objects.get().is_cleaned
    assert runs()[len(nightly.JOBS) :] == ["surveys: cleaned up after sealing: 0", *NO_ITEMS]
