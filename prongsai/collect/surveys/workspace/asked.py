"""What the rules of the year say of a survey, in the words of the screens."""

from __future__ import annotations

from django.utils.translation import gettext as _

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.assessments.templatetags.assessments import said
from prongsai.collect.surveys import printing
from prongsai.collect.surveys.models import Survey
from prongsai.core.framework import Combine, Framework, Instrument, Kind, SampleRule, Sampling
from prongsai.core.naming import exact
from prongsai.core.text import Text


def instrument_of(survey: Survey) -> Instrument:
    part = framework_of(survey.assessment).part(survey.instrument)
    if not isinstance(part, Instrument):
        raise KeyError(survey.instrument)
    return part


def name_of(survey: Survey) -> str:
    return full_name(instrument_of(survey))


def short_name_of(survey: Survey) -> str:
    return said(instrument_of(survey).short)


def title_of(survey: Survey) -> Text:
    """Name of the survey with its year, as prints and letters have it."""
    return printing.survey_title(instrument_of(survey), survey.assessment.year_be)


def full_name(instrument: Instrument) -> str:
    return f"{said(instrument.short)} · {said(instrument.name)}"


def surveys_in(framework: Framework) -> tuple[Instrument, ...]:
    """Instruments that ask people, and whose questions the rules know."""
    return tuple(
        each for each in framework.instruments if each.kind is Kind.SURVEY and framework.rows_of(each.code)
    )


def asked_or_none(assessment: Assessment, code: str) -> Instrument | None:
    return next((each for each in surveys_in(framework_of(assessment)) if each.code == code), None)


def rule_in_words(sampling: Sampling, office_class: str) -> str:
    """Say how many must answer by the rule, before anything is counted."""
    if sampling.rule is SampleRule.QUOTA:
        if office_class not in sampling.quotas:
            return _(
                "The rules set a number for each class of office; the class of this office is not given."
            )
        return _("The rules set %(many)s for offices of this class.") % {
            "many": sampling.quotas[office_class]
        }
    words = {
        "percent": exact(sampling.percent),
        "floor": sampling.floor,
        "cap": f"{sampling.cap or 0:,}",
        "above": f"{sampling.cap_above or 0:,}",
    }
    if sampling.cap is None:
        return _("%(percent)s per cent of them, at least %(floor)s; where there are fewer, everyone.") % words
    return (
        _(
            "%(percent)s per cent of them, at least %(floor)s; where there are fewer, everyone; "
            "%(cap)s where there are more than %(above)s."
        )
        % words
    )


def combining_in_words(instrument: Instrument) -> str:
    """Say how the ways of answering come to one figure."""
    if instrument.combining.rule is Combine.EQUAL:
        return _("In the score every way of answering counts alike, however many took it.")
    return _("In the score every sheet counts once, whichever way it came.")
