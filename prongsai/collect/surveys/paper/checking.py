"""The second entry: another person types some sheets from the paper, without seeing the first."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.collect.surveys.actions import SurveyRefusedError, note
from prongsai.collect.surveys.models import PaperSheet
from prongsai.collect.surveys.paper.drawing import places_differing, to_check
from prongsai.collect.surveys.paper.holding import form_of, hold_sheet
from prongsai.people.models import User


@transaction.atomic
def enter_second(*, sheet: PaperSheet, answers: bytes, by: User) -> PaperSheet:
    """Keep what a second person typed.

    raises  SurveyRefusedError unless it is drawn, not yet typed, and `by` is a second person.
    trail   surveys.paper_checked, once all that were drawn are done
    """
    hold_sheet(sheet)
    refuse_second(sheet, by)
    pile, form = sheet.batch, form_of(sheet.batch)
    if not form.fits(answers):
        raise SurveyRefusedError(_("This is no sheet of this survey."))
    sheet.second, sheet.second_by_id = answers, by.pk
    sheet.save(update_fields=["second", "second_by_id"])
    pile.compared += form.size
    pile.differing += len(places_differing(sheet))
    pile.save(update_fields=["compared", "differing"])
    if not to_check(pile):
        note(
            "paper_checked", pile.survey, by, pile=pile.name, compared=pile.compared, differing=pile.differing
        )
    return sheet


@transaction.atomic
def settle(*, sheet: PaperSheet, chosen: Mapping[int, int], by: User) -> PaperSheet:  # noqa: ARG001  # as of corrections, no trail
    """Take for each row that differs what the paper says. chosen: place of the row -> its answer.

    raises  SurveyRefusedError unless every row that differs is settled.
    """
    hold_sheet(sheet)
    if set(places_differing(sheet)) != set(chosen):
        raise SurveyRefusedError(_("Look at the paper and choose for every row."))
    answers = bytearray(sheet.answers)
    for place, answer in chosen.items():
        if not form_of(sheet.batch).has(place, answer):
            raise SurveyRefusedError(_("This is no sheet of this survey."))
        answers[place] = answer
    sheet.answers = sheet.second = bytes(answers)
    sheet.save(update_fields=["answers", "second"])
    return sheet


def refuse_second(sheet: PaperSheet, by: User) -> None:
    if not sheet.is_drawn or sheet.second is not None:
        raise SurveyRefusedError(_("This sheet is not to be typed a second time."))
    if by.is_superuser:
        raise SurveyRefusedError(
            _("The second entry is the office's own: no technical administrator does it.")
        )
    if sheet.entered_by_id == by.pk:
        raise SurveyRefusedError(_("You typed this sheet yourself. The second entry takes another person."))
