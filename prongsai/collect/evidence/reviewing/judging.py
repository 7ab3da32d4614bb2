"""One screen per item: the rubric beside what the office shows; saving leads to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.evidence.models import Assignment, Mark, Wording
from prongsai.collect.evidence.reviewing import marking, queries, queueing, taking_back
from prongsai.collect.evidence.reviewing.forms import GivingBackForm
from prongsai.collect.evidence.reviewing.frame import MINE, do
from prongsai.collect.evidence.reviewing.giving import Grouping
from prongsai.collect.evidence.reviewing.moving import Move, move
from prongsai.collect.evidence.reviewing.pages import pages_of
from prongsai.collect.evidence.reviewing.refusing import ReviewRefusedError
from prongsai.collect.evidence.reviewing.standing import Standing
from prongsai.core.framework import Element, Item
from prongsai.core.rubric import Met, rubric
from prongsai.core.score import FULL, NOTHING
from prongsai.people.screens import actor, render_screen

Role = Assignment.Role
JUDGE = "evidence_judge"
WORDING_KEYS = "ZXCVBNM"
PREFIX = "element-"


@dataclass(frozen=True, slots=True)
class Line:
    """One element as it stands in the form. value: of Met, or "". others: what earlier marks said."""

    element: Element
    value: str
    others: tuple[str, ...] = ()


def assignment_screen(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Turn `assignment` of the address into one's own that still counts, else 404."""

    @wraps(view)
    def guarded(request: HttpRequest, assignment: int) -> HttpResponse:
        return view(request, assignment=queries.assignment_or_404(actor(request), assignment))

    return guarded


@require_http_methods(["GET", "POST"])
@assignment_screen
def judge(request: HttpRequest, assignment: Assignment) -> HttpResponse:
    item = framework_of(assignment.work.submission.assessment).item(assignment.work.item_code)
    if request.method != "POST":
        last = queries.last_mark(assignment)
        met = dict(last.elements) if last else {}
        return _render(request, assignment, item, met, last.remark if last else "")
    met, remark = _posted(request.POST, item), request.POST.get("remark", "")
    try:
        made = marking.mark(assignment=assignment, elements=met, remark=remark, by=actor(request))
    except ReviewRefusedError as refusal:
        return _render(request, assignment, item, met, remark, refusal=str(refusal))
    return _lead_on(request, assignment, made)


@require_POST
@assignment_screen
def give_back(request: HttpRequest, assignment: Assignment) -> HttpResponse:
    form = GivingBackForm(request.POST)
    if not form.is_valid():
        return redirect(JUDGE, assignment.pk)
    why, words = form.cleaned_data["why"], form.cleaned_data["said"]
    if why == "withdraw":
        done = do(request, _("The item goes to somebody else."), taking_back.withdraw, assignment=assignment)
    else:
        done = do(
            request,
            _("The office was named. What you had of it goes to others."),
            taking_back.declare_interest,
            assessor=assignment.assessor,
            office=assignment.work.submission.assessment.office,
            kind=why,
            said=words,
        )
    return redirect(MINE) if done else redirect(JUDGE, assignment.pk)


def _posted(typed: QueryDict, item: Item) -> dict[str, str]:
    """Verdicts by element; the button for all lets pass whatever is required and not said otherwise."""
    met = {
        name.removeprefix(PREFIX): value
        for name, value in typed.items()
        if name.startswith(PREFIX) and isinstance(value, str) and value
    }
    if typed.get("all") != Met.PASS:
        return met
    return {element.code: str(Met.PASS) for element in item.elements if element.is_required} | met


def _lead_on(request: HttpRequest, assignment: Assignment, made: Mark) -> HttpResponse:
    work, grouping = assignment.work, _grouping(request)
    if work.machine_points is not None and made.points != str(work.machine_points):
        again = messages.button(place_of(assignment, grouping), _("Look again"))
        told = _("%(item)s: the machine sees it otherwise.") % {"item": work.item_code.upper()}
        messages.warning(request, told, buttons=[again])
    following = queueing.after(assignment, list(queries.queue_of(actor(request))), grouping)
    if following is None:
        messages.success(request, _("Everything that was given to you is judged. Thank you."))
        return redirect(MINE)
    return redirect(place_of(following, grouping))


def place_of(assignment: Assignment, grouping: Grouping) -> str:
    return f"{reverse(JUDGE, args=[assignment.pk])}?by={grouping}"


def _grouping(request: HttpRequest) -> Grouping:
    asked = request.POST.get("by") or request.GET.get("by")
    return Grouping.ITEM if asked == Grouping.ITEM else Grouping.OFFICE


def _render(
    request: HttpRequest,
    assignment: Assignment,
    item: Item,
    met: dict[str, str],
    remark: str,
    *,
    refusal: str = "",
) -> HttpResponse:
    work, grouping = assignment.work, _grouping(request)
    queue = list(queries.queue_of(actor(request)))
    earlier = queueing.before(assignment, queue, grouping)
    last = queries.last_mark(assignment)
    decided_on = _decided_on(assignment)
    context = {
        "assignment": assignment,
        "work": work,
        "item": item,
        "assessed": work.submission.assessment.office,
        "lines": _lines(item, met, decided_on),
        "remark": remark,
        "refusal": refusal,
        "last": last,
        "pages": pages_of(work, item),
        "findings": work.findings.all() if last else (),
        "wordings": list(zip(WORDING_KEYS, _wordings(assignment), strict=False)),
        "grouping": grouping,
        "earlier": place_of(earlier, grouping) if earlier else "",
        "done": sum(each.is_done for each in queue),
        "all": len(queue),
        "standing": decided_on,
        "move": _move(assignment, last, decided_on),
        "giving_back": GivingBackForm(),
        "is_decision": assignment.role == Role.DECISION,
    }
    return render_screen(
        request,
        "evidence/review_judge.html",
        context,
        title=f"{item.code.upper()} {said(item.name)}",
        above=((reverse(MINE), _("My reviews")),),
        icon="check",
        status=422 if refusal else 200,
    )


def _lines(item: Item, met: dict[str, str], standing: Standing | None) -> list[Line]:
    marks = [each.mark.elements for each in _both(standing) if each.mark]
    return [
        Line(element, met.get(element.code, ""), tuple(str(mark.get(element.code, "")) for mark in marks))
        for element in rubric(item)
    ]


def _both(standing: Standing | None) -> list[Any]:
    return [each for each in (standing.first, standing.second) if each] if standing else []


def _decided_on(assignment: Assignment) -> Standing | None:
    """What went before a decision. Whoever marks first, or blind, learns of nobody else's mark."""
    if assignment.role != Role.DECISION:
        return None
    found = queries.standings([assignment.work.submission])[assignment.work.submission_id]
    return next(each for each in found if each.work.pk == assignment.work_id)


def _move(assignment: Assignment, last: Mark | None, standing: Standing | None) -> Move | None:
    """What it moves when the mark that stands is turned; nothing before there is one."""
    mark = last or (standing.mark if standing else None)
    if mark is None:
        return None
    before = None if mark.points is None else Fraction(mark.points)
    after = FULL if before == NOTHING else NOTHING
    return move(
        assignment.work.submission.assessment, {}, assignment.work.item_code, before=before, after=after
    )


def _wordings(assignment: Assignment) -> list[Wording]:
    """The body's wordings for the item, and then those for every item."""
    codes = [assignment.work.item_code, ""]
    rows = Wording.objects.filter(body=assignment.assessor.body_id, item_code__in=codes)
    return list(rows.order_by("-item_code", "text"))
