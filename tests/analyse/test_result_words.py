from dataclasses import replace
from decimal import Decimal
from fractions import Fraction as F

import pytest
from told import NATIONAL, OFFICE, PUBLISHED, YEAR, answered, published, story

from prongsai.analyse import words
from prongsai.analyse.indicator_words import of_indicator
from prongsai.analyse.story import Mean
from prongsai.analyse.table_words import of_indicators, of_instruments, of_items, of_ranking
from prongsai.core.result import assess
from prongsai.core.score import FULL, Inputs, ItemResult
from prongsai.core.text import Text

LAST = replace(YEAR, code="obec-2564", year_be=2564)


def said(texts, language="th"):
    return [text.in_(language) for text in texts]


def test_the_whole_result_is_said_in_thai():
    assert said(words.overall(story())) == [
        f"{YEAR.name.th} {OFFICE.name.th} มีผลการประเมิน 98.79 คะแนน จากคะแนนเต็ม 100 คะแนน อยู่ในระดับ AA",
        "เมื่อเทียบกับเกณฑ์การประเมินร้อยละ 85.00 ถือว่าผ่านเกณฑ์",
        "สูงกว่าค่าเฉลี่ยระดับประเทศ (96.00 คะแนน) อยู่ 2.79 คะแนน",
    ]


def test_the_whole_result_is_said_in_english():
    assert said(words.overall(story()), "en") == [
        (
            "Trang Primary Educational Service Area Office 2 scored 98.79 of 100 points, which is grade AA. "
            f"Assessment: {YEAR.name.en}."
        ),
        "It passes the mark of 85.00 per cent.",
        "This is 2.79 points above the national mean (96.00 points).",
    ]


@pytest.mark.parametrize(
    ("mean", "sentence"),
    [
        ("98.79", "เท่ากับค่าเฉลี่ยกลุ่ม (98.79 คะแนน)"),
        ("99.00", "ต่ำกว่าค่าเฉลี่ยกลุ่ม (99.00 คะแนน) อยู่ 0.21 คะแนน"),
        ("98.78", "สูงกว่าค่าเฉลี่ยกลุ่ม (98.78 คะแนน) อยู่ 0.01 คะแนน"),
    ],
)
def test_a_result_is_above_below_or_at_a_mean(mean, sentence):
    told = story(means=(Mean(Text("ค่าเฉลี่ยกลุ่ม"), {YEAR.code: Decimal(mean)}),))

    assert words.overall(told)[2].th == sentence


def test_a_result_under_the_pass_mark_says_how_far():
    told = story(published(PUBLISHED | {"9": "0"}), means=())

    assert words.overall(told)[1].th.endswith("ถือว่ายังไม่ผ่านเกณฑ์ ขาดอีก 6.21 คะแนน")
    assert words.overall(told)[1].en == "It is 6.21 points short of the pass mark of 85.00 per cent."


@pytest.mark.parametrize(
    ("figure", "sentence"),
    [
        ("95.00", "It rose by 3.79 points from fiscal year B.E. 2564 (95.00 points)."),
        ("99.00", "It fell by 0.21 points from fiscal year B.E. 2564 (99.00 points)."),
        ("98.79", "It equals that of fiscal year B.E. 2564 (98.79 points)."),
    ],
)
def test_a_result_is_set_beside_last_years(figure, sentence):
    past = assess(LAST, Inputs(published={"obec-2564": F(figure)}))

    assert words.overall(story(earlier=(past,)))[-1].en == sentence


def test_an_older_or_another_bodys_year_is_not_last_year():
    older = assess(replace(LAST, year_be=2563), Inputs(published={"obec-2564": FULL}))
    other = assess(replace(LAST, body="nacc"), Inputs(published={"obec-2564": FULL}))

    assert len(words.overall(story(earlier=(older,)))) == 3
    assert len(words.overall(story(earlier=(other,)))) == 3


def test_a_change_within_sampling_error_is_called_not_distinguishable():
    past = answered(iit=40, low=5, framework=LAST)
    told = story(answered(iit=40, low=4), earlier=(past,))

    change = of_indicator(told, "3")[1]
    assert change.th == (
        "เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2564 (87.50 คะแนน) 2.50 คะแนน "
        "ซึ่งอยู่ในช่วงความคลาดเคลื่อนของการสุ่มตัวอย่าง จึงยังสรุปไม่ได้ว่าแตกต่างกันจริง"
    )
    assert change.en.endswith("This is within sampling error: the two are not distinguishable.")


def test_a_change_beyond_sampling_error_is_only_said():
    told = story(answered(iit=40, low=0), earlier=(answered(iit=40, low=30, framework=LAST),))

    assert (
        of_indicator(told, "3")[1].en == "It rose by 75.00 points from fiscal year B.E. 2564 (25.00 points)."
    )


def test_without_a_total_the_parts_that_lack_are_named():
    told = story(published({"9": "90", "10": "90"}, items={}))

    assert said(words.overall(told)) == ["ยังสรุปคะแนนรวมไม่ได้ เพราะยังไม่มีคะแนนของ IIT และ EIT"]
    assert said(words.overall(told), "en") == ["There is no total yet. Without a figure: IIT and EIT."]


def test_every_table_has_its_sentence():
    told = story()
    full = "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (100.00 คะแนน) และตัวชี้วัดที่ 10 การป้องกันการทุจริต (100.00 คะแนน)"

    assert of_instruments(told, 1).th == (
        "จากตารางที่ 1 ผลการประเมินรวม 98.79 คะแนน เมื่อคิดแต่ละด้านเต็ม 100 คะแนน "
        "ด้านที่ได้คะแนนสูงสุดคือ การเปิดเผยข้อมูลสาธารณะ (OIT) (100.00 คะแนน) "
        "และด้านที่ได้คะแนนต่ำสุดคือ การรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) (97.96 คะแนน)"
    )
    assert of_indicators(told, 2).th == (
        f"จากตารางที่ 2 มีตัวชี้วัดระดับ AA จำนวน 10 ตัวชี้วัด ตัวชี้วัดที่ได้คะแนนสูงสุดคือ {full} "
        "และตัวชี้วัดที่ได้คะแนนน้อยที่สุดคือ ตัวชี้วัดที่ 2 การใช้งบประมาณ (96.09 คะแนน) "
        "เมื่อเปรียบเทียบกับเกณฑ์การประเมินร้อยละ 85.00 ทุกตัวชี้วัดที่มีคะแนนผ่านเกณฑ์"
    )
    assert of_items(told, 3).th == "จากตารางที่ 3 การเปิดเผยข้อมูลจำนวน 43 ข้อ ผ่านเกณฑ์การประเมินทุกข้อ"
    assert of_ranking(told, 4).th == (
        f"จากตารางที่ 4 ตัวชี้วัดที่ได้คะแนนสูงสุดคือ {full} รองลงมาคือ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (99.48 คะแนน) "
        "และตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร (98.52 คะแนน) ตามลำดับ "
        "และตัวชี้วัดที่ได้คะแนนน้อยที่สุดคือ ตัวชี้วัดที่ 2 การใช้งบประมาณ (96.09 คะแนน)"
    )


def test_items_that_failed_or_were_not_reviewed_are_counted_and_named():
    items = ALL_BUT_TWO | {"o42": ItemResult(F(0))}

    assert of_items(story(published({}, items=items)), 3).th == (
        "จากตารางที่ 3 การเปิดเผยข้อมูลได้คะแนนเต็ม 40 ข้อ จากทั้งหมด 43 ข้อ "
        "ข้อที่ยังไม่ผ่าน ได้แก่ O42 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ยังไม่มีผลการตรวจ 2 ข้อ"
    )


ALL_BUT_TWO = {item.code: ItemResult(FULL) for item in YEAR.items if item.code not in ("o1", "o2")}


def test_tables_without_figures_conclude_nothing():
    told = story(published({}, items={}))

    assert {of_instruments(told, 1).en, of_indicators(told, 1).en, of_ranking(told, 1).en} == {
        "Table 1: the data are not complete, so nothing can be concluded yet."
    }
    assert of_items(told, 3).en == "Table 3: no item has a figure yet."


def test_the_weakest_are_named_from_the_lowest():
    assert words.weak_points(story()).th == (
        "ตัวชี้วัดที่ได้คะแนนน้อยที่สุดและต้องแก้ไขโดยเร่งด่วนมี 3 ตัวชี้วัด เรียงจากคะแนนน้อยไปมาก ได้แก่ "
        "ตัวชี้วัดที่ 2 การใช้งบประมาณ ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน และตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต"
    )
    assert words.to_develop(story()).en == "Indicators to keep up and develop further (7), from the highest:"


def test_where_nothing_was_lost_nothing_is_weak():
    told = story(answered(low=0))

    assert (
        words.weak_points(told).en == "No indicator lost points, so there is no weak point to mend urgently."
    )


def test_an_indicator_of_a_published_figure_says_that_it_is_one():
    assert said(of_indicator(story(), "2")) == [
        "ได้ 96.09 คะแนน ระดับ AA ตัวชี้วัดนี้มีผลต่อคะแนนรวม 6.00 คะแนน และเสียไป 0.23 คะแนน",
        "เป็นคะแนนที่เผยแพร่ ไม่มีข้อมูลรายข้อประกอบครบถ้วน",
    ]


def test_an_indicator_of_answers_says_how_sure_it_is_and_what_cost_most():
    told = story(answered(populations={"iit": 73}))
    names = [f"i{n}.1 {YEAR.part(f'i{n}').name.en} (0.10)" for n in (13, 14, 15)]

    assert said(of_indicator(told, "3"), "en") == [
        "90.00 points, level A. It can bring 6.00 points of the total; 0.60 of them were lost.",
        "40 people answered; the 95 % interval is at most ±6.88 points.",
        f"The questions that cost the total most: {names[0]}, {names[1]} and {names[2]}.",
    ]


def test_an_indicator_of_items_names_the_items_that_cost_most():
    told = story(
        published({}, items={**dict.fromkeys(ALL_BUT_TWO, ItemResult(FULL)), "o1": NONE, "o2": NONE})
    )

    assert of_indicator(told, "9")[-1].th == (
        "ข้อที่ทำให้คะแนนรวมลดลงมากที่สุด ได้แก่ O1 โครงสร้าง (0.44 คะแนน) และ O2 ข้อมูลผู้บริหาร (0.44 คะแนน)"
    )


NONE = ItemResult(F(0))


def test_an_indicator_without_a_figure_says_why():
    assert said(of_indicator(story(published({}, items={})), "2")) == [
        "ยังไม่มีคะแนน: ยังไม่มีทั้งคะแนนที่เผยแพร่และข้อมูลสำหรับคำนวณ"
    ]
    assert said(of_indicator(story(answered(iit=4, low=0)), "2"), "en") == [
        "No figure: too few people answered (a mean takes at least 5 people, a question at least 10)."
    ]


def test_a_mean_of_one_indicator_stands_with_that_indicator():
    mean = Mean(NATIONAL.label, {"2": Decimal("90.00")})

    assert of_indicator(story(means=(mean,)), "2")[1].en == (
        "This is 6.09 points above the national mean (90.00 points)."
    )
