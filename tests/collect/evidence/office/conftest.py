from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone
from world import Role, make_member

from prongsai.collect.evidence import actions, approving, asking, queries
from prongsai.people import actions as people

ADDRESS = "https://office.example/structure"


@pytest.fixture(autouse=True)
def queued(monkeypatch):
    """Runs that were put into the queue; no worker takes them."""
    runs = []
    monkeypatch.setattr(asking, "perform_run", SimpleNamespace(enqueue=runs.append))
    return runs


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def units(office):
    """The administration group and the finance group, by the codes that the rules propose."""
    return {
        code: people.add_unit(office=office, code=code, name_th=name, order=order, by=None)
        for order, (code, name) in enumerate([("admin", "กลุ่มอำนวยการ"), ("finance", "กลุ่มการเงิน")])
    }


@pytest.fixture
def member(office, units):
    """Somebody of the administration group."""
    return make_member(office, Role.UNIT_MEMBER, "member", unit=units["admin"])


@pytest.fixture
def executive(office):
    return make_member(office, Role.EXECUTIVE, "executive")


@pytest.fixture
def submission(assessment, units, administrator, today):
    return actions.open_submission(
        assessment=assessment,
        closes_on=today + timedelta(60),
        main_site="https://office.example/",
        by=administrator,
    )


@pytest.fixture
def item(submission):
    """item("o1") is the row of that item as it stands now."""

    def look(code):
        return queries.work_or_404(queries.submission_of(submission.assessment), code)

    return look


@pytest.fixture
def show(item, administrator):
    """show("o1", "o2") gives each of these items a link."""

    def link(*codes, by=administrator):
        return [actions.put_link(work=item(code), address=f"{ADDRESS}/{code}", by=by) for code in codes]

    return link


@pytest.fixture
def send(show, item, administrator):
    """send("o1") shows it and offers it for approval."""

    def offer(*codes):
        show(*codes)
        for code in codes:
            approving.send_for_approval(work=item(code), by=administrator)

    return offer


@pytest.fixture
def approve(send, item, executive):
    """approve("o1") shows it, offers it, and approves it."""

    def through(*codes):
        send(*codes)
        seen = {code: item(code).content_hash for code in codes}
        approving.approve(submission=item("o1").submission, seen=seen, by=executive)

    return through


@pytest.fixture
def close(submission, today):
    """Let the closing day be over."""

    def over(days=1):
        submission.closes_on = today - timedelta(days)
        submission.save()
        return submission

    return over
