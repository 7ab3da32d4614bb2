"""Measures are written whole, by those who may, and leave a trail."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from one_office import draft

from prongsai.act import actions, queries
from prongsai.act.actions import MeasureRefusedError
from prongsai.act.models import Measure, PracticeRow
from prongsai.core.measure import Measure as PlainMeasure, Practice
from prongsai.people import actions as people
from prongsai.trail.models import Event


@pytest.fixture
def measure(assessment, planning, finance, administrator):
    return actions.add_measure(
        assessment=assessment,
        name_th="มาตรการการใช้งบประมาณ",
        name_en="Use of the budget",
        indicators=["ตัวชี้วัดที่ 5", "2"],
        practices=[
            draft(units=(finance, planning), other_owners="กลุ่มอำนวยการ\n"),
            draft(
                practice_th="ประชุมบุคลากร", practice_en="Meet", other_owners="ทุกกลุ่ม", ends_on=date(2024, 9, 30)
            ),
        ],
        by=administrator,
    )


def test_a_measure_is_read_back_as_a_plain_value(measure, assessment):
    assert queries.measures_of(assessment) == (
        PlainMeasure(
            name="มาตรการการใช้งบประมาณ",
            indicators=("2", "5"),
            practices=(
                Practice(
                    practice="จัดทำแผนการใช้จ่ายงบประมาณ",
                    monitoring="รายงานทีมบริหารทุกไตรมาส",
                    reporting="มีแผนการใช้จ่ายงบประมาณ",
                    starts_on=date(2023, 10, 1),
                    ends_on=date(2023, 12, 31),
                    owners=("กลุ่มนโยบายและแผน", "กลุ่มบริหารการเงิน", "กลุ่มอำนวยการ"),
                ),
                Practice(
                    practice="ประชุมบุคลากร",
                    monitoring="รายงานทีมบริหารทุกไตรมาส",
                    reporting="มีแผนการใช้จ่ายงบประมาณ",
                    starts_on=date(2023, 10, 1),
                    ends_on=date(2024, 9, 30),
                    owners=("ทุกกลุ่ม",),
                ),
            ),
        ),
    )


def test_in_english_what_is_not_written_stays_thai(measure, assessment):
    (plain,) = queries.measures_of(assessment, "en")

    assert plain.name == "Use of the budget"
    assert [each.practice for each in plain.practices] == ["จัดทำแผนการใช้จ่ายงบประมาณ", "Meet"]
    assert plain.practices[0].owners == ("Planning", "กลุ่มบริหารการเงิน", "กลุ่มอำนวยการ")


@pytest.mark.parametrize("more", [0, 2])
def test_one_measure_and_three_take_three_queries(measure, more, assessment, django_assert_num_queries):
    for number in range(more):
        actions.add_measure(
            assessment=assessment, name_th=f"มาตรการ {number}", practices=[draft(other_owners="กลุ่ม")], by=None
        )

    with django_assert_num_queries(3):
        assert len(queries.measures_of(assessment)) == 1 + more


def test_a_new_measure_stands_last(measure, assessment):
    second = actions.add_measure(
        assessment=assessment, name_th="ที่สอง", practices=[draft(other_owners="กลุ่ม")], by=None
    )

    assert list(queries.rows_of(assessment)) == [measure, second]


def test_a_change_keeps_the_rows_that_stay(measure, finance, administrator):
    first, second = measure.practices.order_by("order")

    actions.change_measure(
        measure=measure,
        name_th="มาตรการใหม่",
        practices=[
            draft(row_id=second.pk, practice_th="ประชุมบุคลากรทุกเดือน", units=(finance,)),
            draft(practice_th="อบรม", other_owners="กลุ่มอำนวยการ"),
        ],
        by=administrator,
    )

    rows = list(PracticeRow.objects.order_by("order"))
    assert [row.practice_th for row in rows] == ["ประชุมบุคลากรทุกเดือน", "อบรม"]
    assert (rows[0].pk, rows[0].owner_names) == (second.pk, ["กลุ่มบริหารการเงิน"])
    assert not PracticeRow.objects.filter(pk=first.pk).exists()


def test_what_somebody_else_changed_meanwhile_is_not_written_over(measure, administrator):
    rows = [draft(other_owners="กลุ่ม")]
    actions.change_measure(measure=measure, name_th="ของเพื่อน", practices=rows, seen=1, by=administrator)

    with pytest.raises(MeasureRefusedError, match="meanwhile"):
        actions.change_measure(measure=measure, name_th="ของฉัน", practices=rows, seen=1, by=administrator)

    assert Measure.objects.get().name_th == "ของเพื่อน"


@pytest.mark.parametrize(
    ("fields", "practice", "said"),
    [
        ({"indicators": ["11"]}, {"other_owners": "ก"}, "There is no indicator 11"),
        ({"name_th": " "}, {"other_owners": "ก"}, "."),
        ({}, {}, "Practice 1 has nobody responsible"),
        ({}, {"other_owners": " \n "}, "Practice 1 has nobody responsible"),
        ({}, {"other_owners": "ก", "ends_on": date(2023, 9, 30)}, "lies before"),
        ({}, {"other_owners": "ก", "monitoring_th": ""}, "."),
    ],
)
def test_what_cannot_be_a_measure_is_refused_whole(assessment, fields, practice, said):
    with pytest.raises(people.ActionRefusedError, match=said):
        actions.add_measure(
            **{"assessment": assessment, "name_th": "มาตรการ", "practices": [draft(**practice)], "by": None}
            | fields
        )

    assert not Measure.objects.exists()


def test_a_measure_needs_a_practice(assessment):
    with pytest.raises(MeasureRefusedError, match="at least one"):
        actions.add_measure(assessment=assessment, name_th="มาตรการ", practices=[], by=None)


def test_a_unit_of_another_office_cannot_be_responsible(assessment, other_office):
    unit = people.add_unit(office=other_office, code="a", name_th="กลุ่มของเขา", by=None)

    with pytest.raises(MeasureRefusedError, match="another office"):
        actions.add_measure(
            assessment=assessment, name_th="มาตรการ", practices=[draft(units=(unit,))], by=None
        )


def test_the_table_itself_refuses_a_period_that_runs_backwards(measure):
    row = measure.practices.first()
    row.ends_on = date(2020, 1, 1)

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_unit_that_is_responsible_stays(measure, planning, administrator):
    with pytest.raises(people.ActionRefusedError, match="still used"):
        people.remove_unit(unit=planning, by=administrator)

    assert planning.practices.count() == 1


def test_a_member_writes_measures_of_the_own_unit_only(measure, assessment, finance, planner, administrator):
    theirs = actions.add_measure(
        assessment=assessment, name_th="ของการเงิน", practices=[draft(units=(finance,))], by=administrator
    )

    with pytest.raises(MeasureRefusedError, match="own unit"):
        actions.remove_measure(measure=theirs, by=planner)
    with pytest.raises(MeasureRefusedError, match="own unit"):
        actions.add_measure(
            assessment=assessment, name_th="ใหม่", practices=[draft(units=(finance,))], by=planner
        )
    actions.remove_measure(measure=measure, by=planner)

    assert list(Measure.objects.all()) == [theirs]


def test_a_member_cannot_give_the_own_measure_away(measure, finance, planner):
    with pytest.raises(MeasureRefusedError, match="own unit"):
        actions.change_measure(
            measure=measure, name_th="ให้เขา", practices=[draft(units=(finance,))], by=planner
        )


def test_neither_the_executive_nor_a_stranger_writes(measure, executive, stranger):
    for user in (executive, stranger):
        with pytest.raises(MeasureRefusedError, match="own unit"):
            actions.remove_measure(measure=measure, by=user)


def test_measures_change_places(measure, assessment, administrator):
    second, third = (
        actions.add_measure(assessment=assessment, name_th=name, practices=[draft(other_owners="ก")], by=None)
        for name in ("ที่สอง", "ที่สาม")
    )

    actions.move_measure(measure=third, up=True, by=administrator)
    actions.move_measure(measure=measure, up=True, by=administrator)

    assert list(queries.rows_of(assessment)) == [measure, third, second]


def test_last_years_measures_come_one_year_later(assessment, last_year, finance, administrator):
    actions.add_measure(
        assessment=last_year,
        name_th="มาตรการเดิม",
        indicators=["2"],
        practices=[draft(units=(finance,), starts_on=date(2023, 10, 1), ends_on=date(2024, 2, 29))],
        by=administrator,
    )

    actions.copy_from_last_year(assessment=assessment, by=administrator)

    (plain,) = queries.measures_of(assessment)
    (practice,) = plain.practices
    assert (plain.name, plain.indicators, practice.owners) == ("มาตรการเดิม", ("2",), ("กลุ่มบริหารการเงิน",))
    assert (practice.starts_on, practice.ends_on) == (date(2024, 10, 1), date(2025, 2, 28))


def test_copying_is_refused_where_it_would_mix_or_find_nothing(assessment, measure, last_year, administrator):
    with pytest.raises(MeasureRefusedError, match="measures already"):
        actions.copy_from_last_year(assessment=assessment, by=administrator)
    with pytest.raises(MeasureRefusedError, match="no measures of last year"):
        actions.copy_from_last_year(assessment=last_year, by=administrator)


def test_a_member_does_not_copy_for_the_whole_office(assessment, planner):
    with pytest.raises(MeasureRefusedError, match="administrator"):
        actions.copy_from_last_year(assessment=assessment, by=planner)


def test_the_trail_keeps_what_was_written(measure, office, administrator):
    actions.remove_measure(measure=measure, by=administrator)

    removed, added = Event.objects.filter(verb__startswith="act.")
    assert (removed.verb, added.verb) == ("act.measure_removed", "act.measure_added")
    assert removed.details["measure"] == added.details["measure"] != {}
    assert added.details["measure"]["practices"][0]["units"] == [
        ["กลุ่มนโยบายและแผน", "Planning"],
        ["กลุ่มบริหารการเงิน", ""],
    ]
    assert (added.office_id, added.actor_id) == (office.pk, administrator.pk)
