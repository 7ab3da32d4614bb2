"""What was read of an export, on its way through the page: counts, signed for one user and one survey."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404

from prongsai.collect.assessments import bringing
from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of, inputs_of
from prongsai.collect.surveys.importing.record import record_of, tally_of
from prongsai.collect.surveys.importing.rows import Rows
from prongsai.collect.surveys.importing.tally import Tally
from prongsai.core.framework import Framework, Instrument, Kind
from prongsai.core.score import Inputs
from prongsai.people.models import User


@dataclass(frozen=True)
class Place:
    """One survey of one assessment."""

    assessment: Assessment
    framework: Framework
    survey: Instrument

    @cached_property
    def rows(self) -> Rows:
        return Rows(self.survey.parts)

    @cached_property
    def present(self) -> Inputs:
        return bringing.only(inputs_of(self.assessment), self.survey.code)

    @property
    def is_sealed(self) -> bool:
        found = self.assessment.surveys.filter(instrument=self.survey.code).first()
        return found is not None and found.is_sealed


@dataclass(frozen=True, slots=True)
class Export:
    file: str
    tally: Tally


def place_or_404(assessment: Assessment, instrument: str) -> Place:
    """Give a survey whose questions the rules know."""
    framework = framework_of(assessment)
    for survey in framework.instruments:
        if survey.code == instrument and survey.kind is Kind.SURVEY and framework.rows_of(instrument):
            return Place(assessment, framework, survey)
    raise Http404


def sign(export: Export, place: Place, by: User) -> str:
    record = {"file": export.file, "tally": record_of(export.tally)}
    return bringing.carry(record, place.present, kind=_kind(place), assessment=place.assessment, by=by)


def carried(signed: str, place: Place, by: User) -> Export:
    """Turn `sign` round; raises ActionRefusedError if it is not what was signed here, or too old."""
    record = bringing.carried_back(
        signed, place.present, kind=_kind(place), assessment=place.assessment, by=by
    )
    return Export(record["file"], tally_of(record["tally"]))


def _kind(place: Place) -> str:
    return f"{place.survey.code} of an export"
