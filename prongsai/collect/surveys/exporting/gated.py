"""Which counts of a sealed survey may leave the system."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.core.framework import Row
from prongsai.core.groups import withheld
from prongsai.core.reason import Reason
from prongsai.core.result import Result
from prongsai.core.score import SurveyCounts

ALL = "all"  # the whole, where the label of a stream would stand


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers to one row, of all or of one stream.

    counts   answers per choice, in the order of the row's scale; empty where withheld.
    blank    how many left the row blank; None where withheld.
    reason   why it is withheld; empty where it is not.
    """

    row: Row
    stream: str
    counts: tuple[int, ...] = ()
    blank: int | None = None
    reason: Reason = Reason.NONE


def gated(result: Result, instrument: str, streams: Mapping[str, SurveyCounts]) -> Iterator[Counts]:
    """Give every row as a whole, and after it by stream where there are several.

    result   the assessment's, veiled: what its pages withhold is withheld here: the two can be compared.
    streams  label -> counts of its sheets; all sheets of the survey are in them.
    """
    sizes = {label: each.respondents for label, each in streams.items()}
    few = withheld(sizes)
    for row in result.framework.rows_of(instrument):
        by_stream = {label: _of(row, each) for label, each in streams.items()}
        whole = _whole(result, row, by_stream, sum(sizes.values()))
        yield whole
        hidden = _hidden(row, by_stream) | few
        for label, counts in by_stream.items() if len(streams) > 1 else ():
            reason = whole.reason or hidden.get(label, Reason.NONE)
            if reason:
                yield Counts(row, label, reason=reason)
            else:
                yield Counts(row, label, counts, sizes[label] - sum(counts))


def _whole(result: Result, row: Row, by_stream: Mapping[str, tuple[int, ...]], sheets: int) -> Counts:
    counts = tuple(map(sum, zip(*by_stream.values(), strict=True)))
    score = result.by_code[row.code]
    if counts and score.counts == counts:
        return Counts(row, ALL, counts, sheets - sum(counts))
    return Counts(row, ALL, reason=score.reason or Reason.TOO_FEW)


def _hidden(row: Row, by_stream: Mapping[str, tuple[int, ...]]) -> dict[str, Reason]:
    """Streams withheld in one row: few answered it there, or few gave an answer that counts."""
    answered = withheld({label: sum(counts) for label, counts in by_stream.items()})
    return answered | withheld({label: _counted(row, counts) for label, counts in by_stream.items()})


def _of(row: Row, stream: SurveyCounts) -> tuple[int, ...]:
    return tuple(stream.by_row.get(row.code, (0,) * len(row.scale.choices)))


def _counted(row: Row, counts: tuple[int, ...]) -> int:
    return sum(n for points, n in zip(row.choice_points, counts, strict=True) if points is not None)
