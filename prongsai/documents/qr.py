"""A QR code as a picture of our own: one filled path, so that no viewer draws seams between modules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import segno

QUIET = 4  # modules left white on every side; scanners count on them
_ENDS_IN_DIGITS = re.compile(r"(?P<before>.+?)(?P<digits>\d{8,})", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Qr:
    """What a scanner reads, and what is said of the picture to those who do not see it."""

    content: str
    description: str

    @property
    def svg(self) -> str:
        """The code with its quiet zone; a dark module is a square of 1 × 1."""
        code = segno.make(_parts(self.content), error="m", micro=False)
        side = len(code.matrix) + 2 * QUIET
        path = "".join(
            f"M{QUIET + start} {QUIET + line}h{wide}v1h-{wide}z"
            for line, row in enumerate(code.matrix)
            for start, wide in _dark(row)
        )
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{path}"/></svg>'


def _parts(content: str) -> Any:
    """A row of digits at the end as a part of its own: it takes less than half the room, and modules grow."""
    found = _ENDS_IN_DIGITS.fullmatch(content)
    return (found["before"], found["digits"]) if found else content  # segno takes parts; its types do not say


def _dark(row: bytearray) -> list[tuple[int, int]]:
    """The dark stretches of a line as (start, length)."""
    stretches = [(bool(value), len(list(same))) for value, same in groupby(row)]
    starts = [sum(wide for _, wide in stretches[:place]) for place in range(len(stretches))]
    return [(start, wide) for start, (dark, wide) in zip(starts, stretches, strict=True) if dark]
