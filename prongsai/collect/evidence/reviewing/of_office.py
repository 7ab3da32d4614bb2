"""One office: who judged each item how, what the office replied, and what a decision moved."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.evidence.reviewing import queries
from prongsai.collect.evidence.reviewing.board import STAGES
from prongsai.collect.evidence.reviewing.frame import BOARD, body_screen, render_body
from prongsai.collect.evidence.reviewing.moving import Move, move
from prongsai.collect.evidence.reviewing.rows import rows
from prongsai.collect.evidence.reviewing.standing import Standing
from prongsai.core.framework import Item
from prongsai.core.score import ItemResult
from prongsai.people.models import Body


@dataclass(frozen=True, slots=True)
class Line:
    """move: what the decision moved, where it turned the first mark."""

    item: Item
    standing: Standing
    move: Move | None


@require_safe
@body_screen
def show_office(request: HttpRequest, body: Body, submission: int) -> HttpResponse:
    held = queries.submission_or_404(body, submission)
    framework = framework_of(held.assessment)
    found = queries.standings([held])[held.pk]
    results = {each.work.item_code: each.result for each in found}
    known = {code: result for code, result in results.items() if result}
    lines = [Line(framework.item(each.work.item_code), each, _moved(each, known)) for each in found]
    row = rows([held])[0]
    stage: str | Promise = STAGES[row.stage]
    return render_body(
        request,
        "evidence/review_office.html",
        {"submission": held, "assessed": held.assessment.office, "lines": lines, "row": row, "stage": stage},
        body,
        title=_("Items of %(office)s") % {"office": held.assessment.office.short_name},
        url_name=BOARD,
        above=(),
    )


def _moved(standing: Standing, results: dict[str, ItemResult]) -> Move | None:
    first, last = standing.shown, standing.mark
    if first is None or last is None or first.points == last.points:
        return None
    return move(
        standing.work.submission.assessment,
        results,
        standing.work.item_code,
        before=_points(first.points),
        after=_points(last.points),
    )


def _points(points: str | None) -> Fraction | None:
    return None if points is None else Fraction(points)
