"""What somebody judges next: one item across offices, or one office across items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.evidence.models import Assignment
from prongsai.collect.evidence.reviewing.giving import Grouping
from prongsai.core import codes

Role = Assignment.Role


@dataclass(frozen=True, slots=True)
class Pile:
    """An item of several offices, or an office with several items. next: the first that is not judged."""

    name: str
    done: int
    all: int
    next: Assignment

    @property
    def is_done(self) -> bool:
        return self.done == self.all


def in_order(queue: Iterable[Assignment], grouping: Grouping) -> list[Assignment]:
    return sorted(queue, key=lambda each: (*_key(each, grouping), each.role, each.pk))


def piles(queue: Iterable[Assignment], grouping: Grouping) -> list[Pile]:
    """What lies before somebody, in its order."""
    found: dict[object, list[Assignment]] = {}
    for each in in_order(queue, grouping):
        found.setdefault(_key(each, grouping)[0], []).append(each)
    return [_pile(those, grouping) for those in found.values()]


def after(present: Assignment, queue: Sequence[Assignment], grouping: Grouping) -> Assignment | None:
    """The next that is not judged, from here on and then from the beginning; None where all is done."""
    ordered = in_order(queue, grouping)
    places = [place for place, each in enumerate(ordered) if each.pk == present.pk]
    here = places[0] + 1 if places else 0
    turned = [*ordered[here:], *ordered[:here]]
    return next((each for each in turned if not each.is_done and each.pk != present.pk), None)


def before(present: Assignment, queue: Sequence[Assignment], grouping: Grouping) -> Assignment | None:
    """The one before this, judged or not."""
    ordered = in_order(queue, grouping)
    places = [place for place, each in enumerate(ordered) if each.pk == present.pk]
    return ordered[places[0] - 1] if places and places[0] else None


def _key(each: Assignment, grouping: Grouping) -> tuple[object, object]:
    item = codes.order(each.work.item_code)
    office = (each.work.submission.assessment.office.name_th, each.work.submission_id)
    return (item, office) if grouping is Grouping.ITEM else (office, item)


def _pile(those: Sequence[Assignment], grouping: Grouping) -> Pile:
    assessment = those[0].work.submission.assessment
    if grouping is Grouping.OFFICE:
        name = assessment.office.name
    else:
        item = framework_of(assessment).item(those[0].work.item_code)
        name = f"{item.code.upper()} {said(item.name)}"
    left = [each for each in those if not each.is_done]
    return Pile(name, len(those) - len(left), len(those), (left or those)[0])
