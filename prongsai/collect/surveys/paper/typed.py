"""What was typed from a paper sheet: for each row the number of the box that is ticked, 0 for none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.collect.surveys.questionnaire import BLANK, Questionnaire
from prongsai.core.framework import Row

# Not what the digit keys type while the keyboard stands on Thai: a dash is 3 there, and a blank elsewhere.
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
NUMBER_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Typed:
    """answers: one byte a row, to be used only where nothing is wrong; wrong: row code -> what is."""

    answers: bytes
    wrong: Mapping[str, str]


def read_rows(form: Questionnaire, typed: Mapping[str, str]) -> Typed:
    """Read one digit for each row. typed: row code -> as typed; a space is a 0."""
    answers, wrong = bytearray(form.size), {}
    for place, row in enumerate(form.rows):
        digit = _digit(typed.get(row.code, ""))
        if said := _problem(row, digit):
            wrong[row.code] = said
        else:
            answers[place] = int(digit)
    return Typed(bytes(answers), wrong)


def split_line(form: Questionnaire, line: str) -> dict[str, str]:
    """Give the digits of a whole line to the rows in order; spaces are blanks only where all fit so.

    raises  ValueError with what is wrong if there are more or fewer digits than rows.
    """
    plain = line.strip("\r\n")
    for digits in (plain, "".join(plain.split())):
        if len(digits) == form.size:
            return dict(zip((row.code for row in form.rows), digits, strict=True))
    raise ValueError(
        _("The line has %(many)s digits; this form has %(size)s rows.")
        % {"many": len("".join(plain.split())), "size": form.size}
    )


def read_number(typed: str) -> int | None:
    """Read the number on the paper; None if it is none."""
    digits = typed.strip().translate(_DIGITS)
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= NUMBER_DIGITS
    return int(digits) or None if is_number else None


def _digit(typed: str) -> str:
    """The digit that was meant; a space says that the paper is blank, nothing that nobody looked."""
    return typed.strip().translate(_DIGITS) or ("0" if typed else "")


def _problem(row: Row, digit: str) -> str:
    many = len(row.scale.choices)
    if not digit:
        return _("Nothing typed. Type 0 if the paper is blank here.")
    if len(digit) == 1 and digit in "0123456789"[: many + 1]:
        return ""
    return _("“%(typed)s” is no box of this row: type 1 to %(many)s, or %(blank)s.") % {
        "typed": digit[:5],
        "many": many,
        "blank": BLANK,
    }
