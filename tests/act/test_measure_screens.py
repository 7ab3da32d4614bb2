"""The screens of measures: shown to the office's own, written by those who may."""

from datetime import date
from fractions import Fraction

import pytest
from django.urls import reverse
from one_office import draft

from prongsai.act import actions
from prongsai.act.models import Measure
from prongsai.collect.assessments.actions import bring_in_indicators

ROW = {
    "practice_th": "จัดทำแผน",
    "monitoring_th": "รายงานทุกไตรมาส",
    "reporting_th": "มีแผน",
    "starts_on": "1 ตุลาคม 2566",
    "ends_on": "๓๐/๙/๒๕๖๗",
    "other_owners": "กลุ่มอำนวยการ",
}


@pytest.fixture
def address(office, assessment):
    def of(name, *more):
        return reverse(f"act_{name}", args=[office.slug, assessment.framework_code, *more])

    return of


@pytest.fixture
def add(assessment):
    def measure(name_th="มาตรการ", **changed):
        drafts = [draft(**({"other_owners": "กลุ่ม"} | changed))]
        return actions.add_measure(assessment=assessment, name_th=name_th, practices=drafts, by=None)

    return measure


def form_of(*rows, **fields):
    filled = {"name_th": "มาตรการงบประมาณ", "indicators": ["2", "5"], "practice-TOTAL_FORMS": str(len(rows))}
    filled |= {"practice-INITIAL_FORMS": "0"}
    for place, row in enumerate(rows):
        filled |= {f"practice-{place}-{name}": value for name, value in row.items()}
    return filled | fields


def test_a_measure_is_added_with_days_of_the_buddhist_era(client, administrator, address, finance):
    client.force_login(administrator)

    response = client.post(
        address("measure_add"), form_of(ROW, ROW | {"units": [finance.pk], "other_owners": ""})
    )

    assert response.url == address("measures")
    rows = list(Measure.objects.get().practices.all())
    assert [(row.starts_on, row.ends_on) for row in rows] == [(date(2023, 10, 1), date(2024, 9, 30))] * 2
    assert [row.owner_names for row in rows] == [["กลุ่มอำนวยการ"], ["กลุ่มบริหารการเงิน"]]


def test_every_problem_is_said_at_once_and_nothing_is_saved(client, administrator, address):
    client.force_login(administrator)
    wrong = ROW | {"starts_on": "31/2/2567", "other_owners": " ", "reporting_th": ""}

    response = client.post(address("measure_add"), form_of(wrong, name_th=""))

    (row,) = response.context["rows"]
    assert set(response.context["form"].errors) == {"name_th"}
    assert set(row.errors) == {"starts_on", "reporting_th", "units"}
    assert not Measure.objects.exists()


def test_a_row_is_added_and_taken_away_without_losing_what_was_typed(client, administrator, address):
    client.force_login(administrator)
    other = ROW | {"practice_th": "อบรม"}

    more = client.post(address("measure_add"), form_of(ROW, other, add_row="1"))
    fewer = client.post(address("measure_add"), form_of(ROW, other, remove_row="0"))

    typed = [[row["practice_th"].value() for row in page.context["rows"]] for page in (more, fewer)]
    assert typed == [["จัดทำแผน", "อบรม", None], ["อบรม"]]
    assert fewer.context["form"]["indicators"].value() == ["2", "5"]
    assert more.context["rows"].forms[2]["starts_on"].value() == "1 ตุลาคม 2566"
    assert not Measure.objects.exists()


def test_a_measure_starts_from_a_gap(client, administrator, address):
    client.force_login(administrator)

    form = client.get(address("measure_add"), {"indicator": "2"}).context["form"]

    assert (form["name_th"].value(), form["indicators"].value()) == ("มาตรการการใช้งบประมาณ", ["2"])


def test_a_members_new_measure_is_the_own_units(client, planner, planning, address):
    client.force_login(planner)

    (row,) = client.get(address("measure_add")).context["rows"]

    assert row["units"].value() == [planning.pk]


def test_a_change_keeps_rows_and_refuses_what_was_not_seen(client, administrator, address, add):
    measure = add()
    row_id = measure.practices.get().pk
    client.force_login(administrator)
    send = form_of(ROW | {"row_id": row_id}, seen="1")

    first = client.post(address("measure_change", measure.pk), send)
    second = client.post(address("measure_change", measure.pk), send)

    assert first.status_code == 302
    assert "meanwhile" in str(second.context["form"].non_field_errors())
    assert measure.practices.get().pk == row_id


def test_one_measure_and_three_take_as_many_queries(
    client, administrator, address, add, django_assert_num_queries
):
    client.force_login(administrator)
    for more in (1, 2):
        for number in range(more):
            add(f"มาตรการ {more}.{number}")
        with django_assert_num_queries(21):
            client.get(address("measures"))


def test_who_may_only_look_is_offered_nothing_to_change(client, executive, address, add):
    measure = add()
    client.force_login(executive)

    page = client.get(address("measures")).content.decode()
    refused = [
        client.get(address("measure_add")),
        client.get(address("measure_change", measure.pk)),
        client.post(address("measure_remove", measure.pk)),
        client.post(address("measure_move", measure.pk), {"to": "up"}),
        client.post(address("measures_copy")),
    ]

    assert str(measure) in page
    assert address("measure_add") not in page
    assert [response.status_code for response in refused] == [404] * 5
    assert Measure.objects.exists()


def test_a_member_finds_only_the_own_units_measures_open(client, planner, planning, address, add):
    own, theirs = add("ของเรา", units=(planning,)), add("ของเขา")
    client.force_login(planner)

    page = client.get(address("measures")).content.decode()

    assert address("measure_change", own.pk) in page
    assert address("measure_change", theirs.pk) not in page
    assert client.get(address("measure_change", theirs.pk)).status_code == 404


def test_another_office_finds_nothing(client, stranger, address, add):
    measure = add()
    client.force_login(stranger)

    doors = [address("measures"), address("measure_add"), address("measure_change", measure.pk)]
    assert [client.get(door).status_code for door in doors] == [404] * 3


def test_hostile_words_stay_words(client, administrator, address, add):
    add("<script>alert(1)</script>", practice_th="<img src=x onerror=alert(1)>\n{{ 7|add:7 }}")
    client.force_login(administrator)

    page = client.get(address("measures")).content.decode()

    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "{{ 7|add:7 }}" in page


def test_measures_move_and_go_by_buttons(client, administrator, address, add):
    first, second = add("หนึ่ง"), add("สอง")
    client.force_login(administrator)

    client.post(address("measure_move", second.pk), {"to": "up"})
    client.post(address("measure_remove", first.pk))

    assert list(Measure.objects.values_list("name_th", flat=True)) == ["สอง"]


def test_last_years_measures_are_copied_by_a_button(client, administrator, address, last_year):
    actions.add_measure(
        assessment=last_year, name_th="เดิม", practices=[draft(other_owners="กลุ่ม")], by=administrator
    )
    client.force_login(administrator)

    assert address("measures_copy") in client.get(address("measures")).content.decode()
    client.post(address("measures_copy"))

    assert Measure.objects.count() == 2


def test_the_page_of_gaps_leads_to_a_new_measure(client, planner, office, assessment, address):
    bring_in_indicators(assessment=assessment, figures={"2": Fraction(96)}, by=None)
    client.force_login(planner)

    gaps = client.get(reverse("score_gaps", args=[office.slug, assessment.framework_code])).content.decode()

    assert f"{address('measure_add')}?indicator=2" in gaps
