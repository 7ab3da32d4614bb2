"""Slips: every code once and in order, in words and as a picture, eight a page, whatever the texts."""

import re
from dataclasses import fields, replace

import pytest
from paper_reading import CLAIMED, claims, pages, scanned, sizes
from sample_document import INJECTION, read_pdf, squeezed

from prongsai.documents import slips
from prongsai.documents.papers import Imprint
from prongsai.documents.qr import Qr

SHORT = "*b* _i_ $x$ #y [z]"  # told as one piece; INJECTION is told in several
IMPRINT = Imprint(title="ใบรหัส", author="หน่วยงานตัวอย่าง", language="th")
GUIDE = slips.Guide("วิธีแจก", "มีทั้งหมด 3 แผ่น", ("ตัดตามเส้น", "คลุกในกล่อง"), "ข้อห้าม", ("ไม่เขียนชื่อ",))
FACE = slips.Face(
    head="หน่วยงานตัวอย่าง",
    title="น้ำใจที่ซื่อสัตย์",
    closing="ตอบได้ถึงวันที่ 30 มิถุนายน 2565",
    ask="สแกน หรือเปิด",
    address="ita.example.go.th/s/one",
    typing="แล้วพิมพ์รหัส",
    promises=("ข้อที่หนึ่ง", "ข้อที่สอง", "ฉีกทิ้ง"),
    foot="ผู้ตอบ: ทุกคน",
    fold="พับ",
)


def slip(number):
    code = f"{number * 3141592653589793 + 7:020d}"
    return slips.Slip(
        Qr(f"https://ita.example.go.th/s/one/?code={code}", "QR"), tuple(re.findall("....", code))
    )


def rendered(count, **changes):
    face = replace(FACE, **changes)
    return slips.render(IMPRINT, guide=GUIDE, face=face, slips=tuple(slip(n) for n in range(count)))


def test_every_code_stands_once_and_in_order():
    made = rendered(17)
    given = [slip(n) for n in range(17)]

    assert re.findall(r"\d{4}(?: \d{4}){4}", read_pdf(made, squeeze=False)) == [
        " ".join(each.groups) for each in given
    ]
    assert scanned(made) == [each.qr.content for each in given]


@pytest.mark.parametrize(("count", "sheets"), [(1, 2), (8, 2), (9, 3)])
def test_eight_slips_lie_on_a_sheet_behind_the_guide(count, sheets):
    assert sizes(rendered(count)) == [(210, 297)] * sheets


def test_words_of_the_guide_and_of_every_slip_read_back():
    guide, first, second = pages(rendered(9))

    assert guide == "วิธีแจกมีทั้งหมด3แผ่น1ตัดตามเส้น2คลุกในกล่องข้อห้าม•ไม่เขียนชื่อ"
    for told in (FACE.title, FACE.closing, FACE.address, FACE.typing, *FACE.promises, FACE.foot):
        assert (first.count(squeezed(told)), second.count(squeezed(told))) == (8, 1)


def test_the_same_slips_give_the_same_bytes():
    assert rendered(2) == rendered(2)


def test_the_file_keeps_the_standards_and_says_no_time():
    assert claims(rendered(1)) == CLAIMED


def test_no_text_of_a_slip_is_taken_for_markup():
    hostile = {field.name: INJECTION for field in fields(FACE)} | {"promises": (INJECTION, SHORT)}
    guide = slips.Guide(INJECTION, INJECTION, (INJECTION,), INJECTION, (INJECTION,))
    nasty = slips.Slip(Qr(INJECTION, INJECTION), ("#x", "$y$"))

    made = slips.render(IMPRINT, guide=guide, face=slips.Face(**hostile), slips=(nasty,))

    assert scanned(made) == [INJECTION]
    assert read_pdf(made).count(squeezed(INJECTION)) >= 8
    assert squeezed(SHORT) in read_pdf(made)


def test_a_long_name_makes_its_letters_small_and_moves_no_slip():
    made = rendered(8, head="สำนักงานที่มีชื่อยาว " * 6, address="https://ita.example.go.th/" + "a" * 90)

    assert len(sizes(made)) == 2
    assert scanned(made) == [slip(n).qr.content for n in range(8)]
    assert pages(made)[1].count("สำนักงานที่มีชื่อยาว" * 6) == 8
