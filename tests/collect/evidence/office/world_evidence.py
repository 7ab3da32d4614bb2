"""Items of both offices of the isolation walk, with something in every table of their side."""

from datetime import timedelta

from django.utils import timezone
from world import Role, register

from prongsai.collect.assessments.actions import create_assessment
from prongsai.collect.assessments.queries import assessments_of
from prongsai.collect.evidence import actions, approving, freezing, overruling, queries, replying
from prongsai.collect.evidence.captured.addresses import address_of
from prongsai.collect.evidence.fetching.fetched import Fetched
from prongsai.collect.evidence.models import Finding, Link, Look, Reminder, Run, Stamp, Submission
from prongsai.collect.evidence.recording import warc
from prongsai.collect.evidence.running import keeping
from prongsai.people import actions as people

OPEN, FROZEN = "obec-2565", "obec-2566-draft"
OF_OPEN = (
    "list", "set_up", "assign", "all", "summary", "approve", "rehearsal", "ask", "item", "item_send",
    "item_approve", "item_take_back", "item_copy", "item_check", "link_add", "link_change", "link_remove",
    "link_move", "finding_overrule", "days", "compare", "package",
)  # fmt: skip


@register
def evidence(*, office, marker, by):
    director = office.memberships.get(role=Role.EXECUTIVE).user
    post = people.add_post(office=office, title_th=f"ผู้ดูแล {marker}", by=by)
    opened = _opened(office, OPEN, marker, post, by)
    work = queries.work_or_404(opened, "o1")
    link = work.links.get()
    capture, finding = _seen(opened, work, link, marker)
    overruling.overrule(finding=finding, answer="pass", reason=f"เห็นด้วยตา {marker}", by=by)
    Run.objects.create(submission=opened, is_rehearsal=True)  # under way: the walk sets none off
    frozen = _opened(office, FROZEN, marker, post, by)
    _frozen(frozen, marker, by, director)
    codes = {f"evidence_{name}:code": OPEN for name in OF_OPEN} | {"evidence_item_reply:code": FROZEN}
    return codes | {
        "item": "o1",
        "evidence_link_change:pk": link.pk,
        "evidence_link_remove:pk": link.pk,
        "evidence_link_move:pk": link.pk,
        "evidence_finding_overrule:pk": finding.pk,
        "evidence_package:capture": capture.pk,
        "evidence_captured:token": address_of(capture, link.address).rstrip("/").rpartition("/")[2],
        "evidence_all:what": "send",
    }


def _opened(office, rules, marker, post, by):
    found = assessments_of(office).filter(framework_code=rules).first()
    submission = actions.open_submission(
        assessment=found or create_assessment(office=office, framework_code=rules, by=by),
        closes_on=timezone.localdate() + timedelta(30),
        main_site=f"https://{office.slug}.example/{marker}",
        by=by,
    )
    work = queries.work_or_404(submission, "o1")
    actions.assign(works=[work], post=post, by=by)
    actions.put_link(
        work=work,
        address=f"https://{office.slug}.example/{marker}/o1",
        note=f"หน้า {marker}",
        shows={"chart": marker},
        by=by,
    )
    actions.write_item(work=queries.work_or_404(submission, "o1"), statement=f"ดูที่ {marker}", by=by)
    approving.send_for_approval(work=queries.work_or_404(submission, "o1"), by=by)
    return submission


def _seen(submission, work, link, marker):
    """What a check leaves behind."""
    run = Run.objects.create(submission=submission, asked_by_name=marker, ended_at=timezone.now())
    page = f"<!doctype html><html lang=th><title>{marker}</title><p>{marker}</p></html>".encode()
    answer = Fetched(
        address=link.address,
        final=link.address,
        at=timezone.now(),
        status=200,
        headers={"content-type": "text/html; charset=utf-8"},
        body=page,
    )
    archive = warc.write([answer], software=keeping.SOFTWARE)
    capture = keeping.keep_capture(run, [answer], archive, [])
    Stamp.objects.create(capture=capture, authority="https://stamp.example/")
    at = {"address": link.address, "looked_at": "a" * 64}
    look = {"address": link.address, "final": link.address, "at": answer.at, "sha256": answer.sha256}
    Look.objects.create(submission=submission, capture=capture, status=200, **look)
    today = timezone.localdate()
    Reminder.objects.create(work=work, due_on=today, days=7, sent_on=today)
    return capture, Finding.objects.create(
        work=work, asked="complete", answer="fail", element="chart", said_th=marker, said_en=marker, **at
    )


def _frozen(submission, marker, by, director):
    work = queries.work_or_404(submission, "o1")
    approving.approve(submission=submission, seen={"o1": work.content_hash}, by=director)
    yesterday = timezone.localdate() - timedelta(1)
    Submission.objects.filter(pk=submission.pk).update(closes_on=yesterday)
    freezing.freeze_submission(submission=submission, by=by)
    today = timezone.localdate()
    Submission.objects.filter(pk=submission.pk).update(previewed_on=today, replies_until=today + timedelta(9))
    address = Link.objects.get(work=work).address
    work = queries.work_or_404(Submission.objects.get(pk=submission.pk), "o1")
    replying.reply(work=work, agrees=False, words=f"มีอยู่ {marker}", addresses=[address], by=by)
