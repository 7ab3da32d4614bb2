"""How far those agree who marked the same items blind, by item, by assessor, and week by week."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.evidence.models import Assessor
from prongsai.collect.evidence.reviewing import agreeing, queries
from prongsai.collect.evidence.reviewing.agreeing import Week
from prongsai.collect.evidence.reviewing.frame import body_screen, render_body
from prongsai.core.agreement import LEAST_KAPPA, LEAST_PAIRS, MOST_DIFFERING, Agreement, agreement
from prongsai.frameworks import library
from prongsai.people.models import Body


@dataclass(frozen=True, slots=True)
class Judged:
    """An assessor. agreement: of their first marks with others' blind ones."""

    assessor: Assessor
    agreement: Agreement | None
    weeks: tuple[Week, ...]


@require_safe
@body_screen
def show_agreement(request: HttpRequest, body: Body) -> HttpResponse:
    codes = queries.submissions_of(body).order_by("-assessment__framework_code")
    years = list(dict.fromkeys(codes.values_list("assessment__framework_code", flat=True)))
    year = request.GET.get("year", "")
    year = year if year in years else next(iter(years), "")
    found = agreeing.doubled(body, year)
    by_assessor, weeks = agreeing.by_assessor(found), agreeing.weeks(body, year, found)
    judged = [
        Judged(each, by_assessor.get(each.pk), tuple(weeks.get(each.pk, ())))
        for each in queries.assessors_of(body)
    ]
    names = {item.code: said(item.name) for item in library.load(year).items} if year else {}
    context = {
        "years": years,
        "year": year,
        "whole": agreement([each.pair for each in found]),
        "judged": judged,
        "items": [(code, names.get(code, ""), each) for code, each in agreeing.by_item(found).items()],
        "least_pairs": LEAST_PAIRS,
        "least_kappa": LEAST_KAPPA,
        "most_differing": int(MOST_DIFFERING * 100),
    }
    return render_body(
        request,
        "evidence/review_agreement.html",
        context,
        body,
        title=_("Agreement of assessors"),
        url_name="evidence_agreement",
    )
