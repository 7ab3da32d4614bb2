"""Can the answers of a survey be believed? Figures with words; nothing is corrected by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

import numpy as np

from prongsai.collect.surveys.belief import beside as besides
from prongsai.collect.surveys.belief.beside import Beside
from prongsai.collect.surveys.belief.form import Form, Mask, form_of
from prongsai.collect.surveys.belief.levels import Level
from prongsai.collect.surveys.belief.limits import DECISIVE, LIMITS, limits
from prongsai.collect.surveys.belief.measures import Measure, measures
from prongsai.collect.surveys.belief.record import Belief
from prongsai.collect.surveys.belief.statistic import Statistic
from prongsai.collect.surveys.belief.table import Bytes, table_of
from prongsai.core.framework import Framework
from prongsai.core.groups import LEAST_FOR_BREAKDOWN, may_show_without
from prongsai.core.score import SurveyCounts


def belief(
    framework: Framework,
    instrument: str,
    sheets: Bytes,
    *,
    days: Sequence[date] = (),
    streams: Sequence[str] = (),
    beside: Beside | None = None,
) -> Belief:
    """Judge one survey.

    sheets   [sheet, row] bytes in the order of `framework.rows_of(instrument)`: 0 = not answered, else the
             place of the choice, from 1. Their order does not matter.
    days     of the sheets, only counted: which sheet came on which day is neither known nor used.
    streams  [sheet] label of the stream, where streams are shown apart.
    """
    if len(sheets) < LEAST_FOR_BREAKDOWN:
        return Belief(len(sheets))
    form = form_of(framework, instrument)
    order = np.lexsort(sheets.T[::-1])
    found = measures(table_of(form, sheets[order]), days)
    judged = {code: _judged(code, measure, form, len(sheets)) for code, measure in found.items()}
    flagged = np.zeros(len(sheets), bool)
    flagged[order] = _objected(found, judged, len(sheets))
    around = besides.statistics(framework, instrument, counts_of(form, sheets), beside or Beside())
    return Belief(
        len(sheets),
        (*judged.values(), *around),
        flagged,
        _without(form, sheets, flagged, streams or [instrument] * len(sheets)),
    )


def _judged(code: str, measure: Measure, form: Form, sheets: int) -> Statistic:
    if code not in LIMITS:
        return Statistic(code, measure.figure, None, Level.NONE)
    look, caution = limits(code, len(form.codes), sheets)
    level = Level.LOOK if measure.figure > look else Level.NONE
    if code in DECISIVE and measure.figure > caution:
        level = Level.CAUTION
    return Statistic(code, measure.figure, look, level)


def _objected(found: dict[str, Measure], judged: dict[str, Statistic], sheets: int) -> Mask:
    """[sheet] those that a statistic is about which advises caution."""
    objected = np.zeros(sheets, bool)
    for code, measure in found.items():
        if judged[code].level is Level.CAUTION and measure.sheets:
            objected |= measure.sheets()
    return objected


def _without(form: Form, sheets: Bytes, flagged: Mask, streams: Sequence[str]) -> SurveyCounts | None:
    """Count the sheets that nothing objects to, where this gives away nothing of a small group."""
    marked = Counter(stream for stream, is_flagged in zip(streams, flagged, strict=True) if is_flagged)
    sizes = Counter(streams)
    if not may_show_without(sizes, marked, shown=tuple(sizes)):
        return None
    return counts_of(form, sheets[~flagged])


def counts_of(form: Form, sheets: Bytes) -> SurveyCounts:
    by_row = {
        code: tuple(np.bincount(sheets[:, row], minlength=1 + form.choices[row])[1:].tolist())
        for row, code in enumerate(form.codes)
    }
    return SurveyCounts(len(sheets), by_row)
