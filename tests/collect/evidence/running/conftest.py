"""An office whose items lie on a site on this machine, and a check of them without a gap."""

from datetime import date, timedelta
from threading import get_ident

import pytest
from authority import Authority
from django.db.backends.signals import connection_created
from django.utils import timezone
from served import Served

from prongsai.collect.assessments import actions as assessments
from prongsai.collect.evidence import actions, queries
from prongsai.collect.evidence.models import Run
from prongsai.collect.evidence.running.performing import fetcher, perform

PLAN = """<!doctype html><html lang="th"><meta charset="utf-8"><title>แผน</title>
<h1>แผนปฏิบัติการ ปีงบประมาณ พ.ศ. 2565</h1>
<p>แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2565 ของสำนักงาน</p><a href="plan.csv">แผน (CSV)</a></html>""".encode()
TABLE = "โครงการ,งบประมาณ\nโครงการอ่านออกเขียนได้,350000\n".encode("utf-8-sig")
TODAY = date(2022, 8, 1)


@pytest.fixture(autouse=True)
def _nearby(settings):
    settings.EVIDENCE_REACHES_LOOPBACK = True
    settings.EVIDENCE_GAP_SECONDS = 0


@pytest.fixture
def site():
    """A plan and a table beside it."""
    with Served({"/plan.html": PLAN, "/plan.csv": TABLE, "/law.html": b"<html lang=th><p>law</p>"}) as served:
        yield served


@pytest.fixture
def show():
    """show(office, {"o10": [address]}) opens the items of an office with these links."""

    def opened(office, links, rules="obec-2565"):
        assessment = assessments.create_assessment(office=office, framework_code=rules, by=None)
        closes_on = timezone.localdate() + timedelta(60)
        submission = actions.open_submission(
            assessment=assessment, closes_on=closes_on, main_site="", by=None
        )
        for code, addresses in links.items():
            for address in addresses:
                actions.put_link(work=submission.works.get(item_code=code), address=address, by=None)
        return queries.submission_of(assessment)

    return opened


@pytest.fixture
def check():
    """check(submission) looks once, as on demand; gives the run."""

    def run(submission, *, today=TODAY, is_rehearsal=True):
        made = Run.objects.create(submission=submission, is_rehearsal=is_rehearsal)
        with fetcher() as asking:
            perform(made, asking=asking, today=today)
        made.refresh_from_db()
        return made

    return run


@pytest.fixture
def opened_by():
    """Other threads that have opened the database."""
    here, found = get_ident(), []

    def note(**_):
        if get_ident() != here:
            found.append(get_ident())

    connection_created.connect(note)
    yield found
    connection_created.disconnect(note)


@pytest.fixture(scope="session")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))
