"""An office with a year of results, as for assessments; what is published is written out at once."""

import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path[:0] = [str(TESTS / "collect"), str(TESTS / "disclose")]

from assessed import _in_english, administrator, assessment, body, office, other_office, viewer  # noqa: E402, F401  # fixtures
from published import complete, executive, publish, published, surveyed  # noqa: E402, F401  # fixtures
