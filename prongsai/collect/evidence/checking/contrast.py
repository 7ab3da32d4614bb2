"""Contrast of colours that stand in the page itself, by the formula of WCAG."""

from __future__ import annotations

import re

_DARK = 0.03928
CONTRAST = 4.5  # the least for small letters
_STYLE = re.compile(rb"style\s*=\s*([\"'])(.*?)\1", re.IGNORECASE | re.DOTALL)
_HEX = r"#([0-9a-f]{6}|[0-9a-f]{3})\b"
_COLOUR = re.compile(rf"(?:^|;)\s*color\s*:\s*{_HEX}", re.IGNORECASE)
_GROUND = re.compile(rf"background(?:-color)?\s*:\s*{_HEX}", re.IGNORECASE)


def poor_contrast(page: bytes) -> float | None:
    """The worst contrast under 4.5 where one style gives both colours; None if there is none."""
    found = [ratio(*pair) for pair in _pairs(page)]
    worst = min(found, default=CONTRAST)
    return worst if worst < CONTRAST else None


def _pairs(page: bytes) -> set[tuple[str, str]]:
    pairs = set()
    for style in _STYLE.finditer(page):
        text = style[2].decode("latin-1")
        front, ground = _COLOUR.search(text), _GROUND.search(text)
        if front and ground:
            pairs.add((front[1].lower(), ground[1].lower()))
    return pairs


def ratio(one: str, other: str) -> float:
    """Contrast of two colours such as "fff" and "1a2b3c", from 1 to 21."""
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour: str) -> float:
    whole = colour if len(colour) > len("fff") else "".join(letter * 2 for letter in colour)
    parts = [int(whole[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
