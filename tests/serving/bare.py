"""Settings of what a benchmark compares the real thing with: as shipped, but for the barest view."""

from prongsai.project.settings import *  # noqa: F403  # all that is shipped

ROOT_URLCONF = "serving.bare_urls"
