"""Whether an address shows a stranger anything."""

from datetime import UTC, date, datetime, timedelta

import pytest
from drawn import PAGE, SITE, content, facts, item, look

from prongsai.collect.evidence.checking.alive import alive
from prongsai.collect.evidence.checking.gone import gone
from prongsai.collect.evidence.checking.shown import Gone, Try
from prongsai.collect.evidence.checking.verdict import Answer, Asked, Verdict
from prongsai.collect.evidence.fetching.fetched import Hop, Trouble
from prongsai.collect.evidence.reading.content import Kind
from prongsai.core.framework import Evidence

GOOD = "# แผนปฏิบัติการ\n" + "เนื้อหาของแผนปฏิบัติการประจำปีของสำนักงานซึ่งมีความยาวพอสมควร " * 3
MENU = "หน้าแรก เมนู ติดต่อเรา\n[หน้าแรก](https://www.khet.go.th/)"
KNOWS = facts(nonsense={"www.khet.go.th": content(f"{MENU}\nมาพบกันใหม่")})


def found(drawing=GOOD, **more):
    return alive(look(drawing, **more))


def test_a_page_that_opens_passes_with_the_hash_of_what_was_seen():
    page = look(GOOD)

    assert alive(page) == Verdict(
        asked=Asked.ALIVE,
        answer=Answer.PASS,
        said=alive(page).said,
        address=PAGE,
        looked_at=page.shown.fetched.sha256,
    )
    assert alive(page).said.in_("en") == "It opens without signing in."


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_said_to_be_missing_fails(status):
    verdict = found(fetched={"status": status})

    assert verdict.answer is Answer.FAIL
    assert f"(รหัส {status})" in verdict.said.th


@pytest.mark.parametrize("status", [401, 403, 429, 500, 502, 503, 418])
def test_a_refusal_or_an_error_is_not_sure(status):
    verdict = found("", fetched={"status": status})

    assert verdict.answer is Answer.NOT_SURE
    assert str(status) in verdict.said.th


@pytest.mark.parametrize("trouble", [each for each in Trouble if each is not Trouble.NO_NAME])
def test_what_may_pass_by_itself_is_not_sure(trouble):
    verdict = found("", fetched={"status": 0, "trouble": trouble, "body": b""}, kind=Kind.EMPTY)

    assert verdict.answer is Answer.NOT_SURE
    assert verdict.said.th.endswith("โปรดเปิดดูด้วยตนเอง")


def test_a_name_that_is_not_known_fails():
    verdict = found("", fetched={"status": 0, "trouble": Trouble.NO_NAME, "body": b""})

    assert (verdict.answer, "www.khet.go.th" in verdict.said.th) == (Answer.FAIL, True)


SOFT = [
    "# ไม่พบหน้าที่ท่านต้องการ",
    "# 404 Not Found",
    "# Error 404",
    "ขออภัย ไม่พบไฟล์",
    "# Oops\nThe page you are looking for does not exist",
]


@pytest.mark.parametrize("drawing", SOFT)
def test_a_page_that_says_it_is_missing_fails(drawing):
    assert gone(look(drawing)) is Gone.SOFT


@pytest.mark.parametrize(
    "drawing",
    [
        "# สถิติเรื่องร้องเรียน\nไม่พบข้อมูลเรื่องร้องเรียนการทุจริตในช่วงเวลานี้",
        "# ผลการตรวจสอบ\nไม่พบการทุจริต",
        GOOD + "\n# กรณีไม่พบหน้าเว็บ ให้แจ้งผู้ดูแล\n" + "คู่มือการใช้เว็บไซต์ของสำนักงานโดยละเอียดทุกขั้นตอน " * 40,
        "# ห้องประชุม 404",
    ],
)
def test_a_page_about_something_that_was_not_found_is_there(drawing):
    assert gone(look(drawing)) is None


def test_a_page_like_the_sites_answer_to_nonsense_fails():
    assert gone(look(MENU, knows=KNOWS)) is Gone.SOFT
    assert gone(look(f"{MENU}\n{GOOD}", knows=KNOWS)) is None
    assert gone(look(f"{MENU}\n![แผนผัง](a.png)", knows=KNOWS)) is None
    assert gone(look(MENU, knows=KNOWS, takes_text=True)) is None
    assert gone(look(MENU, knows=facts())) is None


def test_the_first_page_may_be_what_a_site_answers_to_anything():
    assert gone(look(MENU, address=f"{SITE}/", knows=KNOWS)) is None


def test_a_page_where_a_file_was_named_fails_if_it_says_little():
    file = f"{SITE}/plan.pdf"

    assert gone(look("ยินดีต้อนรับ", address=file)) is Gone.SOFT
    assert gone(look(GOOD * 10, address=file)) is None
    assert gone(look("แผน", address=file, kind=Kind.PDF)) is None
    assert gone(look("แผน", address=file, fetched={"body": b"<iframe src=x>"})) is None


def test_a_page_that_asks_to_sign_in_fails():
    wall = {"title": "เข้าสู่ระบบ", "asks_password": True}
    led = {"final": f"{SITE}/login", "hops": (Hop(PAGE, 302, f"{SITE}/login"),)}

    assert gone(look("ชื่อผู้ใช้", **wall)) is Gone.LOGIN
    assert gone(look("ชื่อผู้ใช้", asks_password=True)) is Gone.LOGIN
    assert gone(look("ชื่อผู้ใช้", fetched=led)) is Gone.LOGIN
    assert gone(look("Drive", fetched={"final": "https://accounts.google.com/x"})) is Gone.LOGIN


def test_a_box_for_the_staff_beside_a_page_is_no_wall():
    staff = facts(nonsense={"www.khet.go.th": content(MENU, asks_password=True)})

    assert gone(look(GOOD * 6, asks_password=True)) is None
    assert gone(look(GOOD, asks_password=True, knows=staff)) is None
    assert gone(look("คำขอ", asks_password=True, of=item(evidence=Evidence.CHANNEL))) is None


def test_an_empty_page_fails_unless_something_may_be_put_there_later():
    assert gone(look("")) is Gone.EMPTY
    assert gone(look("", kind=Kind.EMPTY)) is Gone.EMPTY
    assert gone(look("![?](a.png)")) is None
    later = look("", fetched={"body": b"<script src=app.js>"})
    assert (gone(later), alive(later).answer) == (None, Answer.NOT_SURE)


def test_an_unchanged_page_is_judged_as_it_was():
    same = {"status": 304, "is_unchanged": True, "body": b""}

    assert found(GOOD, fetched=same).answer is Answer.PASS
    assert found("# ไม่พบหน้า", fetched=same).answer is Answer.FAIL


def tries(*days, gone=Gone.NOT_FOUND):
    return {PAGE: tuple(Try(date(2022, 4, day), gone) for day in days)}


@pytest.mark.parametrize(
    ("earlier", "answer"),
    [
        ({}, Answer.NOT_SURE),
        (tries(19), Answer.NOT_SURE),
        (tries(19, 19, 19), Answer.NOT_SURE),
        (tries(18, 19), Answer.FAIL),
        ({PAGE: (*tries(17, 18)[PAGE], Try(date(2022, 4, 19)))}, Answer.NOT_SURE),
    ],
)
def test_in_earnest_three_days_must_agree(earlier, answer):
    knows = facts(is_rehearsal=False, tries=earlier)

    assert found("", fetched={"status": 404}, knows=knows).answer is answer


def test_an_answer_alone_tells_of_some_tries():
    day = date(2022, 4, 1)

    assert [
        Try.of(day, status=404).gone,
        Try.of(day, trouble=Trouble.NO_NAME).gone,
        Try.of(day, status=500).gone,
    ] == [
        *(Gone.NOT_FOUND, Gone.NO_NAME, None),
    ]


@pytest.mark.parametrize(("days", "warns"), [(20, True), (21, False), (-1, True)])
def test_a_certificate_near_its_end_is_a_warning(days, warns):
    ends = datetime(2022, 4, 20, 3, tzinfo=UTC) + timedelta(days=days)
    verdict = found(fetched={"certificate_ends": ends})

    assert (verdict.answer, "ใบรับรอง" in verdict.said.th) == (Answer.PASS, warns)


@pytest.mark.parametrize(
    ("address", "final", "answer", "note"),
    [
        ("https://drive.google.com/file/d/1", "", Answer.PASS, "drive.google.com"),
        ("https://www.facebook.com/khet", "", Answer.PASS, "www.facebook.com"),
        (PAGE, "https://files.khet.go.th/a", Answer.PASS, ""),
        (PAGE, "https://casino.example.com/", Answer.NOT_SURE, "casino.example.com"),
        ("https://ministry.go.th/a", "", Answer.PASS, ""),
        ("http://127.0.0.1:8001/a", "http://127.0.0.1:8001/b", Answer.PASS, ""),
    ],
)
def test_who_keeps_the_page_is_told(address, final, answer, note):
    verdict = found(address=address, fetched={"final": final or address})

    assert verdict.answer is answer
    assert note in verdict.said.th
    assert ("ลงชื่อเข้าใช้" in verdict.said.th) == (bool(note) and answer is Answer.PASS)
