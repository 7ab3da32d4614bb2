"""PDFs through pdfium, where poppler is not installed or gives up; in a process of its own all the same."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from prongsai.collect.evidence.reading.pdf_pages import A_PICTURE, MOST_PAGES, LockedError, Pages
from prongsai.collect.evidence.reading.tools import run

_CHILD = str(Path(__file__).with_name("pdfium_child.py"))


def look(path: str) -> Pages | None:
    """Look into a file; None where pdfium cannot open it either. Raises LockedError."""
    written = run([sys.executable, "-I", _CHILD, path, str(MOST_PAGES), str(A_PICTURE)])
    try:
        found = json.loads(written or b"{}")
    except ValueError:  # it was too slow, or fell over
        return None
    if found.get("locked"):
        raise LockedError
    if not found.get("count"):
        return None
    return Pages(
        count=found["count"],
        texts=tuple(found["texts"]),
        title=found["title"],
        pictures=frozenset(found["pictures"]),
    )
