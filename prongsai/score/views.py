"""The result of an assessment, the working of each of its figures, and where points were lost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import means_of
from prongsai.collect.assessments.screens import address_of, assessment_screen, render_assessment
from prongsai.collect.assessments.templatetags.assessments import language, said
from prongsai.core import codes, naming
from prongsai.core.gaps import Gap
from prongsai.core.result import Result
from prongsai.people import phrases
from prongsai.people.screens import actor
from prongsai.score import actions, pictures, queries
from prongsai.score.climbing import of_climb
from prongsai.score.comparing import Beside, to_last_year, to_mean
from prongsai.score.lines import Line, Mean, line, working
from prongsai.score.screens import gap_actions

RESULT, GAPS = "score_result", "score_gaps"
COSTS_SHOWN = 8  # rows and items of one weak point


@dataclass(frozen=True)
class Page:
    """Everything that the result page shows of one assessment."""

    assessment: Assessment

    @cached_property
    def result(self) -> Result:
        return queries.result_of(self.assessment)

    @cached_property
    def earlier(self) -> tuple[Result, ...]:
        return queries.earlier_results(self.assessment)

    @cached_property
    def past(self) -> Result | None:
        return queries.last_year(self.result, self.earlier)

    @cached_property
    def means(self) -> tuple[Mean, ...]:
        return tuple(Mean(mean.label, mean.figures) for mean in means_of(self.assessment))

    @cached_property
    def beside(self) -> tuple[Beside, ...]:
        """The total beside every mean and beside last year."""
        code = self.result.framework.code
        found = [to_mean(self.result, mean.label, mean.figures, code) for mean in self.means]
        return tuple(each for each in (*found, to_last_year(self.result, self.past, code)) if each)

    @cached_property
    def instruments(self) -> tuple[Line, ...]:
        return line(self.result, self.result.score, past=self.past, means=self.row_means).parts

    @cached_property
    def row_means(self) -> tuple[Mean, ...]:
        """Means that have figures of more than the total."""
        total = {self.result.framework.code}
        return tuple(mean for mean in self.means if mean.figures.keys() - total)

    @cached_property
    def pictures(self) -> list[pictures.Picture]:
        spoken = language()
        total_mean = next((each for each in self.beside if each.label in {m.label for m in self.means}), None)
        same = [each for each in reversed(self.earlier) if each.framework.body == self.result.framework.body]
        drawn = [
            pictures.indicators(self.result, spoken, past=self.past, mean=total_mean),
            pictures.losses(self.result, spoken),
            pictures.years([*same, self.result], spoken),
        ]
        return [each for each in drawn if each is not None]


@require_safe
@assessment_screen(verb="view")
def show_result(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    page = Page(assessment)
    result = page.result
    context = {
        "page": page,
        "result": result,
        "passes": result.total is not None and result.total >= result.framework.pass_mark,
        "pass_mark": result.rounded(result.framework.pass_mark),
        "shares": [
            (each, result.share(each.code), each.weight * 100) for each in result.framework.instruments
        ],
        "runs": queries.runs_of(assessment)[:20],
    }
    return render_assessment(
        request,
        "score/result.html",
        context,
        assessment,
        title=phrases.result,
        url_name=RESULT,
        icon="success",
    )


@require_safe
@assessment_screen(verb="view")
def show_working(request: HttpRequest, assessment: Assessment, part: str) -> HttpResponse:
    page = Page(assessment)
    try:
        found = working(page.result, codes.canonical(part), page.past)
    except KeyError:
        raise Http404 from None
    code, framework = found.line.code, page.result.framework
    title = said(naming.name(framework.by_code[code]) if code in framework.by_code else found.line.label)
    above = ((reverse(RESULT, args=address_of(assessment)), phrases.result),)
    return render_assessment(
        request,
        "score/working.html",
        {"working": found, "result": page.result},
        assessment,
        title=title,
        url_name=RESULT,
        above=above,
        icon="search",
    )


@require_safe
@assessment_screen(verb="view")
def show_gaps(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    result = queries.result_of(assessment)
    topics = naming.topics(result.framework)

    def shown(gap: Gap) -> dict[str, object]:
        costs = [
            (line(result, result.by_code[cost.code], is_deep=False), topics[cost.code]) for cost in gap.costs
        ]
        return {
            "line": line(result, result.by_code[gap.code], is_deep=False),
            "costs": costs[:COSTS_SHOWN],
            "more": len(costs) - COSTS_SHOWN,
        }

    context = {
        "result": result,
        "weakest": [shown(gap) for gap in result.gaps.weakest],
        "develop": [shown(gap) for gap in result.gaps.develop],
        "unknown": [line(result, result.by_code[code], is_deep=False) for code in result.gaps.unknown],
        "climb": of_climb(result),
        "actions": gap_actions(request, assessment),
    }
    return render_assessment(
        request, "score/gaps.html", context, assessment, title=phrases.gaps, url_name=GAPS, icon="minus"
    )


@require_POST
@assessment_screen(verb="edit")
def keep_result(request: HttpRequest, assessment: Assessment) -> HttpResponse:
    run = actions.make_run(assessment=assessment, by=actor(request))
    messages.success(request, _("The result is kept: %(hash)s.") % {"hash": run.result_hash[:12]})
    return redirect(RESULT, *address_of(assessment))
