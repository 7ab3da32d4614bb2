"""Blanks for a pen and cards: groups stay whole, choices are numbered, secrets read back."""

import pytest
from paper_reading import CLAIMED, claims, pages, scanned, sizes
from sample_document import INJECTION, LONG, read_pdf, squeezed

from prongsai.documents import blanks, cards
from prongsai.documents.papers import Imprint
from prongsai.documents.qr import Qr

IMPRINT = Imprint("แบบ", "สำนักงาน", "th")
LEVELS = ("น้อยที่สุดหรือไม่มีเลย", "น้อย", "มาก", "มากที่สุด")
SECRET = "mfrggzdfmztwq2lknnwg23tpobyxe43uov3ho6dzpiydcmrtgq2tmnzy"


def group(number, lines=3, choices=LEVELS, text="ข้อความที่ถาม"):
    asked = tuple(blanks.Line(f"a{number}.{n}", f"{text}{number}.{n}", choices) for n in range(1, lines + 1))
    return blanks.Group(f"{number}.", f"หัวข้อ{number}", asked)


def blank(*groups, room=None, told="คำ"):
    return blanks.Blank(
        head=told,
        title=told,
        lines=(told,),
        promise_title=told,
        promises=(told,),
        how_title=told,
        how=(told,),
        serial=told,
        sections=(blanks.Section(told, groups),),
        room=room,
        end=told,
        page="หน้า {n} จาก {m}",
    )


def test_a_group_never_breaks_over_a_page():
    made = pages(blanks.render(IMPRINT, blank(*(group(n) for n in range(1, 21)))))

    assert len(made) > 2
    for number in range(1, 21):
        (page,) = (page for page in made if f"{number}.หัวข้อ{number}a{number}.1" in page)
        assert all(f"ข้อความที่ถาม{number}.{line}" in page for line in (1, 2, 3))
    assert all(f"หน้า{n}จาก{len(made)}" in page for n, page in enumerate(made, start=1))


@pytest.mark.parametrize("choices", [("มี", "ไม่มี"), LEVELS, ("ไม่เห็นด้วยอย่างยิ่ง", *LEVELS, "เห็นด้วยอย่างยิ่ง")])
def test_choices_are_numbered_from_one_in_their_order(choices):
    made = read_pdf(blanks.render(IMPRINT, blank(group(1, 1, choices))))

    assert squeezed("".join(f"{n} {it}" for n, it in enumerate(choices, start=1))) in made


def test_room_for_free_words_comes_with_its_warning_and_only_if_asked_for():
    room = blanks.Room("ข้อเสนอแนะ", "อย่าเขียนชื่อ")

    assert "ข้อเสนอแนะอย่าเขียนชื่อ" in read_pdf(blanks.render(IMPRINT, blank(group(1), room=room)))
    assert "ข้อเสนอแนะ" not in read_pdf(blanks.render(IMPRINT, blank(group(1))))


def test_no_text_of_a_blank_is_taken_for_markup():
    hostile = blank(
        group(1, 1, (INJECTION,), INJECTION), told=INJECTION, room=blanks.Room(INJECTION, INJECTION)
    )

    made = blanks.render(IMPRINT, hostile)

    assert read_pdf(made).count(squeezed(INJECTION)) >= 12
    assert claims(made) == CLAIMED


def card(told="คำ", secret=SECRET):
    groups = tuple(secret[start : start + 4] for start in range(0, len(secret), 4))
    return cards.Card(
        told, told, ((told, told),), Qr(secret, told), groups, told, (cards.Part(told, (told, LONG)),)
    )


def test_the_secret_of_a_card_scans_and_reads_back_in_groups():
    made = cards.render(IMPRINT, card())

    assert scanned(made) == [SECRET]
    assert SECRET in read_pdf(made)
    assert " ".join(SECRET[start : start + 4] for start in range(0, 28, 4)) in read_pdf(made, squeeze=False)
    assert (sizes(made), claims(made)) == ([(210, 297)], CLAIMED)


def test_no_text_of_a_card_is_taken_for_markup():
    assert read_pdf(cards.render(IMPRINT, card(told=INJECTION))).count(squeezed(INJECTION)) >= 6
