"""Indicators that a text calls weak, beside those that are."""

import pytest
from hypothesis import given, strategies as st
from told import published, story

from prongsai.analyse.checks.weak import not_weakest_called_weak
from prongsai.core.text import Text

RESULT = published()
WEAKEST = {"2", "5", "6"}


def found(text, *, english="", code=""):
    words = Text(text, english)
    told = story(RESULT, texts={code: words}) if code else story(RESULT, preface=words)
    return list(not_weakest_called_weak(told))


@pytest.mark.parametrize(
    "text",
    [
        "จุดอ่อน คือ ตัวชี้วัดที่ 2, 6 และ 8",
        "ประเด็นที่ต้องแก้ไขโดยเร่งด่วนประกอบด้วย ตัวชี้วัดที่ 2 การใช้งบประมาณ และตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน",
        "ตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน เป็นจุดอ่อนที่ต้องแก้ไข",
        "ตัวชี้วัดที่ 2, 6 และ 8 เป็นจุดอ่อน",
        "ตัวชี้วัดการปรับปรุงระบบการทำงานได้คะแนนน้อยที่สุด",
    ],
)
def test_an_indicator_called_weak_that_is_not_among_the_weakest_is_found(text):
    (finding,) = found(text)

    assert finding.message.th.startswith(
        "ข้อความระบุว่า ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน เป็นจุดอ่อน แต่ตัวชี้วัดที่ได้คะแนน"
    )


@pytest.mark.parametrize(
    "text",
    [
        "จุดอ่อน ได้แก่ ตัวชี้วัดที่ 2 การใช้งบประมาณ ตัวชี้วัดที่ 6 และตัวชี้วัดที่ 5",
        "จุดอ่อนคือ ตัวชี้วัดที่ 2 ส่วนประเด็นที่จะต้องพัฒนาให้ดีขึ้นคือ ตัวชี้วัดที่ 8",
        "วิเคราะห์จุดอ่อนนำไปปรับปรุง ตัวชี้วัดที่ 8",
        "วิเคราะห์จุดแข็งจุดอ่อน เพื่อใช้งบประมาณให้คุ้มค่า",
        "ตัวชี้วัดที่ 9 ไม่มีข้อบกพร่อง",
        "ตัวชี้วัดที่ 9 ได้คะแนนสูงสุด และตัวชี้วัดที่ 2 ได้คะแนนน้อยที่สุด",
        "ตัวชี้วัดที่ 9.1 เป็นจุดอ่อน",
        "แก้ไขจุดอ่อนในการใช้งบประมาณ โดยการเปิดเผยข้อมูล",
        "ตัวชี้วัดที่ 8\nจุดอ่อน",
    ],
)
def test_true_claims_and_talk_of_other_things_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("english", "is_wrong"),
    [
        ("The weakest indicators are indicators 2, 6 and 8.", True),
        ("Indicator 8 is a weak point.", True),
        ("The weakest is indicator 2; the highest is indicator 9.", False),
        ("Indicator 9 is not a weak point.", False),
    ],
)
def test_english_claims_are_read_too(english, is_wrong):
    assert len(found("ข้อความ", english=english)) == is_wrong


@pytest.mark.parametrize("code", ["2", "8"])
def test_a_text_may_speak_of_its_own_indicator(code):
    assert len(found("ตัวชี้วัดนี้เป็นจุดอ่อนที่ต้องแก้ไข", code=code)) == (code not in WEAKEST)


def test_nothing_is_said_against_an_indicator_without_a_figure():
    told = story(published({}, {}), preface=Text("จุดอ่อนคือ ตัวชี้วัดที่ 8"))

    assert list(not_weakest_called_weak(told)) == []


@given(st.sets(st.sampled_from([str(n) for n in range(1, 11)]), min_size=1))
def test_a_list_of_weak_points_is_wrong_if_and_only_if_it_names_a_stronger_one(codes):
    assert bool(found(f"จุดอ่อน ได้แก่ ตัวชี้วัดที่ {', '.join(sorted(codes, key=int))}")) == bool(codes - WEAKEST)
