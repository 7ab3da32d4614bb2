"""What other offices write and build differently from the pages that the checks were first tried on."""

import pytest
from drawn import PAGE, SITE, check, content, element, item, look, shown

from prongsai.collect.evidence.checking.accessible import accessible
from prongsai.collect.evidence.checking.alive import alive
from prongsai.collect.evidence.checking.complete import complete
from prongsai.collect.evidence.checking.current import current
from prongsai.collect.evidence.checking.machine_readable import machine_readable
from prongsai.collect.evidence.checking.rules import RULES
from prongsai.collect.evidence.checking.verdict import Answer
from prongsai.collect.evidence.reading.content import Kind
from prongsai.core.framework import Evidence, Period

PASS, FAIL, UNSURE = Answer.PASS, Answer.FAIL, Answer.NOT_SURE


def answer(rule, drawing="", *, more=None, **page):
    asked = check(rule, **(more or {}))
    return RULES[asked.rule](asked, look(drawing, **page)).answer


def answered(rule, drawing="", *, more=None, **page):
    """As an element's answer: with what was not read."""
    return complete(element(check(rule, **(more or {}))), [look(drawing, **page)]).answer


@pytest.mark.parametrize(
    ("drawing", "phrase", "expected"),
    [
        ("ผอ.สพป.สมมุติ", "ผู้อำนวยการ", PASS),
        ("ก.ต.ป.น.", "ตำบล", FAIL),
        ("199 ต.ในเมือง จ. สมมุติ", "จังหวัด", PASS),
        ("[ติดตามเรา](https://www.facebook.com/khet)", "facebook", PASS),
        ("[ติดตามเรา](https://example.org/facebook)", "facebook", FAIL),
    ],
)
def test_words_stand_in_short_and_in_the_names_of_sites(drawing, phrase, expected):
    assert answer("words", drawing, more={"any": (phrase,)}) is expected


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("# แผนปีงบประมาณ 2565\n1. อบรมครู", FAIL),
        ("# แผนปี งบฯ 2565\n1. อบรมครู", FAIL),
        ("# แผนปีงบประมาณ 2565\n1. อบรมครู งบประมาณ 500 บาท", PASS),
    ],
)
def test_the_year_of_a_budget_is_no_budget(drawing, expected):
    assert answer("columns", drawing, more={"columns": (("งบประมาณ", "งบ"),)}) is expected


def test_a_sign_for_per_cent_heads_a_column_of_it():
    assert answer("columns", "| รายการ | %\n| ก | 50", more={"columns": (("ร้อยละ",),)}) is PASS


NAMES = ("อบรมคุณธรรม", "สวดมนต์วันศุกร์", "เชิดชูคนดี", "ไม่รับของขวัญ", "จิตอาสา")


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("\n".join(f"## {name}" for name in NAMES), UNSURE),  # two of them look like activities
        ("\n".join(f"![ภาพ](a.jpg)\n{name} {day} ม.ค. 65" for day, name in enumerate(NAMES, 1)), UNSURE),
        ("\n".join(f"{name} {day} ม.ค. 65" for day, name in enumerate(NAMES[:4], 1)), FAIL),
        ("\n".join(f"{NAMES[day % 2]} {day} ม.ค. 65" for day in range(1, 7)), FAIL),
    ],
)
def test_lines_with_a_day_may_be_activities(drawing, expected):
    assert answer("activities", drawing, more={"least": 5}) is expected


@pytest.mark.parametrize(
    ("drawing", "page", "expected"),
    [
        ("[ดาวน์โหลดแบบฟอร์ม](/form.pdf)", {}, FAIL),
        ("[กรอกแบบฟอร์ม](https://forms.gle/x)", {}, UNSURE),
        ("ลงชื่อเข้าใช้บริการ", {"asks_password": True}, UNSURE),
    ],
)
def test_a_file_is_no_form_to_write_into(drawing, page, expected):
    assert answered("takes_text", drawing, **page) is expected


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("# อำนาจหน้าที่\nอยู่ระหว่างปรับปรุงข้อมูล", FAIL),
        ("# อำนาจหน้าที่\nอยู่ระหว่างจัดทำ\n[ฉบับเดิม](/old.pdf)", PASS),
        ("# อำนาจหน้าที่\nจัดทำแผน กำกับ ติดตาม", PASS),
    ],
)
def test_a_page_that_is_being_prepared_holds_nothing_yet(drawing, expected):
    assert answered("words", drawing, more={"any": ("อำนาจหน้าที่",)}) is expected


def months(*names):
    return "\n".join(f"- สขร.1 {name}\n[สขร.1 {name}](/{at}.pdf)" for at, name in enumerate(names))


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        (months("ต.ค. 64", "พ.ย. 64", "ธ.ค. 64", "ม.ค. 65", "ก.พ. 65", "มี.ค. 65"), PASS),
        (months("ต.ค. 64", "พ.ย. 64", "ธ.ค. 64", "ก.พ. 65", "มี.ค. 65"), FAIL),
        ("[สขร.1 ทุกเดือน](/all.pdf)", UNSURE),
    ],
)
def test_files_listed_by_month_show_the_month_that_has_none(drawing, expected):
    assert answered("months", drawing, of=item(period=Period.AT_LEAST_SIX_MONTHS)) is expected


@pytest.mark.parametrize("years", ["2566-2570", "2559–2562"])
def test_a_long_plan_of_other_years_is_long_and_not_current(years):
    of = item(period=Period.LONGER_THAN_A_YEAR, evidence=Evidence.PLAN)
    plan = look(f"# แผนพัฒนา พ.ศ. {years}", of=of)

    assert (answer("year", f"# แผนพัฒนา พ.ศ. {years}", of=of), current(plan).answer) == (PASS, FAIL)


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("# รายงานไตรมาสที่ 1 (ตุลาคม - ธันวาคม 2564)", FAIL),
        ("# รายงาน (ตุลาคม 2564 - มีนาคม 2565)", PASS),
        ("# รายงานรอบ 6 เดือน (ตุลาคม - ธันวาคม 2564 และ มกราคม - มีนาคม 2565)", PASS),
    ],
)
def test_a_report_on_a_quarter_is_none_on_half_a_year(drawing, expected):
    assert current(look(drawing, of=item(period=Period.FIRST_SIX_MONTHS))).answer is expected


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("| วันที่ | เรื่อง\n| 15/12/2562 | ประกวดราคา\n| 20/01/2563 | ผู้ชนะ", FAIL),
        ("| วันที่ | เรื่อง\n| 15/12/2562 | ประกวดราคา", UNSURE),
        ("# แผนจัดซื้อ\nตามหนังสือลงวันที่ 15/12/2562 และ 20/01/2563", UNSURE),
    ],
)
def test_a_table_of_other_years_days_is_of_other_years(drawing, expected):
    assert current(look(drawing, of=item(evidence=Evidence.DOCUMENT))).answer is expected


def test_the_day_of_signing_keeps_no_policy_in_force():
    policy = "# นโยบาย พ.ศ. 2562 - 2564\nประกาศ ณ วันที่ 1 ตุลาคม 2561"
    over = look(content(policy.replace("# ", "")), of=item(period=Period.IN_FORCE))

    assert current(over).answer is FAIL


@pytest.mark.parametrize(
    ("address", "final", "expected"),
    [
        (PAGE, f"{SITE}/", FAIL),
        (PAGE, f"{SITE}/?page=7", PASS),
        (f"{SITE}/", f"{SITE}/", PASS),
    ],
)
def test_who_is_sent_to_the_front_page_finds_nothing(address, final, expected):
    assert alive(look("# ยินดีต้อนรับ", address=address, fetched={"final": final})).answer is expected


@pytest.mark.parametrize(
    "head", ["Oops!", "ไม่มีหน้าที่คุณกำลังมองหา", "ไม่มีเนื้อหานี้", "This domain is for sale", "คุณต้องมีสิทธิ์เข้าถึง"]
)
def test_a_missing_page_may_say_so_in_friendly_words(head):
    assert alive(look(f"# {head}\nกลับหน้าแรก")).answer is FAIL


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        ("# รายงาน\n![?](1.jpg)\n![?](2.jpg)", FAIL),
        ("# รายงาน\n![?](1.jpg)", UNSURE),
        ("# รายงาน\n![?](1.jpg)\n![?](2.jpg)\n[ไฟล์](/a.pdf)", UNSURE),
    ],
)
def test_pages_of_pictures_are_read_by_no_machine(drawing, expected):
    assert machine_readable(look(drawing)).answer is expected


def test_a_picture_is_read_out_by_nobody():
    assert accessible(look(shown(kind=Kind.PICTURE).content)).answer is FAIL


@pytest.mark.parametrize(
    ("drawing", "expected"), [("# ปีงบประมาณ 2564", FAIL), ("| งบประมาณ | วิธี\n| 5 | ก", PASS)]
)
def test_words_for_a_budget_are_not_found_in_its_year(drawing, expected):
    assert answer("words", drawing, more={"any": ("งบประมาณ",)}) is expected
