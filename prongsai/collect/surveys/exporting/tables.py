"""A sealed survey as two tables of texts and numbers: the counts, and the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from prongsai.collect.surveys.exporting.columns import CHOICE, CODEBOOK, COUNTS, EVERYONE
from prongsai.collect.surveys.exporting.gated import ALL, Counts, gated
from prongsai.collect.surveys.streams import STREAMS
from prongsai.core.framework import Framework, Row
from prongsai.core.naming import REASONS
from prongsai.core.result import Result
from prongsai.core.score import SurveyCounts
from prongsai.core.text import Text

PLACES = 10
Line = list[str | int]  # an empty text where there is nothing


def counts_table(result: Result, instrument: str, streams: Mapping[str, SurveyCounts]) -> list[Line]:
    """Give a head and a line for every row and stream; arguments as of `gated`."""
    places = _places(result.framework, instrument)
    head: Line = [*COUNTS, *(f"choice_{place}" for place in places)]
    return [head, *(_line(each, len(places)) for each in gated(result, instrument, streams))]


def codebook_table(framework: Framework, instrument: str, streams: Iterable[str]) -> list[Line]:
    """Give a head, then the columns of the counts, the streams, and every row with its choices."""
    meanings = COUNTS | {f"choice_{n}": CHOICE.fill(place=n) for n in _places(framework, instrument)}
    names = {ALL: EVERYONE}
    names |= {code: STREAMS[code].name if code in STREAMS else Text(code) for code in streams}
    return [
        list(CODEBOOK),
        *(_entry("column", name=name, said=said) for name, said in meanings.items()),
        *(_entry("stream", name=name, said=said) for name, said in names.items()),
        *(entry for row in framework.rows_of(instrument) for entry in _row(row)),
    ]


def _places(framework: Framework, instrument: str) -> range:
    most = max((len(row.scale.choices) for row in framework.rows_of(instrument)), default=0)
    return range(1, most + 1)


def _line(each: Counts, most: int) -> Line:
    if each.reason:
        why = REASONS[each.reason]
        return [each.row.code, each.stream, "", "", "withheld", why.th, why.in_("en"), *[""] * most]
    blank = "" if each.blank is None else each.blank
    counts: Line = [*each.counts, *[""] * (most - len(each.counts))]
    return [each.row.code, each.stream, sum(each.counts), blank, "shown", "", "", *counts]


def _row(row: Row) -> Iterator[Line]:
    yield _entry("row", row=row.code, said=row.name, scale=row.scale.code)
    for place, (choice, points) in enumerate(zip(row.scale.choices, row.choice_points, strict=True), start=1):
        about = {"scale": row.scale.code, "choice": choice.code, "points": _decimal(points)}
        yield _entry("choice", row=row.code, name=f"choice_{place}", said=choice.label, **about)


def _decimal(points: Fraction | None) -> str:
    """Write points as spreadsheet programs read them: they take 1/5 for a day in May."""
    if points is None:
        return ""
    text = f"{Decimal(points.numerator) / Decimal(points.denominator):.{PLACES}f}"
    return text.rstrip("0").rstrip(".")


def _entry(what: str, *, said: Text, **more: str) -> Line:
    found = {"what": what, "thai": said.th, "english": said.in_("en")} | more
    return [found.get(name, "") for name in CODEBOOK]
