"""The demonstration: what it holds, that it can be loaded twice, and that the command starts it."""

import os
import re
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import call_command

from prongsai.analyse.findings import findings
from prongsai.analyse.material import story_of
from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.questionnaire import questionnaire
from prongsai.collect.surveys.taking import take
from prongsai.disclose.models import Publication
from prongsai.people.models import Membership, Office, User
from prongsai.project.demonstration import loading
from prongsai.trail.models import Event

ROOT = Path(__file__).parent.parent.parent
FAULTS = [  # of the office with the usual slips
    ("measure_for_full", "measure"),
    ("not_weakest_called_weak", "preface"),
    ("other_office_in_text", "text"),
    ("other_year_in_text", "preface"),
    ("period_outside_year", "measure"),
    ("weak_without_measure", "gap"),
    ("weak_without_text", "text"),
]


def story(slug, code="obec-2565"):
    assessment = Assessment.objects.get(office__slug=slug, framework_code=code)
    return story_of(assessment, made_at=assessment.created_at)


def kinds(found):
    return sorted((each.code, each.about.kind) for each in found)


@pytest.mark.django_db
def test_the_demonstration_is_as_it_should_be(settings, tmp_path, capsys):
    settings.DATA_DIR = tmp_path
    call_command("demonstrate")

    real, good, later, slips = (
        story("trang2"),
        story("example-1"),
        story("example-1", "obec-2566-draft"),
        story("example-2"),
    )

    assert [str(real.result.share(code)) for code in ("iit", "eit", "oit")] == ["29.40", "29.39", "40.00"]
    assert (real.result.total, real.result.grade.code) == (Decimal("98.79"), "AA")
    assert [gap.code for gap in real.result.gaps.weakest] == ["2", "6", "5"]
    assert (good.result.total, later.result.total) == (Decimal("94.03"), Decimal("96.10"))
    assert good.result.by_code["i13.1"].counts
    assert later.last_year.total == good.result.total
    assert (findings(good), findings(later)) == ((), ())
    assert kinds(findings(slips)) == FAULTS
    assert not Assessment.objects.filter(office__slug="example-3").exists()
    assert Publication.objects.count() == 3
    assert all(office.is_demonstration for office in Office.objects.all())
    assert_everybody_can_sign_in(capsys.readouterr().out)
    assert_nothing_happens_twice(tmp_path)
    assert_a_visitor_can_answer(capsys, tmp_path)
    assert_last_year_is_sealed()


def assert_everybody_can_sign_in(told):
    password = re.search(r"password: (\S+)", told)[1]
    wanted = {login.username for login in loading.logins()}

    assert {user.username for user in User.objects.all() if user.check_password(password)} == wanted
    assert {role for role, _ in Membership.Role.choices} == {
        membership.role for membership in Membership.objects.all()
    }


def assert_nothing_happens_twice(folder):
    before = Event.objects.count(), (folder / "logins.txt").read_text()

    call_command("demonstrate")

    assert (Event.objects.count(), (folder / "logins.txt").read_text()) == before


def assert_a_visitor_can_answer(capsys, folder):
    call_command("demonstrate", slips_for="http://prongsai.test")

    told = capsys.readouterr().out
    slug, code = re.search(r"iit: http://prongsai.test/s/(\w+)/\?code=(\d{20})", told).groups()
    survey = Survey.objects.get(slug=slug)
    form = questionnaire(framework_of(survey.assessment), "iit")
    assert take(survey=survey, submission="0" * 32, answers=bytes([1] * form.size), code=code).stream == "iit"
    assert (folder / "try/example-1/obec-2567-draft/iit/slips-iit.pdf").read_bytes().startswith(b"%PDF")


def assert_last_year_is_sealed():
    sealed = Survey.objects.exclude(sealed_on=None)

    assert {(each.assessment.framework_code, each.instrument, each.sheets.count()) for each in sealed} == {
        ("obec-2566-draft", "iit", 66),
        ("obec-2566-draft", "eit", 184),
    }


def test_made_up_sheets_are_the_same_every_time():
    first, again = dict(loading.sheets()), dict(loading.sheets())

    assert first == again
    assert {str(path) for path in first} == {f"example-1/obec-2565/{survey}.csv" for survey in ("iit", "eit")}


def run(*arguments, **environment):
    return subprocess.run(
        ["script/demo", *arguments],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_one_command_starts_it_and_every_page_answers(tmp_path):
    done = run("--check", DEMO_DIR=str(tmp_path))

    assert done.stdout.splitlines()[-1:] == ["==> The demonstration is well."], done.stderr
    assert done.returncode == 0
    assert still_running(tmp_path) == []


def still_running(folder):
    """Processes that were started for a demonstration in this folder."""
    mark = f"DATA_DIR={folder}".encode()
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        try:
            found += [environment] if mark in environment.read_bytes() else []
        except OSError:  # it has ended, or is not ours to read
            continue
    return found


@pytest.mark.parametrize(
    ("arguments", "environment", "sentence"),
    [
        (["--chek"], {}, "Stopped: script/demo takes nothing, or --check."),
        ([], {"PORT": "eighty"}, "Stopped: PORT is 'eighty'. Give a number, such as PORT=8080."),
    ],
)
def test_a_slip_is_told_in_one_sentence(arguments, environment, sentence):
    done = run(*arguments, **environment)

    assert (done.returncode, done.stderr.strip()) == (1, sentence)
