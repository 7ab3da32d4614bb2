"""All items of an assessment, those at stake first; opening them; giving them out in bulk."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.assessments.screens import address_of, assessment_screen, render_assessment
from prongsai.collect.evidence import actions, approving, freezing, queries
from prongsai.collect.evidence.due import closing_day
from prongsai.collect.evidence.lines import Line
from prongsai.collect.evidence.models import Submission
from prongsai.collect.evidence.workspace.forms import AssignForm, FilterForm, SubmissionForm
from prongsai.collect.evidence.workspace.frame import (
    LIST,
    back_to,
    do,
    render_submission,
    submission_screen,
)
from prongsai.collect.evidence.workspace.telling import told_of
from prongsai.people.models import User
from prongsai.people.screens import actor

ITEMS = "items"  # name of the boxes to tick


@require_safe
@assessment_screen(verb="view")
def list_items(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    submission = queries.submission_of(assessment)
    if submission is None:
        return render_assessment(
            request, "evidence/office_none.html", {}, assessment, title=_("Items"), url_name=LIST
        )
    filtering = FilterForm(request.GET, office=assessment.office)
    lines = queries.lines(submission)
    context: dict[str, Any] = {
        "told": told_of(submission, lines, timezone.localdate()),
        "lines": _filtered(lines, filtering.chosen(), actor(request), submission),
        "filtering": filtering,
        "is_filtered": any(filtering.chosen().values()),
        "assigning": AssignForm(office=assessment.office),
    }
    return render_submission(
        request, "evidence/office_list.html", context, submission, title=_("Items"), above=()
    )


@require_http_methods(["GET", "POST"])
@assessment_screen(verb="edit")
def set_up(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    """Open the items, or change the closing day and the main site."""
    submission = queries.submission_of(assessment)
    initial = {"closes_on": closing_day(framework_of(assessment)), "main_site": ""}
    if submission:
        initial = {"closes_on": submission.closes_on, "main_site": submission.main_site}
    form = SubmissionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and _set_up(request, assessment, submission, form):
        return redirect(LIST, *address_of(assessment))
    title = _("Change the closing day") if submission else _("Open the items")
    context = {"form": form, "submission": submission}
    return render_assessment(
        request, "evidence/office_set_up.html", context, assessment, title=title, url_name=LIST
    )


@require_POST
@submission_screen(verb="edit")
def assign(request: HttpRequest, submission: Submission) -> HttpResponse:
    form = AssignForm(request.POST, office=submission.assessment.office)
    works = list(queries.works_of(submission).filter(item_code__in=request.POST.getlist(ITEMS)))
    for work in works:
        work.submission = submission
    if form.is_valid():
        do(request, _("The items were given out."), actions.assign, works=works, **form.cleaned_data)
    else:
        messages.error(request, " ".join(str(each) for found in form.errors.values() for each in found))
    return back_to(submission)


@require_POST
@submission_screen(verb="view")
def do_with_all(request: HttpRequest, submission: Submission, what: str) -> HttpResponse:
    """One step with every item for which it makes sense; the action asks whether the user may."""
    steps: dict[str, tuple[str, Any]] = {
        "send": (_("The drafts were sent for approval."), approving.send_all),
        "copy": (_("Empty items were filled from last year's."), actions.copy_all_from_last_year),
        "freeze": (_("The submission is frozen."), freezing.freeze_submission),
    }
    if what not in steps:
        raise Http404
    do(request, steps[what][0], steps[what][1], submission=submission)
    return back_to(submission)


def _set_up(
    request: HttpRequest, assessment: Assessment, submission: Submission | None, form: SubmissionForm
) -> bool:
    if submission:
        return do(request, _("Saved."), actions.edit_submission, submission=submission, **form.cleaned_data)
    opened = _("The items are open. Look over who sees to which.")
    return do(request, opened, actions.open_submission, assessment=assessment, **form.cleaned_data)


def _filtered(
    lines: tuple[Line, ...], chosen: dict[str, Any], user: User, submission: Submission
) -> list[Line]:
    found = list(lines)
    if chosen.get("mine"):
        own = queries.own_unit_ids(user, submission.assessment.office)
        found = [line for line in found if queries.owner_ids(line.work) & own]
    if state := chosen.get("state"):
        found = [line for line in found if line.state == state]
    if unit := chosen.get("unit"):
        found = [line for line in found if unit.pk in queries.owner_ids(line.work)]
    return found
