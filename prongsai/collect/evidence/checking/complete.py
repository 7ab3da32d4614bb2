"""Is everything there that an element asks for? Over all links that show it."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.collect.evidence.checking import rules
from prongsai.collect.evidence.checking.found import Found, best, failed, unsure, worst
from prongsai.collect.evidence.checking.reach import is_promised, why_unsure
from prongsai.collect.evidence.checking.rules.times import lists_files_by_month
from prongsai.collect.evidence.checking.shown import Look
from prongsai.collect.evidence.checking.verdict import Answer, Asked, Verdict
from prongsai.core.checks import Check, Rule
from prongsai.core.framework import Element
from prongsai.core.naming import joined
from prongsai.core.text import Text

_BEST_FIRST = (Answer.PASS, Answer.NOT_SURE, Answer.FAIL, Answer.NOT_APPLICABLE)


def complete(element: Element, looks: Sequence[Look]) -> Verdict:
    """Answer for one element. A check holds if it holds on one of the links, of all checks all must hold.

    looks   the links that open and are said to show the element; at least one.
    """
    if not element.checks:
        return _verdict(element, looks[0], unsure(rules.BY_EYE))
    pairs = [_over(check, looks) for check in element.checks]
    answer = worst(found.answer for found, _ in pairs)
    telling = [(found, look) for found, look in pairs if found.answer is answer]
    said = joined(dict.fromkeys(found.said for found, _ in telling))
    found, look = telling[0]
    if answer is Answer.FAIL and not element.is_required:
        return _verdict(element, look, Found(Answer.NOT_APPLICABLE, joined([_EXAMPLE, said]), found.place))
    return _verdict(element, look, Found(answer, said, found.place))


def _over(check: Check, looks: Sequence[Look]) -> tuple[Found, Look]:
    pairs = [(_one(check, look), look) for look in looks]
    if check.rule in rules.OF_EVERY:
        return max(pairs, key=lambda each: _BEST_FIRST.index(each[0].answer))
    chosen = best(found for found, _ in pairs)
    return next(pair for pair in pairs if pair[0] is chosen)


def _one(check: Check, look: Look) -> Found:
    """What cannot be read does not fail."""
    found = rules.RULES[check.rule](check, look)
    if found.answer is Answer.PASS and check.rule not in rules.OF_ADDRESS and is_promised(look):
        return failed(_PROMISED)
    if found.answer is not Answer.FAIL or check.rule in rules.OF_ADDRESS:
        return found
    why = why_unsure(look, are_files_no_help=_is_told_of_files(check, look))
    return unsure(joined([found.said, why]), found.place) if why else found


def _is_told_of_files(check: Check, look: Look) -> bool:
    """Whether files beside the page cannot hold what was not found on it."""
    return check.rule in rules.NOT_IN_FILES or (check.rule is Rule.MONTHS and lists_files_by_month(look))


def _verdict(element: Element, look: Look, found: Found) -> Verdict:
    return Verdict(
        asked=Asked.COMPLETE,
        answer=found.answer,
        said=found.said,
        place=found.place,
        element=element.code,
        address=look.shown.address,
        looked_at=look.shown.fetched.sha256,
    )


_PROMISED = Text(
    "หน้านี้บอกเพียงว่าอยู่ระหว่างจัดทำหรือปรับปรุง โปรดใส่เนื้อหา",
    "The page only says that it is being prepared. Put the content there.",
)
_EXAMPLE = Text("เป็นตัวอย่าง ไม่มีก็ได้", "An example; it need not be there.")
NOT_OPEN = Text("ยังตรวจเรื่องนี้ไม่ได้ เพราะไม่มีลิงก์ที่เปิดได้", "This could not be looked for: none of the links opens.")
