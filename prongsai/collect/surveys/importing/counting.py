"""From counts per column and label to counts per row and choice, as a person matched them."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.collect.surveys.importing.tally import Label, Tally
from prongsai.core.framework import Row, Scale
from prongsai.core.score import SurveyCounts

NOT_ANSWERED = -1


def asked(tally: Tally, rows: Mapping[int, Row]) -> dict[tuple[str, int], tuple[Scale, Label]]:
    """Labels that somebody should look at: all that are not the very wording of a choice."""
    return {
        (row.scale.code, place): (row.scale, tally.labels[place])
        for column, row in rows.items()
        for place, _ in tally.columns[column].counts
        if not tally.labels[place].is_wording_in(row.scale)
    }


def twice(rows: Mapping[int, Row]) -> dict[str, list[int]]:
    """Columns by the code of a row that more than one of them is matched to."""
    found: dict[str, list[int]] = {}
    for column, row in rows.items():
        found.setdefault(row.code, []).append(column)
    return {code: columns for code, columns in found.items() if len(columns) > 1}


def counts(tally: Tally, rows: Mapping[int, Row], chosen: Mapping[tuple[str, int], int]) -> SurveyCounts:
    """Count. Rows without a column are not in it.

    rows    column (its place in Tally.columns) -> row; a column that is left out is absent.
    chosen  (code of a scale, place of a label) -> place of a choice, or NOT_ANSWERED.
    """
    by_row: dict[str, tuple[int, ...]] = {}
    for column, row in rows.items():
        found = [0] * len(row.scale.choices)
        for place, many in tally.columns[column].counts:
            known = tally.labels[place].choice(row.scale)
            choice = chosen.get((row.scale.code, place), NOT_ANSWERED if known is None else known)
            if choice != NOT_ANSWERED:
                found[choice] += many
        by_row[row.code] = tuple(found)
    return SurveyCounts(tally.sheets, by_row)
