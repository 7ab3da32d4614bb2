"""Personal numbers are found and never repeated; public ones are left alone."""

import pytest
from hypothesis import given, strategies as st

from prongsai.collect.evidence.reading.concerns import MOST, concerns_of, is_citizen_id
from prongsai.collect.evidence.reading.content import Block, Concern, Content, Grid, Kind
from prongsai.core.text import Text

ONE, TWO = Text("หน้า 1", "page 1"), Text("หน้า 2", "page 2")


def with_check_digit(twelve):
    total = sum(weight * int(digit) for weight, digit in zip(range(13, 1, -1), twelve, strict=True))
    return twelve + str((11 - total % 11) % 10)


ID = with_check_digit("123456789012")


def codes(text, **allowed):
    content = Content(kind=Kind.HTML, blocks=(Block(text, ONE),))
    return [concern.code for concern in concerns_of(content, **allowed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ID, ["citizen_id"]),
        (f"เลข {ID[0]}-{ID[1:5]}-{ID[5:10]}-{ID[10:12]}-{ID[12]} ครับ", ["citizen_id"]),
        (f"{ID[0]} {ID[1:5]} {ID[5:10]} {ID[10:12]} {ID[12]}", ["citizen_id"]),
        (ID[:-1] + str((int(ID[-1]) + 1) % 10), []),
        (f"9{ID}", []),
        (with_check_digit("099400012345"), []),  # an office or a company
        ("บัญชี 123-4-56789-0", ["account"]),
        ("เลขที่บัญชี: 020 123456789", ["account"]),
        ("Account No. 0812345678", ["account"]),
        ("08-1234-5678", ["phone"]),
        ("081-234-5678 และ +66 89 123 4567", ["phone"]),
        ("0612345678", ["phone"]),
        ("โทร. 02-123-4567 ต่อ 89 หรือ 075 123456", []),
        ("เลขที่โครงการ 66012345678 วันที่ 2566-01-02 จำนวน 1,234,567,890.00", []),
    ],
)
def test_personal_numbers_are_told_from_others(text, expected):
    assert codes(text) == expected


def test_public_contacts_may_show_mobile_numbers_but_nothing_else():
    assert codes(f"081-234-5678 {ID}", public_contacts=True) == ["citizen_id"]


def test_a_concern_counts_and_masks_and_names_the_place():
    other = with_check_digit("310150012345")
    table = Grid(TWO, ("เลข",), ((ID,), (other,), (ID,)))
    hidden = Concern("comments", Text("ก", "a"), ONE)
    content = Content(
        kind=Kind.XLSX, blocks=(Block("โทร 081-234-5678", ONE),), tables=(table,), concerns=(hidden,)
    )

    assert concerns_of(content) == (
        hidden,
        Concern(
            "phone",
            Text(
                "มีหมายเลขโทรศัพท์มือถือ 1 หมายเลข เช่น ••••••••78",
                "1 mobile number(s) are shown, such as ••••••••78.",
            ),
            ONE,
        ),
        Concern(
            "citizen_id",
            Text(
                f"มีเลขที่ตรงกับรูปแบบเลขประจำตัวประชาชน 2 เลข เช่น •••••••••••{ID[-2:]}",
                f"2 number(s) have the form of a citizen's id, such as •••••••••••{ID[-2:]}.",
            ),
            TWO,
        ),
    )


def test_so_many_concerns_are_given_and_no_more():
    blocks = tuple(Block(ID, Text(str(number))) for number in range(MOST + 5))

    assert len(concerns_of(Content(kind=Kind.PDF, blocks=blocks))) == MOST


def test_the_number_of_a_company_is_no_citizen_id():
    assert [is_citizen_id(number) for number in (ID, with_check_digit("099400012345"), ID[:-1], "x")] == [
        True,
        False,
        False,
        False,
    ]


@given(st.from_regex("[1-8][0-9]{11}", fullmatch=True))
def test_one_check_digit_of_ten_fits(twelve):
    fitting = [digit for digit in "0123456789" if is_citizen_id(twelve + digit)]

    assert [twelve + digit for digit in fitting] == [with_check_digit(twelve)]


@given(st.text())
def test_any_text_may_be_looked_through(text):
    assert isinstance(codes(text), list)
