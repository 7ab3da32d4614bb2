from datetime import date

import pytest

from prongsai.act.intake import read_measures
from prongsai.collect.assessments.problems import IntakeError
from prongsai.core.measure import Measure, Practice
from prongsai.frameworks import library

OBEC = library.load("obec-2565")
HEADS = "measure,indicators,practice,monitoring,reporting,starts_on,ends_on,owners\n"
YEAR = (date(2022, 10, 1), date(2023, 9, 30))


def measures(text, filename="measures.csv", notes=None):
    return read_measures(OBEC, text.encode(), filename, notes=notes)


def practice(what, days=YEAR, owners=("กลุ่มนโยบายและแผน",), monitoring="", reporting=""):
    return Practice(
        practice=what,
        monitoring=monitoring,
        reporting=reporting,
        starts_on=days[0],
        ends_on=days[1],
        owners=owners,
    )


def refusal(text, filename="measures.csv"):
    with pytest.raises(IntakeError) as refused:
        measures(text, filename)
    return [problem.in_("en") for problem in refused.value.problems]


def test_a_line_without_a_name_continues_the_measure_above():
    read = measures(
        HEADS
        + "แผนการใช้เงิน,2;5,เผยแพร่แผน,ทุกไตรมาส,สิ้นปี,2022-10-01,2023-09-30,กลุ่มนโยบายและแผน\n"
        + ",,ประชุมชี้แจง,,,1 ต.ค. 65,30 ก.ย. 66,กลุ่มนโยบายและแผน / กลุ่มอำนวยการ\n"
        + "ช่องทางรับฟัง,ตัวชี้วัดที่ 6,เปิดช่องทาง,,,ต.ค. 65,ก.ย. 66,กลุ่มนโยบายและแผน\n"
    )

    assert read == (
        Measure(
            name="แผนการใช้เงิน",
            indicators=("2", "5"),
            practices=(
                practice("เผยแพร่แผน", monitoring="ทุกไตรมาส", reporting="สิ้นปี"),
                practice("ประชุมชี้แจง", owners=("กลุ่มนโยบายและแผน", "กลุ่มอำนวยการ")),
            ),
        ),
        Measure(name="ช่องทางรับฟัง", indicators=("6",), practices=(practice("เปิดช่องทาง"),)),
    )


def test_a_name_repeated_below_itself_continues_too():
    lines = (
        "ก,2,หนึ่ง,,,2022-10-01,2023-09-30,กลุ่มนโยบายและแผน\nก,6,สอง,,,2022-10-01,2023-09-30,กลุ่มนโยบายและแผน\n"
    )

    assert measures(HEADS + lines) == (
        Measure(name="ก", indicators=("2", "6"), practices=(practice("หนึ่ง"), practice("สอง"))),
    )


def test_the_six_thai_heads_of_a_book_are_read_with_a_period():
    read = measures(
        "มาตรการ,วิธีปฏิบัติ,แนวทางการกำกับติดตาม,การรายงานผล,ระยะเวลาดำเนินการ,ผู้รับผิดชอบ\n"
        "ก,หนึ่ง,ติดตาม,รายงาน,ต.ค. 65 – ก.ย. 66,กลุ่มนโยบายและแผน\n"
    )

    assert read == (
        Measure(
            name="ก",
            indicators=(),
            practices=(practice("หนึ่ง", monitoring="ติดตาม", reporting="รายงาน"),),
        ),
    )


def test_yaml_may_hold_the_practices_of_a_measure_below_it():
    notes = []
    read = measures(
        """
measures:
  - measure: ก
    indicators: ["2", "6"]
    colour: red
    practices:
      - {practice: หนึ่ง, starts_on: 2022-10-01, ends_on: 2023-09-30, owners: [กลุ่มนโยบายและแผน]}
      - {practice: สอง, period: ปีงบประมาณ 2566, owners: กลุ่มนโยบายและแผน}
  - {measure: ข, practice: สาม, period: ต.ค. 65 – ก.ย. 66, owners: กลุ่มนโยบายและแผน}
""",
        "measures.yaml",
        notes,
    )

    assert read == (
        Measure(name="ก", indicators=("2", "6"), practices=(practice("หนึ่ง"), practice("สอง"))),
        Measure(name="ข", indicators=(), practices=(practice("สาม"),)),
    )
    assert [note.in_("en") for note in notes] == ["line 5: the column 'colour' was not used."]


def test_every_problem_of_a_measures_file_is_said_at_once():
    lines = (
        ",2,หนึ่ง,,,2022-10-01,2023-09-30,กลุ่ม\n"
        "ก,11,,,,2022-10-01,2023-09-30,กลุ่ม\n"
        "ก,,สอง,,,soon,2022-09-30,\n"
        "ก,,สอง,,,2022-10-01,2022-09-30,กลุ่ม\n"
    )

    assert refusal(HEADS + lines) == [
        "line 2, column A: the first line must name a measure.",
        "line 3, column B: no indicator '11'. There are 1 … 10.",
        "line 3, column C: practice / วิธีปฏิบัติ is empty. Fill it in.",
        "line 4, column F: starts_on: 'soon' is not a day. Write it like 1 ต.ค. 2565 or 2022-10-01.",
        "line 4, column H: owners / ผู้รับผิดชอบ is empty. Fill it in.",
        "line 5, column G: ends before it starts.",
    ]


def test_a_period_that_is_none_is_named():
    text = "measure,practice,period,owners\nก,หนึ่ง,ทุกเดือน,กลุ่ม\n"

    (problem,) = refusal(text)

    assert problem.startswith("line 2, column C: 'ทุกเดือน' is not a period. Write it like ต.ค. 65 – ก.ย. 66")


def test_yaml_without_its_list_is_refused():
    assert refusal("texts: {}", "measures.yml") == ["has no list measures:."]
