"""Surveys of the demonstration: one that is sealed, and one that a visitor can answer."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys import actions
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.printing import print_slips, survey_title
from prongsai.collect.surveys.questionnaire import Questionnaire, questionnaire
from prongsai.collect.surveys.sealing import seal_survey
from prongsai.collect.surveys.streams import STREAMS
from prongsai.collect.surveys.taking import take
from prongsai.core.framework import Instrument
from prongsai.core.text import Text
from prongsai.people.models import User
from prongsai.project.demonstration.answers import made_up_answers

OPEN_SINCE_DAYS, OPEN_FOR_DAYS = 12, 90
ONLY_MINE = 0o600


def hold_sealed(
    assessment: Assessment, instrument: str, about: dict[str, Any], admin: User, executive: User
) -> None:
    """Hold a survey of a former year as it is held: codes, boxes, and two people to seal it."""
    told = about["sealed"]
    last = told["opens_on"] + timedelta(told["days"] - 1)
    survey = actions.set_up_survey(
        assessment=assessment,
        instrument=instrument,
        opens_on=told["opens_on"],
        closes_on=last,
        heads=_heads(about),
        by=admin,
    )
    keys = _prepare(survey, admin, executive)
    _answer(survey, about, told["opens_on"], told["days"], admin)
    actions.propose_sealing(survey=survey, by=admin)
    seal_survey(survey=survey, typed=list(keys.values()), by=executive)


def hold_open(
    assessment: Assessment, instrument: str, about: dict[str, Any], admin: User, executive: User
) -> None:
    """Open a survey some days ago, with sheets in it, and keep unused codes and both keys for visitors."""
    today = timezone.localdate()
    first, last = today - timedelta(OPEN_SINCE_DAYS), today + timedelta(OPEN_FOR_DAYS)
    survey = actions.set_up_survey(
        assessment=assessment,
        instrument=instrument,
        opens_on=first,
        closes_on=last,
        heads=_heads(about),
        by=admin,
    )
    keys = _prepare(survey, admin, executive)
    left = _answer(survey, about, first, OPEN_SINCE_DAYS, admin)
    folder = folder_of(survey)
    _write(folder / "keys.txt", "".join(f"{role} {text}\n" for role, text in keys.items()))
    for stream, codes in left.items():
        _write(folder / f"codes-{stream}.txt", "".join(f"{code}\n" for code in codes))


def print_for_visitors(base_url: str) -> Iterator[str]:
    """Print the slips that are left, with the address at which the site runs; give a line for each survey."""
    for survey in open_surveys():
        address = f"{base_url}/s/{survey.slug}/"
        instrument = questionnaire(framework_of(survey.assessment), survey.instrument).instrument
        lines = [f"{instrument.short.th}: {address}"]
        for file in sorted(folder_of(survey).glob("codes-*.txt")):
            codes = file.read_text(encoding="utf-8").split()
            stream = file.stem.removeprefix("codes-")
            slips = file.with_name(f"slips-{stream}.pdf")
            slips.write_bytes(_slips(survey, instrument, stream, codes, address))
            lines += [f"  {stream}: {address}?code={codes[0]}", f"    more codes: {slips}"]
        yield "\n".join(lines)


def _slips(survey: Survey, instrument: Instrument, stream: str, codes: list[str], address: str) -> bytes:
    office = survey.assessment.office
    return print_slips(
        codes=codes,
        address=address,
        office=Text(office.name_th, office.name_en),
        survey=survey_title(instrument, survey.assessment.year_be),
        stream=stream,
        closes_on=survey.closes_on,
        who=instrument.sampling.who if instrument.sampling else instrument.name,
    )


def open_surveys() -> Iterator[Survey]:
    """Surveys of the demonstration that a visitor can answer."""
    today = timezone.localdate()
    yield from (
        Survey.objects.filter(assessment__office__is_demonstration=True, sealed_on=None, closes_on__gte=today)
        .exclude(public_key=b"")
        .select_related("assessment__office")
    )


def folder_of(survey: Survey) -> Path:
    assessment = survey.assessment
    path = Path(settings.DATA_DIR) / "try" / assessment.office.slug / assessment.framework_code
    return path / survey.instrument


def _prepare(survey: Survey, admin: User, executive: User) -> dict[str, str]:
    keys = {
        "admin": actions.make_key(survey=survey, role="admin", by=admin),
        "executive": actions.make_key(survey=survey, role="executive", by=executive),
    }
    actions.make_ready(survey=survey, by=admin)
    return keys


def _answer(
    survey: Survey, about: dict[str, Any], first: date, days: int, admin: User
) -> dict[str, list[str]]:
    """Let the made-up people answer over these days; give the codes that are left, by stream."""
    form = questionnaire(framework_of(survey.assessment), survey.instrument)
    sheets = _sheets(form, about)
    left = {}
    for stream, told in about["streams"].items():
        number, codes = told.get("sheets", 0), list[str]()
        if STREAMS[stream].is_coded:
            codes = actions.issue_codes(
                survey=survey, stream=stream, number=told.get("codes", number), by=admin, today=first
            )
        for place in range(number):
            _take(survey, next(sheets), first + timedelta(place * days // number), codes)
        if codes:
            left[stream] = codes
    return left


def _heads(about: dict[str, Any]) -> dict[str, int | None]:
    return {stream: told.get("heads") for stream, told in about["streams"].items()}


def _take(survey: Survey, answers: bytes, day: date, codes: list[str]) -> None:
    code, submission = codes.pop() if codes else "", secrets.token_hex(16)
    take(survey=survey, submission=submission, answers=answers, code=code, today=day)
    Survey.objects.filter(pk=survey.pk).update(pace=0)  # these people did not come all at once


def _sheets(form: Questionnaire, about: dict[str, Any]) -> Iterator[bytes]:
    people = {name: about[name] for name in ("respondents", "leaning", "seed")}
    for sheet in made_up_answers(form.framework, form.instrument.code, **people):
        yield form.read({row: choice.code for row, choice in sheet.items()}).answers


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=ONLY_MINE)
    file.write_text(text, encoding="utf-8")
