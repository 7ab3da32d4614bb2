"""Names of other offices in free text, and all the ways to write one's own."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from told import OFFICE, published, story

from prongsai.analyse.checks.offices import other_office_in_text
from prongsai.analyse.checks.provinces import PROVINCES
from prongsai.analyse.story import OfficeCard
from prongsai.core.text import Text

RESULT = published()
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
PRIMARY = (
    "สพป.",
    "สพป. ",
    "ส.พ.ป.",
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษา",
    "สำนักงานเขตพื้นที่การศึกษา ประถมศึกษา",
    "สนง.เขตพื้นที่การศึกษาประถมศึกษา",
)


def found(text, office=OFFICE, english=""):
    return list(other_office_in_text(story(RESULT, office=office, texts={"2": Text(text, english)})))


def names(text, office=OFFICE):
    (finding,) = found(text, office)
    return finding.message.en.removeprefix("The text names another office: ").partition(". Check")[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("สพป.ตราด เขต 2 จัดทำแผน", "สพป.ตราด เขต 2"),
        ("มาตรการของสำนักงานเขตพื้นที่การศึกษาประถมศึกษาตราด เขต ๒", "สพป.ตราด เขต 2"),
        ("สำนักงานเขตพื้นที่การศึกษาประถมศึกษารัง เขต ๒", "สพป.รัง เขต 2"),
        ("สพป.ตรัง เขต 1", "สพป.ตรัง เขต 1"),
        ("สพป.ตรัง เขต 21", "สพป.ตรัง เขต 21"),
        ("สพป. ภูเก็ต จัดทำแผน", "สพป.ภูเก็ต"),
        ("สพป.ตราดเขต2 และ สพป.กระบี่", "สพป.กระบี่ and สพป.ตราด เขต 2"),
    ],
)
def test_another_office_of_our_kind_is_found(text, name):
    assert names(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "สพป.ตรัง มีผลการเบิกจ่ายที่ถูกต้อง",
        "สพฐ. และสำนักงาน ป.ป.ช. แจ้งแนวทาง",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาทุกเขต 183 เขต",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาได้แจ้งโรงเรียนในเขต 2 อำเภอ",
        "ร่วมกับ สพม.ตรัง กระบี่",
        "สำนักงานศึกษาธิการจังหวัดตราด",
        "ศึกษาดูงานที่จังหวัดตราด",
        "สพป.แพร่หลาย",
    ],
)
def test_other_bodies_and_common_words_are_left_alone(text):
    assert found(text) == []


def test_names_that_are_given_are_found_however_they_are_written():
    office = replace(OFFICE, other_names=("อบต.คลองขวาง", "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาตรัง กระบี่", "กอ"))

    assert names("ร่วมกับ อบต. คลองขวาง", office) == "อบต.คลองขวาง"
    assert names("ร่วมกับ สพม.ตรังกระบี่", office) == "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาตรัง กระบี่"
    assert found("ก่อนกำหนด", office) == []


def test_one_name_in_another_is_told_apart():
    first = OfficeCard(name=Text("สพป.ตัวอย่าง เขต 1"), other_names=("สพป.ตัวอย่าง เขต 2", "สพป.ตัวอย่าง เขต 12"))
    tenth = OfficeCard(name=Text("สพป.ตัวอย่าง เขต 10"), other_names=("สพป.ตัวอย่าง เขต 1",))

    assert names("สพป.ตัวอย่าง เขต ๑๒", first) == "สพป.ตัวอย่าง เขต 12"
    assert found("สพป.ตัวอย่าง เขต 1 และ สพป.ตัวอย่างเขต๑", first) == []
    assert found("สพป.ตัวอย่าง เขต 10", tenth) == []


def test_an_office_of_another_kind_is_told_apart_by_the_names_given_alone():
    office = OfficeCard(name=Text("เทศบาลตำบลเขาชัยสน"), other_names=("เทศบาลตำบลเขาชัย",))

    assert found("เทศบาลตำบลเขาชัยสน จัดทำแผนร่วมกับ สพป.ตราด เขต 1", office) == []
    assert names("ของเทศบาลตำบลเขาชัย", office) == "เทศบาลตำบลเขาชัย"


@pytest.mark.parametrize(
    ("english", "is_other"),
    [
        ("Trat Primary Educational Service Area Office 2 trains its staff.", True),
        ("Trang Primary Educational Service Area Office 1 trains its staff.", True),
        ("The Trang Primary Educational Service Area Office 2 trains its staff.", False),
        ("With Trang Krabi Secondary Educational Service Area Office.", False),
    ],
)
def test_english_names_are_compared_with_ours(english, is_other):
    assert len(found("ข้อความ", english=english)) == is_other
    assert found("ข้อความ", replace(OFFICE, name=Text(OFFICE.name.th)), english) == []


own_places = st.sampled_from(("ตรัง", "ตราด", "ตัวอย่าง", "พระนครศรีอยุธยา", "เลย"))


@given(
    place=own_places,
    area=st.integers(1, 12),
    kind=st.sampled_from(PRIMARY),
    space=st.sampled_from(("", " ", "  ", "\u00a0", "\u200b")),
    thai=st.booleans(),
)
def test_no_way_to_write_ones_own_name_is_taken_for_another(place, area, kind, space, thai):
    office = OfficeCard(
        name=Text(f"สำนักงานเขตพื้นที่การศึกษาประถมศึกษา{place} เขต {area}"),
        other_names=tuple(f"สพป.{place} เขต {other}" for other in range(1, 31) if other != area),
    )
    number = str(area).translate(THAI) if thai else str(area)

    assert found(f"บุคลากรของ{kind}{place}{space}เขต{space}{number}{space}จัดทำแผน", office) == []
    assert found(f"{kind}{place} จัดทำแผน", office) == []


@given(place=st.sampled_from(PROVINCES), area=st.integers(1, 9), kind=st.sampled_from(PRIMARY))
def test_every_other_province_and_area_is_found(place, area, kind):
    is_other = (place, area) != ("ตรัง", 2)

    assert bool(found(f"{kind}{place} เขต {area} จัดทำแผน")) == is_other
