"""All verdicts on an item, and what they come to."""

from fractions import Fraction

import pytest
from drawn import PAGE, SITE, check, content, element, facts, item, look, shown

from prongsai.collect.evidence.checking.accessible import accessible
from prongsai.collect.evidence.checking.contrast import ratio
from prongsai.collect.evidence.checking.judge import judge
from prongsai.collect.evidence.checking.machine_readable import machine_readable
from prongsai.collect.evidence.checking.outcome import outcome
from prongsai.collect.evidence.checking.verdict import Answer, Asked
from prongsai.collect.evidence.fetching.fetched import Trouble
from prongsai.collect.evidence.reading.content import Grid, Kind
from prongsai.core.framework import Evidence, Period
from prongsai.core.text import Text

PASS, FAIL, UNSURE, NOT = Answer.PASS, Answer.FAIL, Answer.NOT_SURE, Answer.NOT_APPLICABLE
YEAR = "# แผนปฏิบัติการ ปีงบประมาณ พ.ศ. 2565"
OLD = "# แผนปฏิบัติการ ปีงบประมาณ พ.ศ. 2564"
BUDGET = element(check("words", any=("วงเงิน",)))
TIME = element(check("words", any=("ระยะเวลา",)), code="time")
PLAN = item(BUDGET, TIME, evidence=Evidence.DOCUMENT)
OTHER = f"{SITE}/other"
GONE = {"status": 404}


def told(verdicts):
    return [(each.asked.value, each.element, each.answer.value) for each in verdicts]


def test_four_questions_of_the_link_and_one_of_each_element():
    page = shown(f"{YEAR}\nวงเงิน")
    verdicts = judge(PLAN, [page], facts())

    assert told(verdicts) == [
        ("alive", "", "pass"),
        ("current", "", "pass"),
        ("machine_readable", "", "not_applicable"),
        ("accessible", "", "pass"),
        ("complete", "plan", "pass"),
        ("complete", "time", "fail"),
    ]
    assert {(each.address, each.looked_at) for each in verdicts} == {(PAGE, page.fetched.sha256)}


def test_nothing_shown_is_nothing_judged_and_nothing_earned():
    assert judge(PLAN, [], facts()) == ()
    assert outcome(PLAN, ()).points == 0
    assert outcome(PLAN, ()).answer is FAIL


def test_of_a_link_that_is_gone_nothing_else_is_asked():
    assert told(judge(PLAN, [shown("", fetched=GONE)], facts())) == [
        ("alive", "", "fail"),
        ("current", "", "not_applicable"),
        ("machine_readable", "", "not_applicable"),
        ("accessible", "", "not_applicable"),
        ("complete", "plan", "not_applicable"),
        ("complete", "time", "not_applicable"),
    ]


def test_of_a_link_that_did_not_open_nothing_is_sure():
    page = shown("", fetched={"status": 0, "trouble": Trouble.TOO_SLOW, "body": b""}, kind=Kind.EMPTY)
    verdicts = judge(PLAN, [page], facts())

    assert {each.answer for each in verdicts} == {UNSURE}
    assert outcome(PLAN, verdicts).points == 100


def test_a_page_that_may_be_the_wrong_one_says_nothing_of_the_item():
    verdicts = judge(PLAN, [shown("# ไม่พบหน้า")], facts(is_rehearsal=False))

    assert {each.answer for each in verdicts} == {UNSURE}


def test_an_element_may_stand_on_any_of_the_links_and_its_checks_on_several():
    both = item(element(check("words", any=("วงเงิน",)), check("words", any=("ระยะเวลา",))))
    pages = [shown(f"{YEAR}\nวงเงิน"), shown(f"{YEAR}\nระยะเวลา", address=OTHER)]

    assert [each.answer for each in judge(both, pages, facts()) if each.element] == [PASS]


def test_an_element_is_looked_for_where_it_is_said_to_be():
    pages = [shown(f"{YEAR}\nวงเงิน", elements=["time"]), shown(YEAR, address=OTHER, elements=["plan"])]
    verdicts = {each.element: each for each in judge(PLAN, pages, facts()) if each.element}

    assert (verdicts["plan"].answer, verdicts["plan"].address) == (FAIL, OTHER)


def test_an_element_that_no_link_is_said_to_show_is_looked_for_everywhere():
    verdicts = judge(PLAN, [shown(f"{YEAR}\nวงเงิน", elements=["time"])], facts())

    assert [each.answer for each in verdicts if each.element] == [PASS, FAIL]


def test_what_must_be_apart_must_be_so_on_every_link():
    knows = facts(others={"o8": (shown(address=OTHER),)})
    apart = item(element(check("apart", items=("o8",))), period=Period.STANDING)

    assert [
        e.answer for e in judge(apart, [shown(YEAR), shown(YEAR, address=OTHER)], knows) if e.element
    ] == [FAIL]


def test_an_example_that_is_not_there_is_no_fail():
    of = item(element(check("words", any=("ตัวชี้วัด",)), is_required=False))
    (verdict,) = (each for each in judge(of, [shown(YEAR)], facts()) if each.element)

    assert (verdict.answer, verdict.said.th.startswith("เป็นตัวอย่าง ไม่มีก็ได้ ไม่พบคำ")) == (NOT, True)


def test_an_element_without_checks_is_for_the_eye():
    (verdict,) = (each for each in judge(item(element()), [shown(YEAR)], facts()) if each.element)

    assert (verdict.answer, verdict.said.in_("en")) == (UNSURE, "No machine can tell this. Read it yourself.")


HIDDEN = [
    ({"drawing": YEAR, "scanned_pages": (2, 3), "kind": Kind.PDF}, "หน้า 2, 3 เป็นภาพสแกน"),
    ({"drawing": YEAR, "left_out": (Text("อ่าน 200 หน้าแรก", "200 pages"),)}, "อ่าน 200 หน้าแรก"),
    ({"drawing": "", "unreadable": Text("ไฟล์มีรหัสผ่าน", "locked")}, "ไฟล์มีรหัสผ่าน"),
    ({"drawing": "", "kind": Kind.OLD_OFFICE}, "เครื่องอ่านข้อความไม่ได้"),
    ({"drawing": f"{YEAR}\n![?](poster.png)"}, "อาจอยู่ในรูปภาพ"),
    ({"drawing": f"{YEAR}\n[แผนฉบับเต็ม](https://www.khet.go.th/plan.pdf)"}, "“แผนฉบับเต็ม”"),
    ({"drawing": f"{YEAR}\n[แผน](https://drive.google.com/file/d/1)"}, "ไฟล์ที่ลิงก์ไว้ 1 ไฟล์"),
    ({"drawing": YEAR, "fetched": {"body": b"<iframe src=x>"}}, "ส่วนที่ฝังไว้"),
]


@pytest.mark.parametrize(("page", "says"), HIDDEN)
def test_what_may_stand_where_nobody_read_is_not_sure(page, says):
    verdict = judge(item(BUDGET), [shown(**page)], facts())[-1]

    assert (verdict.answer, says in verdict.said.th) == (UNSURE, True)


def test_files_that_were_looked_at_and_those_of_every_page_hide_nothing():
    file = "https://www.khet.go.th/plan.pdf"
    page = f"{YEAR}\n[แผน]({file})"
    menu = facts(nonsense={"www.khet.go.th": content(f"ไม่พบหน้า\n[แผน]({file})")})

    looked = judge(item(BUDGET), [shown(page), shown(YEAR, address=file, kind=Kind.PDF)], facts())
    assert looked[-1].answer is FAIL
    assert judge(item(BUDGET), [shown(page)], menu)[-1].answer is FAIL


def test_menus_say_nothing_of_the_item():
    menu = facts(nonsense={"www.khet.go.th": content("ปีงบประมาณ พ.ศ. 2565\nวงเงิน")})
    verdicts = judge(item(BUDGET), [shown(f"{OLD}\nปีงบประมาณ พ.ศ. 2565\nวงเงิน")], menu)

    assert (verdicts[1].answer, verdicts[-1].answer) == (FAIL, FAIL)


def came_to(*pages, of=PLAN, shows=None):
    return outcome(of, judge(of, pages, facts()), shows=shows)


GOOD = f"{YEAR}\nวงเงิน ระยะเวลา"


def test_all_required_elements_give_a_hundred():
    whole = came_to(shown(GOOD))

    assert (whole.points, whole.answer, whole.failing, whole.unsure, whole.told) == (
        Fraction(100),
        PASS,
        (),
        (),
        (),
    )


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (shown(f"{YEAR}\nวงเงิน"), [(Asked.COMPLETE, "time")]),
        (shown(f"{OLD}\nวงเงิน ระยะเวลา"), [(Asked.CURRENT, "")]),
        (shown("", fetched=GONE), [(Asked.ALIVE, "")]),
    ],
)
def test_an_element_or_a_link_that_fails_gives_nothing_and_is_named(page, why):
    lost = came_to(page)

    assert (lost.points, lost.answer) == (Fraction(0), FAIL)
    assert [(each.asked, each.element) for each in lost.failing] == why


def test_a_dead_link_beside_a_good_one_is_told_and_costs_nothing():
    kept = came_to(shown(GOOD), shown("", address=OTHER, fetched=GONE))

    assert (kept.points, [each.address for each in kept.told]) == (Fraction(100), [OTHER])


def test_a_dead_link_that_alone_shows_an_element_costs_the_item():
    lost = came_to(
        shown(GOOD), shown("", address=OTHER, fetched=GONE), shows={OTHER: {"time"}, PAGE: {"plan"}}
    )

    assert (lost.points, [each.address for each in lost.failing]) == (Fraction(0), [OTHER])


def test_what_is_hard_to_reuse_or_to_read_out_costs_nothing():
    poor = came_to(shown(f"{GOOD}\n![?](a.png)", language=""))

    assert (poor.points, [each.asked for each in poor.told]) == (Fraction(100), [Asked.ACCESSIBLE])


def test_what_is_not_sure_costs_nothing_and_is_to_be_looked_at():
    open_ = came_to(shown(GOOD), of=item(BUDGET, element(check("by_eye"), code="eye")))

    assert (open_.points, open_.answer, [each.element for each in open_.unsure]) == (
        Fraction(100),
        UNSURE,
        ["eye"],
    )


TABLE = "| เดือน | จำนวน\n| ต.ค. | 1"


@pytest.mark.parametrize(
    ("drawing", "page", "expected"),
    [
        (TABLE, {}, PASS),
        (TABLE, {"kind": Kind.XLSX}, PASS),
        (TABLE, {"kind": Kind.CSV}, PASS),
        (YEAR, {"kind": Kind.PDF, "pages": 3}, UNSURE),
        (YEAR, {}, UNSURE),
        (f"{YEAR}\n[ข้อมูล](https://x.go.th/a.csv?v=1)", {"kind": Kind.HTML}, PASS),
        ("", {"kind": Kind.PDF, "pages": 3, "scanned_pages": (1, 2, 3)}, FAIL),
        (YEAR, {"kind": Kind.PDF, "pages": 30, "scanned_pages": (1,)}, UNSURE),
        ("", {"kind": Kind.PICTURE}, FAIL),
    ],
)
def test_a_table_that_can_be_used_again(drawing, page, expected):
    assert machine_readable(look(drawing, **page)).answer is expected


def test_a_sheet_beside_a_pdf_is_enough_and_a_letter_needs_none():
    sheet = shown(TABLE, kind=Kind.XLSX, address=OTHER)

    assert machine_readable(look(YEAR, kind=Kind.PDF, beside=(sheet,))).answer is PASS
    assert machine_readable(look(YEAR, kind=Kind.PDF, of=PLAN)).answer is NOT


@pytest.mark.parametrize(
    ("drawing", "page", "says"),
    [
        (YEAR, {"language": ""}, 'lang="th"'),
        (f"{YEAR}\n![?](a.png)", {}, "รูปภาพ 1 รูปไม่มีคำอธิบาย"),
        (f"{YEAR}\n[คลิกที่นี่](a)", {}, "“คลิกที่นี่”"),
        (f"{YEAR}\n[ดาวน์โหลด](a)", {}, "“ดาวน์โหลด”"),
        ("ย่อหน้า\n" * 8, {}, "ไม่มีหัวข้อ"),
        (YEAR, {"fetched": {"body": b'<p style="color:#999; background:#fff">'}}, "ความต่าง 2.8"),
        ("", {"kind": Kind.PDF, "pages": 1, "scanned_pages": (1,)}, "ภาพสแกน"),
    ],
)
def test_a_page_that_not_everybody_can_use_is_told_why(drawing, page, says):
    found = accessible(look(drawing, **page))

    assert (found.answer, says in found.said.th) == (FAIL, True)


@pytest.mark.parametrize(
    ("drawing", "page", "expected"),
    [
        (f"{YEAR}\n![](line.png)\n[ดาวน์โหลดแผนปฏิบัติการ](a)", {}, PASS),
        (YEAR, {"fetched": {"body": b'<p style="color:#222;background-color:#ffffff">'}}, PASS),
        (YEAR, {"kind": Kind.XLSX}, NOT),
    ],
)
def test_a_page_that_everybody_can_use(drawing, page, expected):
    assert accessible(look(drawing, **page)).answer is expected


def test_a_table_without_heads_is_told():
    table = Grid(Text("ตารางที่ 1", "table 1"), (), (("1", "2"), ("3", "4")))
    found = accessible(look(content(YEAR, tables=(table,))))

    assert (found.answer, found.said.th) == (FAIL, "ตาราง 1 ตารางไม่มีแถวหัวตาราง เช่น ตารางที่ 1")


def test_contrast_is_that_of_wcag():
    assert (ratio("000", "ffffff"), ratio("fff", "fff")) == (pytest.approx(21), pytest.approx(1))
    assert ratio("767676", "ffffff") == pytest.approx(4.54, abs=0.01)
