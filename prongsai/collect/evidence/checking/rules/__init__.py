"""The rules by which elements are looked for, each a function of what it asks and of one link."""

from __future__ import annotations

from collections.abc import Callable

from prongsai.collect.evidence.checking.found import Found, unsure
from prongsai.collect.evidence.checking.rules import (
    activities,
    contacts,
    follows,
    links,
    tables,
    times,
    words,
)
from prongsai.collect.evidence.checking.shown import Look
from prongsai.core.checks import Check, Rule
from prongsai.core.text import Text

BY_EYE = Text("เครื่องตรวจเรื่องนี้ไม่ได้ โปรดเปิดอ่านด้วยตนเอง", "No machine can tell this. Read it yourself.")


def _by_eye(_check: Check, _look: Look) -> Found:
    return unsure(BY_EYE)


RULES: dict[Rule, Callable[[Check, Look], Found]] = {
    Rule.WORDS: words.words,
    Rule.COLUMNS: tables.columns,
    Rule.ROWS: tables.rows,
    Rule.ACTIVITIES: activities.activities,
    Rule.MONTHS: times.months,
    Rule.YEAR: times.year,
    Rule.EMAIL: contacts.email,
    Rule.PHONE: contacts.phone,
    Rule.FAX: contacts.fax,
    Rule.PICTURE: contacts.picture,
    Rule.MAP: contacts.map_,
    Rule.PERSON_NAMES: words.person_names,
    Rule.LANGUAGE: words.language,
    Rule.EXECUTIVE: words.executive,
    Rule.FOLLOWS: follows.follows,
    Rule.FROM_MAIN_SITE: links.from_main_site,
    Rule.APART: links.apart,
    Rule.TAKES_TEXT: contacts.takes_text,
    Rule.BY_EYE: _by_eye,
}
# What can be told without reading the content.
OF_ADDRESS = frozenset({Rule.FROM_MAIN_SITE, Rule.APART})
# What no file beside the page can hold.
NOT_IN_FILES = frozenset({Rule.YEAR, Rule.TAKES_TEXT})
# What holds only if it holds of every link that shows it.
OF_EVERY = frozenset({Rule.APART})
