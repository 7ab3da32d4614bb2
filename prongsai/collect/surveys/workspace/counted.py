"""The counts of a sealed survey as its screen tells them, and why something is not shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from prongsai.collect.assessments.queries import framework_of, inputs_of
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.surveys.exporting.gated import ALL, Counts, gated
from prongsai.collect.surveys.exporting.of_survey import streams_of
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.questionnaire import Questionnaire, questionnaire
from prongsai.collect.surveys.streams import STREAMS
from prongsai.core.groups import withheld
from prongsai.core.naming import REASONS, name
from prongsai.core.result import assess
from prongsai.core.veil import LEAST_FOR_BREAKDOWN


@dataclass(frozen=True, slots=True)
class Part:
    """One stream, or all. why  why it is not shown; empty where it is."""

    code: str
    name: str
    respondents: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class RowLine:
    """choices  (choice, how many took it); empty where withheld, with the reason in why."""

    text: str
    choices: tuple[tuple[str, int], ...]
    blank: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Counted:
    """parts  the streams, where there is more than one."""

    form: Questionnaire
    whole: Part
    parts: tuple[Part, ...]
    counts: dict[tuple[str, str], Counts]

    @property
    def is_shown(self) -> bool:
        return self.whole.respondents >= LEAST_FOR_BREAKDOWN

    def part(self, code: str) -> Part:
        """Give the stream of this code if it may be shown, else all."""
        return next((each for each in self.parts if each.code == code and not each.why), self.whole)

    def sections(self, part: Part) -> list[tuple[str, list[RowLine]]]:
        """Every indicator with its rows; nothing where too few answered."""
        return list(self._sections(part.code)) if self.is_shown else []

    def _sections(self, stream: str) -> Iterator[tuple[str, list[RowLine]]]:
        for indicator, questions in self.form.sections:
            rows = [row for question in questions for row in question.parts]
            yield said(name(indicator)), [_line(self.counts[stream, row.code]) for row in rows]


def counted_of(survey: Survey) -> Counted:
    """raises  RulesChangedError if the rules of the survey are not there as they were."""
    assessment, streams = survey.assessment, streams_of(survey)
    framework = framework_of(assessment)
    result = assess(framework, inputs_of(assessment), office_class=assessment.office.class_code)
    sizes = {code: each.respondents for code, each in streams.items()}
    hidden = withheld(sizes)
    parts = tuple(
        Part(code, said(STREAMS[code].name), size, said(REASONS[hidden[code]]) if code in hidden else "")
        for code, size in sizes.items()
    )
    return Counted(
        questionnaire(framework, survey.instrument),
        Part(ALL, _("Everyone"), sum(sizes.values())),
        parts if len(parts) > 1 else (),
        {(each.stream, each.row.code): each for each in gated(result, survey.instrument, streams)},
    )


def _line(counts: Counts) -> RowLine:
    labels = [said(choice.label) for choice in counts.row.scale.choices]
    why = said(REASONS[counts.reason]) if counts.reason else ""
    shown = () if why else tuple(zip(labels, counts.counts, strict=True))
    return RowLine(said(name(counts.row)), shown, counts.blank, why)
