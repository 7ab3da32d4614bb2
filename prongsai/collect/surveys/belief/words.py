"""What a statistic is called, says and rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prongsai.core.text import Text

Unit = Literal["share", "strength", "points"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One statistic in words.

    usual   what is said when there is nothing to look at; raised: when there is.
    source  name of the method, authors and year.
    """

    name: Text
    usual: Text
    raised: Text
    source: str
    unit: Unit


def shown(figure: float, unit: Unit) -> str:
    """Print a figure; shares to the whole percent, so that none tells of a single sheet."""
    if unit == "share":
        return f"{figure:.0%}".replace("%", " %")
    return f"{figure:+.2f}" if unit == "points" else f"{figure:.1f}"
