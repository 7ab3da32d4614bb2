"""The screens of piles: which there are, how far one is, complete, closed, removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.collect.surveys.models import PaperBatch, Survey
from prongsai.collect.surveys.paper import actions, drawing, queries
from prongsai.collect.surveys.paper.forms import PileForm
from prongsai.collect.surveys.paper.frame import PILE, PILES, address, pile_screen, render_paper, to
from prongsai.collect.surveys.workspace.frame import do, survey_screen
from prongsai.people.actions import ActionRefusedError
from prongsai.people.screens import actor


@require_http_methods(["GET", "POST"])
@survey_screen(verb="edit")
def list_piles(request: HttpRequest, survey: Survey) -> HttpResponse:
    """Show the piles, and begin one."""
    streams = queries.paper_streams(survey)
    form = PileForm(request.POST or None, streams=streams)
    if request.method == "POST" and form.is_valid():
        try:
            pile = actions.begin_pile(survey=survey, by=actor(request), **form.cleaned_data)
        except ActionRefusedError as refusal:
            form.add_error(None, str(refusal))
        else:
            return to(PILE, survey, pile.pk)
    context = {"piles": queries.piles_of(survey), "streams": streams, "form": form}
    return render_paper(request, "surveys/paper_piles.html", context, survey)


@require_safe
@pile_screen
def show_pile(request: HttpRequest, pile: PaperBatch) -> HttpResponse:
    share = queries.share_differing(pile)
    context = {
        "pile": pile,
        "shown": queries.pile_shown(pile, actor(request)),
        "percent": None if share is None else float(share * 100),
        "is_advised": share is not None and share > queries.ADVISE_ABOVE,
        "is_technical": actor(request).is_superuser,
    }
    return render_paper(request, "surveys/paper_pile.html", context, pile.survey, title=pile.name)


@require_http_methods(["GET", "POST"])
@pile_screen
def complete_pile(request: HttpRequest, pile: PaperBatch) -> HttpResponse:
    question = _(
        "After this no further sheet can be added to the pile. Sheets for the second entry are drawn at "
        "random; another person then types those without seeing the first entry."
    )
    said = _("The pile is complete. Another person now types the sheets that were drawn.")
    return _confirmed(request, pile, actions.complete_pile, question, said, title=_("Everything is typed in"))


@require_http_methods(["GET", "POST"])
@pile_screen
def remove_pile(request: HttpRequest, pile: PaperBatch) -> HttpResponse:
    question = _("The empty pile “%(pile)s” will be removed.") % {"pile": pile}
    return _confirmed(
        request,
        pile,
        actions.remove_pile,
        question,
        _("The pile was removed."),
        title=_("Remove the pile"),
        after=PILES,
    )


@require_POST
@pile_screen
def draw_all(request: HttpRequest, pile: PaperBatch) -> HttpResponse:
    do(request, _("Every sheet is now to be typed a second time."), drawing.draw_all, pile=pile)
    return to(PILE, pile.survey, pile.pk)


@require_http_methods(["GET", "POST"])
@pile_screen
def close_pile(request: HttpRequest, pile: PaperBatch) -> HttpResponse:
    why = request.POST.get("why", "")
    said = _("The pile is closed. Destroy the paper or lock it away, as your office's rules say.")
    if request.method == "POST" and do(request, said, actions.close_pile, pile=pile, why=why):
        return to(PILE, pile.survey, pile.pk)
    context = {"pile": pile, "shown": queries.pile_shown(pile, actor(request)), "why": why}
    return render_paper(
        request, "surveys/paper_close.html", context, pile.survey, title=_("Close the pile"), pile=pile
    )


def _confirmed(
    request: HttpRequest,
    pile: PaperBatch,
    act: Callable[..., Any],
    question: str,
    said: str,
    *,
    title: str,
    after: str = PILE,
) -> HttpResponse:
    """Ask before it is done."""
    back = address(PILE, pile.survey, pile.pk)
    survey = pile.survey
    if request.method == "POST":
        more = () if do(request, said, act, pile=pile) and after == PILES else (pile.pk,)
        return to(PILE if more else PILES, survey, *more)
    context = {"question": question, "button": title, "back": back}
    return render_paper(request, "surveys/paper_confirm.html", context, survey, title=title, pile=pile)
