"""What a book is written from, and the hash that says whether anything of it has changed."""

from decimal import Decimal
from fractions import Fraction

import pytest
from one_office import MADE_AT, draft

from prongsai.act import actions as act
from prongsai.analyse import actions
from prongsai.analyse.material import data_hash, material_of, story_of
from prongsai.analyse.models import PREFACE
from prongsai.analyse.story import Mean, OfficeCard
from prongsai.collect.assessments.actions import bring_in_answers, bring_in_indicators, set_mean
from prongsai.collect.assessments.queries import framework_of
from prongsai.core.score import SurveyCounts
from prongsai.core.text import Text
from prongsai.people import actions as people


@pytest.fixture
def told(published, office, other_office, planning, administrator):
    """The office has written of indicator 2, plans one measure, and knows the national mean."""
    people.add_post(
        office=office,
        title_th="ผู้อำนวยการ",
        title_en="Director",
        holder_th="น.ส.ตัวอย่าง ใจดี",
        is_head=True,
        by=None,
    )
    actions.write_text(assessment=published, code="2", text_th="จัดทำแผน", text_en="We plan", by=None)
    actions.write_text(assessment=published, code=PREFACE, text_th="คำนำ", by=None)
    set_mean(assessment=published, label_th="ค่าเฉลี่ยประเทศ", figures={"obec-2565": Fraction(96)}, by=None)
    act.add_measure(
        assessment=published,
        name_th="มาตรการงบประมาณ",
        name_en="Budget",
        indicators=["2"],
        practices=[draft(units=(planning,))],
        by=None,
    )
    return published


def test_a_story_holds_all_that_the_office_has(told):
    story = story_of(told, made_at=MADE_AT, language="en")

    assert story.office == OfficeCard(
        name=Text("สพป.ตัวอย่าง เขต 1", "Example area 1"),
        head_name=Text("น.ส.ตัวอย่าง ใจดี"),
        head_position=Text("ผู้อำนวยการ", "Director"),
        other_names=("สพป.ตัวอย่าง เขต 2",),
    )
    assert story.result.total == Decimal("98.79")
    assert story.means == (Mean(Text("ค่าเฉลี่ยประเทศ"), {"obec-2565": Decimal("96.00")}),)
    assert (story.texts, story.preface) == ({"2": Text("จัดทำแผน", "We plan")}, Text("คำนำ"))
    assert [(each.name, each.practices[0].owners) for each in story.measures] == [("Budget", ("Planning",))]
    assert (story.made_at, story.data_hash) == (MADE_AT, data_hash(material_of(told)))


def test_the_hash_is_the_same_in_both_languages_and_at_any_time(told):
    thai, english = (story_of(told, made_at=MADE_AT, language=language) for language in ("th", "en"))

    assert thai.data_hash == english.data_hash
    assert thai.measures != english.measures


def change_text(assessment):
    actions.write_text(assessment=assessment, code="2", text_th="จัดทำแผน", text_en="We plan well", by=None)


def change_measure(assessment):
    measure = assessment.measures.get()
    act.change_measure(measure=measure, name_th="ชื่ออื่น", practices=[draft(other_owners="กลุ่ม")], by=None)


def change_mean(assessment):
    set_mean(assessment=assessment, label_th="ค่าเฉลี่ยประเทศ", figures={"obec-2565": Fraction(95)}, by=None)


def change_unit(assessment):
    people.edit_unit(unit=assessment.office.units.get(), name_en="Plans", by=None)


def change_head(assessment):
    people.edit_post(post=assessment.office.posts.get(), holder_th="นายตัวอย่าง ใจงาม", by=None)


def change_results(assessment):
    bring_in_indicators(assessment=assessment, figures={"1": Fraction(99)}, by=None)


@pytest.mark.parametrize(
    "change", [change_text, change_measure, change_mean, change_unit, change_head, change_results]
)
def test_whatever_changes_in_the_book_changes_the_hash(told, change):
    before = data_hash(material_of(told))

    change(told)

    assert data_hash(material_of(told)) != before


def test_what_does_not_stand_in_the_book_leaves_the_hash(told, other_office, planning):
    before = data_hash(material_of(told))

    people.edit_office(office=other_office, name_th="สพป.ตัวอย่าง เขต 3", by=None)
    actions.give_text_to(assessment=told, code="3", unit=planning, by=None)
    actions.write_text(assessment=told, code="2", text_th="ชั่วคราว", by=None)
    actions.write_text(assessment=told, code="2", text_th="จัดทำแผน", text_en="We plan", by=None)

    assert data_hash(material_of(told)) == before


def test_the_printed_hash_says_nothing_of_withheld_answers(assessment):
    """Counts behind a withheld figure must not be found by trying all of them against the hash."""
    hashes = set()
    for place in (0, 1):
        answers = {row.code: _three_at(place, row) for row in framework_of(assessment).rows_of("eit")}
        bring_in_answers(assessment=assessment, instrument="eit", counts=SurveyCounts(3, answers), by=None)
        hashes.add(data_hash(material_of(assessment)))

    assert len(hashes) == 1


def _three_at(place, row):
    return tuple(3 if choice == place else 0 for choice in range(len(row.scale.choices)))


@pytest.mark.parametrize("more", [0, 2])
def test_a_story_takes_as_many_queries_with_one_measure_and_text_as_with_three(
    told, more, django_assert_num_queries
):
    for number in range(more):
        actions.write_text(assessment=told, code=str(5 + number), text_th="ข้อความ", by=None)
        act.add_measure(
            assessment=told, name_th=f"มาตรการ {number}", practices=[draft(other_owners="กลุ่ม")], by=None
        )

    with django_assert_num_queries(14):
        material_of(told)
