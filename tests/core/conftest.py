"""The core's tests need neither Django nor a database: `pytest tests/core -p no:django` is enough."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))
settings.register_profile("core", max_examples=25, deadline=None, database=None)
settings.load_profile("core")
