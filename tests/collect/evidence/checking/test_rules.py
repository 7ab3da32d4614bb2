"""Each rule by which an element is looked for."""

from datetime import date

import pytest
from drawn import SITE, check, content, facts, item, look, shown

from prongsai.collect.evidence.checking.rules import RULES
from prongsai.collect.evidence.checking.verdict import Answer
from prongsai.collect.evidence.reading.content import Grid, Kind
from prongsai.core.checks import Rule
from prongsai.core.framework import Period
from prongsai.core.text import Text

PASS, FAIL, UNSURE = Answer.PASS, Answer.FAIL, Answer.NOT_SURE


def found(rule, drawing="", *, more=None, **page):
    asked = check(rule, **(more or {}))
    return RULES[asked.rule](asked, look(drawing, **page))


def answer(rule, drawing="", **rest):
    return found(rule, drawing, **rest).answer


def test_every_rule_of_a_framework_has_its_function():
    assert set(RULES) == set(Rule)


def test_words_are_found_by_their_consonants_and_told_where():
    one = found("words", "# ค่าเป้าหมาย และตัวชี้วัด", more={"any": ("ตัวชี้วัด", "เป้าหมายย")})
    two = found("words", "# ตัวชี้วัด", more={"any": ("ตัวชี้วัด", "กลยุทธ์", "งบประมาณ"), "least": 2})
    none = found("words", "# อื่น", more={"any": ("ตัวชี้วัด",)})

    assert (one.answer, one.place.th) == (PASS, "ต้นหน้า")
    assert (two.answer, two.said.th) == (
        FAIL,
        "ต้องพบอย่างน้อย 2 เรื่อง แต่พบ 1 เรื่อง ที่ยังไม่พบคือ “กลยุทธ์” “งบประมาณ” โปรดเพิ่มให้ครบ",
    )
    assert (none.answer, "“ตัวชี้วัด”" in none.said.th) == (FAIL, True)


PROJECTS = {"columns": (("โครงการ", "กิจกรรม"), ("งบประมาณ", "วงเงิน"))}


@pytest.mark.parametrize(
    ("drawing", "page", "expected"),
    [
        ("| ที่ | กิจกรรม | วงเงิน (บาท)\n| 1 | อบรม | 10", {}, PASS),
        ("| ที่ | กิจกรรม\n| 1 | อบรม", {}, FAIL),
        ("| ที่ | ชื่อ\n| | โครงการ | งบประมาณ\n| 1 | อบรม | 10", {}, PASS),
        ("โครงการอบรม\nงบประมาณ 10 บาท", {}, PASS),
        ("โครงการอบรม", {}, FAIL),
        ("โครงการอบรม", {"kind": Kind.PDF}, UNSURE),
        ("| ที่ | กิจกรรม\n| 1 | อบรม\nงบประมาณ", {"kind": Kind.PDF}, PASS),
        ("| ที่ | กิจกรรม\n| 1 | อบรม\nงบประมาณ", {}, FAIL),
    ],
)
def test_columns_stand_in_one_table_under_any_of_their_names(drawing, page, expected):
    assert answer("columns", drawing, more=PROJECTS, **page) is expected


def test_a_sheet_may_hold_tables_below_each_other_and_heads_without_marks():
    rows = (("ที่", "ชื่อ"), ("1", "ก"), ("", ""), ("โครงการ", "งบประมาณ"), ("อบรม", "10"))
    sheet = Grid(Text("แผ่นงาน", "sheet"), (), rows, is_marked=False)
    loose = Grid(Text("ตาราง", "table"), (), (("1", "2"),) * 4)

    assert answer("columns", content(tables=(sheet,), kind=Kind.XLSX), more=PROJECTS) is PASS
    assert answer("columns", content("โครงการ งบประมาณ", tables=(loose,)), more=PROJECTS) is UNSURE


def test_the_missing_column_is_named():
    assert found("columns", "| กิจกรรม\n| อบรม", more=PROJECTS).said.th == "ตารางขาดหัวข้อ “งบประมาณ” โปรดเพิ่ม"


@pytest.mark.parametrize(
    ("drawing", "page", "expected"),
    [
        ("| เดือน | จำนวน\n| ต.ค. | 1\n| พ.ย. | 2", {}, PASS),
        ("| เดือน | จำนวน\n| ต.ค. | 1\n| |", {}, FAIL),
        ("ไม่มีเรื่องร้องเรียน", {}, PASS),
        ("# สถิติ", {}, FAIL),
        ("# สถิติ", {"kind": Kind.PDF}, UNSURE),
    ],
)
def test_rows_or_a_plain_word_that_there_is_none(drawing, page, expected):
    assert answer("rows", drawing, more={"least": 2, "none": ("ไม่มีเรื่องร้องเรียน",)}, **page) is expected


FIVE = {"least": 5}
NAMES = ("อบรมจริยธรรม", "ประกาศเจตนารมณ์", "พิธีมอบรางวัล", "รณรงค์วันต่อต้านทุจริต", "ประชุมถอดบทเรียน")


def lines(mark, count):
    return "# กิจกรรม ปี 2565\n" + "\n".join(mark + name for name in NAMES[:count])


def numbered(count):
    return "\n".join(f"กิจกรรมที่ {number} {name}" for number, name in enumerate(NAMES[:count], start=1))


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        (lines("## ", 5), PASS),
        (lines("## ", 4), FAIL),
        (lines("- ", 5), PASS),
        (lines("- ", 4), FAIL),
        (lines("| ", 5).replace("# กิจกรรม ปี 2565", "| โครงการ"), PASS),
        (lines("| ", 4).replace("# กิจกรรม ปี 2565", "| โครงการ"), FAIL),
        (numbered(5), PASS),
        (numbered(4), FAIL),
        (numbered(4) + "\n" + lines("- ", 5), UNSURE),
        ("## อบรมจริยธรรม\n" * 6 + "## ประชุม", FAIL),
        ("\n".join(f"- สิ่งที่ {word} ทำ" for word in ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า")), UNSURE),
        ("# วัฒนธรรมองค์กร", UNSURE),
        ("| โครงการ\n" + "\n".join(f"| {name}" for name in NAMES[:4]) + "\n| รวมทั้งสิ้น", FAIL),
    ],
)
def test_activities_are_counted_each_once_where_they_are_marked(drawing, expected):
    assert answer("activities", drawing, more=FIVE) is expected


def test_activities_of_a_table_whose_heads_are_not_marked():
    table = Grid(
        Text("ตาราง", "table"), (), (("ที่", "กิจกรรม"), *((str(n), name) for n, name in enumerate(NAMES)))
    )

    assert answer("activities", content(tables=(table,)), more=FIVE) is PASS


def test_the_activities_that_were_counted_are_named():
    assert (
        found("activities", lines("- ", 4), more=FIVE)
        .said.in_("en")
        .startswith("There are 4 activities (“อบรม")
    )


MONTHS = ("ตุลาคม 2564", "พฤศจิกายน 2564", "ธันวาคม 2564", "มกราคม 2565", "กุมภาพันธ์ 2565", "มีนาคม 2565")
HALF_WAY, START = date(2022, 1, 20), date(2021, 10, 20)
HALF = item(period=Period.FIRST_SIX_MONTHS)


def monthly(mark="| ", end=" | 3", *, leave_out=(), head="| เดือน | จำนวน"):
    return "\n".join([head, *(mark + each + end for at, each in enumerate(MONTHS) if at not in leave_out)])


TIMES = """
# โครงการ ต.ค. 64 – มี.ค. 65
| ที่ | ชื่อ | เวลา
| 1 | ก | ต.ค. 64
| 2 | ข | พ.ย. 64
| 3 | ค | ธ.ค. 64
| 4 | ง | ก.พ. 65
"""


@pytest.mark.parametrize(
    ("drawing", "expected"),
    [
        (monthly(), PASS),
        (monthly(leave_out=[3]), FAIL),
        ("# สถิติ ต.ค. 64 – มี.ค. 65\n" + monthly(leave_out=[5]), FAIL),
        (monthly().replace("มกราคม 2565 | 3", "มกราคม 2565 |"), FAIL),
        (monthly(leave_out=[3]) + "\nเดือนมกราคม 2565 ไม่มีการจัดซื้อ", PASS),
        (monthly("- ", "", head="# ประกาศ"), PASS),
        (monthly("- สรุปผลเดือน", "", leave_out=[0], head="# ประกาศ"), FAIL),
        (monthly("[สขร.1 ", "](a.pdf)", leave_out=[1], head="# ประกาศ"), FAIL),
        ("| งาน | ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค.\n| รับเรื่อง | 1 | 2 | 3 | 4 | 5 | 6", PASS),
        ("| งาน | ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค.\n| รับเรื่อง | 1 | 2 | 3 | 4 | 5 |", FAIL),
        ("# รายงาน ต.ค. 64 – มี.ค. 65", PASS),
        ("# รายงาน ตุลาคม 2564 - กุมภาพันธ์ 2565", FAIL),
        ("# รายงาน รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2565", PASS),
        ("# รายงาน รอบ 6 เดือนหลัง ปีงบประมาณ พ.ศ. 2565", FAIL),
        ("# รายงาน ไตรมาสที่ 1 และไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2565", PASS),
        ("# รายงาน ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2565", FAIL),
        ("# รายงาน รอบ 12 เดือน ปีงบประมาณ พ.ศ. 2565", PASS),
        ("# รายงาน รอบ 6 เดือน ปีงบประมาณ พ.ศ. 2564", FAIL),
        (TIMES, PASS),
    ],
)
def test_every_month_of_the_period_is_named_or_covered(drawing, expected):
    assert answer("months", drawing, of=HALF) is expected


def test_months_that_a_pdf_breaks_into_lines_are_whole_again():
    broken = monthly("", "", head="").replace("พฤศจิกายน", "พฤศจิกาย\nน")

    assert answer("months", broken, of=HALF, kind=Kind.PDF) is PASS


def test_the_missing_months_are_named():
    assert found("months", monthly(leave_out=[2, 3]), of=HALF).said == Text(
        "ไม่พบข้อมูลของเดือน ธันวาคม 2564 มกราคม 2565 โปรดเพิ่ม หากไม่มีข้อมูลให้ระบุว่าไม่มี",
        "Nothing of December 2021, January 2022. Add it, or say that there is none.",
    )


def test_months_that_are_not_over_need_not_be_there():
    early = facts(today=HALF_WAY)

    assert answer("months", monthly(leave_out=[3, 4, 5]), of=HALF, knows=early) is PASS
    assert answer("months", "", of=HALF, knows=facts(today=START)) is Answer.NOT_APPLICABLE


def test_the_rule_of_the_year_is_the_question_of_the_year():
    assert answer("year", "# แผน ปีงบประมาณ พ.ศ. 2564") is FAIL
    assert answer("year", "# แผน ปีงบประมาณ พ.ศ. 2565") is PASS


@pytest.mark.parametrize(
    ("rule", "drawing", "expected"),
    [
        ("email", "อีเมล office@khet.go.th", PASS),
        ("email", "อีเมล office [at] khet.go.th", PASS),
        ("email", "[เขียนถึงเรา](mailto:office@khet.go.th)", PASS),
        ("email", "อีเมล", FAIL),
        ("phone", "โทร. ๐ ๗๕๒๑ ๘๙๗๑", PASS),
        ("phone", "โทร. 0-2288-5511", PASS),
        ("phone", "มือถือ 08 1234 5678", PASS),
        ("phone", "[โทร](tel:+6675218971)", PASS),
        ("phone", "โทรสาร 0 7521 8971", FAIL),
        ("phone", "โทรศัพท์/โทรสาร 0 7521 8971", PASS),
        ("phone", "เลขที่ 1/2565 วงเงิน 1,000,000", FAIL),
        ("fax", "โทรสาร 0 7521 8971", PASS),
        ("fax", "โทรศัพท์/โทรสาร: 0 7521 8971", PASS),
        ("fax", "แฟกซ์ 075-218971", PASS),
        ("fax", "Fax. 0 7521 8971", PASS),
        ("fax", "| โทรสาร\n| 0 7521 8971", PASS),
        ("fax", "โทรสาร ตามสาย", UNSURE),
        ("fax", "โทร. 0 7521 8971", FAIL),
        ("picture", "![นายตัวอย่าง](a.jpg)", PASS),
        ("picture", "![?](a.jpg)", UNSURE),
        ("picture", "# ผู้บริหาร", FAIL),
        ("map", "[ที่ตั้ง](https://maps.app.goo.gl/x)", PASS),
        ("map", "![แผนที่สำนักงาน](map.png)", PASS),
        ("map", "# แผนที่", UNSURE),
        ("map", "# ติดต่อ", FAIL),
        ("person_names", "นายสมมุติ ตัวอย่าง ผู้อำนวยการ", PASS),
        ("person_names", "| ชื่อ\n| นางสาวสมมุติ ตัวอย่าง", PASS),
        ("person_names", "Mr. Sommut Tuayang", PASS),
        ("person_names", "ผู้อำนวยการสำนักงาน", FAIL),
        ("takes_text", "# ถาม", FAIL),
        ("takes_text", "[แบบฟอร์มร้องเรียน](https://forms.gle/x)", UNSURE),
        ("by_eye", "# อะไรก็ได้", UNSURE),
    ],
)
def test_ways_to_reach_an_office_and_to_know_it(rule, drawing, expected):
    assert answer(rule, drawing) is expected


def test_what_files_hold_besides_text_is_for_the_eye():
    assert answer("picture", "# ก", kind=Kind.PDF) is UNSURE
    assert answer("map", "# ก", kind=Kind.PDF) is UNSURE
    assert answer("takes_text", "# ก", takes_text=True) is PASS
    assert answer("takes_text", "# ก", fetched={"body": b"<iframe src=x>"}) is UNSURE
    assert answer("map", "# ก", fetched={"body": b"<iframe src=https://www.google.com/maps/embed>"}) is PASS


THAI = "ข้าพเจ้าขอให้คำมั่นว่าจะปฏิบัติหน้าที่ด้วยความซื่อสัตย์สุจริตโปร่งใสและเป็นธรรม"
ENGLISH = "I pledge to perform my duties with honesty and transparency under good governance."


@pytest.mark.parametrize(
    ("drawing", "language", "expected"),
    [
        (THAI, "th", PASS),
        (THAI, "en", FAIL),
        (ENGLISH, "en", PASS),
        (f"{THAI}\n{ENGLISH}", "en", PASS),
        (f"{THAI}\n{ENGLISH}", "th", PASS),
        (f"{THAI}\nHome\nAbout us\nContact us\nE-Service\nFacebook\nNo Gift Policy", "en", FAIL),
        (f"{THAI}\n[English](en.html)", "en", UNSURE),
        (ENGLISH, "th", FAIL),
    ],
)
def test_a_language_is_there_in_sentences(drawing, language, expected):
    assert answer("language", drawing, more={"language": language}) is expected


HEAD = facts(executive=("สมมุติ ตัวอย่าง", "Sommut Tuayang"))


@pytest.mark.parametrize(
    ("drawing", "knows", "expected"),
    [
        ("(นายสมมุติ ตัวอย่าง)", HEAD, PASS),
        ("(Mr. Sommut Tuayang)", HEAD, PASS),
        ("(นายคนก่อน เกษียณแล้ว)", HEAD, FAIL),
        ("(นายคนก่อน เกษียณแล้ว)", facts(), UNSURE),
        ("เจตจำนง\n![?](sign.png)", HEAD, UNSURE),
        ("(นายคนก่อน เกษียณแล้ว)\n![?](sign.png)", HEAD, FAIL),
    ],
)
def test_the_present_head_is_named(drawing, knows, expected):
    assert answer("executive", drawing, knows=knows) is expected


PLAN = "| โครงการ\n| โครงการพัฒนาคุณภาพการเรียนรู้\n| โครงการนิเทศภายใน\n| โครงการโรงเรียนสุจริต"
KNOWS = facts(others={"o10": (shown(PLAN, address=f"{SITE}/plan"),)})
FOLLOWS = item(agrees_with="o10")


def test_a_report_follows_its_plan_by_the_names_of_projects():
    told = found("follows", "- โครงการโรงเรียนสุจริต", more={"least": 60}, of=FOLLOWS, knows=KNOWS)

    assert answer("follows", PLAN, more={"least": 60}, of=FOLLOWS, knows=KNOWS) is PASS
    assert (told.answer, "O10 เพียง 1 จาก 3 รายการ" in told.said.th) == (FAIL, True)
    assert answer("follows", PLAN, more={"least": 60}, of=FOLLOWS) is UNSURE


def test_a_report_on_last_year_may_follow_another_plan():
    last = item(agrees_with="o10", period=Period.LAST_YEAR)

    assert answer("follows", "# รายงาน", more={"least": 60}, of=last, knows=KNOWS) is UNSURE


def test_the_way_from_the_main_site():
    menu = Text("เมนู", "menu")
    linked = facts(linked_from_main={"http://khet.go.th/page/": menu})
    there = found("from_main_site", "# ก", knows=linked)

    assert (there.answer, there.place) == (PASS, menu)
    assert answer("from_main_site", "# ก", address=f"{SITE}/other", knows=linked) is FAIL
    assert answer("from_main_site", "# ก", address=f"{SITE}/", knows=linked) is PASS
    assert answer("from_main_site", "# ก") is UNSURE
    assert answer("from_main_site", "# ก", knows=facts(linked_from_main={})) is UNSURE


def test_a_channel_of_its_own_is_apart_from_others():
    others = facts(others={"o8": (shown("# ถาม", address=f"{SITE}/ask"),)})
    apart = {"items": ("o8", "o32")}

    assert answer("apart", "# ก", more=apart, knows=others) is PASS
    same = found("apart", "# ก", more=apart, knows=others, address=f"{SITE}/ask#complain")
    assert (same.answer, "O8" in same.said.th) == (FAIL, True)
