"""Whether a report speaks of the projects and activities of the plan that it must agree with."""

from __future__ import annotations

from prongsai.collect.evidence.checking.found import Found, failed, passed, quoted, unsure
from prongsai.collect.evidence.checking.rules.activities import distinct, names_in
from prongsai.collect.evidence.checking.shown import Look, own
from prongsai.collect.evidence.reading import skeleton
from prongsai.core.checks import Check
from prongsai.core.framework import Period
from prongsai.core.text import Text

_FEWEST = 2  # names by which two documents can be compared
_ALL = 100  # per cent
_STARTS = ("โครงการ", "กิจกรรม")


def follows(check: Check, look: Look) -> Found:
    code = look.item.agrees_with
    names = _names(look)
    if len(names) < _FEWEST:
        return unsure(_NOTHING_TO_HOLD.fill(item=code.upper()))
    missing = [name for name in names if skeleton.find(look.content, name) is None]
    share = _ALL * (len(names) - len(missing)) // len(names)
    told = {"share": share, "count": len(names) - len(missing), "all": len(names), "item": code.upper()}
    if share >= check.least:
        return passed(_FOLLOWS.fill(**told))
    if look.item.period is Period.LAST_YEAR:  # the plan shown may be this year's
        return unsure(_OTHER_YEAR.fill(**told))
    return failed(_DOES_NOT.fill(**told, names=quoted(missing, most=3)))


def _names(look: Look) -> tuple[str, ...]:
    found: list[str] = []
    for shown in look.facts.others.get(look.item.agrees_with, ()):
        content = own(shown, look.facts)
        found += [name for table in content.tables for name in names_in(table)]
        found += [
            block.text for block in content.blocks if block.text.lstrip("0123456789.)- ").startswith(_STARTS)
        ]
    return distinct(name for name in found if len(skeleton.skeleton(name)) >= skeleton.LONG)


_NOTHING_TO_HOLD = Text(
    "ยังเทียบกับข้อ {item} ไม่ได้ เพราะไม่พบรายชื่อโครงการหรือกิจกรรมในข้อนั้น โปรดเปิดเทียบด้วยตนเอง",
    "This cannot be held against {item}: no names of projects were found there. Compare the two yourself.",
)
_FOLLOWS = Text(
    "กล่าวถึงโครงการหรือกิจกรรมของข้อ {item} {count} จาก {all} รายการ",
    "It speaks of {count} of the {all} projects of {item}.",
)
_OTHER_YEAR = Text(
    "กล่าวถึงโครงการหรือกิจกรรมของข้อ {item} {count} จาก {all} รายการ อาจเพราะแผนเป็นของปีอื่น โปรดเปิดเทียบ",
    "It speaks of {count} of the {all} projects of {item}; that plan may be another year's. Compare them.",
)
_DOES_NOT = Text(
    "กล่าวถึงโครงการหรือกิจกรรมของข้อ {item} เพียง {count} จาก {all} รายการ ที่ไม่พบ เช่น {names} โปรดรายงานให้ครบ",
    "It speaks of only {count} of the {all} projects of {item}. Not found: {names}. Report on all of them.",
)
