"""A pile of paper is begun, declared complete, and closed: its sheets then lie in boxes like all others."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.surveys import boxes
from prongsai.collect.surveys.actions import SurveyRefusedError, held, note
from prongsai.collect.surveys.compacting import compact_if_free
from prongsai.collect.surveys.models import Box, PaperBatch, Survey
from prongsai.collect.surveys.paper.drawing import draw, refuse_unchecked
from prongsai.collect.surveys.paper.holding import PileClosedError, hold, refuse_early
from prongsai.collect.surveys.queries import heads_of
from prongsai.people.actions import Actor, save_checked

_random = secrets.SystemRandom()
_MAC_BYTES = 32


@transaction.atomic
def begin_pile(*, survey: Survey, stream: str, name: str, by: Actor) -> PaperBatch:
    """raises  SurveyRefusedError before the opening day, after sealing, or if the survey has no such paper.
    trail   surveys.paper_begun
    """
    held(survey)
    refuse_early(survey)
    row = survey.streams.filter(code=stream).first()
    pile = PaperBatch(survey=survey, stream=stream, name=name.strip())
    if row is None or not pile.kind.is_paper:
        raise SurveyRefusedError(_("The survey is not answered in this way. Choose another one."))
    save_checked(pile)
    note("paper_begun", survey, by, pile=pile.name, stream=stream)
    return pile


@transaction.atomic
def complete_pile(*, pile: PaperBatch, by: Actor) -> PaperBatch:
    """Declare that every paper of the pile is typed, and draw those that a second person types.

    raises  SurveyRefusedError if nothing is typed.
    trail   surveys.paper_completed, with the number of sheets
    """
    hold(pile)
    if not pile.drafts.exists():
        raise SurveyRefusedError(_("Nothing is typed yet."))
    if not pile.is_complete:
        pile.is_complete = True
        pile.save(update_fields=["is_complete"])
        draw(pile)
        note("paper_completed", pile.survey, by, pile=pile.name, sheets=pile.drafts.count())
    return pile


@transaction.atomic
def close_pile(*, pile: PaperBatch, by: Actor, why: str = "") -> PaperBatch:
    """Put every sheet into a box, in random order, and destroy what was typed. Closing again does nothing.

    why     the reason, where the second person is not done.
    raises  SurveyRefusedError if it is not complete, not checked, has differences that are not settled, or
            there would be more sheets than people.
    trail   surveys.paper_closed, with how many there were and how many answers differed
    """
    try:
        hold(pile)
    except PileClosedError:
        return pile
    pile.unchecked_why = refuse_unchecked(pile, why.strip())
    sheets = [_box(pile, bytes(each.answers), each.suggestion) for each in pile.drafts.all()]
    _refuse_more_than_people(pile, len(sheets))
    _random.shuffle(sheets)
    Box.objects.bulk_create(sheets, batch_size=200)
    pile.drafts.all().delete()
    pile.is_closed, pile.sheets_taken = True, len(sheets)
    pile.save(update_fields=["is_closed", "sheets_taken", "unchecked_why"])
    told = {name: getattr(pile, name) for name in ("corrections", "compared", "differing", "unchecked_why")}
    note("paper_closed", pile.survey, by, pile=pile.name, sheets=len(sheets), **told)
    transaction.on_commit(compact_if_free)
    return pile


@transaction.atomic
def remove_pile(*, pile: PaperBatch, by: Actor) -> None:
    """raises  SurveyRefusedError if something is typed.
    trail   surveys.paper_removed
    """
    hold(pile)
    if pile.drafts.exists():
        raise SurveyRefusedError(_("The pile has sheets. Remove them first."))
    note("paper_removed", pile.survey, by, pile=pile.name)
    pile.delete()


def _refuse_more_than_people(pile: PaperBatch, number: int) -> None:
    """Refuse a pile after which more would have answered than could."""
    heads = heads_of(pile.survey)
    if heads is not None and pile.survey.boxes.count() + number > heads:
        raise SurveyRefusedError(
            _(
                "%(heads)s people could answer, and with this pile there would be more sheets. "
                "Look for papers typed twice, or mend the number of people."
            )
            % {"heads": heads}
        )


def _box(pile: PaperBatch, answers: bytes, suggestion: str) -> Box:
    """A box as any other: no paper's number, and numbers of its own that nothing leads to."""
    survey = pile.survey
    return Box(
        submission=secrets.token_hex(_MAC_BYTES),
        survey=survey,
        stream=pile.stream,
        day=min(timezone.localdate(), survey.closes_on),
        answers_mac=secrets.token_hex(_MAC_BYTES),
        sealed=boxes.close(boxes.pack(answers, suggestion), bytes(survey.public_key)),
    )
