"""What the checks find, and above all what they leave alone."""

from dataclasses import replace
from datetime import date
from fractions import Fraction as F

import pytest
from told import PUBLISHED, YEAR, answered, measure, practice, published, story

from prongsai.analyse.findings import findings
from prongsai.analyse.story import Place
from prongsai.core.result import assess
from prongsai.core.score import FULL, Inputs, ItemResult
from prongsai.core.text import Text

CLEAN_TEXTS = {
    "2": Text(
        "สำนักงานปฏิบัติตามพระราชบัญญัติการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560 และ พ.ร.บ.วิธีการงบประมาณ พ.ศ. 2561 "
        "อย่างเคร่งครัด เผยแพร่รายงานผลการใช้จ่ายงบประมาณประจำปีงบประมาณ พ.ศ. 2564 แล้ว "
        "และจัดทำแผนการใช้จ่ายงบประมาณประจำปีงบประมาณ พ.ศ. 2566 โดยวิเคราะห์จุดแข็งและจุดอ่อนร่วมกัน",
        "The office keeps to the Public Procurement Act B.E. 2560. The report of fiscal year 2564 is "
        "published, and a plan for fiscal year 2566 is being made.",
    ),
    "5": Text(
        "ตามประกาศและแนวทางของ สพฐ. และ ป.ป.ช. สพป.ตรัง เขต ๒ รับเรื่องร้องเรียนผ่าน 3 ช่องทางตาม "
        "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐ ตัวชี้วัดนี้เป็นจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน"
    ),
    "6": Text("ปรับปรุงคู่มือการให้บริการในช่วง ต.ค. 65 – ก.ย. 66 และเทียบผลสำรวจกับปีงบประมาณ พ.ศ. 2563"),
    "8": Text("ในปีการศึกษา 2565 สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตรัง เขต 2 นำระบบออนไลน์มาใช้กับโรงเรียนทุกแห่ง"),
}
CLEAN_PREFACE = Text(
    "รายงานฉบับนี้แสดงผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ ซึ่งสูงกว่าปีงบประมาณ พ.ศ. 2564\n"
    "ประเด็นที่เป็นจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน ได้แก่ ตัวชี้วัดที่ 2 การใช้งบประมาณ ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน "
    "และตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต ส่วนประเด็นที่จะต้องพัฒนาให้ดีขึ้น เช่น ตัวชี้วัดที่ 8 จะดำเนินการในปีงบประมาณ พ.ศ. 2566"
)
CLEAN_MEASURES = (
    measure(
        "มาตรการการใช้งบประมาณ",
        "2",
        practices=(
            practice(date(2022, 10, 1), date(2022, 12, 31), reporting="แผนการใช้จ่ายประจำปีงบประมาณ พ.ศ. 2566"),
            practice(practice="ปฏิบัติตามระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้าง พ.ศ. 2560"),
        ),
    ),
    measure("มาตรการปรับปรุงคุณภาพการดำเนินงาน", "6"),
    measure("มาตรการแก้ไขปัญหาการทุจริต", "5"),
)


def clean(**changes):
    given = {"texts": CLEAN_TEXTS, "preface": CLEAN_PREFACE, "measures": CLEAN_MEASURES}
    return story(**(given | changes))


def kinds(told):
    return [(finding.code, finding.about) for finding in findings(told)]


def test_a_clean_book_gives_no_finding():
    assert findings(clean()) == ()


def test_the_errors_of_a_book_made_by_hand_give_exactly_these_six():
    told = clean(
        preface=Text(
            "ประเด็นที่เป็นจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน จำนวน 3 ตัวชี้วัด ได้แก่ ตัวชี้วัดที่ 2 การใช้งบประมาณ "
            "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน และตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน"
        ),
        texts=CLEAN_TEXTS
        | {"6": Text("ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2564 อยู่ในระดับ AA")},
        measures=(
            measure(
                "มาตรการการใช้งบประมาณ",
                "2",
                practices=(
                    practice(practice="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตราด เขต 2 จัดทำแผนการใช้จ่ายงบประมาณ"),
                    practice(date(2021, 10, 1), date(2022, 9, 30)),
                ),
            ),
            measure("มาตรการปรับปรุงคุณภาพการดำเนินงาน", "6"),
            measure("มาตรการป้องกันการทุจริต", "10"),
        ),
    )

    assert kinds(told) == [
        ("other_year_in_text", Place("text", "6")),
        ("other_office_in_text", Place("measure", "0", 0)),
        ("not_weakest_called_weak", Place("preface")),
        ("weak_without_measure", Place("gap", "5")),
        ("measure_for_full", Place("measure", "2")),
        ("period_outside_year", Place("measure", "0", 1)),
    ]
    assert {finding.severity for finding in findings(told)} == {"mend"}


def test_every_message_is_there_in_both_languages():
    told = clean(preface=Text("ปีงบประมาณ พ.ศ. 2562"), measures=(measure("ก", "10"), measure("ข")), texts={})

    for finding in findings(told):
        assert "{" not in finding.message.th + finding.message.en
        assert finding.message.th != finding.message.en != ""


def test_a_wrong_period_says_what_the_right_year_is():
    outside = replace(CLEAN_MEASURES[1], practices=(practice(date(2021, 10, 1), date(2022, 9, 30)),))
    (found,) = findings(clean(measures=(CLEAN_MEASURES[0], outside, CLEAN_MEASURES[2])))

    assert found.message.th == (
        "ระยะเวลาดำเนินการ ต.ค. 2564 – ก.ย. 2565 อยู่นอกปีงบประมาณ พ.ศ. 2566 (ต.ค. 2565 – ก.ย. 2566) "
        "ซึ่งเป็นปีที่นำมาตรการไปปฏิบัติ"
    )


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "code"),
    [
        (date(2022, 9, 30), date(2023, 9, 30), "period_outside_year"),
        (date(2022, 10, 1), date(2023, 10, 1), "period_outside_year"),
        (date(2023, 9, 30), date(2022, 10, 1), "period_turned"),
    ],
)
def test_a_period_lies_in_the_year_of_the_measures(starts_on, ends_on, code):
    wrong = replace(CLEAN_MEASURES[1], practices=(practice(), practice(starts_on, ends_on)))

    assert kinds(clean(measures=(CLEAN_MEASURES[0], CLEAN_MEASURES[2], wrong))) == [
        (code, Place("measure", "2", 1))
    ]


@pytest.mark.parametrize(
    ("extra", "code", "row"),
    [
        (measure("มาตรการทั่วไป"), "measure_without_indicator", None),
        (measure("มาตรการทั่วไป", "11"), "measure_without_indicator", None),
        (measure("มาตรการเปิดเผยข้อมูล", "9", "10"), "measure_for_full", None),
        (replace(measure("มาตรการสื่อสาร", "7"), practices=()), "measure_without_practice", None),
        (measure("มาตรการสื่อสาร", "7", practices=(practice(owners=()),)), "practice_without_owner", 0),
        (measure("มาตรการสื่อสาร", "7", practices=(practice(owners=(" ",)),)), "practice_without_owner", 0),
    ],
)
def test_a_measure_that_does_not_fit_is_found(extra, code, row):
    assert kinds(clean(measures=(*CLEAN_MEASURES, extra))) == [(code, Place("measure", "3", row))]


def test_a_measure_may_answer_a_full_indicator_beside_a_weak_one():
    both = replace(CLEAN_MEASURES[0], indicators=("2", "10"))

    assert findings(clean(measures=(both, *CLEAN_MEASURES[1:]))) == ()


def test_a_measure_names_its_indicator_any_way_a_person_types_it():
    typed = replace(CLEAN_MEASURES[0], indicators=("ตัวชี้วัดที่ ๒",))

    assert findings(clean(measures=(typed, *CLEAN_MEASURES[1:]))) == ()


def test_a_weak_indicator_without_words_is_something_to_look_at():
    texts = {code: text for code, text in CLEAN_TEXTS.items() if code != "5"} | {"2": Text("  ")}

    found = findings(clean(texts=texts))
    assert [(each.code, each.severity, each.about) for each in found] == [
        ("weak_without_text", "look", Place("text", "2")),
        ("weak_without_text", "look", Place("text", "5")),
    ]


def test_a_published_figure_that_its_items_contradict_is_found():
    items = {item.code: ItemResult(FULL) for item in YEAR.items} | {"o42": ItemResult(F(0))}
    told = clean(result=published(PUBLISHED, items))

    (found,) = findings(told)
    assert (found.code, found.about) == ("figure_contradicted", Place("inputs", "10"))
    assert found.message.th == "ตัวชี้วัดที่ 10: คะแนนที่เผยแพร่คือ 100.00 แต่คำนวณจากข้อมูลที่นำเข้าได้ 75.00"


def test_an_incomplete_result_is_said_once():
    told = story(assess(YEAR, Inputs(published={"9": FULL, "10": FULL, "eit": FULL})))

    assert kinds(told) == [("incomplete", Place("inputs"))]
    assert "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่" in findings(told)[0].message.th


def test_what_is_withheld_is_not_incomplete():
    assert "incomplete" not in [code for code, _ in kinds(story(answered(iit=4, low=0)))]
