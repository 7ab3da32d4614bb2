"""The shipped settings, but for what a benchmark wants to compare: ALTERED names it."""

import os

from prongsai.collect.surveys import work
from prongsai.project.settings import *  # noqa: F403  # all that is shipped
from prongsai.project.settings import DATABASES

ALTERED = os.environ["ALTERED"].split()
if "bare" in ALTERED:
    ROOT_URLCONF = "serving.bare"
if "NORMAL" in ALTERED:
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
if "easy" in ALTERED:
    work.WORK_BITS = 8
