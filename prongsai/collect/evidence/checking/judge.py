"""All verdicts on one item: four questions of each link, one of each element."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prongsai.collect.evidence.checking.accessible import accessible
from prongsai.collect.evidence.checking.alive import alive
from prongsai.collect.evidence.checking.complete import NOT_OPEN, complete
from prongsai.collect.evidence.checking.current import current
from prongsai.collect.evidence.checking.found import Found
from prongsai.collect.evidence.checking.gone import gone as _gone
from prongsai.collect.evidence.checking.machine_readable import machine_readable
from prongsai.collect.evidence.checking.shown import Facts, Look, Shown, looks
from prongsai.collect.evidence.checking.verdict import Answer, Asked, Verdict
from prongsai.core.framework import Element, Item
from prongsai.core.text import Text

_OF_LINKS: dict[Asked, Callable[[Look], Found]] = {
    Asked.CURRENT: current,
    Asked.MACHINE_READABLE: machine_readable,
    Asked.ACCESSIBLE: accessible,
}


def judge(item: Item, shown: Sequence[Shown], facts: Facts) -> tuple[Verdict, ...]:
    """Verdicts on the links in their order, then on the elements in theirs; nothing if nothing is shown."""
    if not shown:
        return ()
    every = looks(item, tuple(shown), facts)
    alives = {look.shown.address: alive(look) for look in every}
    verdicts = [verdict for look in every for verdict in _of_link(look, alives[look.shown.address])]
    opened = [look for look in every if _is_open(look, alives[look.shown.address])]
    return (*verdicts, *(_of_element(element, opened, list(alives.values())) for element in item.elements))


def _is_open(look: Look, life: Verdict) -> bool:
    fetched = look.shown.fetched
    has_body = fetched.has_succeeded
    return has_body and life.answer is not Answer.FAIL and not _is_doubtful(look, life)


def _is_doubtful(look: Look, life: Verdict) -> bool:
    """A page of which it is not sure yet that it is the right one says nothing of the item."""
    return life.answer is Answer.NOT_SURE and bool(_gone(look))


def _of_link(look: Look, life: Verdict) -> list[Verdict]:
    if _is_open(look, life):
        found = {asked: ask(look) for asked, ask in _OF_LINKS.items()}
    else:
        answer = Answer.NOT_APPLICABLE if life.answer is Answer.FAIL else Answer.NOT_SURE
        found = dict.fromkeys(_OF_LINKS, Found(answer, _CLOSED))
    return [life, *(_verdict(look, asked, each) for asked, each in found.items())]


def _of_element(element: Element, opened: list[Look], lives: list[Verdict]) -> Verdict:
    if opened:
        showing = [look for look in opened if not look.shown.elements or element.code in look.shown.elements]
        return complete(element, showing or opened)
    is_gone = all(life.answer is Answer.FAIL for life in lives)
    answer = Answer.NOT_APPLICABLE if is_gone else Answer.NOT_SURE
    return Verdict(
        asked=Asked.COMPLETE, answer=answer, said=NOT_OPEN, element=element.code, address=lives[0].address
    )


def _verdict(look: Look, asked: Asked, found: Found) -> Verdict:
    return Verdict(
        asked=asked,
        answer=found.answer,
        said=found.said,
        place=found.place,
        address=look.shown.address,
        looked_at=look.shown.fetched.sha256,
    )


_CLOSED = Text("ยังตรวจเรื่องนี้ไม่ได้ เพราะเปิดลิงก์ไม่ได้", "This could not be asked: the link does not open.")
