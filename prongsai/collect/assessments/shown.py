"""What the screens show, put together beforehand so that templates decide nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _, ngettext

from prongsai.collect.assessments import queries
from prongsai.collect.assessments.actions import INDICATORS, ITEMS
from prongsai.collect.assessments.bringing import Set, sets_of
from prongsai.collect.assessments.models import Assessment, LabelledMean, SurveyResult
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.core.framework import Combining, Confidence, Framework, Provenance
from prongsai.core.naming import label_of
from prongsai.core.score import Inputs
from prongsai.core.text import Text
from prongsai.frameworks import library
from prongsai.frameworks.problems import FrameworkError
from prongsai.people.models import Office


@dataclass(frozen=True)
class Rules:
    """A framework, and how sure its rules are."""

    framework: Framework

    @cached_property
    def unverified(self) -> tuple[Text, ...]:
        """Notes on the blocks, and on the streams of surveys, that nobody has confirmed."""
        streams = [each.combining for each in self.framework.instruments]
        found: tuple[Provenance | Combining, ...] = (*self.framework.provenance, *streams)
        return tuple(each.note for each in found if each.confidence is Confidence.UNVERIFIED and each.note.th)


@dataclass(frozen=True, slots=True)
class Line:
    """One assessment in the list of its office. `refusal` says why its rules cannot be used."""

    assessment: Assessment
    framework: Framework | None
    has: tuple[str, ...]
    refusal: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """One set of results and how much of it there is.

    population  None if unknown or nobody is asked.
    sealed      the survey's row, where its answers were sealed: they stay as they are.
    """

    set: Set
    many: int
    says: str
    population: int | None = None
    sealed: SurveyResult | None = None

    @property
    def is_survey(self) -> bool:
        return self.set.kind not in {ITEMS, INDICATORS}

    @property
    def is_fixed(self) -> bool:
        """Whether the number of people was sealed, too."""
        return self.sealed is not None and self.population is not None


@dataclass(frozen=True, slots=True)
class MeanLine:
    """A mean with its figures under their labels."""

    row: LabelledMean
    figures: tuple[tuple[Text, Decimal], ...]


def lines_of(office: Office) -> list[Line]:
    """The office's assessments, the newest first, in four queries for any number of them."""
    lines = [_line(each) for each in queries.with_results(queries.assessments_of(office))]
    years = {line.assessment.pk: line.framework.year_be if line.framework else 0 for line in lines}
    return sorted(lines, key=lambda line: (-years[line.assessment.pk], line.assessment.framework_code))


def _line(assessment: Assessment) -> Line:
    try:
        framework = queries.framework_of(assessment)
    except queries.RulesChangedError as refusal:
        return Line(assessment, None, (), str(refusal))
    held = sets(framework, queries.inputs_of(assessment))
    has = tuple(f"{said(each.set.name)}: {each.says}" for each in held if each.many)
    return Line(assessment, framework, has)


def rules() -> tuple[list[Framework], list[str]]:
    """Every framework that can be read, the newest first, and the codes of those that cannot."""
    known, broken = [], []
    for code in library.codes():
        try:
            known.append(library.load(code))
        except FrameworkError:
            broken.append(code)
    return sorted(known, key=lambda each: (-each.year_be, each.is_draft, each.code)), broken


def sets(framework: Framework, inputs: Inputs, surveys: Iterable[SurveyResult] = ()) -> tuple[Held, ...]:
    """Every set that the rules know, whether there is something in it or not."""
    sealed = {survey.instrument: survey for survey in surveys if survey.is_sealed}
    return tuple(_held(each, framework, inputs, sealed.get(each.kind)) for each in sets_of(framework))


def _held(each: Set, framework: Framework, inputs: Inputs, sealed: SurveyResult | None) -> Held:
    if each.kind == ITEMS:
        many = len(inputs.items)
        says = _("%(many)s of %(all)s items") % {"many": many, "all": len(framework.items)}
        return Held(each, many, says)
    if each.kind == INDICATORS:
        many = len(inputs.published)
        says = ngettext("%(many)s figure", "%(many)s figures", many) % {"many": many}
        return Held(each, many, says)
    many = inputs.surveys[each.kind].respondents if each.kind in inputs.surveys else 0
    says = ngettext("%(many)s sheet", "%(many)s sheets", many) % {"many": f"{many:,}"}
    return Held(each, many, says, inputs.populations.get(each.kind), sealed)


def means(framework: Framework, assessment: Assessment) -> tuple[MeanLine, ...]:
    rows = assessment.means.order_by("pk")
    return tuple(MeanLine(row, _labelled(framework, row)) for row in rows)


def _labelled(framework: Framework, row: LabelledMean) -> tuple[tuple[Text, Decimal], ...]:
    """The total first, then instruments and indicators as the rules order them."""
    mean = queries.mean_figures(row, framework)
    order = [framework.code, *(part.code for part in framework.walk())]
    present = sorted(mean.figures, key=order.index)
    return tuple((label_of(code, framework), mean.figures[code]) for code in present)


def of_mean(mean: LabelledMean | None) -> dict[str, Any]:
    """What a form about a mean starts with."""
    if mean is None:
        return {}
    return {
        "initial": {"label_th": mean.label_th, "label_en": mean.label_en},
        "figures": {code: Fraction(figure) for code, figure in mean.figures.items()},
    }
