"""Names of parts, figures and states: they stand in `prongsai.score.naming`, where the result page needs them."""

from prongsai.score.naming import *  # noqa: F403  # the same names under their former address
