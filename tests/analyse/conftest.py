from fractions import Fraction

import pytest
from one_office import (  # noqa: F401  # fixtures
    _in_english,
    administrator,
    assessment,
    body,
    executive,
    finance,
    last_year,
    office,
    other_office,
    planner,
    planning,
    stranger,
)

from prongsai.collect.assessments.actions import bring_in_indicators

FIGURES = ("99.48", "96.09", "98.46", "98.15", "97.77", "97.47", "98.52", "97.89", "100", "100")


@pytest.fixture
def published(last_year):  # noqa: F811  # the fixture above
    """The assessment of 2565 with the published figures of its ten indicators."""
    figures = {str(number): Fraction(figure) for number, figure in enumerate(FIGURES, start=1)}
    bring_in_indicators(assessment=last_year, figures=figures, by=None)
    return last_year
