"""One-use codes: digits only, since those are the same on a Thai and on a Latin keyboard.

A code is 60 random bits written as 19 digits and a check digit that finds every single wrong digit
and every two neighbours exchanged (H. M. Damm, 2004).
"""

from __future__ import annotations

import secrets
import string

from django.utils.translation import gettext as _

BITS = 60
LENGTH = 20
GROUP = 4
_DAMM = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
# What the digit keys type while the keyboard stands on Thai (TIS 820-2538).
_THAI_KEYS = str.maketrans("จๅ/-ภถุึคต", "0123456789")
_SPACES = str.maketrans("", "", " -–\u00a0\u200b\t\r\n")


class CodeError(ValueError):
    """What was typed is no code."""


def make() -> str:
    """Draw a code."""
    number = f"{secrets.randbits(BITS):0{LENGTH - 1}d}"
    return number + check_digit(number)


def check_digit(digits: str) -> str:
    interim = 0
    for digit in digits:
        interim = int(_DAMM[interim][int(digit)])
    return str(interim)


def written(code: str) -> str:
    """Write a code in groups of four, as slips do."""
    return " ".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read(typed: str) -> str:
    """Read a typed or scanned code.

    raises  CodeError if it has not 20 digits, or the check digit says that one is wrong.
    """
    plain = typed.translate(_THAI_DIGITS)
    for text in (plain.translate(_SPACES), plain.replace(" ", "").translate(_THAI_KEYS)):
        if _is_code(text):
            return text
    raise CodeError(typed)


def misread(typed: str) -> str:
    """Say in words what is wrong with a text that `read` refuses."""
    digits = _digits_in(typed)
    if digits == LENGTH:
        return _("The code is not right: compare its 20 digits with the slip.")
    return _("A code has %(length)s digits; what was typed has %(digits)s. Compare it with the slip.") % {
        "length": LENGTH,
        "digits": digits,
    }


def _digits_in(typed: str) -> int:
    plain = typed.translate(_THAI_DIGITS)
    by_keys = plain.replace(" ", "").translate(_THAI_KEYS)
    found = sum(letter in string.digits for letter in plain)
    return len(by_keys) if not found and by_keys.isdecimal() else found


def _is_code(text: str) -> bool:
    is_digits = len(text) == LENGTH and text.isascii() and text.isdigit()
    return is_digits and check_digit(text[:-1]) == text[-1] and int(text[:-1]) < 2**BITS
