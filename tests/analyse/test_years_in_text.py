"""Which fiscal years in free text are errors, and which have a good reason to be there."""

import pytest
from hypothesis import given, strategies as st
from told import measure, published, story

from prongsai.analyse.checks.mentions import mentions
from prongsai.analyse.checks.passages import searchable
from prongsai.analyse.checks.years import other_year_in_text
from prongsai.core.text import Text

RESULT = published()
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def found(text, where="text", english=""):
    if where == "preface":
        told = story(RESULT, preface=Text(text, english))
    elif where == "measure":
        told = story(RESULT, measures=(measure(text, "2"),))
    else:
        told = story(RESULT, texts={"2": Text(text, english)})
    return list(other_year_in_text(told))


@pytest.mark.parametrize(
    "text",
    [
        "ในปีงบประมาณ พ.ศ. 2564 สำนักงานได้จัดทำแผน",
        "ปีงบประมาณ พ.ศ.๒๕๖๓ สำนักงานดำเนินการครบถ้วน",
        "ในปีงบ 64 สำนักงานได้อบรมบุคลากร",
        "งบประมาณปี 2563 เบิกจ่ายครบ",
        "ดำเนินการ ต.ค. 63 – ก.ย. 64 ครบทุกกิจกรรม",
        "วันที่ 1 ตุลาคม 2562 ถึงวันที่ 30 กันยายน 2563 จัดกิจกรรม",
        "ผลการประเมิน ITA ปี 2564 ได้ 98.79 คะแนน",
        "ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2564",
        "ผลการประเมินประจำปีงบประมาณ พ.ศ. 2566 อยู่ในระดับ AA",
        "ในปีงบประมาณ ค.ศ. 2020 สำนักงานดำเนินการ",
        "ปฏิบัติตามระเบียบอย่างเคร่งครัดในปีงบประมาณ พ.ศ. 2564",
        "จัดกิจกรรมในปีงบประมาณ 2568",
        "ไตรมาส 1/2564 จัดอบรม",
    ],
)
def test_a_fiscal_year_that_nothing_excuses_is_found(text):
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "พ.ร.บ.ข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐ และที่แก้ไขเพิ่มเติม",
        "รัฐธรรมนูญแห่งราชอาณาจักรไทย พุทธศักราช 2560",
        "พ.ร.บ.งบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. 2564",
        "รายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. 2564",
        "เผยแพร่รายงานผลการใช้จ่ายงบประมาณ ปีงบประมาณ 2564",
        "นำรายงานผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2564 มาปรับปรุง",
        "ผลการประเมินปีงบประมาณ พ.ศ. 2565 สูงกว่าปีงบประมาณ พ.ศ. 2564",
        "เปรียบเทียบกับปีงบประมาณ พ.ศ. 2563 และ 2564",
        "แผนการใช้จ่ายงบประมาณประจำปีงบประมาณ พ.ศ. 2566",
        "ในปีงบประมาณ พ.ศ. 2566 จะจัดอบรมเรื่องผลการประเมิน ITA",
        "ดำเนินการระหว่าง ต.ค. 65 – ก.ย. 66",
        "ตั้งแต่วันที่ 1 ตุลาคม 2565 ถึงวันที่ 30 กันยายน 2566",
        "แผนปฏิบัติราชการ ระยะ 5 ปี (ปีงบประมาณ พ.ศ. 2563–2567)",
        "แผนยุทธศาสตร์ 20 ปี (พ.ศ. 2561–2580)",
        "ปีการศึกษา 2564",
        "คำสั่งที่ 12/2564 ลงวันที่ 3 พฤศจิกายน 2563",
        "ปีงบประมาณ พ.ศ. 2565 ใช้งบประมาณ 65 ล้านบาท ครบ 10 โครงการ",
        "ปีงบประมาณ 2565 และ 10 กิจกรรม",
        "ITA Online 2022",
    ],
)
def test_a_year_with_a_good_reason_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "is_error"),
    [
        ("In fiscal year 2021 the office trained its staff.", True),
        ("FY2564 training was held.", True),
        ("The result of the assessment of 2564 was AA.", True),
        ("The office keeps to the Act of B.E. 2560.", False),
        ("The annual report of fiscal year 2564 is published.", False),
        ("In fiscal year 2023 the office will train its staff.", False),
        ("From October 2022 to September 2023.", False),
        ("Compared with fiscal year 2021 it rose.", False),
    ],
)
def test_english_texts_are_read_in_either_era(text, is_error):
    assert len(found("สำนักงานดำเนินการ", english=text)) == is_error


@pytest.mark.parametrize(("where", "many"), [("text", 0), ("preface", 1)])
def test_a_preface_tells_of_this_years_result_so_a_report_on_last_years_is_no_excuse_there(where, many):
    text = "รายงานผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2564"

    assert len(found(text, where)) == many
    assert len(found(text + " ฉบับนี้", "text")) == 1


def test_a_measure_may_name_the_year_in_which_it_is_carried_out():
    assert found("รายงานผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2566", "measure") == []
    assert len(found("จัดอบรมในปีงบประมาณ พ.ศ. 2564", "measure")) == 1


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("รายงานฉบับนี้เสนอมาตรการส่งเสริมความโปร่งใส ปีงบประมาณ พ.ศ. 2566 ต่อผู้บริหาร", 0),
        ("รายงานฉบับนี้แสดงผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2566", 1),
    ],
)
def test_a_preface_may_name_the_year_of_the_measures_but_not_take_it_for_the_assessed_one(text, many):
    assert len(found(text, "preface")) == many


def test_both_languages_of_one_place_give_one_finding_that_says_where():
    (finding,) = found("ในปีงบประมาณ พ.ศ. 2563 สำนักงาน", english="In fiscal year 2562 the office")

    assert finding.message.th == (
        "ข้อความกล่าวถึงปีงบประมาณ พ.ศ. 2562 และ 2563 (“ในปีงบประมาณ พ.ศ. 2563 สำนักงาน”) "
        "แต่ปีที่ประเมินคือ พ.ศ. 2565 โปรดตรวจสอบ"
    )


LAWS = ("พระราชบัญญัติการจัดซื้อจัดจ้าง", "พ.ร.บ.การศึกษาแห่งชาติ", "ระเบียบสำนักนายกรัฐมนตรี", "ประกาศ ก.ค.ศ.", "กฎกระทรวง")
YEARS = st.integers(2475, 2600)


@given(
    law=st.sampled_from(LAWS),
    year=YEARS,
    mark=st.sampled_from((" พ.ศ. ", " พ.ศ.", " พุทธศักราช ")),
    thai=st.booleans(),
)
def test_no_law_of_any_year_is_taken_for_a_fiscal_year(law, year, mark, thai):
    digits = str(year).translate(THAI) if thai else str(year)

    assert found(f"สำนักงานปฏิบัติตาม{law}{mark}{digits} อย่างเคร่งครัด") == []


@given(year=YEARS, thai=st.booleans(), short=st.booleans())
def test_a_plain_fiscal_year_is_found_if_and_only_if_it_is_another_than_this_and_the_next(year, thai, short):
    digits = str(year)[2:] if short and 2500 <= year < 2600 else str(year)
    text = f"ในปีงบประมาณ พ.ศ. {digits.translate(THAI) if thai else digits} สำนักงานจัดอบรม"

    assert bool(found(text)) == (year not in (2565, 2566))


@given(st.text(max_size=60))
def test_no_text_is_too_strange_to_search(text):
    assert all(2400 < year < 2700 for mention in mentions(searchable(text)) for year in mention.years)
