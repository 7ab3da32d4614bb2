"""How far two people agree who marked the same things without knowing of each other: Cohen's kappa, exact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from prongsai.core.score import WHOLE

# Fewer pairs than this say little: a figure of them is shown with a caution and decides nothing.
LEAST_PAIRS = 10
# Fewer pairs than this, and not even the share that differs decides anything.
LEAST_PAIRS_FOR_SHARE = 5
# Marks that agree less than this, chance taken off, are poor; so are those of which so many differ.
LEAST_KAPPA = Fraction(3, 5)
MOST_DIFFERING = Fraction(1, 5)

Pair: TypeAlias = tuple[Fraction, Fraction]


class Weighting(StrEnum):
    """How much worse a wide difference is than a narrow one."""

    LINEAR = "linear"
    QUADRATIC = "quadratic"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the pairs agree.

    n          pairs.
    differing  pairs whose two marks are not the same.
    linear     weighted kappa, at most 1; None where every mark is the same, or there is none: chance alone
               would agree as well, so nothing can be said.
    quadratic  the same with squared differences.
    """

    n: int
    differing: int
    linear: Fraction | None
    quadratic: Fraction | None

    @property
    def share(self) -> Fraction | None:
        """The share of pairs that differ, 0-1."""
        return Fraction(self.differing, self.n) if self.n else None

    @property
    def is_few(self) -> bool:
        return self.n < LEAST_PAIRS

    @property
    def is_poor(self) -> bool:
        """Whether so little agreement sends a batch back. Too few pairs never do."""
        too_many = self.n >= LEAST_PAIRS_FOR_SHARE and self.differing >= MOST_DIFFERING * self.n
        by_chance = not self.is_few and self.quadratic is not None and self.quadratic < LEAST_KAPPA
        return too_many or by_chance


def agreement(pairs: Sequence[Pair]) -> Agreement:
    """Set the marks of one person beside the blind marks of another: one pair a thing that both marked."""
    return Agreement(
        n=len(pairs),
        differing=sum(one != other for one, other in pairs),
        linear=kappa(pairs, Weighting.LINEAR),
        quadratic=kappa(pairs, Weighting.QUADRATIC),
    )


def kappa(pairs: Sequence[Pair], weighting: Weighting) -> Fraction | None:
    """1 - (how far the pairs lie apart) / (how far they would if each had marked by chance)."""
    power = 1 if weighting is Weighting.LINEAR else 2
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(
        (n * m * abs(one - other) ** power for one, n in ones.items() for other, m in others.items()),
        Fraction(0),
    )
    if not by_chance:
        return None
    apart = sum((abs(one - other) ** power for one, other in pairs), Fraction(0))
    return WHOLE - len(pairs) * apart / by_chance
