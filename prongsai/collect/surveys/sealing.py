"""Sealing: two people open every box at once; what was closed becomes counts, and the keys are destroyed."""

from __future__ import annotations

import json
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256

from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.collect.assessments.actions import bring_in_answers
from prongsai.collect.assessments.queries import framework_of
from prongsai.collect.surveys import boxes, keys
from prongsai.collect.surveys.actions import SurveyRefusedError, held, note, refuse_unfinished
from prongsai.collect.surveys.compacting import compact
from prongsai.collect.surveys.models import Sheet, Suggestion, Survey
from prongsai.collect.surveys.opened import Opened, OpenedSheet, deal_days, join_small
from prongsai.collect.surveys.questionnaire import Questionnaire, questionnaire
from prongsai.core.score import SurveyCounts
from prongsai.core.veil import LEAST_FOR_BREAKDOWN
from prongsai.people.models import User
from prongsai.people.queries import may
from prongsai.trail import actions as trail

MOST_IN_A_REQUEST = 60_000  # some 10 seconds, on a slow machine twice as long; a web worker has 30

_random = secrets.SystemRandom()
_SALT_BYTES = 16
_Kept = tuple[str, date, bytes | memoryview]  # stream, day, sealed
Watched = Callable[[Iterator[_Kept]], Iterable[_Kept]]


class KeysRefusedError(SurveyRefusedError):
    """The keys that were typed do not open this survey. Nothing was changed.

    by_place  what is wrong with one key, by its place from 1; empty where it is of both.
    """

    def __init__(self, said: str = "", *, by_place: Mapping[int, str] | None = None) -> None:
        self.by_place = dict(by_place or {})
        super().__init__(said or " ".join(self.by_place.values()))


class TooManyBoxesError(SurveyRefusedError):
    """A web worker would be ended before it has opened them all."""


class DamagedBoxesError(SurveyRefusedError):
    """Some boxes cannot be opened with the right keys: the database has damaged them."""


def seal_survey(
    *,
    survey: Survey,
    typed: Sequence[str],
    by: User,
    leave_damaged: bool = False,
    watched: Watched | None = None,
) -> Survey:
    """Open all boxes, keep plain sheets in random order, freeze and hash the counts, feed the score.

    All of it or nothing; it cannot be undone. Then the key file is destroyed and the database compacted;
    where that fails, `finish_sealing` does it again.
    typed          the keys of two holders.
    leave_damaged  seal without boxes that cannot be opened.
    watched        goes between the boxes and their opening, as a bar does. Without it this is a web
                   request, which takes no more than MOST_IN_A_REQUEST.
    raises         SurveyRefusedError, KeysRefusedError, TooManyBoxesError, DamagedBoxesError
    trail          surveys.sealed, with the number of sheets and the hash
    """
    with transaction.atomic():
        held(survey)
        refuse_unfinished(survey)
        _refuse_person(survey, by)
        if watched is None:
            _refuse_many(survey)
        private = _private_key(survey, typed)
        form = questionnaire(framework_of(survey.assessment), survey.instrument)
        opened = _open_all(survey, private, form, watched or iter)
        if opened.damaged and not leave_damaged:
            raise DamagedBoxesError(
                _(
                    "%(count)s sheets are damaged and cannot be opened. Restore the database from a copy, or "
                    "seal without them."
                )
                % {"count": opened.damaged}
            )
        _keep(survey, opened, form, by)
        transaction.on_commit(partial(finish_sealing, survey))
    return survey


def finish_sealing(survey: Survey) -> bool:
    """Destroy the key file and compact the database; may be repeated. False: it has to be tried again."""
    with suppress(OSError, DatabaseError):
        keys.destroy(survey.slug)
        compact()
        survey.is_cleaned = True
        survey.save(update_fields=["is_cleaned"])
    return survey.is_cleaned


def _refuse_person(survey: Survey, by: User) -> None:
    if survey.proposed_by_id is None:
        raise SurveyRefusedError(_("The administrator proposes the sealing first."))
    if by.pk == survey.proposed_by_id or not may(by, "approve", survey.assessment.office):
        raise SurveyRefusedError(_("Sealing takes two: an executive who is not the one who proposed it."))


def _refuse_many(survey: Survey) -> None:
    if survey.boxes.count() > MOST_IN_A_REQUEST:
        raise TooManyBoxesError(
            _(
                "There are more than %(most)s sheets, too many to be opened in a browser. On the server type "
                "“python -m prongsai.project.manage seal_survey %(slug)s”; it asks for both keys."
            )
            % {"most": f"{MOST_IN_A_REQUEST:,}", "slug": survey.slug}
        )


def _private_key(survey: Survey, typed: Sequence[str]) -> bytes:
    """Put two holders' keys together, with every problem said at once."""
    roles = {bytes(holder.public_key): holder.role for holder in survey.holders.all()}
    found: dict[str, bytes] = {}
    problems: dict[int, str] = {}
    for place, text in enumerate(typed, start=1):
        try:
            private = keys.read_key(text)
        except keys.KeyTextError:
            problems[place] = _("Key %(place)s is mistyped: compare it with the slip.") % {"place": place}
            continue
        if (role := roles.get(keys.public_of(private))) is None:
            problems[place] = _("Key %(place)s is not of this survey.") % {"place": place}
        else:
            found[role] = private
    if problems:
        raise KeysRefusedError(by_place=problems)
    if len(found) != 2:  # noqa: PLR2004  # two people
        raise KeysRefusedError(_("The keys of two different holders are needed."))
    try:
        return keys.unwrap(keys.load(survey.slug), found)
    except keys.KeysGoneError:
        raise KeysRefusedError(
            _("The survey's key file is not there. Put it back into SURVEY_KEYS_DIR.")
        ) from None


def _open_all(survey: Survey, private: bytes, form: Questionnaire, watched: Watched) -> Opened:
    opened = Opened()
    there = survey.boxes.values_list("stream", "day", "sealed").iterator()
    for stream, day, sealed in watched(there):
        try:
            answers, suggestion = boxes.unpack(boxes.open_box(bytes(sealed), private), form.size)
        except boxes.BoxError:
            opened.damaged += 1
            continue
        opened.sheets.append(OpenedSheet(stream, day, answers))
        if text := suggestion.replace("\0", "").strip():  # PostgreSQL refuses the character nought
            opened.suggestions.append(text)
    return opened


def _keep(survey: Survey, opened: Opened, form: Questionnaire, by: User) -> None:
    sheets = deal_days(join_small(opened.sheets, LEAST_FOR_BREAKDOWN), _random)
    _random.shuffle(sheets)
    Sheet.objects.bulk_create(
        (Sheet(survey=survey, stream=each.stream, day=each.day, answers=each.answers) for each in sheets),
        batch_size=500,
    )
    if len(opened.suggestions) >= LEAST_FOR_BREAKDOWN:
        _random.shuffle(opened.suggestions)
        Suggestion.objects.bulk_create(Suggestion(survey=survey, text=text) for text in opened.suggestions)
    whole = form.counts(each.answers for each in sheets)
    streams = {
        stream: form.counts(each.answers for each in sheets if each.stream == stream)
        for stream in sorted(Counter(each.stream for each in sheets))
    }
    survey.counts = {code: _plain(counts) for code, counts in streams.items()}
    content = _written(survey, whole, form)
    survey.sealed_hash, survey.sealed_on, survey.pace = sha256(content).hexdigest(), timezone.localdate(), 0
    survey.save(update_fields=["counts", "sealed_hash", "sealed_on", "pace"])
    if whole.respondents:
        by_stream = {stream: counts.by_row for stream, counts in streams.items()}
        _feed(survey, replace(whole, streams=by_stream), by)
    survey.codes.all().delete()
    survey.boxes.all().delete()
    note("sealed", survey, by, sheets=len(sheets), damaged=opened.damaged, sha256=survey.sealed_hash)
    _freeze(survey, content, by)  # last: a file stays where a transaction is taken back


def _written(survey: Survey, whole: SurveyCounts, form: Questionnaire) -> bytes:
    """Write the counts down. The salt keeps the hash, which is shown, from being tried out for few sheets."""
    content = {
        "survey": survey.slug,
        "framework": form.framework.code,
        "scoring_sha256": form.framework.scoring_hash,
        "instrument": survey.instrument,
        "heads": {stream.code: stream.heads for stream in survey.streams.all()},
        "whole": _plain(whole),
        "streams": survey.counts,
        "salt": secrets.token_hex(_SALT_BYTES),
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _freeze(survey: Survey, content: bytes, by: User) -> None:
    trail.freeze(
        content,
        slug=f"survey-{survey.instrument}",
        media_type="application/json",
        by=by,
        office_id=survey.assessment.office_id,
        period=survey.assessment.framework_code,
    )


def _feed(survey: Survey, whole: SurveyCounts, by: User) -> None:
    heads = [stream.heads for stream in survey.streams.all() if stream.heads is not None]
    bring_in_answers(
        assessment=survey.assessment,
        instrument=survey.instrument,
        counts=whole,
        population=sum(heads) if sum(heads) >= whole.respondents else None,
        sealed_hash=survey.sealed_hash,
        by=by,
    )


def _plain(counts: SurveyCounts) -> dict[str, object]:
    return {"respondents": counts.respondents, "by_row": {row: list(n) for row, n in counts.by_row.items()}}
