"""What the user's own units still have to do, over all assessments of an office."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.collect.evidence import queries
from prongsai.collect.evidence.lines import Line
from prongsai.collect.evidence.workspace.telling import told_of
from prongsai.people.models import Office
from prongsai.people.screens import actor, render_screen, screen


@require_safe
@screen(verb="view")
def list_own(request: HttpRequest, office: Office) -> HttpResponse:
    today = timezone.localdate()
    groups = [
        (submission, sorted(lines, key=_next_first), told_of(submission, lines, today))
        for submission, lines in queries.own_lines(actor(request), office).items()
    ]
    context = {"groups": groups, "today": today}
    return render_screen(
        request, "evidence/office_own.html", context, office=office, title=_("My items"), icon="list-ul"
    )


def _next_first(line: Line) -> tuple[bool, date, Fraction]:
    return line.is_ready, line.due_on, -line.worth
