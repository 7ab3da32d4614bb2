"""Words on a page: escaped, with what is never broken over a line held together."""

from __future__ import annotations

import re
from html import escape

from prongsai.documents.words import KEPT_TOGETHER


class Teller:
    """Writes the texts of one document as HTML."""

    def __init__(self, keep_whole: tuple[str, ...]) -> None:
        longest_first = sorted(keep_whole, key=len, reverse=True)
        patterns = [*map(re.escape, longest_first), *(pattern for _, pattern in KEPT_TOGETHER)]
        self.kept = re.compile(f"({'|'.join(patterns)})")

    def __call__(self, text: str) -> str:
        pieces = self.kept.split(text)  # what is kept stands at every second place
        told = (
            f'<span class="w">{escape(piece)}</span>' if place % 2 else escape(piece)
            for place, piece in enumerate(pieces)
        )
        return "".join(told).replace("\n", "<br>")
