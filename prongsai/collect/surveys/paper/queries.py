"""How far piles are, without an answer."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, Q, QuerySet

from prongsai.collect.surveys.models import PaperBatch, PaperSheet, Survey
from prongsai.collect.surveys.paper.drawing import places_differing
from prongsai.collect.surveys.streams import StreamKind, streams_of
from prongsai.people.models import User

ADVISE_ABOVE = Fraction(1, 100)  # more differing answers than this: type all of it again


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A typed sheet in the list of its pile. is_own: `user` typed it; differing: rows to be settled."""

    number: int
    is_own: bool
    is_drawn: bool
    is_checked: bool
    differing: int


@dataclass(frozen=True, slots=True)
class PileShown:
    """A pile for one who looks. checks: sheets that were drawn; next_check: the next that `user` may type."""

    pile: PaperBatch
    sheets: tuple[SheetLine, ...]

    @property
    def checks(self) -> tuple[SheetLine, ...]:
        return tuple(each for each in self.sheets if each.is_drawn)

    @property
    def left(self) -> int:
        return sum(not each.is_checked for each in self.checks)

    @property
    def unsettled(self) -> int:
        return sum(each.differing > 0 for each in self.checks)

    @property
    def next_check(self) -> SheetLine | None:
        return next((each for each in self.checks if not each.is_checked and not each.is_own), None)

    @property
    def may_close(self) -> bool:
        return self.pile.is_complete and not self.unsettled

    @property
    def has_all_drawn(self) -> bool:
        return len(self.checks) == len(self.sheets)


def paper_streams(survey: Survey) -> list[StreamKind]:
    """The ways of answering on paper that this survey takes."""
    chosen = set(survey.streams.values_list("code", flat=True))
    return [kind for kind in streams_of(survey.instrument) if kind.is_paper and kind.code in chosen]


def piles_of(survey: Survey) -> QuerySet[PaperBatch]:
    """Piles with `typed`, the sheets in them, and `left`, those still to be typed a second time."""
    waiting = Q(drafts__is_drawn=True, drafts__second__isnull=True)
    found: QuerySet[PaperBatch] = survey.batches.annotate(
        typed=Count("drafts"), left=Count("drafts", filter=waiting)
    )
    return found.order_by("is_closed", "pk")


def unchecked_piles(survey: Survey) -> QuerySet[PaperBatch]:
    """Piles that were closed before the second person was done."""
    return survey.batches.filter(is_closed=True).exclude(unchecked_why="")


def pile_shown(pile: PaperBatch, user: User) -> PileShown:
    return PileShown(pile, tuple(_line(each, user) for each in pile.drafts.order_by("number")))


def share_differing(pile: PaperBatch) -> Fraction | None:
    return Fraction(pile.differing, pile.compared) if pile.compared else None


def next_number(pile: PaperBatch) -> int:
    """The number after the highest one."""
    last = pile.drafts.order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1


def _line(sheet: PaperSheet, user: User) -> SheetLine:
    return SheetLine(
        sheet.number,
        sheet.entered_by_id == user.pk,
        sheet.is_drawn,
        sheet.second is not None,
        len(places_differing(sheet)),
    )
