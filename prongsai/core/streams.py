"""How the streams of a survey come together: all sheets in one, or each stream with an equal share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prongsai.core.framework import Row
from prongsai.core.groups import withheld

ByRow = Mapping[str, Sequence[int]]


def shares(row: Row, streams: Mapping[str, ByRow]) -> tuple[tuple[int, ...], ...]:
    """Give counts of one row, one for each stream that has an equal share in it.

    Pooled counts beside an equal mean of two streams give away both. So streams that could not be shown
    apart, since few answered this row there, have one share together; a stream of nobody has none.
    """
    counts = {label: by_row[row.code] for label, by_row in streams.items() if row.code in by_row}
    answered = {label: _answered(row, each) for label, each in counts.items()}
    together = withheld(answered)
    apart = [tuple(counts[label]) for label in counts if answered[label] and label not in together]
    if not together:
        return tuple(apart)
    return (*apart, tuple(map(sum, zip(*(counts[label] for label in together), strict=True))))


def misfits(code: str, pooled: ByRow, streams: Mapping[str, ByRow]) -> Iterator[str]:
    """Say where the streams of a survey do not add up to its pooled counts."""
    for row in sorted({*pooled, *(row for by_row in streams.values() for row in by_row)}):
        parts = [tuple(by_row[row]) for by_row in streams.values() if row in by_row]
        whole = tuple(pooled.get(row, ()))
        if any(len(part) != len(whole) or any(n < 0 for n in part) for part in parts):
            yield f"{row}: the streams of {code} do not have its choices"
        elif tuple(map(sum, zip(*parts, strict=True))) != whole and (parts or any(whole)):
            yield f"{row}: the streams of {code} do not add up to its counts"


def _answered(row: Row, counts: Sequence[int]) -> int:
    """How many answers count; counts of another number of choices are refused with the pooled ones."""
    return sum(n for points, n in zip(row.choice_points, counts, strict=False) if points is not None)
