"""Cases that the checks were not tuned on: as other offices build their sites, word and date what they show.

Labels say what a strict but fair person would hold against the office; where such a person would
hesitate, nothing fails.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.cases import Case
from corpus.offices.about import about
from corpus.offices.buying import buying
from corpus.offices.gone import gone, papers
from corpus.offices.honesty import honesty
from corpus.offices.plans import plans


def held_out(*, with_office: bool = True) -> Iterator[Case]:
    for part in (about, plans, buying, honesty, gone):
        yield from part()
    if with_office:
        yield from papers()
