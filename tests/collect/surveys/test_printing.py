"""What a survey prints: said exactly, scanned and typed back, in Thai and English."""

import re
from datetime import date

import pytest
from paper_reading import pages, scanned, sizes
from sample_document import read_pdf, squeezed

from prongsai.collect.surveys import codes, keys
from prongsai.collect.surveys.printing import print_form, print_key, print_poster, print_slips, survey_title
from prongsai.collect.surveys.questionnaire import questionnaire
from prongsai.core.text import Text
from prongsai.frameworks import library

FRAMEWORK = library.load("obec-2565")
ADDRESS = "https://ita.example.go.th/s/iit-2565/"
GIVEN = {
    "office": Text("สำนักงานเขตพื้นที่การศึกษาตัวอย่าง เขต 1", "Sample Area Office 1"),
    "survey": Text("แบบวัด IIT ปีงบประมาณ พ.ศ. 2565", "IIT, fiscal year B.E. 2565"),
}
CLOSES = date(2022, 6, 30)
CODES = [codes.make() for _ in range(11)]


def slips(stream="iit", language="th", some=CODES):
    who = FRAMEWORK.part("iit").sampling.who
    return print_slips(
        codes=some, address=ADDRESS, stream=stream, closes_on=CLOSES, who=who, language=language, **GIVEN
    )


def form(instrument="iit", language="th", **changes):
    return print_form(
        framework=FRAMEWORK, instrument=instrument, office=GIVEN["office"], language=language, **changes
    )


def test_slips_open_the_survey_with_their_codes_in_the_order_given():
    made = slips()
    printed = re.findall(r"\d{4}(?: \d{4}){4}", read_pdf(made, squeeze=False))

    assert scanned(made) == [f"{ADDRESS}?code={code}" for code in CODES]
    assert [codes.read(each) for each in printed] == CODES


@pytest.mark.parametrize(
    ("stream", "language", "told"),
    [
        ("iit", "th", "ไม่มีใครรู้ได้ว่าใครตอบอะไร แม้ผู้ที่มีฐานข้อมูลทั้งหมดอยู่ในมือ"),
        ("iit", "th", "ท่านหยิบใบนี้เองจากกล่อง ไม่มีผู้ใดจดว่าใครได้รหัสใด"),
        ("iit", "th", "ตอบเสร็จแล้วโปรดฉีกใบนี้ทิ้ง"),
        ("iit", "th", "ตอบได้ถึงวันที่ 30 มิถุนายน 2565"),
        ("iit", "en", "Nobody can learn who answered what, not even someone who holds the whole database."),
        ("iit", "en", "Answer by 30 June 2022"),
        ("eit-code", "th", "ใบนี้หยิบจากกล่องที่คลุกแล้ว ไม่มีผู้ใดจดว่าให้ใบใดแก่ใคร"),
        ("eit-interview", "th", "อ่านคำถามและตัวเลือกตามที่เขียนทุกคำ ไม่อธิบายเพิ่ม ไม่ชี้นำ"),
        ("eit-interview", "en", "Do not write down who was interviewed, and do not pass on what you heard."),
    ],
)
def test_every_slip_says_what_its_stream_promises(stream, language, told):
    assert read_pdf(slips(stream, language)).count(squeezed(told)) == 11


@pytest.mark.parametrize("stream", ["iit", "eit-code", "eit-interview"])
def test_the_first_page_says_how_many_there_are_and_how_to_hand_them_out(stream):
    thai, english = (pages(slips(stream, language))[0] for language in ("th", "en"))

    assert "แผ่นถัดไปมีใบรหัส11ใบ" in thai
    assert "แล้วนับให้ครบ2แผ่น" in thai
    assert "thatall2sheetsarethere" in english
    assert "{" not in thai + english


def test_slips_without_codes_or_for_an_open_stream_are_not_printed():
    with pytest.raises(ValueError, match="no code"):
        slips(some=[])
    with pytest.raises(KeyError):
        slips("eit-self")


def test_the_same_codes_give_the_same_bytes():
    assert slips() == slips()


def test_a_poster_shows_the_short_address_and_english_below_where_there_is_one():
    given = {"address": ADDRESS, "closes_on": CLOSES, "paper": "a3", **GIVEN}
    plain, both = print_poster(**given), print_poster(**given, has_english=True)

    assert (scanned(both), sizes(both)) == ([ADDRESS], [(297, 420)])
    assert "ita.example.go.th/s/iit-2565ตอบได้ถึงวันที่30มิถุนายน2565" in read_pdf(both)
    assert "Answerby30June2022" in read_pdf(both)
    assert "Answer" not in read_pdf(plain)


@pytest.mark.parametrize(
    ("instrument", "language", "most"), [("iit", "th", 6), ("iit", "en", 6), ("eit", "th", 3)]
)
def test_a_form_asks_every_row_once_in_order_with_its_choices(instrument, language, most):
    made = pages(form(instrument, language, asks_suggestion=True))
    told = "".join(made)

    for row in questionnaire(FRAMEWORK, instrument).rows:
        labels = [choice.label.in_(language) for choice in row.scale.choices]
        asked = (
            row.code + row.name.in_(language) + "".join(f"{n}{it}" for n, it in enumerate(labels, start=1))
        )
        _before, found, told = told.partition(squeezed(asked))
        assert found, row.code
    assert len(made) <= most


def test_a_form_warns_before_a_suggestion_and_leaves_no_room_unasked():
    warned = "โปรดอย่าเขียนชื่อ ตำแหน่ง หรือเรื่องที่มีท่านรู้เพียงผู้เดียว"

    assert squeezed(warned) in read_pdf(form("eit", asks_suggestion=True))
    assert squeezed(warned) not in read_pdf(form("eit"))


def test_a_survey_is_named_by_its_subject_its_short_name_and_its_year():
    named = survey_title(FRAMEWORK.part("eit"), 2565)

    assert named.th == "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT) ปีงบประมาณ พ.ศ. 2565"
    assert named.en == "External Integrity and Transparency Assessment (EIT), fiscal year B.E. 2565"


def test_a_form_has_a_place_for_its_number_on_every_page():
    assert all("เลขที่แบบ(เจ้าหน้าที่เขียนหลังคลุกแล้ว)" in page for page in pages(form("eit", closes_on=CLOSES)))


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_key_is_typed_and_scanned_back_from_its_one_page(language):
    text, public = keys.new_holder_key()
    role = Text("ผู้บริหาร", "executive")

    made = print_key(key_text=text, holder="นางสาวตัวอย่าง ใจดี", role=role, language=language, **GIVEN)
    (found,) = re.findall(r"(?:[a-z2-7]{4}\s+){13}[a-z2-7]{4}", read_pdf(made, squeeze=False))

    assert len(sizes(made)) == 1
    assert scanned(made) == [text]
    assert keys.public_of(keys.read_key(found)) == public
