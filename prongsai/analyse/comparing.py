"""Figures of a story beside last year's and beside labelled means."""

from __future__ import annotations

from prongsai.analyse.story import Story
from prongsai.score.comparing import Beside, figure, is_same, to_last_year, to_mean

__all__ = ["Beside", "before", "figure", "is_same", "means"]


def before(story: Story, code: str) -> Beside | None:
    """Our figure beside last year's, where both can be shown and mean the same."""
    return to_last_year(story.result, story.last_year, code)


def means(story: Story, code: str) -> tuple[Beside, ...]:
    """Our figure beside every mean that has one for this code."""
    found = (to_mean(story.result, mean.label, mean.figures, code) for mean in story.means)
    return tuple(each for each in found if each is not None)
