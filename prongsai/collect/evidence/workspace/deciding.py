"""What the executive decides: the page of a minute, and approval of what was sent."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from prongsai.collect.evidence import approving, queries
from prongsai.collect.evidence.models import Submission
from prongsai.collect.evidence.rehearsal import rehearse
from prongsai.collect.evidence.states import State
from prongsai.collect.evidence.workspace.frame import back_to, do, render_submission, submission_screen
from prongsai.collect.evidence.workspace.telling import MOST_NEXT, next_due, told_of

ALL, TICKED = "all", "items"


@require_safe
@submission_screen(verb="view")
def summarise(request: HttpRequest, submission: Submission) -> HttpResponse:
    lines = queries.lines(submission)
    context = {
        "told": told_of(submission, lines, timezone.localdate()),
        "next": next_due(lines),
        "to_approve": [line for line in lines if line.state is State.TO_APPROVE],
        "failing": [line for line in lines if line.fails],
        "rehearsal": rehearse(submission.assessment, [line.work for line in lines]),
        "run": queries.newest_run(submission),
        "most": f":{MOST_NEXT}",
    }
    return render_submission(
        request, "evidence/office_summary.html", context, submission, title=_("On one page")
    )


@require_http_methods(["GET", "POST"])
@submission_screen(verb="approve")
def approve_many(request: HttpRequest, submission: Submission) -> HttpResponse:
    """What is approved is what stood on the page: each item carries the hash of its content."""
    if request.method == "POST":
        return _approve(request, submission)
    lines = [line for line in queries.lines_with_links(submission) if line.state is State.TO_APPROVE]
    return render_submission(
        request, "evidence/office_approve.html", {"lines": lines}, submission, title=_("Approve")
    )


def _approve(request: HttpRequest, submission: Submission) -> HttpResponse:
    hashes = {name.partition("seen-")[2]: str(seen) for name, seen in request.POST.items()}
    shown = {code: seen for code, seen in hashes.items() if code}
    ticked = set(shown) if ALL in request.POST else set(request.POST.getlist(TICKED))
    seen = {code: shown[code] for code in ticked & set(shown)}
    told = ngettext("%(many)s item is approved.", "%(many)s items are approved.", len(seen))
    do(request, told % {"many": len(seen)}, approving.approve, submission=submission, seen=seen)
    return back_to(submission, "evidence_approve")
