"""What an assessor finds: what to judge next, and the offices that they must not judge."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.collect.evidence.models import Assessor
from prongsai.collect.evidence.reviewing import appointing, queries, taking_back
from prongsai.collect.evidence.reviewing.forms import InterestForm
from prongsai.collect.evidence.reviewing.frame import MINE, do
from prongsai.collect.evidence.reviewing.giving import Grouping
from prongsai.collect.evidence.reviewing.queueing import piles
from prongsai.people.models import Office
from prongsai.people.screens import actor, render_screen


@require_safe
def show_desk(request: HttpRequest) -> HttpResponse:
    user = actor(request)
    queue = list(queries.queue_of(user))
    context = {
        "posts": Assessor.objects.filter(user=user).select_related("body"),
        "by_office": piles(queue, Grouping.OFFICE),
        "by_item": piles(queue, Grouping.ITEM),
        "done": sum(each.is_done for each in queue),
        "all": len(queue),
    }
    return render_screen(request, "evidence/review_desk.html", context, title=_("My reviews"), icon="check")


@require_http_methods(["GET", "POST"])
def declare(request: HttpRequest, body: str) -> HttpResponse:
    """Name an office of interest, or say that all are named."""
    user = actor(request)
    assessor = get_object_or_404(Assessor.objects.select_related("body"), user=user, body__code=body)
    asked = request.POST if request.POST.get("do") == "interest" else None
    form = InterestForm(asked, offices=queries.offices_of(assessor.body))
    if request.POST.get("do") == "all":
        do(request, _("Your declaration was kept."), appointing.declare_all, assessor=assessor)
        return redirect(request.path)
    if asked is not None and form.is_valid():
        told = _("The office was named. What you had of it goes to others.")
        do(request, told, taking_back.declare_interest, assessor=assessor, **form.cleaned_data)
        return redirect(request.path)
    barred = queries.barred_offices([assessor])[assessor.pk]
    declared = assessor.interests.select_related("office")
    known = [each.office_id for each in declared]
    context = {
        "assessor": assessor,
        "form": form,
        "interests": declared,
        "by_role": Office.objects.filter(pk__in=barred).exclude(pk__in=known),
    }
    return render_screen(
        request,
        "evidence/review_interests.html",
        context,
        title=_("My interests"),
        above=((reverse(MINE), _("My reviews")),),
        icon="check",
    )
