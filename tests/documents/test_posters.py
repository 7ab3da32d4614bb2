"""Posters: one page in either size, its code scans, its words read back."""

from dataclasses import replace

import pytest
from paper_reading import CLAIMED, claims, pages, scanned, sizes
from sample_document import INJECTION, squeezed

from prongsai.documents import posters
from prongsai.documents.papers import Imprint
from prongsai.documents.qr import Qr

ADDRESS = "https://ita.example.go.th/s/open/"
THAI = posters.Wording(
    "ช่วยบอกเราที", "คำตอบของท่านมีค่า", "สแกน หรือเปิด", "ตอบได้ถึงสิ้นเดือน", ("ไม่ถามชื่อ", "ไม่เก็บที่อยู่")
)
ENGLISH = posters.Wording("Tell us", "Your answers count.", "Scan or open", "Answer by June", ("No names.",))


def rendered(paper="a4", **changes):
    given = {
        "head": "สำนักงานน้ำใจ",
        "wording": THAI,
        "qr": Qr(ADDRESS, "QR"),
        "address": ADDRESS,
        "foot": "แบบวัด",
    }
    return posters.render(Imprint("โปสเตอร์", "สำนักงาน", "th"), paper=paper, **(given | changes))


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("a3", (297, 420))])
def test_a_poster_is_one_page_whose_code_scans(paper, size):
    made = rendered(paper, second=ENGLISH)

    assert sizes(made) == [size]
    assert scanned(made) == [ADDRESS]


def test_a_poster_says_all_its_words_in_both_languages():
    (page,) = pages(rendered(second=ENGLISH))

    for wording in (THAI, ENGLISH):
        for told in (wording.headline, wording.why, wording.ask, wording.closing, *wording.promises):
            assert squeezed(told) in page
    assert page.count(ADDRESS) == 2


def test_a_poster_keeps_the_standards_and_gives_the_same_bytes():
    assert claims(rendered()) == CLAIMED
    assert rendered() == rendered()


def test_no_text_of_a_poster_is_taken_for_markup():
    wording = posters.Wording(INJECTION, INJECTION, INJECTION, INJECTION, (INJECTION,))

    made = rendered(wording=wording, second=wording, head=INJECTION, address=INJECTION, foot=INJECTION)

    assert pages(made)[0].count(squeezed(INJECTION)) >= 12


def test_a_long_name_of_an_office_leaves_one_page():
    made = rendered(head="สำนักงานที่มีชื่อยาว " * 5, wording=replace(THAI, headline="พาดหัวที่ยาวมาก " * 5))

    assert len(sizes(made)) == 1
    assert scanned(made) == [ADDRESS]
