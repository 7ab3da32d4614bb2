"""An attacker who holds everything but the survey's private key, and saw who sat at a desk when.

Every attack pairs people with sheets; a pair is a hit where the sheet is that person's.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from prongsai.collect.surveys.models import Survey


@dataclass(frozen=True)
class Seen:
    """A person as seen from outside: when they answered, as the how-manieth and on which day."""

    person: int
    day: date


@dataclass(frozen=True)
class Row:
    """A row with what a database keeps beside its columns: where it lies, since which transaction."""

    place: Any
    version: int
    values: tuple[Any, ...]


def rows(table: str, columns: str, survey: Survey) -> list[Row]:
    hidden = "ctid::text, xmin::text::bigint" if connection.vendor == "postgresql" else "rowid, 0"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {hidden}, {columns} FROM {table} WHERE survey_id = %s", [survey.pk])  # noqa: S608  # the texts are the tests' own
        found = [Row(_place(row[0]), row[1], row[2:]) for row in cursor.fetchall()]
    return sorted(found, key=lambda row: row.place)


def _place(told: Any) -> Any:
    return tuple(int(n) for n in told.strip("()").split(",")) if isinstance(told, str) else told


Pairs = list[tuple[int, Row]]


def orders(people: Sequence[Seen], boxes: Sequence[Row], sheets: Sequence[Row]) -> Iterator[Pairs]:
    """Every order of the people set against every order of the sheets.

    People as they came; as their boxes lie, as boxes are named and as boxes look, since the n-th to come
    has the n-th box. Sheets as they lie, by version, by id, by day, and each of these backwards.
    """
    box_of = {seen.person: box for seen, box in zip(people, sorted(boxes, key=_came), strict=True)}
    people_by: list[Callable[[Seen], Any]] = [
        people.index,
        lambda seen: box_of[seen.person].place,
        lambda seen: box_of[seen.person].values[0],
        lambda seen: bytes(box_of[seen.person].values[1]),
        lambda seen: (seen.day, people.index(seen)),
    ]
    sheets_by: list[Callable[[Row], Any]] = [
        lambda row: row.place,
        lambda row: (row.version, row.place),
        lambda row: str(row.values[0]),
        lambda row: (str(row.values[1]), row.place),
    ]
    for one in people_by:
        for other in sheets_by:
            lined_up = sorted(sheets, key=other)
            for sheets_in_order in (lined_up, lined_up[::-1]):
                persons = [seen.person for seen in sorted(people, key=one)]
                yield list(zip(persons, sheets_in_order, strict=True))


def same_day(people: Sequence[Seen], sheets: Sequence[Row], chance: random.Random) -> Pairs:
    """Give each person some sheet of the day on which they answered."""
    left = {seen.day: [row for row in sheets if str(row.values[1]) == str(seen.day)] for seen in people}
    for each in left.values():
        chance.shuffle(each)
    return [(seen.person, left[seen.day].pop()) for seen in people if left[seen.day]]


def _came(row: Row) -> Any:
    return (row.version, row.place)


def hits(pairs: Pairs, styles: Sequence[bytes]) -> int:
    return sum(bytes(row.values[2]) == styles[person] for person, row in pairs)
