"""The one place where an exact figure becomes a printed one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from prongsai.core.framework import Rounding, Ties


def printed(points: Fraction, rounding: Rounding) -> Decimal:
    """Round to the framework's places by its rule for ties, exactly.

    points   any exact figure, not negative.
    returns  a Decimal with exactly `rounding.places` places.
    """
    scaled = points * 10**rounding.places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest
    is_tie = twice == scaled.denominator
    if twice > scaled.denominator or (is_tie and (rounding.ties is Ties.UP or whole % 2)):
        whole += 1
    return Decimal(whole).scaleb(-rounding.places)
