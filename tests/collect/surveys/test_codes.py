"""Codes are digits, and a slip of the finger is found."""

import pytest
from django.utils import translation
from hypothesis import given, strategies as st

from prongsai.collect.surveys import codes

drawn = st.integers(0, 2**60 - 1).map(lambda n: f"{n:019d}" + codes.check_digit(f"{n:019d}"))


@given(drawn)
def test_a_code_is_read_as_it_is_written(code):
    assert codes.read(codes.written(code)) == code


@given(drawn)
def test_a_code_is_read_in_thai_digits(code):
    assert codes.read(code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))) == code


@given(drawn)
def test_a_code_is_read_from_a_keyboard_that_stands_on_thai(code):
    assert codes.read(codes.written(code).translate(str.maketrans("0123456789", "จๅ/-ภถุึคต"))) == code


@given(drawn, st.integers(0, 19), st.integers(1, 9))
def test_every_wrong_digit_is_found(code, place, more):
    wrong = code[:place] + str((int(code[place]) + more) % 10) + code[place + 1 :]

    with pytest.raises(codes.CodeError):
        codes.read(wrong)


@given(drawn, st.integers(0, 18))
def test_neighbours_exchanged_are_found(code, place):
    turned = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if turned != code:
        with pytest.raises(codes.CodeError):
            codes.read(turned)


@pytest.mark.parametrize("typed", ["", "12", "๑", "abcd efgh ijkl mnop qrst", "9" * 20, "²" * 20])
def test_what_is_no_code_is_refused(typed):
    with pytest.raises(codes.CodeError):
        codes.read(typed)


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("", 0),
        ("no code", 0),
        ("4821 0937", 8),
        ("๔๘๒๑", 4),
        ("ภคต จๅ/-", 7),
        ("482O", 3),
        ("9" * 21, 21),
    ],
)
def test_how_many_digits_were_read_and_how_many_a_code_has_is_said(typed, digits):
    with translation.override("en"):
        said = codes.misread(typed)

    assert said == f"A code has 20 digits; what was typed has {digits}. Compare it with the slip."


def test_the_check_digit_is_that_of_damm():
    assert codes.check_digit("572") == "4"


def test_drawn_codes_can_be_read_and_differ():
    made = {codes.make() for _each in range(200)}

    assert {codes.read(code) for code in made} == made
    assert len(made) == 200
