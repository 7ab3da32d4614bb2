"""A reminder to everyone alike: nobody knows who has answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.streams import open_stream
from prongsai.collect.surveys.workspace.asked import title_of
from prongsai.collect.surveys.workspace.public import Door
from prongsai.core.days import written_day
from prongsai.core.text import Language, Text

_WITH_CODE = Text(
    "เรียน ทุกท่าน\n\n"
    "{office} ขอเชิญทุกท่านที่มีสิทธิตอบ{survey} ตอบภายในวันที่ {day} ที่ {address} "
    "โดยใช้รหัสในใบรหัสที่พับไว้ซึ่งท่านจับได้\n\n"
    "ไม่มีใครรู้ได้ว่าใครตอบแล้วหรือยัง และไม่มีใครรู้ได้ว่าใครตอบอะไร ข้อความนี้จึงส่งถึงทุกท่านเหมือนกัน "
    "หากท่านตอบแล้ว ขอขอบคุณ และไม่ต้องตอบซ้ำ",
    "Dear all,\n\n"
    "{office} invites everyone who may answer “{survey}” to do so by {day} at {address} with the code on "
    "the folded slip that you drew.\n\n"
    "Nobody can tell who has answered, or who answered what, so this reminder goes to everyone alike. "
    "If you have answered already, thank you; please do not answer again.",
)
_OPEN = Text(
    "เรียน ผู้รับบริการและผู้มาติดต่อทุกท่าน\n\n"
    "{office} ขอเชิญท่านตอบ{survey} ภายในวันที่ {day} ที่ {address} ไม่ต้องบอกชื่อและไม่ต้องเข้าสู่ระบบ\n\n"
    "ไม่มีใครรู้ได้ว่าใครตอบแล้วหรือยัง และไม่มีใครรู้ได้ว่าใครตอบอะไร ข้อความนี้จึงส่งถึงทุกท่านเหมือนกัน "
    "หากท่านตอบแล้ว ขอขอบคุณ และไม่ต้องตอบซ้ำ",
    "To all who have used our services,\n\n"
    "{office} invites you to answer “{survey}” by {day} at {address}. No name is asked, and no sign-in is "
    "needed.\n\n"
    "Nobody can tell who has answered, or who answered what, so this reminder goes to everyone alike. "
    "If you have answered already, thank you; please do not answer again.",
)


@dataclass(frozen=True, slots=True)
class Reminder:
    language: Language
    text: str


def reminders_of(survey: Survey, doors: Iterable[Door]) -> tuple[Reminder, ...]:
    wording, office = _OPEN if open_stream(survey.instrument) else _WITH_CODE, survey.assessment.office
    return tuple(
        Reminder(
            door.language,
            wording.fill(
                office=Text(office.name_th, office.name_en),
                survey=title_of(survey),
                day=written_day(survey.closes_on, door.language),
                address=door.url,
            ).in_(door.language),
        )
        for door in doors
    )
