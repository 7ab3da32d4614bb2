"""Reads of measures: as rows for the screens, as plain values for whoever writes of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet

from prongsai.act.models import Measure, PracticeOwner, PracticeRow, named_by_hand
from prongsai.collect.assessments.models import Assessment
from prongsai.core import measure as core
from prongsai.core.text import Language, Text
from prongsai.people import queries as people
from prongsai.people.models import Office, User

# What an office writes in one row of the table.
WRITTEN = (
    "practice_th", "practice_en", "monitoring_th", "monitoring_en", "reporting_th", "reporting_en",
    "starts_on", "ends_on", "other_owners",
)  # fmt: skip


def rows_of(assessment: Assessment) -> QuerySet[Measure]:
    """Measures in their order with practices and owners, in three queries whatever their number."""
    owners = Prefetch("owners", PracticeOwner.objects.select_related("unit"))
    practices = Prefetch("practices", PracticeRow.objects.prefetch_related(owners))
    return Measure.objects.filter(assessment=assessment).order_by("order", "pk").prefetch_related(practices)


def measures_of(assessment: Assessment, language: Language = "th") -> tuple[core.Measure, ...]:
    """Give the measures as plain values in one language; Thai stands in for English that is not there."""
    return tuple(measure_of(measure, language) for measure in rows_of(assessment))


def measure_of(measure: Measure, language: Language) -> core.Measure:
    return core.Measure(
        name=Text(measure.name_th, measure.name_en).in_(language),
        indicators=tuple(measure.indicators),
        practices=tuple(practice_of(row, language) for row in measure.practices.all()),
    )


def practice_of(row: PracticeRow, language: Language) -> core.Practice:
    return core.Practice(
        practice=Text(row.practice_th, row.practice_en).in_(language),
        monitoring=Text(row.monitoring_th, row.monitoring_en).in_(language),
        reporting=Text(row.reporting_th, row.reporting_en).in_(language),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        owners=owners_of(row, language),
    )


def owners_of(row: PracticeRow, language: Language) -> tuple[str, ...]:
    """Names of those responsible: the office's units first, then the names written by hand."""
    units = [Text(owner.unit.name_th, owner.unit.name_en).in_(language) for owner in row.owners.all()]
    return (*units, *named_by_hand(row.other_owners))


def unit_ids_of(practices: Iterable[PracticeRow]) -> frozenset[int]:
    return frozenset(owner.unit_id for row in practices for owner in row.owners.all())


def may_change(user: User | None, office: Office, unit_ids: frozenset[int]) -> bool:
    """Say whether the user may change a measure that these units carry out.

    The office's administrators may change every measure; a unit's member one in which the unit has
    a part. `None`, the system itself, may.
    """
    if user is None or people.may(user, "edit", office):
        return True
    return people.own_units(user, office).filter(pk__in=unit_ids).exists()


def changeable(user: User, office: Office, measures: Iterable[Measure]) -> frozenset[int]:
    """Ids of those measures that the user may change, in the same few queries whatever their number."""
    if people.may(user, "edit", office):
        return frozenset(measure.pk for measure in measures)
    own = frozenset(people.own_units(user, office).values_list("pk", flat=True))
    return frozenset(each.pk for each in measures if own & unit_ids_of(each.practices.all()))


def record_of(measure: Measure) -> dict[str, Any]:
    """Give a measure as plain data in both languages, without ids."""
    practices = [
        {name: str(getattr(row, name)) for name in WRITTEN}
        | {"units": [[owner.unit.name_th, owner.unit.name_en] for owner in row.owners.all()]}
        for row in measure.practices.all()
    ]
    return {
        "name_th": measure.name_th,
        "name_en": measure.name_en,
        "indicators": list(measure.indicators),
        "practices": practices,
    }
