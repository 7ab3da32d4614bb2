"""Phrases are found however they were typed, printed or damaged, and nothing else is."""

import pytest
from hypothesis import given, strategies as st

from prongsai.collect.evidence.reading.content import Block, Content, Grid, Kind, Picture
from prongsai.collect.evidence.reading.skeleton import find, holds, skeleton
from prongsai.core.text import Text

ONE, TWO = Text("หน้า 1", "page 1"), Text("หน้า 2", "page 2")
PLAN = "แผนปฏิบัติราชการประจำปี"


@pytest.mark.parametrize(
    ("text", "bones"),
    [
        ("ประกาศเจตจำนง", "ปรกศจตจนง"),
        ("น\u0e4d\u0e49า น้ำ", "น"),
        ("No Gift Policy ๒๕๖๖", "nogiftpolicy2566"),
        ("ซึ่ซึ่ง ทั้ทั้ง", "ซงทง"),
        ("2566", "2566"),
        ("…!", ""),
    ],
)
def test_a_skeleton_is_consonants_letters_and_digits(text, bones):
    assert skeleton(text) == bones


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("แผน ปฏิบัติ ราชการ\u200bประจําปี", PLAN),
        ("เผนปฎิบัติราชการประจาปี", PLAN),  # ำ lost and a letter mistaken
        ("แผนปฏิบัติราชการประจำปี ๒๕๖๖", f"{PLAN} 2566"),
        ("นโยบายไม่รับของขวัญ (No Gift Policy)", "no gift policy"),
        ("ค่าทั้ทั้งหมด", "ทั้งหมด"),
        ("ประจาปี", "ประจำปี"),
        ("สำนักงาน ป.ป.ช.", "ปปช"),
        ("ถาม-ตอบ Q & A", "Q&A"),
        ("โทรสาร/FAX.", "fax"),
        ("ปี 50 2566 50", "2566"),
        ("ต.ค. 65", "ตค 65"),
        ("ก" + "." * 100_000 + "ก" + "." * 100_000 + "ข", "กข"),
    ],
)
def test_a_phrase_is_found(text, phrase):
    assert holds(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("แผนปฏิบัติราชการประจำปี 2565", f"{PLAN} 2566"),
        ("แผนการจัดซื้อจัดจ้างประจำปี", PLAN),
        ("แผนงานราชการประจำปีของสำนักงาน", PLAN),
        ("แผนปฏิบัติการรายปีของสำนักงานเขต", PLAN),
        ("แผนปฏิบัติ", PLAN),
        ("Halifax", "fax"),
        ("12566", "2566"),
        ("อปช.", "ปปช"),
        ("เจ้าหน้าที่", "นาที"),  # no tones are gained
        ("รายการน้ำ", "รายงาน"),
        ("", PLAN),
        (PLAN, ""),
        (PLAN, "—"),
    ],
)
def test_another_phrase_is_not(text, phrase):
    assert not holds(text, phrase)


CONTENT = Content(
    kind=Kind.PDF,
    title="รายงานผลการดำเนินงานตามแผน",
    blocks=(Block("แผนปฏิบัติราชการ", ONE), Block("ประจำปี 2566", ONE), Block("นโยบายคุ้มครองข้อมูลส่วนบุคคล", TWO)),
    tables=(Grid(TWO, ("โครงการ", "งบประมาณ"), (("อบรม", "5"), ("จัดซื้อ", "6"))),),
    pictures=(Picture("", "ผังโครงสร้างสำนักงานเขตพื้นที่", ONE),),
)


@pytest.mark.parametrize(
    ("phrase", "place"),
    [
        ("รายงานผลการดำเนินงาน", Text("ชื่อหน้า", "the title")),
        (f"{PLAN} 2566", ONE),
        ("ราชการประจำ", ONE),
        ("นโยบายคุ้มครองข้อมูลส่วนบุคคล", TWO),
        ("โครงการ", TWO),
        ("จัดซื้อ", Text("หน้า 2 แถวที่ 2", "page 2, row 2")),
        ("โครงสร้างสำนักงานเขตพื้นที่", ONE),
        ("แผนการเงิน", None),
    ],
)
def test_the_place_of_a_phrase_is_named(phrase, place):
    assert find(CONTENT, phrase) == place


def test_lines_of_a_page_do_not_run_into_each_other_outside_of_pdfs():
    lines = (Block("ข้อตก", ONE), Block("ลง", ONE))

    assert find(Content(kind=Kind.HTML, blocks=lines), "ตกลง") is None
    assert find(Content(kind=Kind.PDF, blocks=lines), "ตกลง") == ONE


@given(st.text(max_size=40), st.text(max_size=12))
def test_any_texts_may_be_asked_for(text, phrase):
    assert holds(text + phrase, phrase) is holds(text + phrase, phrase)


@given(st.text("กขคงจฉ", min_size=8, max_size=30), st.text(max_size=20), st.text(max_size=20))
def test_what_is_there_is_found(phrase, before, after):
    assert holds(f"{before} {phrase} {after}", phrase)
