"""If today were the day: what the check would give item by item, and asking for a new one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.collect.evidence import queries
from prongsai.collect.evidence.asking import ASKERS, ask_for_check, is_under_way
from prongsai.collect.evidence.models import Submission, Work
from prongsai.collect.evidence.rehearsal import Stands, rehearse
from prongsai.collect.evidence.workspace.frame import (
    back_to,
    back_to_item,
    do,
    item_screen,
    render_submission,
    submission_screen,
)
from prongsai.people.queries import verbs_of

REHEARSAL = "evidence_rehearsal"


@require_safe
@submission_screen(verb="view")
def show_rehearsal(request: HttpRequest, submission: Submission) -> HttpResponse:
    lines = queries.lines(submission)
    rehearsal = rehearse(submission.assessment, [line.work for line in lines])
    run = queries.newest_run(submission)
    stands = rehearsal.stands if rehearsal else {}
    by_worth = sorted(lines, key=lambda line: -line.worth)
    context = {
        "rehearsal": rehearsal,
        "run": run,
        "is_under_way": run is not None and is_under_way(run),
        "failing": [line for line in by_worth if stands.get(line.item.code) is Stands.FAILS],
        "unchecked": [line for line in by_worth if stands.get(line.item.code) is Stands.UNCHECKED],
        "may_ask": bool(ASKERS & verbs_of(request.user, submission.assessment.office)),
    }
    return render_submission(
        request, "evidence/office_rehearsal.html", context, submission, title=_("If today were the day")
    )


@require_POST
@submission_screen(verb="view")
def ask(request: HttpRequest, submission: Submission) -> HttpResponse:
    do(request, _("The check is in the queue."), ask_for_check, submission=submission)
    return back_to(submission, REHEARSAL)


@require_POST
@item_screen(verb="view")
def ask_for_item(request: HttpRequest, work: Work) -> HttpResponse:
    told = _("The check of this item is in the queue.")
    do(request, told, ask_for_check, submission=work.submission, items=[work.item_code])
    return back_to_item(work)
