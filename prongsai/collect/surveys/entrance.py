"""Whether a survey stands open, and whether a code would be taken: looked up, never written."""

from __future__ import annotations

from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from prongsai.collect.surveys import codes, keys
from prongsai.collect.surveys.models import Code, Survey
from prongsai.collect.surveys.queries import needs_code
from prongsai.collect.surveys.taking import hashed

State = Literal["coming", "open", "closed", "sealed"]


def state_of(survey: Survey, today: date) -> State:
    if survey.is_sealed:
        return "sealed"
    if today > survey.closes_on:
        return "closed"
    return "open" if today >= survey.opens_on else "coming"


def offers_code(survey: Survey) -> bool:
    """Say whether some who answer were given a code, while others need none."""
    return not needs_code(survey) and survey.streams.filter(codes_issued__gt=0).exists()


def problem_of_code(survey: Survey, typed: str) -> str:
    """Say before the first question what would be wrong with a code afterwards; empty if nothing.

    Whether it was used is said at sending only, which uses it up: asked here and again, it would tell
    whoever keeps a list of the codes when each of them is used.
    raises  KeysGoneError if the survey's key file is not there.
    """
    if not typed.strip():
        return _("This survey takes a code. Type the one on your slip.") if needs_code(survey) else ""
    try:
        code = codes.read(typed)
    except codes.CodeError:
        return codes.misread(typed)
    key = hashed(keys.load(survey.slug).server, "code", code)
    if not Code.objects.filter(pk=key, survey=survey).exists():
        return _("This code is not of this survey. Compare it with the slip.")
    return ""
