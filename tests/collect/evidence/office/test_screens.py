"""What people of the office see and do on the screens of its items."""

import html
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from prongsai.collect.evidence import actions, freezing, queries
from prongsai.collect.evidence.models import Assessor, Assignment, Finding, Mark, Reply, Run, Submission
from prongsai.collect.evidence.states import State
from prongsai.core.days import written_day

pytestmark = pytest.mark.django_db
WHERE = ("example-1", "obec-2565")


@pytest.fixture
def eyes():
    """eyes(user) is the browser of somebody who reads English."""

    def open_browser(user):
        user.preferred_language = "en"
        user.save()
        client = Client()
        client.force_login(user)
        return client

    return open_browser


def at(name, *more):
    return reverse(f"evidence_{name}", args=[*WHERE, *more])


def read(response):
    """Text of the page without its tags."""
    assert response.status_code == 200
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", response.content.decode())))


def test_the_items_are_opened_with_the_day_of_the_calendar_proposed(eyes, assessment, administrator, today):
    browser = eyes(administrator)

    assert "not open yet" in read(browser.get(at("list")))
    assert (
        written_day(timezone.datetime(2022, 4, 30).date(), "th") in browser.get(at("set_up")).content.decode()
    )
    later = today + timedelta(40)
    browser.post(
        at("set_up"), {"closes_on": written_day(later, "th"), "main_site": "https://office.example/"}
    )
    assert Submission.objects.get().closes_on == later
    assert "0 of 43 items" in read(browser.get(at("list")))


@pytest.mark.parametrize("offered", [["o1"], ["o1", "o2", "o3"]])
def test_the_list_takes_the_same_queries_for_any_number_of_items_in_work(
    eyes, executive, send, offered, django_assert_num_queries
):
    send(*offered)
    browser = eyes(executive)
    browser.get(at("list"))
    with django_assert_num_queries(20):
        browser.get(at("list"))
    with django_assert_num_queries(20):
        browser.get(at("approve"))


def test_what_is_at_stake_stands_first_and_what_is_ready_last(submission, approve, item):
    approve("o42")
    codes = [line.item.code for line in queries.lines(submission)]

    assert (codes[0], codes[1], codes[-1]) == ("o43", "o34", "o42")


def test_the_list_shows_only_the_own_units_items_or_one_state_or_one_unit(eyes, member, units, show):
    show("o1")
    browser = eyes(member)

    def listed(**query):
        return set(re.findall(r"/items/(o\d+)/", browser.get(at("list"), query).content.decode()))

    own = listed(mine="on")
    assert "o1" in own
    assert "o21" not in own
    assert listed(unit=units["finance"].pk) == {"o21", "o22", "o23", "o24"} - own
    assert listed(state="draft") == {"o1"}
    assert len(listed(state="wrong")) == 43


def test_owners_are_given_in_bulk(eyes, administrator, item, units):
    browser = eyes(administrator)
    browser.post(at("assign"), {"items": ["o25", "o26"], "unit": units["finance"].pk})

    assert [item(code).unit for code in ("o25", "o26", "o27")] == [units["finance"], units["finance"], None]


def test_a_member_writes_an_item_and_sends_it(eyes, member, item):
    browser = eyes(member)
    told = {
        "address": "https://office.example/a",
        "note": "หน้าแรก",
        "where-chart": "ด้านบน",
        "shows-key_posts": "on",
    }
    browser.post(at("link_add", "o1"), told)
    browser.post(at("item", "o1"), {"statement": "ดูที่เมนูหลัก", "seen": item("o1").content_hash})
    page = read(browser.get(at("item", "o1")))
    browser.post(at("item_send", "o1"))
    work = item("o1")

    assert work.links.get().shows == {"chart": "ด้านบน", "key_posts": ""}
    assert "Link 1: ด้านบน" in page
    assert "ดูที่เมนูหลัก" in page
    assert work.sent_hash == work.content_hash != ""


def test_wrong_addresses_are_said_beside_the_field(eyes, administrator, submission):
    response = eyes(administrator).post(at("link_add", "o1"), {"address": "not an address"})

    assert "Nothing was saved yet" in read(response)


def test_links_of_another_item_do_not_exist_here(eyes, administrator, show):
    show("o1")
    [link] = show("o2")
    browser = eyes(administrator)

    assert browser.get(at("link_change", "o1", link.pk)).status_code == 404
    assert browser.post(at("link_remove", "o1", link.pk)).status_code == 404


def test_the_executive_approves_what_stood_on_the_page(eyes, executive, send, item):
    send("o1", "o2", "o3")
    browser = eyes(executive)
    page = browser.get(at("approve")).content.decode()
    seen = dict(re.findall(r'name="(seen-o\d+)" value="(\w+)"', page))
    browser.post(at("approve"), {"items": ["o1"]} | seen)
    ticked = [item(code).approved_by_name for code in ("o1", "o2", "o3")]
    del seen["seen-o1"]
    browser.post(at("approve"), {"all": "yes"} | seen)

    assert ticked == [str(executive), "", ""]
    assert [bool(item(code).approved_on) for code in ("o1", "o2", "o3")] == [True, True, True]


def test_an_item_that_changed_after_its_approval_says_so(eyes, viewer, approve, item, administrator):
    approve("o1")
    actions.write_item(work=item("o1"), statement="แก้", by=administrator)
    page = read(eyes(viewer).get(at("item", "o1")))

    assert "The approval is void." in page
    assert "This voided the approval" in page


def test_before_the_closing_day_the_page_says_what_is_not_approved_counts_as_nothing(eyes, viewer, approve):
    approve("o1")

    assert "42 items are not approved. What is not approved when" in read(eyes(viewer).get(at("list")))


def test_after_the_freeze_nothing_can_be_done_and_the_hash_stands_there(eyes, administrator, approve, close):
    approve("o1")
    close()
    browser = eyes(administrator)
    browser.post(at("all", "freeze"))
    page = browser.get(at("list")).content.decode()

    assert Submission.objects.get().frozen_hash in page
    assert "Give the ticked items to" not in page
    assert "Add a link" not in browser.get(at("item", "o1")).content.decode()
    assert "Not submitted" in read(browser.get(at("item", "o2")))


def test_the_summary_and_the_rehearsal_tell_the_figures(eyes, executive, show, item, submission):
    show("o1", "o2")
    for code, points in (("o1", 100), ("o2", 0)):
        work = item(code)
        work.machine_points, work.checked_at = points, timezone.now()
        work.save()
    Run.objects.create(submission=submission, done=3, total=9, started_at=timezone.now())
    browser = eyes(executive)
    summary, rehearsal = read(browser.get(at("summary"))), read(browser.get(at("rehearsal")))

    assert "1 of 43" in summary
    assert "O2" in summary.split("The check fails")[1]
    assert "A check is under way: 3 of 9 addresses." in rehearsal


def test_a_check_is_asked_for_with_a_button(eyes, member, show):
    show("o1")
    browser = eyes(member)
    browser.post(at("ask"))

    assert Run.objects.get().is_rehearsal
    assert "A check waits in the queue." in read(browser.get(at("rehearsal")))


def test_a_finding_is_answered_otherwise_with_a_reason(eyes, member, show, item):
    [link] = show("o1")
    finding = Finding.objects.create(
        work=item("o1"),
        asked="alive",
        answer="fail",
        address=link.address,
        said_th="เปิดไม่ได้",
        said_en="It does not open.",
        looked_at="a" * 64,
    )
    browser = eyes(member)
    before = read(browser.get(at("item", "o1")))
    browser.post(at("finding_overrule", "o1", finding.pk), {"answer": "pass", "reason": "เปิดได้จากภายนอก"})
    after = read(browser.get(at("item", "o1")))

    assert "It does not open." in before
    assert "answered this on" not in before
    assert "unit_member answered this on" in after
    assert "เปิดได้จากภายนอก" in after


def test_the_office_sees_its_mark_and_replies(eyes, member, approve, close, item):
    today = timezone.localdate()
    approve("o1")
    submission = freezing.freeze_submission(submission=close())
    assessor = Assessor.objects.create(body=item("o1").submission.assessment.office.body, user=member)
    given = Assignment.objects.create(work=item("o1"), assessor=assessor, role="first", given_on=today)
    Mark.objects.create(
        assignment=given, elements={"chart": "fail"}, points="0", remark="ไม่พบแผนผัง", by_name="ผู้ประเมินลับ"
    )
    browser = eyes(member)
    early = read(browser.get(at("item", "o1")))
    submission.previewed_on, submission.replies_until = today, today + timedelta(7)
    submission.save()
    page = read(browser.get(at("item", "o1")))
    browser.post(at("item_reply", "o1"), {"agrees": "no", "words": "อยู่ท้ายหน้า"})

    assert "ไม่พบแผนผัง" not in early
    assert "ไม่พบแผนผัง" in page
    assert "ผู้ประเมินลับ" not in page
    assert [(each.agrees, each.words) for each in Reply.objects.all()] == [(False, "อยู่ท้ายหน้า")]
    assert queries.lines(queries.submission_of(submission.assessment))[0].state in {
        State.REVIEWED,
        State.REPLIED,
    }


def test_my_items_stand_on_one_page_over_all_assessments(eyes, member, submission):
    page = read(eyes(member).get(reverse("evidence_own", args=["example-1"])))

    assert "obec-2565" in page
    assert "O1 " in page
    assert "O21" not in page


@pytest.mark.parametrize(
    ("who", "name"),
    [("viewer", "set_up"), ("member", "assign"), ("administrator", "approve"), ("executive", "link_add")],
)
def test_a_role_that_may_not_finds_no_page(eyes, request, submission, who, name):
    more = ["o1"] if name == "link_add" else []
    browser = eyes(request.getfixturevalue(who))

    assert browser.post(at(name, *more)).status_code == 404
