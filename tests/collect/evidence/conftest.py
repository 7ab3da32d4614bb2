"""Sites of offices on this machine, and an office whose items show them."""

from datetime import timedelta
from threading import Thread

import pytest
from django.utils import timezone

from prongsai.collect.evidence import actions, queries
from prongsai.collect.evidence.models import Run
from prongsai.collect.evidence.running.performing import fetcher, perform
from prongsai.frameworks import library
from prongsai.people import actions as people
from prongsai.project.demonstration.sites.serving import serve

ITEMS = [item.code for item in library.load("obec-2565").items]
HEAD = "นางตัวอย่าง รักษาการ"


@pytest.fixture
def served(tmp_path):
    """served(site) gives the address at which it stands."""
    servers = []

    def start(site):
        servers.append(serve(site, tmp_path / str(len(servers))))
        Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def checked(assessment, administrator, settings, look_again):
    """checked(address) opens the items with a link to each page below it, and looks at all of them.

    only   codes of the items that get a link; then nobody looks for the way from the main site.
    """
    settings.EVIDENCE_REACHES_LOOPBACK, settings.EVIDENCE_GAP_SECONDS = True, 0

    def check(address, only=()):
        people.add_post(office=assessment.office, title_th="ผู้อำนวยการ", holder_th=HEAD, is_head=True, by=None)
        submission = actions.open_submission(
            assessment=assessment,
            closes_on=timezone.localdate() + timedelta(14),
            main_site="" if only else f"{address}index.html",
            by=administrator,
        )
        for work in queries.works_of(submission).filter(item_code__in=only or ITEMS):
            actions.put_link(work=work, address=f"{address}{work.item_code}.html", by=administrator)
        look_again(submission)
        return submission

    return check


@pytest.fixture
def look_again():
    """look_again(submission) is one more run."""

    def look(submission):
        run = Run.objects.create(submission=submission, is_rehearsal=True)
        with fetcher() as asking:
            perform(run, asking=asking, today=timezone.localdate())
        return run

    return look
