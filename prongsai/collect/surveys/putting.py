"""The statements that put a sheet into the tables, as SQL: to make them anew costs more than to run them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection

# A respondent hears soon that it did not work, with the answers still in the form, and the worker is free
# for others; a writer of the office waits longer.
WAIT_SECONDS = 5
_HELD = """
SELECT survey.sealed_on, box.answers_mac, box.stream, code.stream FROM surveys_survey survey
LEFT JOIN surveys_box box ON box.submission = %s
LEFT JOIN surveys_code code ON code.code_hash = %s AND code.survey_id = survey.id
WHERE survey.id = %s AND survey.slug = %s"""
_SPENT = "UPDATE surveys_code SET is_spent = %s WHERE code_hash = %s AND survey_id = %s AND NOT is_spent"
# Without provoking an error, which a database would write into its log.
_BOX = "INSERT INTO surveys_box (submission, survey_id, stream, day, answers_mac, sealed)"
_KEPT = f"{_BOX} VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING"
_BOTH = f"""WITH spent AS ({_SPENT} RETURNING 1)
{_BOX} SELECT %s, %s, %s, %s::date, %s, %s FROM spent ON CONFLICT DO NOTHING"""  # noqa: S608  # statements of ours


@dataclass(frozen=True, slots=True)
class Found:
    """What there was before. answers_mac, stream: of this submission; code_stream: of this code."""

    sealed_on: date | None
    answers_mac: str | None
    stream: str | None
    code_stream: str | None


@contextmanager
def short_wait() -> Iterator[None]:
    """Wait for other writers for WAIT_SECONDS only. Goes around the transaction."""
    if connection.vendor != "sqlite":
        yield
        return
    _busy(WAIT_SECONDS)
    try:
        yield
    finally:
        _busy(connection.settings_dict["OPTIONS"].get("timeout", WAIT_SECONDS))


def hold(*, survey: int, slug: str, submission: str, code_hash: str) -> Found | None:
    """Let nobody seal the survey until this transaction ends; give what there was before.

    slug  a survey that is given up begins anew under another one, with other keys.
    """
    values: list[int | str] = [submission, code_hash, survey, slug]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":  # lets one write at a time
            cursor.execute(_HELD, values)
        else:
            wait = f"SET LOCAL lock_timeout = '{WAIT_SECONDS}s';"
            cursor.execute(f"{wait}{_HELD} FOR KEY SHARE OF survey", values)
            cursor.nextset()
        row = cursor.fetchone()
    return Found(*row) if row else None


def keep(
    *, submission: str, survey: int, stream: str, day: date, answers_mac: str, sealed: bytes, code_hash: str
) -> bool:
    """Keep a box and spend its code, if it has one.

    False: the code was spent before, or the same submission came in just before.
    """
    box = submission, survey, stream, day.isoformat(), answers_mac, sealed
    if not code_hash:
        return _changed(_KEPT, *box)
    spent = True, code_hash, survey
    if connection.vendor == "sqlite":
        return _changed(_SPENT, *spent) and _changed(_KEPT, *box)
    return _changed(_BOTH, *spent, *box)


def _changed(sql: str, *values: bool | int | str | bytes) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return bool(cursor.rowcount == 1)


def _busy(seconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {seconds * 1000}")
