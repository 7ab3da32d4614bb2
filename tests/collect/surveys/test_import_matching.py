"""Columns find their rows by code or wording; what is not sure is left to a person."""

import pytest
from form_exports import EIT, IIT, MESSY, YEAR
from hypothesis import given, settings, strategies as st

from prongsai.collect.surveys.importing.labels import means
from prongsai.collect.surveys.importing.matching import propose
from prongsai.collect.surveys.importing.titles import read_title


def proposed(*titles, rows=IIT):
    return [each.row for each in propose(rows, titles)]


def test_titles_worded_otherwise_find_their_rows():
    assert proposed(*MESSY.values()) == list(MESSY)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("rows", [IIT, EIT], ids=["iit", "eit"])
def test_the_wording_of_the_survey_itself_finds_every_row(rows, language):
    titles = [row.name.in_(language) for row in rows.by_code.values()]

    assert proposed(*titles, rows=rows) == list(rows.by_code)


@settings(max_examples=25, deadline=None)
@given(st.permutations([*MESSY, "none"]))
def test_the_order_of_the_columns_makes_no_difference(order):
    assert proposed(*[MESSY.get(code, "สังกัดกลุ่มงาน") for code in order]) == [
        code if code in MESSY else "" for code in order
    ]


@pytest.mark.parametrize(
    ("title", "row"),
    [
        ("i1.1", "i1.1"),
        ("I 1.2 อะไรก็ได้", "i1.2"),
        ("ข้อ ๑.๒", "i1.2"),
        ("i4.2) [เงิน]", "i4.2"),
        ("i4 มีการเรียกรับหรือไม่ [ทรัพย์สิน]", "i4.2"),
        ("ข้อ 7", "i7.1"),  # a question of one row
        ("i2", "i2.1"),
        ("ข้อ 1", ""),  # a question of two rows
        ("i99", ""),
        ("เงิน", ""),  # three questions ask for it
        ("เพศ", ""),
        ("", ""),
        ("ท่านพอใจแบบสอบถามนี้มากน้อยเพียงใด", ""),
    ],
)
def test_a_code_or_a_number_alone_names_a_row(title, row):
    assert proposed(title) == [row]


def test_a_code_that_the_wording_contradicts_is_asked():
    title = f"i9.1 {IIT.by_code['i7.1'].name.th}"
    (found,) = propose(IIT, [title])

    assert (found.row, set(found.likely[:2])) == ("", {"i7.1", "i9.1"})


def test_two_columns_that_say_the_same_are_both_asked():
    title = IIT.by_code["i7.1"].name.th

    assert proposed(title, title, "i8.1") == ["", "", "i8.1"]


def test_rows_of_one_question_that_nothing_tells_apart_are_asked():
    title = IIT.by_code["i4.1"].name.th.replace("เรียกรับเงิน", "เรียกรับสิ่งใด")
    (found,) = propose(IIT, [title])

    assert (found.row, set(found.likely)) == ("", {"i4.1", "i4.2", "i4.3"})


def test_a_number_before_the_words_says_little():
    assert proposed(f"9.1 {IIT.by_code['i7.1'].name.th}") == ["i7.1"]


def test_a_grid_is_its_question_and_its_row():
    found = read_title("i4  ท่านเห็น\nว่า [ 1) เงิน ]", {"i4"})

    assert (found.code, found.question, found.row) == ("i4", "ท่านเห็น ว่า", "เงิน")


@pytest.mark.parametrize(
    ("cell", "choice"),
    [
        ("มากที่สุด", 3),
        (" มาก  ที่สุด ", 3),
        ("มากที่่สุด", None),
        ("4", 3),
        ("๔", 3),
        ("4.0", 3),
        ("4 - มากที่สุด", 3),
        ("มากที่สุด (4)", 3),
        ("4 มาก", None),  # number and word disagree
        ("น้อยที่สุด", 0),
        ("ไม่มีเลย", 0),
        ("Very much", 3),
        ("5", None),
        ("ปานกลาง", None),
        ("ไม่มี", None),
        ("ไม่มาก", None),
        (" " * 50_000 + "(", None),
    ],
)
def test_a_cell_names_a_choice_exactly(cell, choice):
    found = means(cell, YEAR.scales["level4"])

    assert (found.choice if found and found.is_exact else None) == choice


@pytest.mark.parametrize(("cell", "choice"), [("มากทีสุด", 3), ("มากที่สุดด", 3), ("น้อยที่สุดหรือไม่มี", 0)])
def test_a_slip_of_the_hand_is_near_a_choice(cell, choice):
    found = means(cell, YEAR.scales["level4"])

    assert (found.choice, found.is_exact) == (choice, False)


@pytest.mark.parametrize(("cell", "choice"), [("มี", 0), ("ไม่มี", 1), ("ไม่ มี", 1), ("มีี", None), ("ไม่", None)])
def test_short_labels_are_never_guessed(cell, choice):
    found = means(cell, YEAR.scales["yes_no"])

    assert (found and found.choice) == choice
