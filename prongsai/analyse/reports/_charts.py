"""The pictures of the yearbook: indicators, where the points went, the years."""

from __future__ import annotations

from prongsai.analyse import comparing
from prongsai.analyse.reports._pen import Pen
from prongsai.score import pictures
from prongsai.score.pictures import Picture


def indicators(pen: Pen) -> None:
    """Every indicator as a bar, with last year's figure and the first mean of the total."""
    story = pen.story
    means = comparing.means(story, story.framework.code)
    mean = means[0] if means else None
    _show(pen, pictures.indicators(pen.result, pen.language, past=story.last_year, mean=mean))


def losses(pen: Pen) -> None:
    """From 100 down to the total: what each indicator did not bring."""
    _show(pen, pictures.losses(pen.result, pen.language))


def years(pen: Pen) -> None:
    """The total and each instrument over the years, where there is more than one."""
    story = pen.story
    same = [each for each in reversed(story.earlier) if each.framework.body == story.framework.body]
    _show(pen, pictures.years([*same, story.result], pen.language))


def _show(pen: Pen, picture: Picture | None) -> None:
    if picture is not None:
        pen.figure(picture.caption, picture.wide, picture.description, picture.narrow)
