"""The office's texts: who writes them, what is refused, what stays."""

import pytest
from django.db import IntegrityError, transaction

from prongsai.analyse import actions, queries
from prongsai.analyse.actions import TextRefusedError
from prongsai.analyse.models import PREFACE, OfficeText
from prongsai.core.text import Text
from prongsai.people import actions as people
from prongsai.trail.models import Event


def test_a_text_is_written_and_read_back(assessment, administrator):
    actions.write_text(
        assessment=assessment, code="ตัวชี้วัดที่ 2", text_th=" จัดทำแผน ", text_en="We plan", by=administrator
    )

    row = OfficeText.objects.get()
    assert queries.texts_of(assessment) == {"2": Text("จัดทำแผน", "We plan")}
    assert (row.changed_by, row.revision, row.changed_at is None) == (str(administrator), 1, False)


def test_every_version_stays_in_the_trail(assessment, administrator):
    for text_th in ("ครั้งแรก", "ครั้งที่สอง", "ครั้งที่สอง"):
        actions.write_text(assessment=assessment, code="2", text_th=text_th, by=administrator)
    actions.clear_text(assessment=assessment, code="2", by=administrator)

    events = Event.objects.filter(object_kind="analyse.officetext").order_by("pk")
    assert [(event.verb, event.details["th"]) for event in events] == [
        ("analyse.text_written", "ครั้งแรก"),
        ("analyse.text_written", "ครั้งที่สอง"),
        ("analyse.text_cleared", ""),
    ]
    assert queries.texts_of(assessment) == {}


@pytest.mark.parametrize(
    ("code", "text_th", "said"),
    [("2", " ", "in Thai"), ("11", "ข้อความ", "no indicator 11"), ("o1", "ข้อความ", "no indicator o1")],
)
def test_what_cannot_be_a_text_is_refused(assessment, administrator, code, text_th, said):
    with pytest.raises(TextRefusedError, match=said):
        actions.write_text(
            assessment=assessment, code=code, text_th=text_th, text_en="English", by=administrator
        )

    assert not OfficeText.objects.exists()


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(assessment, administrator):
    actions.write_text(assessment=assessment, code="2", text_th="ของเพื่อน", seen=0, by=administrator)

    with pytest.raises(TextRefusedError, match="meanwhile"):
        actions.write_text(assessment=assessment, code="2", text_th="ของฉัน", seen=0, by=administrator)

    assert queries.texts_of(assessment) == {"2": Text("ของเพื่อน")}


def test_a_member_writes_only_what_was_given_to_the_unit(
    assessment, planning, finance, planner, administrator
):
    with pytest.raises(TextRefusedError, match="own unit"):
        actions.write_text(assessment=assessment, code="2", text_th="ข้อความ", by=planner)
    actions.give_text_to(assessment=assessment, code="2", unit=planning, by=administrator)
    actions.give_text_to(assessment=assessment, code="3", unit=finance, by=administrator)
    actions.write_text(assessment=assessment, code="2", text_th="ข้อความ", by=planner)
    with pytest.raises(TextRefusedError, match="own unit"):
        actions.write_text(assessment=assessment, code="3", text_th="ข้อความ", by=planner)

    assert list(queries.texts_of(assessment)) == ["2"]


def test_only_administrators_say_who_writes(assessment, planning, planner, other_office, administrator):
    theirs = people.add_unit(office=other_office, code="a", name_th="กลุ่มของเขา", by=None)

    with pytest.raises(TextRefusedError, match="Only an administrator"):
        actions.give_text_to(assessment=assessment, code="2", unit=planning, by=planner)
    with pytest.raises(TextRefusedError, match="another office"):
        actions.give_text_to(assessment=assessment, code="2", unit=theirs, by=administrator)


def test_neither_the_executive_nor_a_stranger_writes(assessment, executive, stranger):
    for user in (executive, stranger):
        with pytest.raises(TextRefusedError, match="own unit"):
            actions.write_text(assessment=assessment, code=PREFACE, text_th="ข้อความ", by=user)


def test_last_years_texts_are_a_start_that_says_so(assessment, last_year, administrator):
    for code in ("2", "5", PREFACE):
        actions.write_text(assessment=last_year, code=code, text_th=f"เดิม {code}", by=administrator)
    actions.write_text(assessment=assessment, code="5", text_th="ใหม่", by=administrator)

    started = actions.start_from_last_year(assessment=assessment, by=administrator)

    assert [(row.code, row.started_from) for row in started] == [("2", "obec-2565"), (PREFACE, "obec-2565")]
    assert queries.texts_of(assessment) == {
        "2": Text("เดิม 2"),
        "5": Text("ใหม่"),
        PREFACE: Text(f"เดิม {PREFACE}"),
    }


def test_saving_a_started_text_unchanged_makes_it_the_offices_own(assessment, last_year, administrator):
    actions.write_text(assessment=last_year, code="2", text_th="เดิม", by=administrator)
    actions.start_from_last_year(assessment=assessment, by=administrator, only=["2"])
    actions.write_text(assessment=assessment, code="2", text_th="เดิม", by=administrator)

    assert OfficeText.objects.get(assessment=assessment).started_from == ""


def test_a_member_starts_only_the_own_units_texts(assessment, last_year, planning, planner, administrator):
    for code in ("2", "5"):
        actions.write_text(assessment=last_year, code=code, text_th=f"เดิม {code}", by=administrator)
    actions.give_text_to(assessment=assessment, code="5", unit=planning, by=administrator)

    actions.start_from_last_year(assessment=assessment, by=planner)

    assert list(queries.texts_of(assessment)) == ["5"]


def test_there_may_be_nothing_to_start_from(assessment, last_year, administrator):
    for without in (assessment, last_year):
        with pytest.raises(TextRefusedError, match="no text of last year"):
            actions.start_from_last_year(assessment=without, by=administrator)


def test_a_unit_that_writes_a_text_stays(assessment, planning, administrator):
    actions.give_text_to(assessment=assessment, code="2", unit=planning, by=administrator)

    with pytest.raises(people.ActionRefusedError, match="still used"):
        people.remove_unit(unit=planning, by=administrator)


@pytest.mark.parametrize("fields", [{"text_en": "only English"}, {"changed_by": "somebody, but when?"}])
def test_the_table_itself_refuses_halves(assessment, fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        OfficeText.objects.create(assessment=assessment, code="2", **fields)


@pytest.mark.parametrize("many", [1, 3])
def test_one_text_and_three_take_one_query(assessment, administrator, many, django_assert_num_queries):
    for code in ("1", "2", "3")[:many]:
        actions.write_text(assessment=assessment, code=code, text_th="ข้อความ", by=administrator)

    with django_assert_num_queries(1):
        assert len(queries.texts_of(assessment)) == many
