"""How many have answered, as it stood at the end of yesterday: never today, never who, never what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from prongsai.collect.assessments.templatetags.assessments import language, said
from prongsai.collect.surveys import queries
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.workspace.frame import render_survey, survey_screen
from prongsai.collect.surveys.workspace.public import doors_of
from prongsai.collect.surveys.workspace.reminding import reminders_of
from prongsai.collect.surveys.workspace.stages import Standing, stage_of
from prongsai.core.days import written_day
from prongsai.documents import charts
from prongsai.people.queries import verbs_of

MOST_BARS = 31  # days; the table has all on which somebody answered


@dataclass(frozen=True, slots=True)
class DayLine:
    """counts  one a stream, in the order of the board's lines."""

    day: date
    counts: tuple[int, ...]

    @property
    def all(self) -> int:
        return sum(self.counts)


@require_safe
@survey_screen(verb="view")
def show_board(request: HttpRequest, survey: Survey) -> HttpResponse:
    today = timezone.localdate()
    if not survey.is_ready and not survey.is_sealed:
        raise Http404
    board = queries.board_of(survey, today)
    days = [DayLine(day, tuple(line.by_day.get(day, 0) for line in board.lines)) for day in board.days]
    shown, is_all = _days_shown(survey, days, today)
    doors = doors_of(request, survey)
    context = {
        "board": board,
        "names": [said(line.kind.name) for line in board.lines],
        "days": days,
        "totals": [line.answered for line in board.lines],
        "pictures": list(_pictures(shown, is_all=is_all)),
        "picture_days": shown,
        "picture_title": _picture_title(shown, is_all=is_all),
        "standing": Standing(stage_of(survey, today)),
        "reminders": reminders_of(survey, doors) if board.days_left else (),
        "may_edit": "edit" in verbs_of(request.user, survey.assessment.office),
    }
    return render_survey(
        request, "surveys/workspace_board.html", context, survey, title=_("How many have answered")
    )


def _days_shown(survey: Survey, days: list[DayLine], today: date) -> tuple[list[DayLine], bool]:
    """Every day that has ended, the empty ones too, at most MOST_BARS; and whether those are all."""
    if not days:
        return [], True
    known = {each.day: each for each in days}
    first = min(survey.opens_on, days[0].day)
    last = max(min(survey.closes_on, today - timedelta(days=1)), days[-1].day)
    many = (last - first).days + 1
    shown = [last - timedelta(days=back) for back in reversed(range(min(many, MOST_BARS)))]
    return [known.get(day, DayLine(day, ())) for day in shown], many <= MOST_BARS


def _picture_title(days: list[DayLine], *, is_all: bool) -> str:
    if is_all:
        return _("Answers of each day")
    return _("Answers of each of the last %(many)s days") % {"many": len(days)}


def _pictures(days: list[DayLine], *, is_all: bool) -> Iterator[str]:
    """The same bars for a wide place and for a phone."""
    if not days:
        return
    title = _picture_title(days, is_all=is_all)
    most = max(Decimal(10), *(Decimal(day.all) for day in days))
    rows = [charts.Bar(written_day(day.day, language()), Decimal(day.all), f"{day.all:,}") for day in days]
    told = "; ".join(f"{row.label}: {row.text}" for row in rows)
    for width in (charts.WIDE, charts.NARROW):
        yield charts.bars(
            title, told, rows, language=language(), maximum=most, key=f"days-{width}", width=width
        )
