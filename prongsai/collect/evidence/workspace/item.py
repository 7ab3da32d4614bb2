"""One item: what must be shown, where it is shown, what the check found, and what happened to it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.evidence import actions, approving, queries
from prongsai.collect.evidence.gate import is_closed
from prongsai.collect.evidence.lines import lines_of
from prongsai.collect.evidence.models import Work
from prongsai.collect.evidence.replying import may_be_replied_to
from prongsai.collect.evidence.states import State
from prongsai.collect.evidence.workspace.checklist import checklist_of, found_in
from prongsai.collect.evidence.workspace.concerns import concerns_in
from prongsai.collect.evidence.workspace.forms import ItemForm
from prongsai.collect.evidence.workspace.frame import back_to_item, do, item_of, item_screen, render_item
from prongsai.people.queries import may
from prongsai.people.screens import actor


@require_http_methods(["GET", "POST"])
@item_screen(verb="view")
def show_item(request: HttpRequest, work: Work) -> HttpResponse:
    """POST writes the statement; the action asks whether the user may."""
    item, today = item_of(work), timezone.localdate()
    form = ItemForm(request.POST or None, work=work, item=item)
    if request.method == "POST" and form.is_valid():
        do(request, _("Saved."), actions.write_item, work=work, **form.cleaned_data)
        return back_to_item(work)
    submission, user = work.submission, actor(request)
    links = list(work.links.all())
    [line] = lines_of(
        [work], submission, framework_of(submission.assessment), replied=queries.replied_of(submission)
    )
    findings = found_in(work, item, links)
    may_write = queries.may_write(user, work) and not is_closed(submission, today)
    may_approve = may(user, "approve", submission.assessment.office) and not is_closed(submission, today)
    context = {
        "line": line,
        "links": links,
        "checklist": checklist_of(item, links, findings),
        "findings": findings,
        "concerns": concerns_in(work),
        "form": form if may_write else None,
        "may_write": may_write,
        "may_send": may_write and line.state is State.DRAFT,
        "may_approve": may_approve and line.state is State.TO_APPROVE,
        "may_take_back": (may_write or may_approve) and line.state in {State.TO_APPROVE, State.READY},
        "may_copy": may_write and not work.content_hash and queries.work_of_last_year(work) is not None,
        "mark": queries.mark_shown(work),
        "replies": list(work.replies.all()),
        "may_reply": may_be_replied_to(submission, today) and queries.may_write(user, work),
        "events": queries.history_of(work),
    }
    return render_item(request, "evidence/office_item.html", context, work)


@require_POST
@item_screen(verb="view")
def send(request: HttpRequest, work: Work) -> HttpResponse:
    do(request, _("It was sent for approval."), approving.send_for_approval, work=work)
    return back_to_item(work)


@require_POST
@item_screen(verb="view")
def take_back(request: HttpRequest, work: Work) -> HttpResponse:
    do(request, _("It was taken back, and is a draft again."), approving.take_back, work=work)
    return back_to_item(work)


@require_POST
@item_screen(verb="approve")
def approve_one(request: HttpRequest, work: Work) -> HttpResponse:
    seen = {work.item_code: request.POST.get("seen", "")}
    do(request, _("The item is approved."), approving.approve, submission=work.submission, seen=seen)
    return back_to_item(work)


@require_POST
@item_screen(verb="view")
def copy(request: HttpRequest, work: Work) -> HttpResponse:
    told = _("Filled from last year's. See that everything in it is of this year.")
    do(request, told, actions.copy_from_last_year, work=work)
    return back_to_item(work)
