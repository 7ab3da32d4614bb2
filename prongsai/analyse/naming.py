"""Names of parts, figures and states: they stand in `prongsai.core.naming`, where every room reaches them."""

from prongsai.core.naming import *  # noqa: F403  # the same names under their former address
