"""What the office's people do with a survey before it is sealed. A respondent's write is in `taking`."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, gettext as _

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys import codes, keys
from prongsai.collect.surveys.models import Code, GivingUp, KeyHolder, Stream, Survey
from prongsai.collect.surveys.streams import STREAMS, streams_of
from prongsai.collect.surveys.taking import hashed
from prongsai.core.framework import Kind
from prongsai.people.actions import ActionRefusedError, Actor, edit_checked, save_checked
from prongsai.people.models import User
from prongsai.people.queries import may
from prongsai.trail import actions as trail

SLUG_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
SLUG_LENGTH = 7
MOST_CODES_AT_ONCE = 1000
VERB_OF_ROLE = {"admin": "administer", "executive": "approve", "body": "assess"}


class SurveyRefusedError(ActionRefusedError):
    """The survey cannot be changed so. Nothing was changed."""


@transaction.atomic
def set_up_survey(
    *,
    assessment: Assessment,
    instrument: str,
    opens_on: date,
    closes_on: date,
    heads: Mapping[str, int | None],
    by: Actor,
    has_english: bool = True,
    asks_suggestion: bool = True,
) -> Survey:
    """Prepare a survey with the streams that heads names.

    heads   stream -> how many could answer so; None where it is not known.
    raises  SurveyRefusedError if it is there already, or is no survey of the rules.
    trail   surveys.set_up
    """
    framework = framework_of(assessment)
    if instrument not in {each.code for each in framework.instruments if each.kind is Kind.SURVEY}:
        raise SurveyRefusedError(_("The rules have no survey '%(code)s'.") % {"code": instrument})
    _refuse_streams(instrument, heads)
    if assessment.survey_rounds.filter(instrument=instrument).exists():
        raise SurveyRefusedError(_("This survey is set up already."))
    survey = Survey(
        assessment=assessment,
        instrument=instrument,
        slug=free_slug(),
        opens_on=opens_on,
        closes_on=closes_on,
        has_english=has_english,
        asks_suggestion=asks_suggestion,
    )
    save_checked(survey)
    Stream.objects.bulk_create(
        Stream(survey=survey, code=code, heads=heads[code]) for code in STREAMS if code in heads
    )
    note("set_up", survey, by, streams=sorted(heads))
    return survey


@transaction.atomic
def edit_survey(*, survey: Survey, heads: Mapping[str, int | None], by: User, **fields: object) -> Survey:
    """Change days, languages, streams and heads until it is sealed.

    fields  opens_on, closes_on, has_english, asks_suggestion
    raises  SurveyRefusedError if it is sealed, or a stream is left out that has codes, or that has opened.
    trail   surveys.edited; surveys.heads_set
    """
    held(survey)
    _refuse_streams(survey.instrument, heads)
    _refuse_days(survey, fields)
    edit_checked(survey, dict(fields), verb="surveys.edited", by=by, office_id=survey.assessment.office_id)
    known = {stream.code: stream for stream in survey.streams.all()}
    for code in known.keys() - heads.keys():
        _leave_out(known[code])
    for code in heads.keys() - known.keys():
        Stream.objects.create(survey=survey, code=code, heads=heads[code])
    changed = [stream for code, stream in known.items() if code in heads and stream.heads != heads[code]]
    for stream in changed:
        stream.heads = heads[stream.code]
        stream.save(update_fields=["heads"])
    if changed or known.keys() ^ heads.keys():
        note("heads_set", survey, by, heads={code: heads[code] for code in sorted(heads)})
    return survey


@transaction.atomic
def make_key(*, survey: Survey, role: str, by: User) -> str:
    """Make the key of one holder and give its private half, which is shown once and kept nowhere.

    raises  SurveyRefusedError if the user has not this part, or the survey is ready already.
    trail   surveys.key_made
    """
    held(survey)
    if survey.is_ready:
        raise SurveyRefusedError(_("The survey is ready already; its keys cannot be made anew."))
    if by.is_superuser or not may(by, VERB_OF_ROLE[role], survey.assessment.office):
        raise SurveyRefusedError(_("Only who has this part may make its key."))
    if survey.holders.filter(role=role).exclude(holder_id=by.pk).exists():
        raise SurveyRefusedError(
            _("Another person holds this key already. Only that person may make it anew.")
        )
    if survey.holders.exclude(role=role).filter(holder_id=by.pk).exists():
        raise SurveyRefusedError(_("You hold a key already. The other one must be another person's."))
    text, public = keys.new_holder_key()
    survey.holders.filter(role=role).delete()
    KeyHolder.objects.create(
        survey=survey, role=role, holder_id=by.pk, holder_name=str(by)[:200], public_key=public
    )
    note("key_made", survey, by, role=role)
    return text


@transaction.atomic
def make_ready(*, survey: Survey, by: Actor) -> Survey:
    """Make the survey's own keys. From now on answers can come in, on its days.

    raises  SurveyRefusedError if a holder has no key yet, or it is ready already.
    trail   surveys.made_ready
    """
    held(survey)
    holders = {holder.role: bytes(holder.public_key) for holder in survey.holders.all()}
    if survey.is_ready:
        raise SurveyRefusedError(_("The survey is ready already."))
    if keys.missing_roles(list(holders)):
        raise SurveyRefusedError(_("The administrator and the executive must each make a key first."))
    kept, survey.public_key, survey.verify_key = keys.make_survey_keys(holders)
    keys.keep(survey.slug, kept)
    survey.save(update_fields=["public_key", "verify_key"])
    note("made_ready", survey, by, holders=sorted(holders))
    return survey


@transaction.atomic
def issue_codes(
    *, survey: Survey, stream: str, number: int, by: Actor, today: date | None = None
) -> list[str]:
    """Draw codes and give them, to be printed at once: only keyed hashes are kept.

    raises  SurveyRefusedError if the last day is over, or more are asked for than people could answer.
    trail   surveys.codes_issued, with their number
    """
    held(survey)
    if is_over(survey, today):
        raise SurveyRefusedError(_("The last day is over: no more codes are drawn."))
    kept = _ready_keys(survey)
    row = survey.streams.filter(code=stream).first()
    if row is None or not STREAMS[stream].is_coded:
        raise SurveyRefusedError(_("This way of answering takes no codes."))
    if not 0 < number <= MOST_CODES_AT_ONCE:
        raise SurveyRefusedError(_("Ask for 1 to %(most)s codes at once.") % {"most": MOST_CODES_AT_ONCE})
    if row.heads is not None and row.codes_issued + number > row.heads:
        raise SurveyRefusedError(
            _("%(heads)s people could answer and %(issued)s codes are out: %(left)s more can be made.")
            % {"heads": row.heads, "issued": row.codes_issued, "left": max(0, row.heads - row.codes_issued)}
        )
    drawn = [codes.make() for _each in range(number)]
    hashes = sorted(hashed(kept.server, "code", code) for code in drawn)
    Code.objects.bulk_create(Code(code_hash=each, survey=survey, stream=stream) for each in hashes)
    row.codes_issued += number
    row.save(update_fields=["codes_issued"])
    note("codes_issued", survey, by, stream=stream, number=number)
    return drawn


@transaction.atomic
def cancel_codes(*, survey: Survey, stream: str, by: User) -> None:
    """Cancel every code of a stream that was not used, so that new slips can be printed.

    How many were used today stays unsaid: as issued count only those of the days that have ended.
    trail   surveys.codes_cancelled
    """
    held(survey)
    survey.codes.filter(stream=stream, is_spent=False).delete()
    row = survey.streams.get(code=stream)
    row.codes_issued = survey.boxes.filter(stream=stream, day__lt=timezone.localdate()).count()
    row.save(update_fields=["codes_issued"])
    note("codes_cancelled", survey, by, stream=stream)


@transaction.atomic
def propose_sealing(*, survey: Survey, by: User) -> Survey:
    """The first of two steps: the administrator asks the executive to seal.

    raises  SurveyRefusedError while it is open, or paper is still being typed in.
    trail   surveys.sealing_proposed
    """
    held(survey)
    refuse_unfinished(survey)
    survey.proposed_by_id, survey.proposed_by_name = by.pk, str(by)[:200]
    survey.proposed_on = timezone.localdate()
    survey.save(update_fields=["proposed_by_id", "proposed_by_name", "proposed_on"])
    note("sealing_proposed", survey, by)
    return survey


@transaction.atomic
def withdraw_sealing(*, survey: Survey, by: User) -> Survey:
    """trail   surveys.sealing_withdrawn"""
    held(survey)
    survey.proposed_by_id, survey.proposed_by_name, survey.proposed_on = None, "", None
    survey.save(update_fields=["proposed_by_id", "proposed_by_name", "proposed_on"])
    note("sealing_withdrawn", survey, by)
    return survey


def is_over(survey: Survey, today: date | None = None) -> bool:
    return (today or timezone.localdate()) > survey.closes_on


def refuse_unfinished(survey: Survey) -> None:
    if not survey.is_ready or timezone.localdate() <= survey.closes_on:
        raise SurveyRefusedError(_("The survey can be sealed from the day after its closing day."))
    if survey.batches.filter(is_closed=False).exists():
        raise SurveyRefusedError(_("A pile of paper sheets is still open. Finish or remove it first."))


def held(survey: Survey) -> None:
    """Let nobody else write to this survey until we are done, and take over how it stands.

    raises  SurveyRefusedError if it is sealed.
    """
    Survey.objects.select_for_update().get(pk=survey.pk)
    survey.refresh_from_db()
    if survey.is_sealed:
        raise SurveyRefusedError(_("The survey is sealed. Nothing about it can be changed any more."))


def note(verb: str, survey: Survey, by: Actor, **details: object) -> None:
    trail.record(
        f"surveys.{verb}",
        on=survey,
        by=by,
        office_id=survey.assessment.office_id,
        instrument=survey.instrument,
        **details,
    )


def _refuse_days(survey: Survey, fields: Mapping[str, object]) -> None:
    """Slips name the last day. Nobody cuts answering off at once, or moves days that have been."""
    today = timezone.localdate()
    closes_on, opens_on = fields.get("closes_on", survey.closes_on), fields.get("opens_on", survey.opens_on)
    if survey.is_ready and survey.opens_on <= today and opens_on != survey.opens_on:
        raise SurveyRefusedError(_("The survey has opened; its first day cannot be moved any more."))
    if closes_on != survey.closes_on and isinstance(closes_on, date) and closes_on < today:
        raise SurveyRefusedError(_("The last day cannot lie in the past. Choose today or later."))


def _refuse_streams(instrument: str, heads: Mapping[str, int | None]) -> None:
    known = {kind.code for kind in streams_of(instrument)}
    if not heads or heads.keys() - known:
        raise SurveyRefusedError(
            _("Choose at least one way of answering: %(known)s.") % {"known": ", ".join(sorted(known))}
        )


def _leave_out(stream: Stream) -> None:
    """Take a stream away; none once the first day has come: a refusal would tell that it has sheets."""
    survey = stream.survey
    has_opened = survey.is_ready and timezone.localdate() >= survey.opens_on
    is_used = (
        survey.boxes.filter(stream=stream.code).exists() or survey.batches.filter(stream=stream.code).exists()
    )
    if stream.codes_issued or has_opened or is_used:
        raise SurveyRefusedError(
            _("“%(stream)s” stays: it has codes, or its first day has come.")
            % {"stream": STREAMS[stream.code].name.in_("en" if get_language() == "en" else "th")}
        )
    stream.delete()


def _ready_keys(survey: Survey) -> keys.SurveyKeys:
    if not survey.is_ready:
        raise SurveyRefusedError(_("Make the keys first."))
    try:
        return keys.load(survey.slug)
    except keys.KeysGoneError:
        raise SurveyRefusedError(
            _("The survey's key file is not there. Put it back into SURVEY_KEYS_DIR.")
        ) from None


def free_slug() -> str:
    """Draw an address that no survey has, nor had."""
    while True:
        slug = "".join(secrets.choice(SLUG_LETTERS) for _each in range(SLUG_LENGTH))
        is_taken = Survey.objects.filter(slug=slug).exists() or GivingUp.objects.filter(slug=slug).exists()
        if not is_taken:
            return slug
