"""A result is kept: with what it was reckoned from, and hashes of both."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from typing import Any

from django.db import transaction

from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of, inputs_of
from prongsai.core.record import inputs_record, score_record
from prongsai.people.actions import Actor
from prongsai.score.models import Run
from prongsai.score.queries import runs_of, scored
from prongsai.trail import actions as trail


@transaction.atomic
def make_run(*, assessment: Assessment, by: Actor) -> Run:
    """Keep the result as it stands now; if nothing has changed since the newest kept one, that one is given.

    raises  RulesChangedError if the rules are not the pinned ones.
    trail   score.run_made
    """
    Assessment.objects.select_for_update().get(pk=assessment.pk)
    framework, inputs = framework_of(assessment), inputs_of(assessment)
    went_in = inputs_record(inputs)
    came_out = score_record(scored(assessment, framework, inputs).score, framework)
    run = Run(
        assessment=assessment,
        office_id=assessment.office_id,
        inputs=went_in,
        inputs_hash=sha256_of(went_in),
        scoring_hash=framework.scoring_hash,
        result=came_out,
        result_hash=sha256_of(came_out),
        release=version("prongsai"),
        made_by=trail.label(by),
    )
    newest = runs_of(assessment).first()
    if newest is not None and _is_same(newest, run):
        return newest
    run.save()
    trail.record("score.run_made", on=run, by=by, office_id=run.office_id, result_hash=run.result_hash)
    return run


def sha256_of(record: dict[str, Any]) -> str:
    """Hash plain data as canonical JSON: sorted keys, no spaces, UTF-8."""
    plain = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _is_same(one: Run, other: Run) -> bool:
    names = ("inputs_hash", "scoring_hash", "result_hash", "release")
    return all(getattr(one, name) == getattr(other, name) for name in names)
