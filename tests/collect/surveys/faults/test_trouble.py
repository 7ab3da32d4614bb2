"""When nothing can be written, the respondent hears so, and the answers stand in the form again."""

import time

import pytest
from serving import troubles
from serving.respondents import fill, send

pytestmark = pytest.mark.django_db
PATIENCE_SECONDS = 30
OTHERS = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"


@pytest.mark.parametrize("trouble", [troubles.locked, troubles.read_only, troubles.full])
def test_what_cannot_be_written_stands_in_the_form_again(site, staff, trouble):
    before = site.counts(staff)
    sheet = fill(staff, code=staff["codes"].pop(), suggestion="ขอให้ติดประกาศ <ค่าธรรมเนียม>", way="steps")
    _let_every_worker_connect(site, staff)

    with trouble(site, staff) as port:
        answer = send(port, sheet)

    assert answer.status == 503
    page = answer.page.decode()
    assert "คำตอบของท่าน" in page
    given_back = {f'name="{row}" value="' for row in staff["rows"]} | {
        f'value="{sheet.submission}"',
        sheet.code,
    }
    assert not [each for each in given_back if each not in page]
    assert "ขอให้ติดประกาศ &lt;ค่าธรรมเนียม&gt;" in page
    assert _until_it_is_taken(site, sheet).receipt
    assert site.counts(staff) == (before[0] + 1, before[1] + 1)  # it had not been taken in before


def _let_every_worker_connect(site, staff):
    """The trouble must meet whoever answers, not only the one that has a connection already."""
    ends = time.monotonic() + PATIENCE_SECONDS
    send(site.port, fill(staff, code="1"))
    while site.database and len(site.ask(OTHERS)) < site.workers:
        assert time.monotonic() < ends
        send(site.port, fill(staff, code="1"))


def _until_it_is_taken(site, sheet):
    ends = time.monotonic() + PATIENCE_SECONDS
    while (answer := send(site.port, sheet)).status != 200:
        assert time.monotonic() < ends, answer.status
        time.sleep(0.2)
    return answer
