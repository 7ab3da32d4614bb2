"""Where one item stands between the first mark and the confirmed points: worked out from its rows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from prongsai.collect.evidence.models import Assignment, Mark, Reply, Work
from prongsai.collect.evidence.states import is_approved
from prongsai.core.score import NOTHING, ItemResult

NOT_SUBMITTED = "ไม่ได้ส่งข้อมูลภายในวันปิดรับ"  # the remark of an item that the office did not approve in time


@dataclass(frozen=True, slots=True)
class Given:
    """An assignment and the last mark under it."""

    assignment: Assignment
    mark: Mark | None

    @property
    def points(self) -> str | None:
        return self.mark.points if self.mark else None


@dataclass(frozen=True, slots=True)
class Standing:
    """One item of a frozen submission.

    first, second, decision  who has it now; after the preview the first mark is the one that was shown.
    is_disowned              whoever made the mark that was shown declared an interest afterwards.
    reply                    the office's last word.
    """

    work: Work
    first: Given | None = None
    second: Given | None = None
    decision: Given | None = None
    is_disowned: bool = False
    reply: Reply | None = None

    @property
    def is_submitted(self) -> bool:
        return is_approved(self.work)  # nothing else was handed in

    @property
    def is_given(self) -> bool:
        return self.first is not None or not self.is_submitted

    @property
    def is_marked(self) -> bool:
        """Whether every mark before the preview is there."""
        firsts = [each for each in (self.first, self.second) if each]
        return not self.is_submitted or (self.first is not None and all(each.mark for each in firsts))

    @property
    def differs(self) -> bool:
        """Whether both marks are there and give the item different points."""
        marks = [each.mark for each in (self.first, self.second) if each and each.mark]
        return len({mark.points for mark in marks}) > 1

    @property
    def objects(self) -> bool:
        return self.reply is not None and not self.reply.agrees

    @property
    def needs_decision(self) -> bool:
        return self.is_submitted and (self.objects or self.differs or self.is_disowned)

    @property
    def is_decided(self) -> bool:
        return not self.needs_decision or bool(self.decision and self.decision.mark)

    @property
    def shown(self) -> Mark | None:
        """What the office is shown at the preview."""
        return self.first.mark if self.first else None

    @property
    def mark(self) -> Mark | None:
        """What stands now: the decision, else the first mark."""
        if self.needs_decision and self.decision and self.decision.mark:
            return self.decision.mark
        return self.shown

    @property
    def result(self) -> ItemResult | None:
        """What the item gets as things stand; None while nobody has judged it."""
        if not self.is_submitted:
            return ItemResult(NOTHING, NOT_SUBMITTED)
        return result_of(self.mark) if self.mark else None


def result_of(mark: Mark) -> ItemResult:
    return ItemResult(None if mark.points is None else Fraction(mark.points), mark.remark)
