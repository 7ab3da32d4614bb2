"""Everything that may be shown of one assessed year, made once and used by screen, terminal and book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from prongsai.core import grade as grades
from prongsai.core.framework import Framework, Grade, Kind, Sampling
from prongsai.core.gaps import Gaps, gaps
from prongsai.core.rounding import printed
from prongsai.core.sample import Sample, SampleError, margins, needed
from prongsai.core.score import Inputs, Score, score
from prongsai.core.stake import Stake, stakes, worths
from prongsai.core.veil import veil


@dataclass(frozen=True)
class Result:
    """A scored year, veiled: nothing here tells on a small group.

    score     the total and all its parts that may be shown.
    grade     of the total; None while it is incomplete.
    margins   half the width of the 95 % interval by code, for survey figures that are shown.
    samples   instrument code -> how many answered of how many needed.
    remarks   item code -> the reviewer's remark.
    climb     the way to the next grade.
    """

    framework: Framework
    score: Score
    grade: Grade | None
    climb: grades.Climb | None
    margins: Mapping[str, float]
    samples: Mapping[str, Sample]
    remarks: Mapping[str, str]

    @cached_property
    def stakes(self) -> dict[str, Stake]:
        """Every part; what a withheld figure hides has a worth, but no loss."""
        hidden = {code: Stake(code, worth, None) for code, worth in worths(self.framework).items()}
        return hidden | stakes(self.score)

    @cached_property
    def gaps(self) -> Gaps:
        return gaps(self.score, self.framework)

    @cached_property
    def by_code(self) -> dict[str, Score]:
        """Every part of the framework; what a withheld figure hides is withheld for the same reason."""
        found = {each.code: each for each in self.score.walk()}
        for part in self.framework.walk():
            above = found[part.code]
            for below in getattr(part, "parts", ()):
                hidden = Score(below.code, above.state, None, below.weight, reason=above.reason)
                found.setdefault(below.code, hidden)
        return found

    @cached_property
    def total(self) -> Decimal | None:
        return grades.printed_total(self.score, self.framework)

    @property
    def contradictions(self) -> tuple[Score, ...]:
        """Published figures that their own parts contradict."""
        return tuple(each for each in self.score.walk() if each.contradicts is not None)

    @property
    def is_complete(self) -> bool:
        return self.score.is_scored

    def printed(self, code: str) -> Decimal | None:
        """The points of a part, 0-100, as printed; None where it has no figure."""
        points = self.by_code[code].points
        return None if points is None else self.rounded(points)

    def share(self, instrument: str) -> Decimal | None:
        """What an instrument brings to the total, as printed."""
        return grades.printed_share(self.by_code[instrument], self.framework)

    def level(self, code: str) -> Grade | None:
        """The letter of one indicator, where the framework has letters for indicators."""
        points = self.by_code[code].points
        return None if points is None else grades.level(points, self.framework)

    def rounded(self, figure: Fraction) -> Decimal:
        return printed(figure, self.framework.rounding)


def assess(framework: Framework, inputs: Inputs, *, office_class: str = "") -> Result:
    """Score what an office has and keep what may be shown.

    office_class  the class of the office, where the sampling rule asks for it.
    raises        ScoreError if inputs and framework do not fit each other.
    """
    whole = score(framework, inputs)
    shown = veil(whole, framework)
    may_show = {each.code for each in shown.walk() if each.is_scored}
    wide = margins(whole, framework, inputs.populations)
    way = grades.climb(whole, framework)
    return Result(
        framework=framework,
        score=shown,
        grade=grades.grade(whole, framework),
        climb=way if shown == whole else None,  # the way there would give away what was withheld
        margins={code: margin for code, margin in wide.items() if code in may_show},
        samples=_samples(framework, inputs, office_class),
        remarks={code: item.remark for code, item in inputs.items.items() if item.remark},
    )


def _samples(framework: Framework, inputs: Inputs, office_class: str) -> dict[str, Sample]:
    found = {}
    for instrument in framework.instruments:
        counts = inputs.surveys.get(instrument.code)
        if instrument.kind is not Kind.SURVEY or counts is None:
            continue
        population = inputs.populations.get(instrument.code)
        least = _least(instrument.sampling, population, office_class)
        found[instrument.code] = Sample(instrument.code, population, least, counts.respondents)
    return found


def _least(sampling: Sampling | None, population: int | None, office_class: str) -> int | None:
    if sampling is None:
        return None
    try:
        return needed(sampling, population=population, office_class=office_class)
    except SampleError:  # the population or the class is not known: no share of the sample is shown
        return None
