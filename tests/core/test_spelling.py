import pytest
from hypothesis import given, strategies as st

from prongsai.core.spelling import for_search, mend, sort_key, thai_digits

CONSONANTS, VOWELS, TONES = (st.sampled_from(letters) for letters in ("กขงนมสอ", "ิีึืุูั", "่้๊๋"))


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("ท่ี", "ที่"),
        ("เเผน", "แผน"),
        ("ข้อ\u200bเสนอ", "ข้อเสนอ"),
        ("ตำบล", "ตำบล"),
    ],
)
def test_marks_come_into_their_one_order(typed, right):
    assert mend(typed) == right


@given(CONSONANTS, VOWELS, TONES)
def test_a_tone_typed_before_or_after_its_vowel_is_the_same(consonant, vowel, tone):
    assert mend(consonant + tone + vowel) == mend(consonant + vowel + tone) == consonant + vowel + tone


@given(CONSONANTS, TONES)
def test_every_way_to_type_am_with_a_tone_is_the_same(consonant, tone):
    typed = [f"{consonant}{tone}ำ", f"{consonant}ำ{tone}", f"{consonant}{tone}ํา", f"{consonant}ํ{tone}า"]

    assert {mend(text) for text in typed} == {f"{consonant}{tone}ำ"}


@pytest.mark.parametrize(
    ("typed", "form"),
    [("  ปีงบประมาณ   ๒๕๖๕ ", "ปีงบประมาณ 2565"), ("ITA\u00a0Online", "ita online"), ("นํ้า", "น้ำ")],
)
def test_texts_that_mean_the_same_are_found_alike(typed, form):
    assert for_search(typed) == form


@pytest.mark.parametrize(
    "words",
    [
        ["กา", "เก", "แก", "โก", "ไก่", "ขา"],
        ["กระบี่", "กรุงเทพ", "เกาะ", "ขอนแก่น", "แพร่"],
        ["ตรัง", "ตราด", "ตาก"],
        ["เสือ", "เสื่อ", "เสื้อ"],
        ["หน่วยที่ 2", "หน่วยที่ ๓", "หน่วยที่ 4"],
    ],
)
def test_words_stand_as_in_a_dictionary(words):
    backwards = words[::-1]

    assert sorted(backwards, key=sort_key) == words


def test_digits_become_thai():
    assert thai_digits("ข้อ 19.5") == "ข้อ ๑๙.๕"


@given(st.text())
def test_other_texts_keep_their_digits_by_number(text):
    assert for_search(thai_digits(text)) == for_search(text)
