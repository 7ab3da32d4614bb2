"""The screens of one sheet: type it, open it again, take it out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.collect.surveys.models import PaperBatch, PaperSheet
from prongsai.collect.surveys.paper import queries, sheets
from prongsai.collect.surveys.paper.cells import sections
from prongsai.collect.surveys.paper.entry import Entry, entry_of, read_entry, read_numbered
from prongsai.collect.surveys.paper.frame import (
    OPEN,
    PILE,
    TYPE,
    address,
    pile_screen,
    render_paper,
    sheet_screen,
    to,
)
from prongsai.collect.surveys.paper.holding import form_of
from prongsai.collect.surveys.workspace.frame import do
from prongsai.people.actions import ActionRefusedError
from prongsai.people.screens import actor


@require_http_methods(["GET", "POST"])
@pile_screen
def type_sheet(request: HttpRequest, pile: PaperBatch) -> HttpResponse:
    """Type a new sheet; once it is saved, the next one."""
    entry, taken = Entry(str(queries.next_number(pile))), None
    if request.method == "POST":
        entry, number = read_numbered(form_of(pile), request.POST)
        if entry.is_right:
            try:
                sheets.enter_sheet(pile=pile, number=number, by=actor(request), **_told(entry))
            except sheets.NumberTakenError as refusal:
                entry, taken = entry.with_problem(str(refusal)), address(OPEN, pile.survey, pile.pk, number)
            except ActionRefusedError as refusal:
                entry = entry.with_problem(str(refusal))
            else:
                messages.success(request, _("Sheet %(number)s is saved.") % {"number": number})
                return to(TYPE, pile.survey, pile.pk)
    context = {"taken": taken, "is_new": True, "asks_suggestion": pile.survey.asks_suggestion}
    return render_sheet(request, pile, entry, context, title=_("Type a sheet"))


@require_http_methods(["GET", "POST"])
@sheet_screen
def open_sheet(request: HttpRequest, sheet: PaperSheet) -> HttpResponse:
    """Show a sheet to who typed it, to be corrected; anybody else may only take it out."""
    pile, title = sheet.batch, _("Sheet %(number)s") % {"number": sheet.number}
    try:
        sheets.refuse_other(sheet, actor(request))
    except ActionRefusedError as refusal:
        context = {"pile": pile, "sheet": sheet, "refusal": refusal}
        return render_paper(request, "surveys/paper_shut.html", context, pile.survey, title=title, pile=pile)
    entry = entry_of(form_of(pile), sheet)
    if request.method == "POST":
        entry = read_entry(form_of(pile), request.POST)
        if entry.is_right:
            try:
                sheets.correct_sheet(sheet=sheet, by=actor(request), **_told(entry))
            except ActionRefusedError as refusal:
                entry = entry.with_problem(str(refusal))
            else:
                messages.success(request, _("Sheet %(number)s is saved.") % {"number": sheet.number})
                return to(PILE, pile.survey, pile.pk)
    context = {"sheet": sheet, "asks_suggestion": pile.survey.asks_suggestion}
    return render_sheet(request, pile, entry, context, title=title)


@require_http_methods(["GET", "POST"])
@sheet_screen
def remove_sheet(request: HttpRequest, sheet: PaperSheet) -> HttpResponse:
    pile, survey = sheet.batch, sheet.batch.survey
    if request.method == "POST":
        do(request, _("The sheet was removed."), sheets.remove_sheet, sheet=sheet)
        return to(PILE, survey, pile.pk)
    question = _("What was typed from paper number %(number)s will be removed.") % {"number": sheet.number}
    title, back = _("Remove the sheet"), address(PILE, survey, pile.pk)
    context = {"question": question, "button": title, "back": back, "is_serious": True}
    return render_paper(request, "surveys/paper_confirm.html", context, survey, title=title, pile=pile)


def render_sheet(
    request: HttpRequest, pile: PaperBatch, entry: Entry, context: dict[str, Any], *, title: str
) -> HttpResponse:
    form = form_of(pile)
    told = {"pile": pile, "entry": entry, "sections": sections(form, entry), "size": form.size}
    return render_paper(
        request, "surveys/paper_sheet.html", told | context, pile.survey, title=title, pile=pile
    )


def _told(entry: Entry) -> dict[str, Any]:
    return {"answers": entry.answers, "suggestion": entry.suggestion}
