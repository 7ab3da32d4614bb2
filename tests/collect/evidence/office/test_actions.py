"""What an office writes of its items, and what it is refused."""

from datetime import date, timedelta

import pytest
from world import Role, make_member

from prongsai.collect.assessments.actions import create_assessment
from prongsai.collect.evidence import actions, queries
from prongsai.collect.evidence.gate import EvidenceRefusedError
from prongsai.collect.evidence.models import Link
from prongsai.people import actions as people

pytestmark = pytest.mark.django_db


def shown(work):
    return [(link.address, link.note, link.shows) for link in work.links.all()]


def test_opening_makes_a_row_for_each_item_with_the_unit_that_the_rules_propose(submission, units):
    owners = {work.item_code: work.unit for work in queries.works_of(submission)}

    assert len(owners) == 43
    assert (owners["o1"], owners["o21"]) == (units["admin"], units["finance"])
    assert owners["o25"] is None  # the office has no such unit


def test_a_unit_with_the_name_of_the_group_is_proposed_too(office, assessment, administrator, today):
    named = people.add_unit(office=office, code="hr", name_th="กลุ่มบริหารงานบุคคล", by=None)
    submission = actions.open_submission(assessment=assessment, closes_on=today, by=administrator)

    assert queries.works_of(submission).get(item_code="o25").unit == named


@pytest.mark.parametrize("days", [-1, -400])
def test_nothing_opens_with_a_closing_day_that_is_over(assessment, administrator, today, days):
    with pytest.raises(EvidenceRefusedError, match="The closing day is over already"):
        actions.open_submission(assessment=assessment, closes_on=today + timedelta(days), by=administrator)


def test_it_opens_once(submission, administrator, today):
    with pytest.raises(EvidenceRefusedError, match="open already"):
        actions.open_submission(assessment=submission.assessment, closes_on=today, by=administrator)


def test_owners_and_days_are_given_in_bulk(item, units, office, administrator, today):
    post = people.add_post(office=office, title_th="ผู้อำนวยการกลุ่ม", by=None)
    works = [item("o3"), item("o4")]
    many = actions.assign(works=works, unit=units["finance"], due_on=today, by=administrator)
    actions.assign(works=works[:1], post=post, by=administrator)

    assert many == 2
    assert [(work.unit, work.post, work.due_on) for work in (item("o3"), item("o4"), item("o5"))] == [
        (units["finance"], post, today),
        (units["finance"], None, today),
        (units["admin"], None, None),
    ]


def test_owners_of_another_office_and_days_after_the_closing_day_are_refused(
    item, other_office, administrator, today
):
    strange = people.add_unit(office=other_office, code="admin", name_th="อื่น", by=None)
    for given in ({"unit": strange}, {"due_on": today + timedelta(61)}, {}):
        with pytest.raises(EvidenceRefusedError):
            actions.assign(works=[item("o1")], by=administrator, **given)

    assert item("o1").unit.office_id == item("o1").submission.assessment.office_id


def test_links_are_added_changed_ordered_and_removed(item, administrator):
    first = actions.put_link(work=item("o1"), address="https://a.example/", by=administrator)
    second = actions.put_link(
        work=item("o1"),
        address=" https://b.example/ ",
        note="หน้า 2",
        shows={"chart": "ภาพแรก", "key_posts": ""},
        by=administrator,
    )
    actions.move_link(link=second, up=True, by=administrator)
    moved = shown(item("o1"))
    actions.put_link(work=item("o1"), link=second, address="https://c.example/", by=administrator)
    actions.remove_link(link=first, by=administrator)

    assert moved == [
        ("https://b.example/", "หน้า 2", {"chart": "ภาพแรก", "key_posts": ""}),
        ("https://a.example/", "", {}),
    ]
    assert shown(item("o1")) == [("https://c.example/", "", {})]


@pytest.mark.parametrize(
    "address", ["", "office.example", "ftp://office.example/", "javascript:alert(1)", "http://"]
)
def test_what_is_no_address_of_a_page_is_refused(item, administrator, address):
    with pytest.raises(EvidenceRefusedError):
        actions.put_link(work=item("o1"), address=address, by=administrator)

    assert Link.objects.count() == 0


def test_an_address_stands_once_in_an_item_and_shows_only_its_elements(item, show, administrator):
    [link] = show("o1")
    with pytest.raises(EvidenceRefusedError):
        actions.put_link(work=item("o1"), address=link.address, by=administrator)
    with pytest.raises(EvidenceRefusedError, match="no element strange"):
        actions.put_link(
            work=item("o1"), address="https://x.example", shows={"strange": ""}, by=administrator
        )

    assert shown(item("o1")) == [(link.address, "", {})]


def test_an_item_is_not_applicable_only_where_the_rules_allow_it(item, administrator):
    with pytest.raises(EvidenceRefusedError, match="do not let this item"):
        actions.write_item(
            work=item("o1"), statement="", is_not_applicable=True, why_not_applicable="ไม่มี", by=administrator
        )


def test_a_writer_who_saw_something_older_is_told(item, show, administrator):
    seen = item("o1").content_hash
    show("o1")
    with pytest.raises(EvidenceRefusedError, match="Somebody else"):
        actions.write_item(work=item("o1"), statement="x", seen=seen, by=administrator)

    assert item("o1").statement == ""


def test_a_member_writes_items_of_the_own_unit_only(item, member, office, units):
    actions.write_item(work=item("o1"), statement="หน้าแรก", by=member)
    with pytest.raises(EvidenceRefusedError, match="another unit"):
        actions.write_item(work=item("o18"), statement="x", by=member)
    post = people.add_post(office=office, title_th="เจ้าหน้าที่", unit=units["admin"], by=None)
    actions.assign(works=[item("o18")], post=post, by=None)
    actions.write_item(work=item("o18"), statement="ของตำแหน่ง", by=member)

    assert [item(code).statement for code in ("o1", "o18")] == ["หน้าแรก", "ของตำแหน่ง"]


def test_others_write_nothing(item, executive, viewer, other_office):
    stranger = make_member(other_office, Role.OFFICE_ADMIN, "stranger")
    for user in (executive, viewer, stranger):
        with pytest.raises(EvidenceRefusedError):
            actions.write_item(work=item("o1"), statement="x", by=user)
        with pytest.raises(EvidenceRefusedError):
            actions.assign(works=[item("o1")], due_on=date(2030, 1, 1), by=user)

    assert item("o1").content_hash == ""


def test_a_changed_link_takes_the_last_check_away_and_a_changed_statement_does_not(item, show, administrator):
    show("o1", "o2")
    for work in (item("o1"), item("o2")):
        work.machine_points, work.failing = 0, 2
        work.save()
    actions.write_item(work=item("o1"), statement="ใหม่", by=administrator)
    actions.put_link(work=item("o2"), address="https://other.example/", by=administrator)

    assert [(item(code).machine_points, item(code).failing) for code in ("o1", "o2")] == [(0, 2), (None, 0)]


def test_an_item_is_filled_from_last_year_by_its_former_code(office, item, show, administrator, today):
    actions.put_link(
        work=item("o1"), address="https://old.example/", note="เดิม", shows={"chart": "บน"}, by=administrator
    )
    actions.write_item(work=item("o1"), statement="โครงสร้างของปีก่อน", by=administrator)
    show("o2")
    this_year = create_assessment(office=office, framework_code="obec-2566-draft", by=None)
    submission = actions.open_submission(assessment=this_year, closes_on=today, by=administrator)
    new = queries.work_or_404(submission, "o1")
    actions.copy_from_last_year(work=new, by=administrator)
    filled = queries.work_or_404(submission, "o1")

    assert (filled.statement, shown(filled)) == (
        "โครงสร้างของปีก่อน",
        [("https://old.example/", "เดิม", {"chart": "บน"})],
    )
    assert filled.content_hash == item("o1").content_hash
    assert actions.copy_all_from_last_year(submission=submission, by=administrator) == 1
    with pytest.raises(EvidenceRefusedError, match="something in this item"):
        actions.copy_from_last_year(work=filled, by=administrator)


def test_every_change_is_in_the_history_with_what_was_written(item, show, administrator):
    show("o1")
    actions.write_item(work=item("o1"), statement="คำอธิบาย", by=administrator)
    newest, added = queries.history_of(item("o1"))

    assert (newest.verb, added.verb) == ("evidence.item_written", "evidence.link_added")
    assert newest.actor_label == str(administrator)
    assert newest.details == {
        "content": {
            "statement": "คำอธิบาย",
            "is_not_applicable": False,
            "why_not_applicable": "",
            "links": [{"address": "https://office.example/structure/o1", "note": "", "shows": {}}],
        },
        "voids_approval": False,
    }
