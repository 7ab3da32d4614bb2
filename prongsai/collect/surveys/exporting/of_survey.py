"""The files of one sealed survey."""

from __future__ import annotations

from datetime import datetime, time

from django.utils import timezone

from prongsai.collect.assessments.queries import framework_of, inputs_of
from prongsai.collect.surveys.exporting import files, tables
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.streams import STREAMS
from prongsai.core.naming import name
from prongsai.core.result import assess
from prongsai.core.score import SurveyCounts
from prongsai.core.text import Language, Text

MEDIA_TYPES = {
    "counts.csv": "text/csv; charset=utf-8",
    "codebook.csv": "text/csv; charset=utf-8",
    "counts.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_TITLE = Text("จำนวนคำตอบของแบบสำรวจ {survey} {framework}", "Answers to the survey {survey}, {framework}")


def content(survey: Survey, file: str, language: Language) -> bytes:
    """Give one of MEDIA_TYPES.

    raises  KeyError if there is no such file, or the survey is not sealed.
            RulesChangedError if the rules of the assessment are not there as they were.
    """
    if survey.counts is None or survey.sealed_on is None or file not in MEDIA_TYPES:
        raise KeyError(file)
    assessment = survey.assessment
    framework = framework_of(assessment)
    streams = streams_of(survey)
    codebook = tables.codebook_table(framework, survey.instrument, streams)
    if file == "codebook.csv":
        return files.csv_of(codebook)
    result = assess(framework, inputs_of(assessment), office_class=assessment.office.class_code)
    counts = tables.counts_table(result, survey.instrument, streams)
    if file == "counts.csv":
        return files.csv_of(counts)
    title = _TITLE.fill(survey=name(framework.part(survey.instrument)), framework=framework.code)
    return files.workbook(
        counts,
        codebook,
        title=title.in_(language),
        office=Text(assessment.office.name_th, assessment.office.name_en).in_(language),
        made_at=timezone.make_aware(datetime.combine(survey.sealed_on, time())),
        language=language,
    )


def streams_of(survey: Survey) -> dict[str, SurveyCounts]:
    """Give the sealed counts by stream, which nobody may see before they went through `gated`."""
    kept = survey.counts or {}
    codes = [code for code in STREAMS if code in kept]  # PostgreSQL keeps no order of keys
    return {code: SurveyCounts(kept[code]["respondents"], kept[code]["by_row"]) for code in codes}
