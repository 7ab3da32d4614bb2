"""Every write of this room: a measure is written with all its practices at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from prongsai.act import queries
from prongsai.act.models import Measure, PracticeOwner, PracticeRow, named_by_hand
from prongsai.collect.assessments.models import Assessment
from prongsai.collect.assessments.queries import framework_of, previous
from prongsai.core import codes
from prongsai.people.actions import ActionRefusedError, Actor, save_checked
from prongsai.people.models import Unit
from prongsai.trail import actions as trail

LEAP_DAY = (2, 29)


class MeasureRefusedError(ActionRefusedError):
    """The measure cannot be written so. The message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeDraft:
    """A practice as it is to be written.

    row_id        of the row it changes; None for a new one.
    other_owners  names of groups that are no unit of the office, one a line.
    """

    practice_th: str
    monitoring_th: str
    reporting_th: str
    starts_on: date
    ends_on: date
    units: tuple[Unit, ...] = ()
    other_owners: str = ""
    practice_en: str = ""
    monitoring_en: str = ""
    reporting_en: str = ""
    row_id: int | None = None


@transaction.atomic
def add_measure(
    *,
    assessment: Assessment,
    name_th: str,
    practices: Sequence[PracticeDraft],
    by: Actor,
    name_en: str = "",
    indicators: Iterable[str] = (),
) -> Measure:
    """Add a measure, after those that are there.

    indicators  codes in any way of writing them.
    raises      MeasureRefusedError
    trail       act.measure_added, with the measure as it was written
    """
    last = Measure.objects.filter(assessment=assessment).aggregate(last=Max("order"))["last"]
    measure = Measure(assessment=assessment, order=0 if last is None else last + 1)
    _write(measure, name_th=name_th, name_en=name_en, indicators=indicators, practices=practices, by=by)
    _record("act.measure_added", measure, by)
    return measure


@transaction.atomic
def change_measure(
    *,
    measure: Measure,
    name_th: str,
    practices: Sequence[PracticeDraft],
    by: Actor,
    name_en: str = "",
    indicators: Iterable[str] = (),
    seen: int | None = None,
) -> Measure:
    """Write a measure anew: practices that are no longer named go, the others keep their rows.

    seen    the revision that the writer had before them.
    raises  MeasureRefusedError, also if somebody else has changed it since.
    trail   act.measure_changed, with the measure as it was written
    """
    measure = _locked(measure, by=by, seen=seen)
    measure.revision += 1
    _write(measure, name_th=name_th, name_en=name_en, indicators=indicators, practices=practices, by=by)
    _record("act.measure_changed", measure, by)
    return measure


@transaction.atomic
def remove_measure(*, measure: Measure, by: Actor) -> None:
    """trail   act.measure_removed, with the measure as it was"""
    measure = _locked(measure, by=by)
    _record("act.measure_removed", measure, by)
    measure.delete()


@transaction.atomic
def move_measure(*, measure: Measure, up: bool, by: Actor) -> None:
    """Change places with the measure before it, or after it; at the end of the table nothing happens.

    trail   act.measure_moved
    """
    measure = _locked(measure, by=by)
    table = list(Measure.objects.filter(assessment=measure.assessment_id).order_by("order", "pk"))
    place = table.index(measure)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(table):
        return
    table[place], table[other] = table[other], table[place]
    for order, each in enumerate(table):
        each.order = order
    Measure.objects.bulk_update(table, ["order"])
    _record("act.measure_moved", measure, by, place=other + 1)


@transaction.atomic
def copy_from_last_year(*, assessment: Assessment, by: Actor) -> list[Measure]:
    """Start from the measures of last year's result: the same practices, each period one year later.

    raises  MeasureRefusedError if there are measures already, or none to copy.
    trail   act.measure_added for each, with the measure it was copied from
    """
    if not queries.may_change(by, assessment.office, frozenset()):
        raise MeasureRefusedError(_("Only an administrator of the office may copy measures."))
    if Measure.objects.filter(assessment=assessment).exists():
        raise MeasureRefusedError(_("There are measures already. Remove them first, or add to them."))
    before = previous(assessment)
    old = list(queries.rows_of(before)) if before else []
    if not old:
        raise MeasureRefusedError(_("There are no measures of last year. Add the first one here."))
    return [_copy(measure, assessment, order, by) for order, measure in enumerate(old)]


def one_year_later(day: date) -> date:
    """29 February becomes 28 February: it is the last day of its month again."""
    is_leap_day = (day.month, day.day) == LEAP_DAY
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)


def _copy(old: Measure, assessment: Assessment, order: int, by: Actor) -> Measure:
    known = {each.code for each in framework_of(assessment).indicators}
    measure = Measure(assessment=assessment, order=order)
    _write(
        measure,
        name_th=old.name_th,
        name_en=old.name_en,
        indicators=[code for code in old.indicators if code in known],
        practices=[_later(row) for row in old.practices.all()],
        by=by,
    )
    _record("act.measure_added", measure, by, copied_from=old.pk)
    return measure


def _later(row: PracticeRow) -> PracticeDraft:
    return PracticeDraft(
        practice_th=row.practice_th,
        practice_en=row.practice_en,
        monitoring_th=row.monitoring_th,
        monitoring_en=row.monitoring_en,
        reporting_th=row.reporting_th,
        reporting_en=row.reporting_en,
        starts_on=one_year_later(row.starts_on),
        ends_on=one_year_later(row.ends_on),
        units=tuple(owner.unit for owner in row.owners.all()),
        other_owners=row.other_owners,
    )


def _locked(measure: Measure, *, by: Actor, seen: int | None = None) -> Measure:
    """Give the row as it stands now, held until the end of the action."""
    found = Measure.objects.select_for_update(of=("self",)).filter(pk=measure.pk).first()
    if found is None:
        raise MeasureRefusedError(_("Somebody has removed this measure meanwhile."))
    if seen is not None and found.revision != seen:
        raise MeasureRefusedError(
            _("Somebody has changed this measure meanwhile. Open it again, then write your change.")
        )
    practices = found.practices.prefetch_related("owners")
    _refuse_other_units(found, queries.unit_ids_of(practices), by)
    return found


def _refuse_other_units(measure: Measure, unit_ids: frozenset[int], by: Actor) -> None:
    if not queries.may_change(by, measure.assessment.office, unit_ids):
        raise MeasureRefusedError(
            _("You may write the measures of your own unit. Name your unit as responsible for one practice.")
        )


def _write(
    measure: Measure,
    *,
    name_th: str,
    name_en: str,
    indicators: Iterable[str],
    practices: Sequence[PracticeDraft],
    by: Actor,
) -> None:
    if not practices:
        raise MeasureRefusedError(_("A measure needs at least one practice."))
    _refuse_other_units(measure, frozenset(unit.pk for draft in practices for unit in draft.units), by)
    measure.name_th, measure.name_en = name_th.strip(), name_en.strip()
    measure.indicators = _known(indicators, measure.assessment)
    save_checked(measure)
    kept = {draft.row_id for draft in practices if draft.row_id is not None}
    if kept - set(measure.practices.values_list("pk", flat=True)):
        raise MeasureRefusedError(_("Somebody has removed one of its practices meanwhile. Open it again."))
    measure.practices.exclude(pk__in=kept).delete()
    for order, draft in enumerate(practices):
        _write_practice(measure, order, draft)


def _write_practice(measure: Measure, order: int, draft: PracticeDraft) -> None:
    by_hand = "\n".join(named_by_hand(draft.other_owners))
    if not draft.units and not by_hand:
        raise MeasureRefusedError(
            _("Practice %(number)s has nobody responsible. Choose a unit or write a group's name.")
            % {"number": order + 1}
        )
    if any(unit.office_id != measure.assessment.office_id for unit in draft.units):
        raise MeasureRefusedError(_("The unit belongs to another office."))
    row = measure.practices.get(pk=draft.row_id) if draft.row_id else PracticeRow(measure=measure)
    for name in queries.WRITTEN:
        setattr(row, name, getattr(draft, name))
    row.order, row.other_owners = order, by_hand
    save_checked(row)
    row.owners.exclude(unit__in=draft.units).delete()
    for unit in draft.units:
        PracticeOwner.objects.get_or_create(practice=row, unit=unit)


def _known(typed: Iterable[str], assessment: Assessment) -> list[str]:
    """Give the codes in the framework's order, each once."""
    wanted = {codes.canonical(code) for code in typed}
    known = [indicator.code for indicator in framework_of(assessment).indicators]
    if strangers := sorted(wanted - set(known)):
        raise MeasureRefusedError(
            _("There is no indicator %(codes)s in these rules. Known: %(known)s.")
            % {"codes": ", ".join(strangers), "known": ", ".join(known)}
        )
    return [code for code in known if code in wanted]


def _record(verb: str, measure: Measure, by: Actor, **details: Any) -> None:
    written = queries.rows_of(measure.assessment).get(pk=measure.pk)
    trail.record(
        verb,
        on=measure,
        by=by,
        office_id=measure.assessment.office_id,
        assessment=measure.assessment_id,
        measure=queries.record_of(written),
        **details,
    )
