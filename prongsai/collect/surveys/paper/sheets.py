"""A paper sheet is typed in, corrected, or taken out. Single sheets leave no trail: it would be a clock."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.collect.surveys.actions import SurveyRefusedError
from prongsai.collect.surveys.boxes import SUGGESTION_CHARACTERS
from prongsai.collect.surveys.models import PaperBatch, PaperSheet
from prongsai.collect.surveys.paper.drawing import draw
from prongsai.collect.surveys.paper.holding import form_of, hold, hold_sheet
from prongsai.people.models import User


class NumberTakenError(SurveyRefusedError):
    """A sheet of this number is in the pile already: `sheet`."""

    def __init__(self, sheet: PaperSheet) -> None:
        super().__init__(_("Number %(number)s is typed in already.") % {"number": sheet.number})
        self.sheet = sheet


@transaction.atomic
def enter_sheet(
    *, pile: PaperBatch, number: int, answers: bytes, suggestion: str = "", by: User
) -> PaperSheet:
    """raises  NumberTakenError; SurveyRefusedError if the pile is complete, or the paper has no answer."""
    hold(pile)
    if pile.is_complete:
        raise SurveyRefusedError(_("The pile is declared complete. Begin another one for further paper."))
    _refuse_paper(pile, answers, suggestion)
    if (before := pile.drafts.filter(number=number).first()) is not None:
        raise NumberTakenError(before)
    return PaperSheet.objects.create(
        batch=pile, number=number, answers=answers, suggestion=suggestion, entered_by_id=by.pk
    )


@transaction.atomic
def correct_sheet(*, sheet: PaperSheet, answers: bytes, suggestion: str = "", by: User) -> PaperSheet:
    """Type a sheet anew. Only who typed it may: nobody else need see it, nor may the second person.

    raises  SurveyRefusedError if it is another's, was typed a second time, or the paper has no answer.
    """
    hold_sheet(sheet)
    refuse_other(sheet, by)
    _refuse_paper(sheet.batch, answers, suggestion)
    if (bytes(sheet.answers), sheet.suggestion) != (answers, suggestion):
        sheet.answers, sheet.suggestion = answers, suggestion
        sheet.save(update_fields=["answers", "suggestion"])
        _count_correction(sheet.batch)
    return sheet


@transaction.atomic
def remove_sheet(*, sheet: PaperSheet, by: User) -> None:  # noqa: ARG001  # whoever it was: only the number is kept
    """Take a sheet out; where it was drawn for the second person, another is drawn."""
    hold_sheet(sheet)
    sheet.delete()
    _count_correction(sheet.batch)
    if sheet.batch.is_complete:
        draw(sheet.batch)


def refuse_other(sheet: PaperSheet, by: User) -> None:
    if sheet.entered_by_id != by.pk:
        raise SurveyRefusedError(
            _("Only who typed a sheet may open it again. If that cannot be, remove it and type it anew.")
        )
    if sheet.second is not None:
        raise SurveyRefusedError(_("A second person has typed this sheet. Settle the differences instead."))


def _count_correction(pile: PaperBatch) -> None:
    pile.corrections += 1
    pile.save(update_fields=["corrections"])


def _refuse_paper(pile: PaperBatch, answers: bytes, suggestion: str) -> None:
    if not form_of(pile).fits(answers):
        raise SurveyRefusedError(_("This is no sheet of this survey."))
    if not any(answers):
        raise SurveyRefusedError(_("A paper without a single answer does not count. Set it aside."))
    if len(suggestion.encode("utf-16-le")) // 2 > SUGGESTION_CHARACTERS:  # as the browser counts them
        raise SurveyRefusedError(
            _("The suggestion is longer than %(most)s characters.") % {"most": SUGGESTION_CHARACTERS}
        )
