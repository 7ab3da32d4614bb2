"""A figure beside last year's and beside a labelled mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.compare import Difference, difference
from prongsai.core.framework import Framework
from prongsai.core.result import Result
from prongsai.core.text import Text

_YEAR = Text(th="ปีงบประมาณ พ.ศ. {year}", en="fiscal year B.E. {year}")


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure of ours with another one under its label."""

    label: Text
    difference: Difference


def figure(result: Result, code: str) -> Decimal | None:
    """Our printed figure of a code; the framework's own code is the total."""
    return result.total if code == result.framework.code else result.printed(code)


def is_same(code: str, framework: Framework, earlier: Framework) -> bool:
    """Whether a code means the same in both: the total of one body, or a part of one name."""
    if framework.body != earlier.body:
        return False
    if code == framework.code:
        return True
    ours, theirs = framework.by_code.get(code), earlier.by_code.get(code)
    return ours is not None and theirs is not None and ours.name.th == theirs.name.th


def to_last_year(result: Result, past: Result | None, code: str) -> Beside | None:
    """Set our figure beside last year's, where both can be shown and mean the same."""
    if past is None or not is_same(code, result.framework, past.framework):
        return None
    then = past.framework.code if code == result.framework.code else code
    ours, other = figure(result, code), figure(past, then)
    if ours is None or other is None:
        return None
    margins = result.margins.get(code), past.margins.get(then)
    known = margins if None not in margins else (None, None)
    label = _YEAR.fill(year=past.framework.year_be)
    return Beside(label, difference(ours, other, margin=known[0], other_margin=known[1]))


def to_mean(result: Result, label: Text, figures: Mapping[str, Decimal], code: str) -> Beside | None:
    """Set our figure beside a mean, where it has one for this code."""
    ours = figure(result, code)
    if ours is None or code not in figures:
        return None
    return Beside(label, difference(ours, figures[code], margin=result.margins.get(code)))
