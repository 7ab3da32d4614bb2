"""Figures of a story beside last year's and beside labelled means."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.analyse.story import Story
from prongsai.core.compare import Difference, difference
from prongsai.core.framework import Framework
from prongsai.core.result import Result
from prongsai.core.text import Text


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
    ours = {part.code: part.name.th for part in framework.walk()}
    theirs = {part.code: part.name.th for part in earlier.walk()}
    return code in theirs and ours[code] == theirs[code]


def before(story: Story, code: str) -> Beside | None:
    """Our figure beside last year's, where both can be shown and mean the same."""
    past = story.last_year
    if past is None or not is_same(code, story.framework, past.framework):
        return None
    then = past.framework.code if code == story.framework.code else code
    ours, other = figure(story.result, code), figure(past, then)
    if ours is None or other is None:
        return None
    margin, other_margin = story.result.margins.get(code), past.margins.get(then)
    is_known = margin is not None and other_margin is not None
    year = str(past.framework.year_be)
    label = Text(th=f"ปีงบประมาณ พ.ศ. {year}", en=f"fiscal year B.E. {year}")
    return Beside(
        label,
        difference(
            ours,
            other,
            margin=margin if is_known else None,
            other_margin=other_margin if is_known else None,
        ),
    )


def means(story: Story, code: str) -> tuple[Beside, ...]:
    """Our figure beside every mean that has one for this code."""
    ours = figure(story.result, code)
    if ours is None:
        return ()
    margin = story.result.margins.get(code)
    return tuple(
        Beside(mean.label, difference(ours, mean.figures[code], margin=margin))
        for mean in story.means
        if code in mean.figures
    )
