"""Which sheets a second person types, and how far they are."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.collect.surveys.actions import SurveyRefusedError, note
from prongsai.collect.surveys.models import PaperBatch, PaperSheet
from prongsai.collect.surveys.paper.holding import hold
from prongsai.people.models import User

LEAST_DRAWN = 5
ONE_IN = 10
_random = secrets.SystemRandom()


def sample_size(sheets: int) -> int:
    """A tenth, at least five, all where there are fewer."""
    return min(sheets, max(LEAST_DRAWN, -(-sheets // ONE_IN)))


def places_differing(sheet: PaperSheet) -> tuple[int, ...]:
    """The places of the rows that the two typed differently; none while there is no second."""
    if sheet.second is None:
        return ()
    pairs = zip(bytes(sheet.answers), bytes(sheet.second), strict=True)
    return tuple(place for place, (first, second) in enumerate(pairs) if first != second)


def draw(pile: PaperBatch) -> None:
    """Draw at random until the sample is large enough."""
    lack = sample_size(pile.drafts.count()) - pile.drafts.filter(is_drawn=True).count()
    if lack > 0:
        others = list(pile.drafts.filter(is_drawn=False).values_list("pk", flat=True))
        pile.drafts.filter(pk__in=_random.sample(others, lack)).update(is_drawn=True)


@transaction.atomic
def draw_all(*, pile: PaperBatch, by: User) -> None:
    """Have every sheet typed a second time.

    raises  SurveyRefusedError before the pile is declared complete.
    trail   surveys.paper_all_drawn
    """
    hold(pile)
    if not pile.is_complete:
        raise SurveyRefusedError(_("Declare the pile complete first."))
    if pile.drafts.filter(is_drawn=False).update(is_drawn=True):
        note("paper_all_drawn", pile.survey, by, pile=pile.name)


def refuse_unchecked(pile: PaperBatch, why: str) -> str:
    """Give the reason to be kept: none where all that were drawn are typed a second time.

    raises  SurveyRefusedError if it is not complete, not checked and without a reason, or not settled.
    """
    if not pile.is_complete:
        raise SurveyRefusedError(_("Declare the pile complete first."))
    if any(places_differing(each) for each in pile.drafts.filter(second__isnull=False)):
        raise SurveyRefusedError(_("Settle the differences first."))
    if not to_check(pile):
        return ""
    if not why:
        raise SurveyRefusedError(
            _("The second entry is not done. Finish it, or write why it cannot be done.")
        )
    return why[:300]


def to_check(pile: PaperBatch) -> int:
    """How many of those drawn a second person has still to type."""
    return pile.drafts.filter(is_drawn=True, second__isnull=True).count()
