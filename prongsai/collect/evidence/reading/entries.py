"""Lines that count themselves as one of a list."""

from __future__ import annotations

import re

_ENTRY = re.compile(
    r"\(?\d{1,2}[.)]\)?\s*(?=[^\d\s.])"  # 1. …  1) …  (1) …, but no date and no amount
    r"|\(?[ก-ฮa-z]\)\s*(?=\w)"
    r"|[•·●○▪■◦➢✓✔▶►*–-]\s*(?=\w)"
)


def is_entry(text: str) -> bool:
    """Whether a line begins with a number, a letter in brackets or a bullet."""
    return bool(_ENTRY.match(text))
