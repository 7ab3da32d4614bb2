"""The screens of the second entry: type a sheet without seeing the first, then settle what differs."""

from __future__ import annotations

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from prongsai.collect.surveys.models import PaperBatch, PaperSheet
from prongsai.collect.surveys.paper import checking, queries
from prongsai.collect.surveys.paper.cells import differences
from prongsai.collect.surveys.paper.drawing import places_differing
from prongsai.collect.surveys.paper.entry import Entry, read_entry
from prongsai.collect.surveys.paper.frame import CHECK, PILE, render_paper, sheet_screen, to
from prongsai.collect.surveys.paper.holding import form_of
from prongsai.collect.surveys.paper.sheet_views import render_sheet
from prongsai.collect.surveys.workspace.frame import do
from prongsai.people.actions import ActionRefusedError
from prongsai.people.screens import actor


@require_http_methods(["GET", "POST"])
@sheet_screen
def check_sheet(request: HttpRequest, sheet: PaperSheet) -> HttpResponse:
    pile, title = sheet.batch, _("Second entry: sheet %(number)s") % {"number": sheet.number}
    try:
        checking.refuse_second(sheet, actor(request))
    except ActionRefusedError as refusal:
        messages.error(request, str(refusal))
        return to(PILE, pile.survey, pile.pk)
    entry = Entry(str(sheet.number))
    if request.method == "POST":
        entry = read_entry(form_of(pile), request.POST)
        if entry.is_right:
            said = _("Sheet %(number)s is typed a second time.") % {"number": sheet.number}
            if do(request, said, checking.enter_second, sheet=sheet, answers=entry.answers):
                return _next(request, pile)
    return render_sheet(request, pile, entry, {"sheet": sheet, "is_second": True}, title=title)


@require_http_methods(["GET", "POST"])
@sheet_screen
def settle_sheet(request: HttpRequest, sheet: PaperSheet) -> HttpResponse:
    """Show row by row what differs, and take what the paper says."""
    pile, survey = sheet.batch, sheet.batch.survey
    if not (places := places_differing(sheet)):
        return to(PILE, survey, pile.pk)
    typed = {f"place-{place}": request.POST.get(f"place-{place}", "") for place in places}
    if request.method == "POST":
        chosen = {
            place: int(each)
            for place in places
            if re.fullmatch(r"[0-9]{1,2}", each := typed[f"place-{place}"])
        }
        said = _("The differences of sheet %(number)s are settled.") % {"number": sheet.number}
        if do(request, said, checking.settle, sheet=sheet, chosen=chosen):
            return to(PILE, survey, pile.pk)
    context = {"pile": pile, "sheet": sheet, "rows": list(differences(form_of(pile), sheet, typed))}
    title = _("Differences in sheet %(number)s") % {"number": sheet.number}
    return render_paper(request, "surveys/paper_settle.html", context, survey, title=title, pile=pile)


def _next(request: HttpRequest, pile: PaperBatch) -> HttpResponse:
    """Go on to the next sheet that this person may type."""
    following = queries.pile_shown(pile, actor(request)).next_check
    if following is None:
        return to(PILE, pile.survey, pile.pk)
    return to(CHECK, pile.survey, pile.pk, following.number)
