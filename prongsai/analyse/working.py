"""The working of a figure: it stands in `prongsai.score.working`, where the result page needs it too."""

from prongsai.score.working import *  # noqa: F403  # the same names under their former address
