"""Who judges for a body: appointed, declared, present, how much in hand, how well they agree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.collect.evidence.models import Assessor, Interest
from prongsai.collect.evidence.reviewing import agreeing, appointing, queries, taking_back
from prongsai.collect.evidence.reviewing.forms import AppointmentForm, LimitForm
from prongsai.collect.evidence.reviewing.frame import body_screen, do, render_body
from prongsai.core.agreement import Agreement
from prongsai.people.models import Body

ASSESSORS = "evidence_assessors"


@dataclass(frozen=True, slots=True)
class Line:
    """An assessor. batch: agreement on first marks that no office was shown yet."""

    assessor: Assessor
    in_hand: int
    interests: tuple[Interest, ...]
    batch: Agreement | None


@require_http_methods(["GET", "POST"])
@body_screen
def show_assessors(request: HttpRequest, body: Body) -> HttpResponse:
    form = AppointmentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        told = _("Appointed. Items can be given once they have declared their interests.")
        if do(
            request, told, appointing.appoint, body=body, user=typed["name"], most_items=typed["most_items"]
        ):
            return redirect(ASSESSORS, body.code)
    in_hand, batches = queries.in_hand(body), agreeing.poor_and_good(body)
    assessors = queries.assessors_of(body).prefetch_related("interests__office")
    lines = [
        Line(each, in_hand.get(each.pk, 0), tuple(each.interests.all()), batches.get(each.pk))
        for each in assessors
    ]
    context = {"lines": lines, "form": form}
    return render_body(
        request, "evidence/review_assessors.html", context, body, title=_("Assessors"), url_name=ASSESSORS
    )


@require_POST
@body_screen
def change_assessor(request: HttpRequest, body: Body, assessor: int) -> HttpResponse:
    """Do what the button says: absent, present, limit, lift an interest, send the batch back."""
    held = get_object_or_404(Assessor.objects.select_related("user", "body"), body=body, pk=assessor)
    wanted = _DOING.get(request.POST.get("do", ""))
    if wanted:
        wanted(request, held)
    return redirect(ASSESSORS, body.code)


def _absent(request: HttpRequest, held: Assessor) -> None:
    told = _("Marked as absent. What was not judged goes to others.")
    do(request, told, taking_back.change_presence, assessor=held, is_present=False)


def _present(request: HttpRequest, held: Assessor) -> None:
    do(request, _("Takes on items again."), taking_back.change_presence, assessor=held, is_present=True)


def _limit(request: HttpRequest, held: Assessor) -> None:
    form = LimitForm(request.POST)
    if form.is_valid():
        do(request, _("The limit was changed."), appointing.change_limit, assessor=held, **form.cleaned_data)


def _lift(request: HttpRequest, held: Assessor) -> None:
    typed = request.POST.get("interest", "")
    interest = get_object_or_404(held.interests, pk=int(typed) if typed.isdecimal() else 0)
    do(request, _("The interest was lifted."), appointing.lift_interest, interest=interest)


def _send_back(request: HttpRequest, held: Assessor) -> None:
    def told(count: int) -> str:
        return _("%(count)s item(s) go to others. The marks stay on record.") % {"count": count}

    do(request, told, taking_back.send_back, assessor=held)


_DOING: dict[str, Callable[[HttpRequest, Assessor], None]] = {
    "absent": _absent,
    "present": _present,
    "limit": _limit,
    "lift": _lift,
    "send_back": _send_back,
}
