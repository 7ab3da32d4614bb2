"""Screens of assessors and of central staff: who sees what, and what each button does."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from judging import (
    CODES,
    TODAY,
    Role,
    all_met,
    give,
    hand_in,
    held_by,
    judge,
    judge_everything,
    let_the_days_pass,
    live,
    marks,
    reply,
    required,
    show,
)
from world import Role as Place, make_member

from prongsai.collect.evidence.models import Assessor, Capture, Finding, Interest, Look, Wording
from prongsai.collect.evidence.reviewing import appointing
from prongsai.people import actions as people

FOUND = "ไม่พบคำว่า โครงสร้าง"


def enter(user):
    client = Client(headers={"accept-language": "en"})
    client.force_login(user)
    user.preferred_language = "en"
    user.save()
    return client


@pytest.fixture
def desk(body, office, submission, central):
    """The browser of an assessor appointed as in life, who has the four items of the office."""
    user = people.create_user(username="wipa", display_name="Wipa", by=None)
    assessor = appointing.appoint(body=body, user=user, most_items=450, by=central)
    appointing.declare_all(assessor=assessor, by=user)
    give(central, submission)
    return enter(user)


@pytest.fixture
def staff(central):
    return enter(central)


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return unescape(response.content.decode())


def texts(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def told(response):
    return [
        re.sub(r"<.*", "", str(message), flags=re.DOTALL).strip() for message in response.context["messages"]
    ]


def place(submission, code="o1", role=Role.FIRST):
    return f"/workspace/reviews/{live(submission, role=role).get(work__item_code=code).pk}/"


def answers(code, *failing, remark=""):
    return {f"element-{each}": verdict for each, verdict in all_met(code, *failing).items()} | {
        "remark": remark
    }


def test_an_assessor_finds_what_to_judge_by_office_and_by_item(desk, submission):
    html = texts(page(desk, "/workspace/reviews/"))

    assert "0 of 4 items judged" in html
    assert "Example area 1 0 of 4" in html
    assert "O1 Structure 0 of 1" in html
    assert "4 item(s) wait for your judgement." in texts(page(desk, "/workspace/"))


def test_saving_leads_to_the_next_item(desk, submission):
    response = desk.post(place(submission), answers("o1") | {"by": "office"})

    assert response.url == f"{place(submission, 'o2')}?by=office"
    assert marks() == [("o1", "100")]


def test_one_button_lets_all_that_is_required_pass_without_a_script(desk, submission):
    desk.post(place(submission), {"all": "pass"})

    assert marks() == [("o1", "100")]


def test_the_last_item_leads_home(desk, submission):
    for code in CODES[:3]:
        desk.post(place(submission, code), {"all": "pass"})
    response = desk.post(place(submission, "o4"), {"all": "pass"}, follow=True)

    assert response.redirect_chain == [("/workspace/reviews/", 302)]
    assert told(response) == ["Everything that was given to you is judged. Thank you."]


def test_a_refusal_keeps_what_was_typed(desk, submission):
    response = desk.post(place(submission), answers("o1", "chart"))
    html = response.content.decode()

    assert response.status_code == 422
    assert "Say in a remark what is missing" in html
    assert re.search(r'name="element-chart" value="fail" checked', html)


def test_what_the_machine_found_is_nowhere_before_the_mark_and_there_after_it(desk, submission):
    work = submission.works.get(item_code="o1")
    work.machine_points = 0
    work.save()
    Finding.objects.create(work=work, asked="complete", answer="fail", said_th=FOUND, said_en="Not found")
    before = page(desk, place(submission))
    response = desk.post(place(submission), {"all": "pass"}, follow=True)
    after = page(desk, place(submission))

    assert "Not found" not in before
    assert "data-findings" not in before
    assert "OIT moves" not in before
    assert told(response) == ["O1: the machine sees it otherwise."]
    assert "Fail Not found" in texts(after)
    assert "If this verdict is turned, OIT moves from 100.00 to 98.89." in texts(after)


def test_the_captured_page_stands_in_a_sandbox_and_the_live_one_is_a_link(desk, submission, settings):
    work = submission.works.get(item_code="o1")
    link = work.links.create(address="https://example.invalid/o1", note="เมนู", shows={"chart": "บนสุด"})
    capture = Capture.objects.create(submission=submission, warc_sha256="a" * 64, manifest_sha256="b" * 64)
    assert "This page was not captured" in page(desk, place(submission))

    told = {"address": link.address, "final": link.address, "at": capture.made_at, "sha256": "c" * 64}
    Look.objects.create(submission=submission, capture=capture, **told)
    settings.CAPTURED_ORIGIN = "https://captured.invalid"
    html = page(desk, place(submission))

    frame = re.search(r"<iframe [^>]+>", html)[0]
    assert " sandbox " in frame
    assert 'src="https://captured.invalid/captured/' in frame
    assert '<a href="https://example.invalid/o1" target="_blank" rel="noopener noreferrer nofollow"' in html
    assert "A chart of how the office is divided: บนสุด" in texts(html)


def test_wordings_of_the_item_come_before_those_of_every_item(desk, submission, body):
    for code, text in (("", "เปิดไม่ได้"), ("o1", "ไม่พบแผนผัง"), ("o2", "ไม่พบรูป")):
        Wording.objects.create(body=body, item_code=code, text=text)
    html = page(desk, place(submission))

    assert re.findall(r'data-wording="([^"]+)" data-key="(\w)"', html) == [
        ("ไม่พบแผนผัง", "Z"),
        ("เปิดไม่ได้", "X"),
    ]


def test_nobody_without_an_active_assignment_sees_an_item(desk, submission, viewer, staff):
    at = place(submission)

    assert [page(client, at, 404) != "" for client in (enter(viewer), staff)] == [True, True]
    live(submission).update(ended_on=TODAY)
    page(desk, at, 404)
    assert desk.post(at, {"all": "pass"}).status_code == 404


def test_a_first_mark_is_closed_to_its_assessor_once_the_office_was_shown_it(desk, submission, central):
    judge_everything(submission)
    at = place(submission)
    show(central, submission)

    page(desk, at, 404)


def test_a_blind_marker_learns_nothing_of_the_other_mark(body, submission, anan, busaba, central):
    give(central, submission)
    second = live(submission, role=Role.SECOND).get()
    code = second.work.item_code
    judge(live(submission, role=Role.FIRST).get(work__item_code=code), required(code), remark="ลับของคนแรก")
    html = page(enter(second.assessor.user), place(submission, code, Role.SECOND))

    assert "ลับของคนแรก" not in html
    assert "First mark" not in html


def test_whoever_decides_sees_both_marks_and_the_reply(submission, anan, busaba, chai, central):
    give(central, submission)
    judge_everything(submission)
    let_the_days_pass(submission)
    reply(submission, "o1")
    enter(central).post("/workspace/bodies/obec/reviews/decisions/", {"year": "obec-2565"})
    decision = live(submission, role=Role.DECISION).get()
    html = texts(page(enter(decision.assessor.user), f"/workspace/reviews/{decision.pk}/"))

    assert "First mark 100" in html
    assert "Objects ข้อมูลอยู่ท้ายหน้า" in html


def test_an_item_is_given_back_or_the_office_named(desk, submission, body, anan):
    desk.post(f"{place(submission, 'o2')}give-back/", {"why": "withdraw"})
    assert held_by(submission)["o2"] == "anan"

    desk.post(f"{place(submission)}give-back/", {"why": "former", "said": "เคยอยู่"})
    assert set(held_by(submission).values()) == {"anan"}
    assert Interest.objects.get().said == "เคยอยู่"


def test_interests_are_declared_on_a_page(body, office, central):
    user = people.create_user(username="new", display_name="New", by=None)
    assessor = appointing.appoint(body=body, user=user, most_items=5, by=central)
    client, at = enter(user), "/workspace/reviews/interests/obec/"
    client.post(at, {"do": "interest", "office": office.pk, "kind": "former", "said": "เคยอยู่"})
    client.post(at, {"do": "all"})
    assessor.refresh_from_db()

    assert assessor.declared_on == TODAY
    assert "Example area 1 · Former post · เคยอยู่" in texts(page(client, at))
    page(enter(central), at, 404)


def test_the_board_counts_and_leads_through_the_stages(staff, submission, anan, busaba, chai):
    board = "/workspace/bodies/obec/reviews/"

    def stands():
        return re.search(
            r"Example area 1 Example area 1 (.+?) (\d+/\d+) (\d+/\d+)", texts(page(staff, board))
        ).groups()

    assert stands() == ("To be given to assessors", "0/4", "0/0")
    staff.post(f"{board}give/", {"year": "obec-2565", "grouping": "office", "percent": "25"})
    assert stands() == ("Being judged", "4/4", "0/4")
    judge_everything(submission)
    assert stands() == ("Judged: to be shown to the office", "4/4", "4/4")
    until = (TODAY + timedelta(days=9)).strftime("%d/%m/%Y")
    staff.post(f"{board}show/", {"year": "obec-2565", "replies_until": until})
    assert stands()[0].startswith("The office may reply")
    let_the_days_pass(submission)
    reply(submission, "o1")
    assert stands()[0] == "Decisions to be given"
    staff.post(f"{board}decisions/", {"year": "obec-2565"})
    assert stands()[0] == "Being decided"
    judge(live(submission, role=Role.DECISION).get(), "chart")
    assert stands()[0] == "To be confirmed"
    staff.post(f"{board}confirm/", {"submission": submission.pk})
    assert stands()[0] == "Confirmed"
    office = texts(page(staff, f"{board}submissions/{submission.pk}/"))
    assert re.search(r"0 · \w+ ไม่พบข้อมูล OIT [\d.–]+ → [\d.–]+", office)


def test_a_stage_in_the_wrong_order_is_refused_in_words(staff, submission, anan):
    response = staff.post(
        "/workspace/bodies/obec/reviews/confirm/", {"submission": submission.pk}, follow=True
    )

    assert "Example area 1 has not been shown its marks yet." in told(response)


def test_the_board_takes_the_same_queries_for_one_office_and_for_many(
    staff, office, other_office, body, django_assert_max_num_queries
):
    counted = []
    for each in (office, other_office):
        hand_in(each, *CODES)
        staff.get("/workspace/bodies/obec/reviews/")
        with django_assert_max_num_queries(60) as asked:
            staff.get("/workspace/bodies/obec/reviews/")
        counted.append(len(asked))

    assert counted[0] == counted[1]


def test_an_assessor_is_appointed_looked_after_and_may_enter(staff, viewer, office):
    at = "/workspace/bodies/obec/reviews/assessors/"
    staff.post(at, {"name": viewer.username, "most_items": "7"})
    held = Assessor.objects.get()
    staff.post(f"{at}{held.pk}/", {"do": "limit", "most_items": "9"})
    staff.post(f"{at}{held.pk}/", {"do": "absent"})
    interest = Interest.objects.create(assessor=held, office=office, kind="own")
    html = texts(page(staff, at))
    staff.post(f"{at}{held.pk}/", {"do": "present"})
    staff.post(f"{at}{held.pk}/", {"do": "lift", "interest": interest.pk})
    held.refresh_from_db()

    assert "Absent Has not declared: nothing is given 0 of at most 9 in hand" in html
    assert (held.most_items, held.is_present, held.interests.count()) == (9, True, 0)
    assert (
        "No user has this name or e-mail." in staff.post(at, {"name": "x", "most_items": 1}).content.decode()
    )


def test_agreement_is_shown_with_its_n_and_a_caution(staff, submission, anan, busaba, central):
    give(central, submission)
    judge_everything(submission)
    html = texts(page(staff, "/workspace/bodies/obec/reviews/agreement/"))

    assert "κ not known: all marks are the same · 0 of 1 differ · few: tells little" in html
    assert "Marks are sent back when kappa of at least 10 pairs is below 0.60" in html


def test_wordings_are_kept_and_removed_on_a_page(staff):
    at = "/workspace/bodies/obec/reviews/wordings/"
    staff.post(at, {"item_code": "O๑", "text": "ไม่พบ"})
    kept = Wording.objects.get()
    assert (kept.item_code, kept.text) == ("o1", "ไม่พบ")

    staff.post(at, {"remove": kept.pk})
    assert not Wording.objects.exists()


@pytest.mark.parametrize("role", [Place.OFFICE_ADMIN, Place.EXECUTIVE, Place.ASSESSOR])
def test_only_central_staff_of_the_body_give_and_watch(role, office, submission):
    client = enter(make_member(office, role, "somebody"))

    for each in ("", "assessors/", "agreement/", "wordings/", f"submissions/{submission.pk}/"):
        page(client, f"/workspace/bodies/obec/reviews/{each}", 404)
    assert client.post("/workspace/bodies/obec/reviews/confirm/").status_code == 404
