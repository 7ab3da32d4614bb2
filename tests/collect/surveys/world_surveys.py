"""Surveys of both offices of the isolation walk: one at every stage that has screens of its own."""

from datetime import timedelta

from django.utils import timezone
from world import Role, register

from prongsai.collect.assessments.actions import create_assessment
from prongsai.collect.assessments.queries import assessments_of, framework_of
from prongsai.collect.surveys import actions, giving_up, sealing
from prongsai.collect.surveys.models import Box, Survey
from prongsai.collect.surveys.questionnaire import questionnaire
from prongsai.collect.surveys.taking import take

RULES, DRAFT = "obec-2565", "obec-2566-draft"
STREAM = {"iit": "iit", "eit": "eit-code"}
OF_SEALED = ("show", "file", "finish")
OF_GIVEN_UP = ("give_up", "given_up", "keep")
OF_CLOSED = ("propose", "withdraw", "seal", "key", "key_slip", "reset_keys", "make_ready", "set_up", "form")
OF_OPEN = ("board", "codes", "cancel_codes", "poster")

PUBLIC = tuple(f"surveys_{page}:slug" for page in ("first", "answer", "receipt"))


@register
def surveys(*, office, marker, by):
    director = office.memberships.get(role=Role.EXECUTIVE).user
    closed, _codes, _keys = _ready(office, RULES, "iit", by, director)
    _close(closed)
    actions.propose_sealing(survey=closed, by=by)
    opened, codes, _keys = _ready(office, RULES, "eit", by, director)
    _answer(opened, codes[:2], marker)
    lost, _codes, _keys = _ready(office, DRAFT, "eit", by, director)
    giving_up.propose_giving_up(survey=lost, reason=f"กุญแจหาย {marker}", by=by)
    sealed, codes, held = _ready(office, DRAFT, "iit", by, director)
    _answer(sealed, codes, marker)
    _close(sealed)
    actions.propose_sealing(survey=sealed, by=by)
    sealing.seal_survey(survey=sealed, typed=held, by=director)
    groups = [(OF_SEALED, sealed), (OF_GIVEN_UP, lost), (OF_CLOSED, closed), (OF_OPEN, opened)]
    filled = {
        f"surveys_{page}:{argument}": value
        for pages, survey in groups
        for page in pages
        for argument, value in (
            ("instrument", survey.instrument),
            ("code", survey.assessment.framework_code),
        )
    }
    return filled | {
        "instrument": "eit",
        **dict.fromkeys(PUBLIC, opened.slug),
        "surveys_key:role": "admin",
        "surveys_file:file": "counts.csv",
        "surveys_codes:stream": "eit-code",
        "surveys_cancel_codes:stream": "eit-code",
        "surveys_poster:paper": "a4",
        "surveys_form:language": "th",
    }


def _ready(office, rules, instrument, by, director):
    """A survey that takes answers, its codes and its keys."""
    found = assessments_of(office).filter(framework_code=rules).first()
    today = timezone.localdate()
    survey = actions.set_up_survey(
        assessment=found or create_assessment(office=office, framework_code=rules, by=by),
        instrument=instrument,
        opens_on=today - timedelta(days=3),
        closes_on=today + timedelta(days=30),
        heads={STREAM[instrument]: 60},
        by=by,
    )
    held = [
        actions.make_key(survey=survey, role=role, by=who)
        for role, who in (("admin", by), ("executive", director))
    ]
    actions.make_ready(survey=survey, by=by)
    codes = actions.issue_codes(survey=survey, stream=STREAM[instrument], number=12, by=by)
    return survey, codes, held


def _answer(survey, codes, marker):
    size = questionnaire(framework_of(survey.assessment), survey.instrument).size
    for place, code in enumerate(codes):
        take(
            survey=survey,
            submission=f"{survey.pk:016x}{place:016x}",
            answers=b"\1" * size,
            suggestion=f"ข้อเสนอ {marker} {place}",
            code=code,
        )
    Box.objects.filter(survey=survey).update(day=timezone.localdate() - timedelta(days=1))


def _close(survey):
    yesterday = timezone.localdate() - timedelta(days=1)
    Survey.objects.filter(pk=survey.pk).update(closes_on=yesterday)
    survey.refresh_from_db()
