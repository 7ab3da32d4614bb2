"""Taking a sheet in: at most once, never by whom, and nothing of it in a trail or a log."""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.surveys import boxes, codes, keys, putting, receipts, work
from prongsai.collect.surveys.models import Survey
from prongsai.collect.surveys.pace import keep_pace
from prongsai.collect.surveys.queries import needs_code
from prongsai.collect.surveys.streams import open_stream
from prongsai.people.actions import ActionRefusedError

_SUBMISSION = re.compile(r"[0-9a-f]{32}")


class TakingRefusedError(ActionRefusedError):
    """A sheet was not taken in. `status` is that of the answer; the message is for the respondent."""

    status = 422


class SurveyClosedError(TakingRefusedError):
    status = 410


class CodeUnknownError(TakingRefusedError):
    status = 422


class CodeSpentError(TakingRefusedError):
    status = 409


class AnswersChangedError(TakingRefusedError):
    status = 409


class TooManyError(TakingRefusedError):
    status = 429


@dataclass(frozen=True, slots=True)
class Taken:
    """receipt  proves that a sheet was taken in; the same one for the same submission."""

    receipt: str
    stream: str


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet on its way in. code_hash is empty on the open stream."""

    survey: Survey
    submission: str
    answers_mac: str
    sealed: bytes
    code_hash: str
    day: date


def take(
    *,
    survey: Survey,
    submission: str,
    answers: bytes,
    suggestion: str = "",
    code: str = "",
    work_done: str = "",
    today: date | None = None,
) -> Taken:
    """Keep a sheet as a sealed box and spend its code, both or neither; a repeat gives the same receipt.

    submission  32 hexadecimal digits, drawn when the form was first shown.
    answers     one byte a row; the caller has read them with the survey's questionnaire.
    code        as typed; empty on the open stream.
    work_done   the proof of work, if the browser made one.
    raises      the fitting TakingRefusedError; KeysGoneError and DatabaseError if it could not be kept
    """
    day = today or timezone.localdate()
    if survey.is_sealed or not survey.is_ready:
        raise SurveyClosedError(_closed(survey))
    if not _SUBMISSION.fullmatch(submission):
        raise TakingRefusedError(_("The form is damaged. Open the survey anew from its first page."))
    kept = keys.load(survey.slug)
    plain = boxes.pack(answers, suggestion)
    sheet = _Sheet(
        survey=survey,
        submission=hashed(kept.server, "submission", submission),
        answers_mac=hmac.new(submission.encode(), plain, sha256).hexdigest(),
        sealed=boxes.close(plain, bytes(survey.public_key)),
        code_hash=hashed(kept.server, "code", _code(code)) if code else "",
        day=day,
    )
    if not code and needs_code(survey):
        raise CodeUnknownError(_("This survey takes a code. Type the one on your slip."))
    stream = _put(sheet, has_worked=work.is_done(submission, work_done))
    receipt = receipts.sign(
        survey=survey.slug, submission=submission, server_key=kept.server, signing_key=kept.signing
    )
    return Taken(receipt, stream)


def hashed(server_key: bytes, kind: str, text: str) -> str:
    return hmac.new(server_key, f"{kind}:{text}".encode(), sha256).hexdigest()


def _code(typed: str) -> str:
    try:
        return codes.read(typed)
    except codes.CodeError:
        raise CodeUnknownError(codes.misread(typed)) from None


def _put(sheet: _Sheet, *, has_worked: bool) -> str:
    """Write box and code in one transaction; give the stream."""
    with putting.short_wait(), transaction.atomic():
        before = _hold(sheet)
        if stream := _kept_before(sheet, before):
            return stream
        if not sheet.survey.opens_on <= sheet.day <= sheet.survey.closes_on:
            raise SurveyClosedError(_closed(sheet.survey))
        stream = _stream(sheet, before)
        if not sheet.code_hash and not has_worked and not keep_pace(sheet.survey):
            raise TooManyError(
                _("Many answers are coming in just now. Wait a moment, then press send again.")
            )
        if putting.keep(
            submission=sheet.submission,
            survey=sheet.survey.pk,
            stream=stream,
            day=sheet.day,
            answers_mac=sheet.answers_mac,
            sealed=sheet.sealed,
            code_hash=sheet.code_hash,
        ):
            return stream
        if stream := _kept_before(sheet, _hold(sheet)):  # the same form, sent twice at once
            return stream
        raise CodeSpentError(_("This code was used before. Each code counts once."))


def _hold(sheet: _Sheet) -> putting.Found:
    """Let nobody seal the survey until this sheet is in; refuse if somebody has."""
    found = putting.hold(
        survey=sheet.survey.pk,
        slug=sheet.survey.slug,
        submission=sheet.submission,
        code_hash=sheet.code_hash,
    )
    if found is None or found.sealed_on is not None:
        raise SurveyClosedError(_closed(sheet.survey))
    return found


def _kept_before(sheet: _Sheet, before: putting.Found) -> str:
    """Give the stream of a sheet that came in before under the same submission; empty if none did."""
    if before.answers_mac is None:
        return ""
    if not hmac.compare_digest(before.answers_mac, sheet.answers_mac):
        raise AnswersChangedError(
            _("These answers were taken in before, and cannot be changed afterwards. The first ones count.")
        )
    return str(before.stream)


def _stream(sheet: _Sheet, before: putting.Found) -> str:
    if not sheet.code_hash:
        return open_stream(sheet.survey.instrument)
    if before.code_stream is None:
        raise CodeUnknownError(_("This code is not of this survey. Compare it with the slip."))
    return before.code_stream


def _closed(survey: Survey) -> str:
    today = timezone.localdate()
    if not survey.is_sealed and (not survey.is_ready or today < survey.opens_on):
        return _("This survey has not opened yet.")
    return _("This survey is closed. No more answers are taken.")
