"""All offices of a body and year: where each stands, and the next stage for many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from prongsai.collect.evidence.models import Submission
from prongsai.collect.evidence.reviewing import actions, giving, queries
from prongsai.collect.evidence.reviewing.forms import GivingForm, ShowingForm
from prongsai.collect.evidence.reviewing.frame import BOARD, body_screen, do, render_body
from prongsai.collect.evidence.reviewing.giving import Grouping, Handed
from prongsai.collect.evidence.reviewing.rows import Row, Stage, rows
from prongsai.people.actions import ActionRefusedError
from prongsai.people.models import Body
from prongsai.people.screens import actor

STAGES: dict[Stage, str | Promise] = {
    Stage.OPEN: gettext_lazy("Not handed in yet"),
    Stage.TO_GIVE: gettext_lazy("To be given to assessors"),
    Stage.MARKING: gettext_lazy("Being judged"),
    Stage.TO_SHOW: gettext_lazy("Judged: to be shown to the office"),
    Stage.REPLYING: gettext_lazy("The office may reply"),
    Stage.TO_DECIDE: gettext_lazy("Decisions to be given"),
    Stage.DECIDING: gettext_lazy("Being decided"),
    Stage.TO_CONFIRM: gettext_lazy("To be confirmed"),
    Stage.CONFIRMED: gettext_lazy("Confirmed"),
}


@require_safe
@body_screen
def show_board(request: HttpRequest, body: Body) -> HttpResponse:
    every = list(queries.submissions_of(body))
    years = sorted({each.assessment.framework_code for each in every}, reverse=True)
    year = request.GET.get("year", "")
    year = year if year in years else next(iter(years), "")
    found = rows([each for each in every if each.assessment.framework_code == year])
    stages = [each.stage for each in found]
    lines = [(row, stage, STAGES[stage]) for row, stage in zip(found, stages, strict=True)]
    context = {
        "years": years,
        "year": year,
        "lines": lines,
        "counts": [(STAGES[stage], stages.count(stage)) for stage in Stage if stage in stages],
        "stages": {stage.name.lower(): stages.count(stage) for stage in Stage},
        "giving": GivingForm(),
        "showing": ShowingForm(),
    }
    return render_body(
        request, "evidence/review_board.html", context, body, title=_("Review of items"), url_name=BOARD
    )


@require_POST
@body_screen
def give(request: HttpRequest, body: Body) -> HttpResponse:
    form = GivingForm(request.POST)
    if form.is_valid():
        _do_for(
            request,
            body,
            {Stage.TO_GIVE, Stage.MARKING},
            _told_of_giving,
            giving.give,
            grouping=Grouping(form.cleaned_data["grouping"]),
            share=form.share,
        )
    return redirect(BOARD, body.code)


@require_POST
@body_screen
def show_marks(request: HttpRequest, body: Body) -> HttpResponse:
    form = ShowingForm(request.POST)
    if not form.is_valid():
        messages.error(request, " ".join(str(each) for each in form.errors["replies_until"]))
        return redirect(BOARD, body.code)
    until = form.cleaned_data["replies_until"]
    told = _("The offices see their marks and may reply.")
    _do_for(request, body, {Stage.TO_SHOW}, told, actions.preview, replies_until=until)
    return redirect(BOARD, body.code)


@require_POST
@body_screen
def give_decisions(request: HttpRequest, body: Body) -> HttpResponse:
    _do_for(request, body, {Stage.TO_DECIDE}, _told_of_decisions, actions.give_decisions)
    return redirect(BOARD, body.code)


@require_POST
@body_screen
def confirm(request: HttpRequest, body: Body) -> HttpResponse:
    """Confirm each office by itself: one that is not ready does not hold the others up."""
    confirmed = 0
    for submission in _chosen(request, body, {Stage.TO_CONFIRM}):
        try:
            actions.confirm(submission=submission, by=actor(request))
        except ActionRefusedError as refusal:
            messages.error(request, str(refusal))
        else:
            confirmed += 1
    told = _("%(count)s office(s) confirmed. The points stand in their assessments.")
    messages.success(request, told % {"count": confirmed})
    return redirect(BOARD, body.code)


def _do_for(
    request: HttpRequest,
    body: Body,
    stages: set[Stage],
    told: str | Callable[[Any], str],
    action: Callable[..., Any],
    **named: Any,
) -> None:
    submissions = _chosen(request, body, stages)
    if not submissions:
        messages.error(request, _("No office is at this stage."))
        return
    do(request, told, action, body=body, submissions=submissions, **named)


def _chosen(request: HttpRequest, body: Body, stages: set[Stage]) -> Sequence[Submission]:
    """The offices that were ticked; where none was, all of the year that are at the stage."""
    ticked = {int(each) for each in request.POST.getlist("submission") if each.isdecimal()}
    every = queries.submissions_of(body)
    if ticked:
        return list(every.filter(pk__in=ticked))
    year = every.filter(assessment__framework_code=request.POST.get("year", ""))
    return [row.submission for row in rows(list(year)) if _is_at(row, stages)]


def _is_at(row: Row, stages: set[Stage]) -> bool:
    return row.stage in stages


def _told_of_giving(handed: Handed) -> str:
    told = _("%(firsts)s item(s) given, %(seconds)s of them to a second assessor too.")
    left = _("For %(left)s nobody is free or may judge them.") if handed.left else ""
    values = {"firsts": handed.firsts, "seconds": handed.seconds, "left": handed.left}
    return f"{told % values} {left % values}".strip()


def _told_of_decisions(came: tuple[int, int]) -> str:
    given, left = came
    told = _("%(given)s decision(s) given.")
    more = _("For %(left)s nobody is free or may judge them.") if left else ""
    return f"{told % {'given': given}} {more % {'left': left}}".strip()
