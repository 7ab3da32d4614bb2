"""What is typed from paper is read digit by digit, Latin or Thai."""

import pytest
from django.utils import translation
from hypothesis import given, strategies as st

from prongsai.collect.surveys.paper.entry import read_entry
from prongsai.collect.surveys.paper.typed import read_number, read_rows, split_line
from prongsai.collect.surveys.questionnaire import questionnaire
from prongsai.frameworks import library

FORM = questionnaire(library.load("obec-2565"), "iit")
CODES = [row.code for row in FORM.rows]
SHEETS = st.tuples(*(st.integers(0, len(row.scale.choices)) for row in FORM.rows)).map(bytes)
DIGITS = ["0123456789", "๐๑๒๓๔๕๖๗๘๙"]


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def typed(digits):
    return dict(zip(CODES, digits, strict=True))


@given(SHEETS, st.sampled_from(DIGITS))
def test_every_sheet_is_read_as_it_was_typed(sheet, digits):
    read = read_rows(FORM, typed(digits[answer] for answer in sheet))

    assert (read.answers, read.wrong) == (sheet, {})


@given(SHEETS)
def test_a_line_says_the_same_as_its_rows(sheet):
    digits = "".join(map(str, sheet))
    in_fives = " ".join(digits[start : start + 5] for start in range(0, len(digits), 5))

    assert split_line(FORM, digits) == split_line(FORM, in_fives) == typed(digits)


@given(st.text(max_size=60))
def test_whatever_line_is_pasted_is_read_or_said_to_be_wrong(line):
    entry = read_entry(FORM, {"line": line})

    assert entry.is_right is False or FORM.fits(entry.answers)
    assert entry.line in {line, ""}


@pytest.mark.parametrize(("digit", "answer"), [("0", 0), (" ", 0), ("4", 4), ("๔", 4), (" 3", 3)])
def test_a_digit_is_the_place_of_the_box_and_a_space_is_a_blank(digit, answer):
    read = read_rows(FORM, typed(["1"] * FORM.size) | {"i1.1": digit})

    assert (read.answers[0], read.wrong) == (answer, {})


@pytest.mark.parametrize("digit", ["5", "9", "x", "12", "-", "/", "ภ", "-1", "①", "²"])
def test_what_is_no_box_of_the_row_is_named(digit):
    read = read_rows(FORM, typed(["1"] * FORM.size) | {"i1.1": digit})

    assert read.wrong == {"i1.1": f"“{digit}” is no box of this row: type 1 to 4, or 0."}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        (" ๑๒ ", 12),
        ("007", 7),
        ("0", None),
        ("", None),
        ("-1", None),
        ("1234567", None),
        ("²", None),
    ],
)
def test_the_number_on_the_paper(text, number):
    assert read_number(text) == number
