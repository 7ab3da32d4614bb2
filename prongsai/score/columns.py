"""The tree of a framework reckoned for every body at once, each part a column of float64."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import lcm
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from prongsai.core.framework import Combine, Framework, Indicator, Instrument, Item, Part, Row
from prongsai.core.score import FULL, ScoreError
from prongsai.score.tally import Tally, Verdicts

Real: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Column:
    """One part in every body: its points, 0-100, and whether it applies. NaN is "no figure"."""

    points: Real
    applies: Flags


def columns(framework: Framework, tallies: Mapping[str, Tally], verdicts: Verdicts) -> dict[str, Column]:
    """Reckon the total, the instruments and the indicators, by code.

    raises  ScoreError if tallies or verdicts do not fit the framework, all of it at once.
    """
    refuse_streams(framework, tallies)
    if wrong := list(_misfits(framework, tallies, verdicts)):
        raise ScoreError(f"{framework.code}: " + "; ".join(wrong) + ".")
    found: dict[str, Column] = {}

    def column(part: Part, tally: Tally | None) -> Column:
        if isinstance(part, Row):
            return _row(part, tally, len(verdicts.marks))
        if isinstance(part, Item):
            return _item(part, verdicts)
        made = _combined(part.parts, [column(each, tally) for each in part.parts], len(verdicts.marks))
        if isinstance(part, Indicator | Instrument):
            found[part.code] = made
        return made

    below = [column(each, tallies.get(each.code)) for each in framework.instruments]
    found[framework.code] = _combined(framework.instruments, below, len(verdicts.marks))
    return found


def refuse_streams(framework: Framework, tallies: Mapping[str, Tally]) -> None:
    """A tally does not tell streams apart, so it cannot give them equal shares.

    raises  ScoreError where the framework asks for that.
    """
    equal = [each.code for each in framework.instruments if each.combining.rule is Combine.EQUAL]
    if wrong := sorted(set(equal) & tallies.keys()):
        raise ScoreError(
            f"{framework.code}: {', '.join(wrong)}: the streams have equal shares, and a tally of all sheets "
            "does not tell them apart. Score each body with core.score and the counts of its streams."
        )


def weights(parts: Sequence[Part], below: Sequence[Column]) -> Real:
    """Give [part, body] shares of the parent, after parts that are not applicable have left it.

    raises  ScoreError if parts carry no weight once the others are not applicable.
    """
    declared = np.array([[float(part.weight)] for part in parts])
    left = declared * np.array([column.applies for column in below])
    whole = left.sum(axis=0)
    applies = np.any([column.applies for column in below], axis=0)
    if np.any(applies & (whole == 0)):
        names = ", ".join(part.code for part in parts)
        raise ScoreError(f"{names}: those that apply carry no weight in some body.")
    shares: Real = left / np.where(applies, whole, 1)
    return shares


def _combined(parts: Sequence[Part], below: Sequence[Column], size: int) -> Column:
    if not below:  # a draft that does not name the parts
        return _missing(size)
    applies = np.array([column.applies for column in below])
    points = np.where(applies, np.array([column.points for column in below]), 0)
    any_applies: Flags = np.any(applies, axis=0)
    mean = (points * weights(parts, below)).sum(axis=0)
    return Column(np.where(any_applies, mean, np.nan), any_applies)


def _row(row: Row, tally: Tally | None, size: int) -> Column:
    if tally is None:
        return _missing(size)
    given = [points for points in row.choice_points if points is not None]
    counted = [place for place, points in enumerate(row.choice_points) if points is not None]
    common = lcm(*(points.denominator for points in given))
    counts = tally.counts[:, tally.rows.index(row.code)][:, counted]
    answered = counts.sum(axis=1)
    total = counts @ np.array([int(points * common) for points in given])
    with np.errstate(invalid="ignore"):  # nobody answered: 0/0 is NaN, as it should be
        return Column(total / (common * answered), np.ones(size, np.bool_))


def _item(item: Item, verdicts: Verdicts) -> Column:
    marks = verdicts.marks[:, verdicts.items.index(item.code)]
    points = [np.nan, *(np.nan if each is None else float(each) for each in verdicts.points)]
    applies = [True, *(each is not None for each in verdicts.points)]
    return Column(np.array(points)[marks], np.array(applies)[marks])


def _missing(size: int) -> Column:
    return Column(np.full(size, np.nan), np.ones(size, np.bool_))


def _misfits(framework: Framework, tallies: Mapping[str, Tally], verdicts: Verdicts) -> Iterator[str]:
    """Say what could not be reckoned with, the same things that `core.score` refuses."""
    surveys = {each.code for each in framework.instruments if framework.rows_of(each.code)}
    yield from (f"{code}: no such survey" for code in tallies if code not in surveys)
    for code in surveys & tallies.keys():
        if tallies[code].rows != tuple(row.code for row in framework.rows_of(code)):
            yield f"{code}: not the rows of this framework"
        if len(tallies[code].respondents) != len(verdicts.marks):
            yield f"{code}: not the bodies of the verdicts"
    if verdicts.items != tuple(item.code for item in framework.items):
        yield "not the items of this framework"
        return
    given = (points for points in verdicts.points if points is not None)
    yield from (f"{points}: must be 0 to 100" for points in given if not 0 <= points <= FULL)
    if verdicts.marks.max(initial=0) > len(verdicts.points):
        yield "a mark stands for no verdict"
        return
    for item in framework.items:
        if not item.may_be_not_applicable and not np.all(_item(item, verdicts).applies):
            yield f"{item.code}: cannot be 'not applicable' in this framework"
