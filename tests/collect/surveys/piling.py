"""A pile of paper, typed in as an office would."""

from __future__ import annotations

from running import Running, begin

from prongsai.collect.surveys.models import PaperBatch, PaperSheet
from prongsai.collect.surveys.paper import actions, checking, sheets
from prongsai.people import actions as people
from prongsai.people.models import Membership, User

PAPER = {"iit": {"iit": 60, "iit-paper": None}, "eit": {"eit-self": 300, "eit-self-paper": None}}


def with_paper(instrument: str = "iit") -> Running:
    return begin(instrument=instrument, heads=PAPER[instrument])


def begin_pile(running: Running, name: str = "ชุดที่ 1") -> PaperBatch:
    stream = f"{next(iter(PAPER[running.survey.instrument]))}-paper"
    return actions.begin_pile(survey=running.survey, stream=stream, name=name, by=running.admin)


def enter(running: Running, pile: PaperBatch, number: int, *, choice: int = 1, **fields) -> PaperSheet:
    told = {"answers": running.answers(choice), "by": running.admin} | fields
    return sheets.enter_sheet(pile=pile, number=number, **told)


def complete(running: Running, count: int) -> PaperBatch:
    """A pile of so many sheets, all typed, some of them drawn."""
    pile = begin_pile(running)
    for number in range(1, count + 1):
        enter(running, pile, number)
    return actions.complete_pile(pile=pile, by=running.admin)


def check(running: Running, pile: PaperBatch, by: User) -> None:
    """Type every sheet that is drawn a second time, as it was typed at first."""
    for sheet in pile.drafts.filter(is_drawn=True, second__isnull=True):
        checking.enter_second(sheet=sheet, answers=bytes(sheet.answers), by=by)


def colleague(running: Running, username: str = "colleague") -> User:
    """A second person of the office who may edit."""
    user = people.create_user(
        username=username,
        display_name="เพื่อนร่วมงาน",
        password="only-for-tests",
        preferred_language="en",
        by=None,
    )
    people.grant_role(user=user, role=Membership.Role.OFFICE_ADMIN, office=running.office, by=None)
    return user


def with_rows(answers: bytes, **changed: int) -> bytes:
    """The same answers but for some rows: with_rows(answers, at_3=2)."""
    told = bytearray(answers)
    for place, answer in changed.items():
        told[int(place.removeprefix("at_"))] = answer
    return bytes(told)
