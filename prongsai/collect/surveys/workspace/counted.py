"""The counts of a sealed survey, whole and by stream, with what may not be shown and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _, gettext_lazy

from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.questionnaire import Questionnaire, questionnaire
from prongsai.collect.surveys.streams import STREAMS
from prongsai.core import naming
from prongsai.core.framework import Row
from prongsai.core.groups import withheld
from prongsai.core.score import Reason
from prongsai.core.veil import LEAST_FOR_BREAKDOWN

WHY = {
    Reason.TOO_FEW: gettext_lazy("Fewer than ten people answered this way."),
    Reason.COMPLEMENT: gettext_lazy(
        "Beside the whole it would give away another way, which few people took."
    ),
}


@dataclass(frozen=True, slots=True)
class Part:
    """The answers of one stream; without a code, of all."""

    code: str
    name: str
    respondents: int
    by_row: Mapping[str, Sequence[int]]
    why_hidden: str = ""


@dataclass(frozen=True, slots=True)
class RowLine:
    """choices  (choice, how many took it); blank: how many answered nothing here."""

    text: str
    choices: tuple[tuple[str, int], ...]
    blank: int


@dataclass(frozen=True, slots=True)
class Counted:
    whole: Part
    parts: tuple[Part, ...]
    form: Questionnaire

    @property
    def is_shown(self) -> bool:
        return self.whole.respondents >= LEAST_FOR_BREAKDOWN

    @property
    def shown(self) -> tuple[Part, ...]:
        """Streams that may be shown, where there is more than one."""
        visible = tuple(part for part in self.parts if not part.why_hidden)
        return visible if self.is_shown and len(self.parts) > 1 else ()

    def sections(self, part: Part) -> list[tuple[str, list[RowLine]]]:
        """Every indicator with its rows; nothing where too few answered."""
        return [] if not self.is_shown or part.why_hidden else list(self._sections(part))

    def _sections(self, part: Part) -> Iterator[tuple[str, list[RowLine]]]:
        for indicator, questions in self.form.sections:
            rows = [row for question in questions for row in question.parts]
            yield said(naming.name(indicator)), [_line(row, part) for row in rows]


def counted_of(survey: Survey) -> Counted:
    """raises  RulesChangedError if the rules of the survey are not there as they were."""
    form = questionnaire(framework_of(survey.assessment), survey.instrument)
    kept = survey.counts or {}
    sizes = {code: each["respondents"] for code, each in kept.items()}
    hidden = withheld(sizes)
    parts = tuple(
        Part(
            code,
            said(STREAMS[code].name),
            each["respondents"],
            each["by_row"],
            str(WHY[hidden[code]]) if code in hidden else "",
        )
        for code, each in kept.items()
    )
    by_row = {
        row.code: [sum(n) for n in zip(*(each["by_row"][row.code] for each in kept.values()), strict=True)]
        for row in form.rows
    }
    return Counted(Part("", _("Everyone"), sum(sizes.values()), by_row), parts, form)


def _line(row: Row, part: Part) -> RowLine:
    counts = part.by_row[row.code]
    labels = [said(choice.label) for choice in row.scale.choices]
    return RowLine(
        said(naming.name(row)), tuple(zip(labels, counts, strict=False)), part.respondents - sum(counts)
    )
