"""Which surveys there are, and how many have answered: as it stood at the end of yesterday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet
from django.shortcuts import get_object_or_404

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.streams import STREAMS, StreamKind, open_stream
from prongsai.core.framework import Instrument
from prongsai.core.sample import SampleError, needed


@dataclass(frozen=True, slots=True)
class StreamLine:
    """by_day  day -> sheets that came in on it, for days that have ended."""

    kind: StreamKind
    heads: int | None
    codes_issued: int
    answered: int
    by_day: dict[date, int]


@dataclass(frozen=True, slots=True)
class Board:
    """What may be told while a survey runs: never today, and no answer.

    needed     how many must answer by the rules; None where that cannot be said.
    days_left  days that answers still can come in, today included.
    """

    lines: tuple[StreamLine, ...]
    days: tuple[date, ...]
    answered: int
    needed: int | None
    days_left: int

    @property
    def shortfall(self) -> int | None:
        return None if self.needed is None else max(0, self.needed - self.answered)


def surveys_of(assessment: Assessment) -> QuerySet[Survey]:
    return Survey.objects.filter(assessment=assessment).select_related("assessment__office")


def survey_or_404(assessment: Assessment, instrument: str) -> Survey:
    return get_object_or_404(surveys_of(assessment), instrument=instrument)


def needs_code(survey: Survey) -> bool:
    """Say whether nobody can answer without a code: the rules or the office hold no open link."""
    return not survey.streams.filter(code=open_stream(survey.instrument)).exists()


def heads_of(survey: Survey) -> int | None:
    heads = [stream.heads for stream in survey.streams.all() if stream.heads is not None]
    return sum(heads) if heads else None


def needed_of(survey: Survey) -> int | None:
    """How many must answer by the rules; None where heads or the class of the office are not known."""
    instrument = framework_of(survey.assessment).part(survey.instrument)
    if not isinstance(instrument, Instrument) or instrument.sampling is None:
        return None
    try:
        return needed(
            instrument.sampling, population=heads_of(survey), office_class=survey.assessment.office.class_code
        )
    except SampleError:
        return None


def board_of(survey: Survey, today: date) -> Board:
    """Count what came in before today: a live counter would be a clock of arrivals."""
    rows = survey.sheets if survey.is_sealed else survey.boxes
    counted: dict[str, dict[date, int]] = {}
    found = (
        rows.filter(day__lt=today)
        .order_by("stream", "day")
        .values_list("stream", "day")
        .annotate(n=Count("pk"))
    )
    for stream, day, number in found:
        counted.setdefault(stream, {})[day] = number
    streams = {stream.code: stream for stream in survey.streams.all()}
    lines = tuple(
        StreamLine(
            kind,
            streams[code].heads if code in streams else None,
            streams[code].codes_issued if code in streams else 0,
            sum(counted.get(code, {}).values()),
            counted.get(code, {}),
        )
        for code, kind in STREAMS.items()
        if code in streams or code in counted
    )
    days = tuple(sorted({day for by_day in counted.values() for day in by_day}))
    left = (survey.closes_on - max(today, survey.opens_on)).days + 1
    return Board(lines, days, sum(line.answered for line in lines), needed_of(survey), max(0, left))
