"""What in an export is of a person or of the service, and never goes further than the reading of the file."""

from __future__ import annotations

import re
from collections.abc import Collection

from prongsai.collect.surveys.importing import words
from prongsai.core.thai import arabic, day, plain


def is_about_a_person(title: str) -> bool:
    """A title such as name, e-mail, telephone. Long titles are questions and may hold any of these words."""
    text = plain(title)
    return len(text) <= _SHORT and (
        text in words.PERSON
        or text.startswith(words.PERSON_BEGINS)
        or any(word in text for word in words.PERSON_HOLDS)
    )


def is_of_the_service(title: str) -> bool:
    """A title that services add by themselves: times, numbers, points and comments of a quiz."""
    text = plain(title)
    return bool(_QUIZ.search(text)) or (
        len(text) <= _SHORT and (text in words.SERVICE or text.startswith(words.SERVICE_BEGINS))
    )


def is_personal(value: str) -> bool:
    """A cell that holds an address, a day or a time, a telephone or identity number, a name with a title."""
    text = arabic(value[:_LOOKED_AT]).strip()
    digits = sum(each.isdigit() for each in text)
    return digits >= _NUMBER or bool(_PERSONAL.search(text)) or (digits > 0 and day(text) is not None)


def is_an_answer(title: str) -> bool:
    """A "title" that is an e-mail address, a time or a number: the file begins without titles."""
    return bool(_ANSWER.fullmatch(arabic(title).strip()))


def are_personal(values: Collection[str]) -> bool:
    return bool(values) and 2 * sum(map(is_personal, values)) >= len(values)


_SHORT = 40  # letters of a title that is no question
_LOOKED_AT = 300  # letters of a cell
_NUMBER = 7  # digits of a telephone or identity number
_PERSONAL = re.compile(
    r"\S@\S+\.\S"
    r"|\d{1,4}[/-]\d{1,2}[/-]\d{1,4}"
    r"|\d{1,2}[:.]\d{2}\s*(?:น\.|[ap]\.?m)|\d{1,2}:\d{2}"
    r"|\d{1,3}(?:\.\d{1,3}){3}"
    r"|^(?:นาย|นาง|น\.ส\.|ดร\.|ด\.ช\.|ด\.ญ\.|ว่าที่|(?:mr|mrs|ms|miss|dr)\b)",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"\S+@\S+\.\S+|\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[\d:., TZAPMapmน]*|[\d -]{7,}")
_QUIZ = re.compile(r"^(?:points|คะแนน|feedback|คำติชม|ข้อเสนอแนะ)[-–:].|\[(?:score|คะแนน|feedback|คำติชม)\]$")
