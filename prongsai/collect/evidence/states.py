"""Where an item stands: worked out from its rows, in Python for one and in the database for many."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from prongsai.collect.evidence.models import Reply, Submission, Work


class State(StrEnum):
    """In the order of its way. left_out: frozen without an approval, so that it counts as not shown."""

    NOTHING = "nothing"
    DRAFT = "draft"
    TO_APPROVE = "to_approve"
    READY = "ready"
    LEFT_OUT = "left_out"
    FROZEN = "frozen"
    REVIEWED = "reviewed"
    REPLIED = "replied"
    FINAL = "final"


WORDS: dict[State, str | Promise] = {
    State.NOTHING: _("Nothing yet"),
    State.DRAFT: pgettext_lazy("of an item", "Draft"),
    State.TO_APPROVE: _("To approve"),
    State.READY: pgettext_lazy("of an item", "Ready"),
    State.LEFT_OUT: _("Not submitted"),
    State.FROZEN: _("Frozen"),
    State.REVIEWED: _("Reviewed"),
    State.REPLIED: _("Replied"),
    State.FINAL: _("Final"),
}
BEFORE_READY = (State.NOTHING, State.DRAFT, State.TO_APPROVE)
NOT_READY = frozenset({*BEFORE_READY, State.LEFT_OUT})


def is_approved(work: Work) -> bool:
    """Whether what stands there now is what was approved."""
    return bool(work.content_hash) and work.approved_hash == work.content_hash


def is_voided(work: Work) -> bool:
    """Whether an approval was given, and does not hold because the content has changed since."""
    return bool(work.approved_hash) and work.approved_hash != work.content_hash


def state_of(work: Work, submission: Submission, *, has_reply: bool = False) -> State:
    """Give the state of an item.

    has_reply  whether the office replied to its mark.
    """
    if submission.confirmed_on:
        return State.FINAL
    if submission.previewed_on:
        return State.REPLIED if has_reply else State.REVIEWED
    if submission.frozen_on:
        return State.FROZEN if is_approved(work) else State.LEFT_OUT
    if not work.content_hash:
        return State.NOTHING
    if is_approved(work):
        return State.READY
    return State.TO_APPROVE if work.sent_hash == work.content_hash else State.DRAFT


def with_state(works: QuerySet[Work]) -> QuerySet[Any]:
    """Annotate `state`, by the same rules, for lists too long to be read row by row."""
    is_ready = {"approved_hash": F("content_hash")}
    steps = [
        When(submission__confirmed_on__isnull=False, then=Value(State.FINAL.value)),
        When(
            Exists(Reply.objects.filter(work=OuterRef("pk"))),
            submission__previewed_on__isnull=False,
            then=Value(State.REPLIED.value),
        ),
        When(submission__previewed_on__isnull=False, then=Value(State.REVIEWED.value)),
        When(submission__frozen_on__isnull=False, content_hash="", then=Value(State.LEFT_OUT.value)),
        When(submission__frozen_on__isnull=False, **is_ready, then=Value(State.FROZEN.value)),
        When(submission__frozen_on__isnull=False, then=Value(State.LEFT_OUT.value)),
        When(content_hash="", then=Value(State.NOTHING.value)),
        When(**is_ready, then=Value(State.READY.value)),
        When(sent_hash=F("content_hash"), then=Value(State.TO_APPROVE.value)),
    ]
    return works.annotate(state=Case(*steps, default=Value(State.DRAFT.value), output_field=CharField()))
