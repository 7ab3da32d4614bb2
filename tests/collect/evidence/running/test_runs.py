"""One run and the one after it: what is asked for, what is kept, what people said."""

import io
from threading import Barrier, get_ident

import pytest
from served import Served

from prongsai.collect.evidence import overruling
from prongsai.collect.evidence.models import Capture, Look
from prongsai.collect.evidence.recording import archive as archives, package
from prongsai.collect.evidence.recording.proof import prove
from prongsai.collect.evidence.running import keeping, looked
from prongsai.collect.evidence.running.looked import Looker
from prongsai.collect.evidence.running.performing import fetcher
from prongsai.trail.actions import place_of


def said(submission):
    """All findings, without when they were made."""
    return [
        (work.item_code, one.asked, one.element, one.address, one.answer, one.said_en, one.looked_at)
        for work in submission.works.order_by("pk")
        for one in work.findings.all()
    ]


def answers(submission, asked):
    return {address: answer for _, each, _, address, answer, *_ in said(submission) if each == asked}


def captures(submission):
    return list(Capture.objects.filter(submission=submission).order_by("pk"))


def kinds(capture):
    """What the archive of a capture holds: path -> whether the bytes lie in an earlier one."""
    found = archives.records(place_of(capture.warc_sha256).read_bytes())
    return {each.address.rpartition("/")[2]: each.is_elsewhere for each in found}


def test_a_page_is_looked_at_with_the_files_beside_it_and_each_address_once(office, site, show, check):
    submission = show(office, {"o10": [site.url("/plan.html")], "o11": [site.url("/plan.html")]})

    run = check(submission)

    asked = [(path, status) for path, status in site.asked if not path.startswith("/no-such-page")]
    assert asked == [("/plan.html", 200), ("/plan.csv", 200)]
    assert (run.done, run.total, run.trouble, run.ended_at is not None) == (2, 2, "", True)
    assert answers(submission, "alive") == {site.url("/plan.html"): "pass", site.url("/plan.csv"): "pass"}


def test_two_sites_are_asked_at_the_same_time_and_files_of_others_are_left_alone(office, show, check):
    together = Barrier(2, timeout=20)

    class Waits(Served):
        def answer(self, handler):
            if handler.path == "/plan.html":
                together.wait()  # comes to nothing unless the other is asked too
            super().answer(handler)

    with Waits({}) as one, Waits({}) as two:
        elsewhere = two.url("/other.pdf", "two.localhost")
        one.pages["/plan.html"] = f'<html lang="th"><p>plan</p><a href="{elsewhere}">x</a>'.encode()
        two.pages["/plan.html"] = b'<html lang="th"><p>plan</p>'
        links = [one.url("/plan.html", "one.localhost"), two.url("/plan.html", "two.localhost")]

        run = check(show(office, {"o10": links}))

        assert (one.statuses(), two.statuses(), run.total) == ({"/plan.html": 200}, {"/plan.html": 200}, 2)


def test_what_has_not_changed_is_not_sent_again_and_says_the_same(office, site, show, check):
    submission = show(office, {"o10": [site.url("/plan.html")]})
    check(submission)
    first = said(submission)
    site.asked.clear()

    check(submission)

    assert site.statuses() == {"/plan.html": 304, "/plan.csv": 304}
    assert said(submission) == first
    one, two = captures(submission)
    assert (kinds(one), kinds(two)) == (
        {"plan.html": False, "plan.csv": False},
        {"plan.html": True, "plan.csv": True},
    )


def test_only_what_has_changed_is_kept_again(office, site, show, check):
    submission = show(office, {"o10": [site.url("/plan.html")]})
    check(submission)
    site.pages["/plan.csv"] += b"x,1\n"

    check(submission)
    check(submission)

    assert [kinds(each) for each in captures(submission)[1:]] == [
        {"plan.html": True, "plan.csv": False},
        {"plan.html": True, "plan.csv": True},
    ]


def test_captures_of_an_office_are_a_chain_that_anybody_can_follow(office, site, show, check):
    submission = show(office, {"o10": [site.url("/plan.html")]})
    check(submission)
    check(submission)
    chain = keeping.manifests_of(office)

    subject = chain[1]
    earlier = {sha256: place_of(sha256).read_bytes() for sha256 in package.needed(subject)}
    archive = place_of(subject.archive).read_bytes()
    packed = package.pack(subject, archive, chain=chain, stamps={}, earlier=earlier)
    proof = prove(io.BytesIO(packed))

    assert (proof.problems, sorted(proof.chain), list(earlier)) == ([], [1, 2], [chain[0].archive])
    assert [each.previous for each in captures(submission)] == ["", chain[0].sha256]


def test_two_runs_of_an_office_at_once_leave_one_chain(office, site, show, check, monkeypatch):
    this, last = (
        show(office, {"o10": [site.url("/plan.html")]}, rules) for rules in ("obec-2565", "obec-2567-draft")
    )
    make, others = keeping.archive_of, [last]

    def after_another(*arguments):
        if others:
            check(others.pop())
        return make(*arguments)

    monkeypatch.setattr(keeping, "archive_of", after_another)

    check(this)

    chain = keeping.manifests_of(office)
    assert [(each.number, each.assessment) for each in chain] == [(1, "obec-2567-draft"), (2, "obec-2565")]
    assert chain[1].previous == chain[0].sha256


def test_a_site_that_is_down_is_not_yet_a_fail(office, site, show, check):
    submission = show(office, {"o10": [site.url("/plan.html")]})
    site.close()

    run = check(submission)

    assert (run.trouble, run.done, run.total) == ("", 1, 1)
    assert answers(submission, "alive") == {site.url("/plan.html"): "not_sure"}
    look = Look.objects.get()
    assert (look.status, look.trouble, look.sha256, look.capture) == (
        0,
        "not_reached",
        "",
        captures(submission)[0],
    )


def test_a_run_that_breaks_says_so_and_keeps_nothing(office, site, show, check, monkeypatch):
    submission = show(office, {"o10": [site.url("/plan.html")]})
    monkeypatch.setattr(keeping, "keep_verdicts", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        check(submission)

    run = submission.runs.get()
    assert (run.trouble, run.ended_at is not None) == ("ZeroDivisionError: division by zero", True)
    assert (Look.objects.count(), Capture.objects.count(), said(submission)) == (0, 0, [])


def test_an_answer_of_a_person_holds_until_the_page_changes(office, site, show, check):
    submission = show(office, {"o10": [site.url("/plan.html")]})
    page = site.url("/plan.html")
    check(submission)
    finding = submission.works.get(item_code="o10").findings.get(asked="current", address=page)
    assert finding.answer == "pass"
    overruling.overrule(finding=finding, answer="fail", reason="ฉบับร่าง", by=None)

    check(submission)
    held = answers(submission, "current")[page]
    site.pages["/plan.html"] += b"<p>more</p>"
    check(submission)

    assert (held, answers(submission, "current")[page]) == ("fail", "pass")


def test_what_is_told_of_the_way_grows_up_to_all_and_is_told_by_one_thread(site, monkeypatch):
    monkeypatch.setattr(looked, "TELL_EVERY", 0.001)
    told = []
    addresses = [site.url(path) for path in ("/plan.html", "/law.html", "/plan.html")]
    with fetcher() as asking:
        looker = Looker(asking, {}, lambda done, total: told.append((done, total, get_ident())))
        looker.look(addresses)
        looker.look([*addresses, site.url("/plan.csv")])

    assert told == sorted(told)
    assert told[-1] == (3, 3, get_ident())
    assert {thread for *_, thread in told} == {get_ident()}


def test_threads_that_ask_sites_never_open_the_database(office, site, show, check, opened_by):
    submission = show(office, {"o10": [site.url("/plan.html")], "o11": [site.url("/law.html")]})

    check(submission)
    check(submission)

    assert opened_by == []
