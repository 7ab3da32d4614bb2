"""From a file to the database in two steps. What was read travels in the page, signed, and is not stored.

Of answers only counts per row and choice travel. One set of results is `Inputs` that hold nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from prongsai.collect.assessments import actions, answers, intake
from prongsai.collect.assessments.actions import INDICATORS, ITEMS
from prongsai.collect.assessments.models import Assessment
from prongsai.core.framework import Framework, Kind
from prongsai.core.record import inputs_of, inputs_record
from prongsai.core.score import Inputs
from prongsai.core.text import Text
from prongsai.people.actions import ActionRefusedError
from prongsai.people.models import User

SALT = "prongsai.assessments.bring-in"
CARRIED_SECONDS = 60 * 60  # an hour to look at the preview


@dataclass(frozen=True, slots=True)
class Set:
    """One set of results that can be brought in. kind: code of a survey, `items` or `indicators`."""

    kind: str
    name: Text


def sets_of(framework: Framework) -> tuple[Set, ...]:
    """Sets that can be brought in under these rules; a draft may not know its questions or items."""
    found = [
        Set(each.code, Text(th="คำตอบ {short}", en="Answers to {short}").fill(short=each.short))
        for each in framework.instruments
        if each.kind is Kind.SURVEY and framework.rows_of(each.code)
    ]
    if framework.items:
        found.append(Set(ITEMS, Text(th="ผลการตรวจรายข้อ", en="Results of items")))
    return (*found, Set(INDICATORS, Text(th="คะแนนที่ประกาศ", en="Published figures")))


def set_or_none(framework: Framework, kind: str) -> Set | None:
    return next((found for found in sets_of(framework) if found.kind == kind), None)


def read(framework: Framework, kind: str, content: bytes, filename: str, notes: intake.Notes) -> Inputs:
    """Read a file of one kind.

    raises  IntakeError with every problem of the file.
    """
    if kind == ITEMS:
        return Inputs(items=intake.read_items(framework, content, filename, notes=notes))
    if kind == INDICATORS:
        return Inputs(published=intake.read_indicators(framework, content, filename, notes=notes))
    return Inputs(surveys={kind: answers.read_answers(framework, kind, content, filename, notes=notes)})


def only(inputs: Inputs, kind: str) -> Inputs:
    """Give the set of one kind out of everything that an office has."""
    if kind == ITEMS:
        return Inputs(items=inputs.items)
    if kind == INDICATORS:
        return Inputs(published=inputs.published)
    return Inputs(surveys={kind: inputs.surveys[kind]} if kind in inputs.surveys else {})


def keep(assessment: Assessment, kind: str, brought: Inputs, *, by: User) -> None:
    """Put the set in place of the one that is there."""
    if kind == ITEMS:
        actions.bring_in_items(assessment=assessment, items=brought.items, by=by)
    elif kind == INDICATORS:
        actions.bring_in_indicators(assessment=assessment, figures=brought.published, by=by)
    else:
        counts = brought.surveys[kind]
        actions.bring_in_answers(assessment=assessment, instrument=kind, counts=counts, by=by)


def pack(brought: Inputs, present: Inputs, *, kind: str, assessment: Assessment, by: User) -> str:
    return carry(inputs_record(brought), present, kind=kind, assessment=assessment, by=by)


def unpack(carried: str, present: Inputs, *, kind: str, assessment: Assessment, by: User) -> Inputs:
    """Give what was read; raises as `carried_back` does."""
    return inputs_of(carried_back(carried, present, kind=kind, assessment=assessment, by=by))


def carry(brought: Mapping[str, Any], present: Inputs, *, kind: str, assessment: Assessment, by: User) -> str:
    """Sign what was read for the way through the page, for this user and this place alone."""
    carried = _place(kind, assessment, by) | {"over": _hash(present), "brought": brought}
    return signing.dumps(carried, salt=SALT, compress=True)


def carried_back(
    carried: str, present: Inputs, *, kind: str, assessment: Assessment, by: User
) -> Mapping[str, Any]:
    """Give what was carried.

    raises  ActionRefusedError if it is too old, was changed on the way or meant for another place, or if
            the set that it was compared with has changed since.
    """
    try:
        found = signing.loads(carried, salt=SALT, max_age=CARRIED_SECONDS)
    except signing.BadSignature:  # too old, too
        raise ActionRefusedError(_("The preview is too old. Choose the file again.")) from None
    if {name: found[name] for name in ("kind", "assessment", "by")} != _place(kind, assessment, by):
        raise ActionRefusedError(_("The preview belongs to another page. Choose the file again."))
    if found["over"] != _hash(present):
        raise ActionRefusedError(
            _("Somebody changed these results since you saw the preview. Choose the file again.")
        )
    brought: Mapping[str, Any] = found["brought"]
    return brought


def _place(kind: str, assessment: Assessment, by: User) -> dict[str, Any]:
    return {"kind": kind, "assessment": assessment.pk, "by": by.pk}


def _hash(inputs: Inputs) -> str:
    record: Mapping[str, Any] = inputs_record(inputs)
    told = json.dumps(record, sort_keys=True)
    # With a key: a plain hash stands in the page and could be tried out for what the screens withhold.
    return salted_hmac(SALT, told, algorithm="sha256").hexdigest()
