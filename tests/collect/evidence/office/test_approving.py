"""Approval is by name, for what was seen, and ends with the closing day."""

import hashlib
import json
from datetime import timedelta

import pytest
from django.utils import timezone

from prongsai.collect.evidence import actions, approving, freezing, queries, replying
from prongsai.collect.evidence.gate import EvidenceRefusedError
from prongsai.collect.evidence.models import Link, Reply, Work
from prongsai.collect.evidence.states import State, state_of
from prongsai.trail import queries as trail
from prongsai.trail.models import Frozen

pytestmark = pytest.mark.django_db


def test_items_are_approved_in_bulk_by_name_on_a_day(item, send, executive, submission, today):
    send("o1", "o2")
    seen = {code: item(code).content_hash for code in ("o1", "o2")}
    many = approving.approve(submission=submission, seen=seen, by=executive)

    assert many == 2
    assert [(item(code).approved_on, item(code).approved_by_name) for code in seen] == [
        (today, str(executive)),
        (today, str(executive)),
    ]


def test_nothing_is_approved_where_one_item_has_changed_since_it_was_seen(
    item, send, executive, administrator, submission
):
    send("o1", "o2")
    seen = {code: item(code).content_hash for code in ("o1", "o2")}
    actions.write_item(work=item("o2"), statement="อีกอย่าง", by=administrator)
    approving.send_for_approval(work=item("o2"), by=administrator)
    with pytest.raises(EvidenceRefusedError, match=r"O2 has changed"):
        approving.approve(submission=submission, seen=seen, by=executive)

    assert [item(code).approved_hash for code in seen] == ["", ""]


def test_only_executives_approve_and_only_what_was_sent(item, show, send, administrator, executive):
    submission = item("o1").submission
    show("o1")
    send("o2")
    with pytest.raises(EvidenceRefusedError, match="Only an executive"):
        approving.approve(submission=submission, seen={"o2": item("o2").content_hash}, by=administrator)
    with pytest.raises(EvidenceRefusedError, match="O1"):
        approving.approve(submission=submission, seen={"o1": item("o1").content_hash}, by=executive)


def test_what_was_sent_or_approved_is_taken_back(item, send, administrator, executive, member):
    send("o1", "o18")
    approving.approve(submission=item("o1").submission, seen={"o1": item("o1").content_hash}, by=executive)
    approving.take_back(work=item("o18"), by=executive)
    approving.take_back(work=item("o1"), by=member)
    stands = [state_of(item(code), item(code).submission) for code in ("o1", "o18")]

    assert stands == [State.DRAFT, State.DRAFT]
    with pytest.raises(EvidenceRefusedError, match="neither"):
        approving.take_back(work=item("o1"), by=administrator)


def test_a_member_sends_all_drafts_of_the_own_unit(item, show, member, submission):
    show("o1", "o2", "o18")

    assert approving.send_all(submission=submission, by=member) == 2
    assert item("o18").sent_hash == ""


def test_nothing_changes_once_the_closing_day_is_over(item, send, close, administrator, executive):
    today = timezone.localdate()
    send("o1", "o2")
    link = Link.objects.get(work=item("o1"))
    seen = {"o1": item("o1").content_hash}
    submission = close()
    before = list(Work.objects.values()), list(Link.objects.values())
    tries = [
        lambda: actions.write_item(work=item("o1"), statement="x", by=administrator),
        lambda: actions.put_link(work=item("o1"), address="https://late.example/", by=administrator),
        lambda: actions.remove_link(link=link, by=administrator),
        lambda: actions.move_link(link=link, up=True, by=administrator),
        lambda: actions.assign(works=[item("o1")], due_on=today, by=administrator),
        lambda: actions.copy_from_last_year(work=item("o3"), by=administrator),
        lambda: actions.edit_submission(
            submission=submission, closes_on=today, main_site="", by=administrator
        ),
        lambda: approving.send_all(submission=submission, by=administrator),
        lambda: approving.send_for_approval(work=item("o1"), by=administrator),
        lambda: approving.approve(submission=submission, seen=seen, by=executive),
        lambda: approving.take_back(work=item("o1"), by=administrator),
    ]
    for late in tries:
        with pytest.raises(EvidenceRefusedError, match="closed on"):
            late()

    assert (list(Work.objects.values()), list(Link.objects.values())) == before


def test_the_freeze_keeps_everything_under_its_hash(item, approve, send, close, today):
    approve("o1")
    send("o2")
    assert freezing.freeze_due(today) == 0
    close()
    assert freezing.freeze_due(today) == 1
    assert freezing.freeze_due(today) == 0
    submission = queries.submission_of(item("o1").submission.assessment)
    content = trail.read(Frozen.objects.get(sha256=submission.frozen_hash))
    items = {each["code"]: each for each in json.loads(content)["items"]}

    assert submission.frozen_on == today
    assert hashlib.sha256(content).hexdigest() == submission.frozen_hash
    assert [items[code]["is_submitted"] for code in ("o1", "o2", "o3")] == [True, False, False]
    assert (list(items)[:3], len(items)) == (["o1", "o2", "o3"], 43)
    assert items["o1"]["links"][0]["address"] == "https://office.example/structure/o1"


def test_nothing_freezes_before_the_closing_day_is_over(submission, close, today):
    close(days=0)
    with pytest.raises(EvidenceRefusedError, match="It freezes when"):
        freezing.freeze_submission(submission=submission, today=today)


@pytest.fixture
def previewed(approve, close, today):
    approve("o1")
    submission = freezing.freeze_submission(submission=close())
    submission.previewed_on, submission.replies_until = today, today + timedelta(14)
    submission.save()
    return submission


def test_the_office_objects_with_words_and_frozen_links_only(previewed, item, member):
    address = item("o1").links.get().address
    replying.reply(work=item("o1"), agrees=False, words="แผนผังอยู่ท้ายหน้า", addresses=[address], by=member)
    for wrong in ({"words": " "}, {"words": "ดูที่อื่น", "addresses": ["https://new.example/"]}):
        with pytest.raises(EvidenceRefusedError):
            replying.reply(work=item("o1"), agrees=False, by=member, **wrong)
    kept = Reply.objects.get()

    assert (kept.agrees, kept.words, kept.addresses, kept.by_name) == (
        False,
        "แผนผังอยู่ท้ายหน้า",
        [address],
        str(member),
    )


def test_replies_are_taken_from_the_preview_until_the_last_day(previewed, item, member, today):
    replying.reply(work=item("o1"), agrees=True, by=member, today=today + timedelta(14))
    with pytest.raises(EvidenceRefusedError, match="counts as agreed"):
        replying.reply(work=item("o1"), agrees=True, by=member, today=today + timedelta(15))
    with pytest.raises(EvidenceRefusedError, match="nothing to reply"):
        replying.reply(work=item("o1"), agrees=True, by=member, today=today - timedelta(1))

    assert Reply.objects.count() == 1
