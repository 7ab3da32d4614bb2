"""Shapes and words on an SVG: attributes only, which a strict content policy lets be."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal
from xml.sax.saxutils import escape, quoteattr

from prongsai.core.text import Language, Text
from prongsai.documents.words import clean

FONTS = "Sarabun, 'TH Sarabun New', Laksaman, 'Noto Sans Thai', sans-serif"
INK = "#16191d"
SOFT = "#4a5260"  # 7.9 : 1 on white
BLUE = "#1b4f8a"  # 8.2 : 1
RED = "#a3262a"  # 7.3 : 1
GRID = "#c9d1db"
TRACK = "#e6ebf1"
SIZE, SMALL = 15, 13
LINE = 1.4  # of the size: room for marks above and below
GLYPH = 0.6  # of the size: a Thai letter of Sarabun on the mean, with a little to spare
CUT_AXIS = Text("แกนเริ่มที่ {low} ไม่ใช่ 0", "The axis begins at {low}, not at 0")

# a Thai syllable begins with these, so a line may; spaces and ZWSP part words
_CHUNKS = re.compile("[^ \u200b]*[ \u200b]+|[^ \u200b]+")
_SYLLABLES = re.compile("(?=[เแโใไ])")
_CLUSTERS = re.compile(r"[เแโใไ]?.[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u0300-\u036f]*", re.DOTALL)


def wide(text: str, size: float = SIZE) -> float:
    """About as wide as the text is set. Marks above and below take no room."""
    return sum(unicodedata.category(letter) not in ("Mn", "Cf") for letter in text) * size * GLYPH


def wrap(text: str, room: float, size: float = SIZE) -> list[str]:
    """Part a text into lines: at spaces, else before a leading vowel, else between letters."""
    lines = [""]
    for chunk in _CHUNKS.findall(" ".join(clean(text).split("\n"))):
        for part in _fitting(chunk, room, size):
            if lines[-1] and wide((lines[-1] + part).rstrip(), size) > room:
                lines.append("")
            lines[-1] += part
    return [line.strip() for line in lines]


def _fitting(chunk: str, room: float, size: float) -> list[str]:
    if wide(chunk.rstrip(), size) <= room:
        return [chunk]
    parts = [part for part in _SYLLABLES.split(chunk) if part]
    return [
        piece for part in parts for piece in ([part] if wide(part, size) <= room else _CLUSTERS.findall(part))
    ]


def number(value: float) -> str:
    """A coordinate, to a tenth."""
    return f"{round(value, 1):g}"


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from low to high between two places."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def __post_init__(self) -> None:
        if self.low >= self.high:
            raise ValueError(f"An axis from {self.low} to {self.high} has no length.")

    def at(self, value: Decimal) -> float:
        """Where a value lies; one beyond the axis lies at its end."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + float(min(max(share, Decimal(0)), Decimal(1))) * (self.end - self.start)

    def ticks(self) -> list[Decimal]:
        """Round values along the axis, both ends among them where they are round."""
        step = round_step((self.high - self.low) / 5)
        first = (self.low / step).to_integral_value(ROUND_CEILING) * step
        count = int((self.high - first) // step)
        return [first + step * place for place in range(count + 1)]


def round_step(least: Decimal) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20, 50 … (and their tenths) that is not below `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * step for step in (1, 2, 5, 10) if power * step >= least)


def plain(value: Decimal) -> str:
    """A tick's figure: no zeros at the end, no exponent."""
    return f"{value.normalize():f}"


@dataclass
class Paper:
    """Collects what is drawn."""

    key: str
    width: float
    language: Language
    shapes: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = SIZE,
        anchor: str = "start",
        bold: bool = False,
        fill: str = INK,
    ) -> None:
        """Write one line; y is its base line."""
        weight = ' font-weight="700"' if bold else ""
        side = f' text-anchor="{anchor}"' if anchor != "start" else ""
        self.shapes.append(
            f'<text x="{number(x)}" y="{number(y)}" font-size="{size:g}"{side}{weight} fill="{fill}">'
            f"{escape(clean(words))}</text>"
        )

    def lines(self, x: float, y: float, lines: list[str], *, size: float = SIZE, fill: str = INK) -> float:
        """Write lines downwards from the base line y, and give the base line of the next."""
        for line in lines:
            self.text(x, y, line, size=size, fill=fill)
            y += size * LINE
        return y

    def rect(self, x: float, y: float, wide: float, high: float, *, fill: str, more: str = "") -> None:
        self.shapes.append(
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(max(wide, 0))}" height="{number(high)}" '
            f'fill="{fill}"{more}/>'
        )

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        stroke: str = GRID,
        thick: float = 1,
        dash: str = "",
    ) -> None:
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        (x1, y1), (x2, y2) = start, end
        self.shapes.append(
            f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" '
            f'stroke="{stroke}" stroke-width="{thick:g}"{dashes}/>'
        )

    def outline(
        self, points: list[tuple[float, float]], *, fill: str, stroke: str, closed: bool = True
    ) -> None:
        shape = "polygon" if closed else "polyline"
        places = " ".join(f"{number(x)},{number(y)}" for x, y in points)
        self.shapes.append(f'<{shape} points="{places}" fill="{fill}" stroke="{stroke}" stroke-width="1.6"/>')

    def hatch(self, name: str, ink: str) -> str:
        """Define stripes, and give the fill that paints them."""
        self.shapes.append(
            f'<defs><pattern id="{self.key}-{name}" width="7" height="7" patternUnits="userSpaceOnUse" '
            f'patternTransform="rotate(45)"><rect width="7" height="7" fill="#ffffff"/>'
            f'<rect width="3.5" height="7" fill="{ink}"/></pattern></defs>'
        )
        return f"url(#{self.key}-{name})"

    def svg(self, height: float, title: str, description: str) -> str:
        """The finished picture."""
        name = quoteattr(f"{self.key}-title {self.key}-desc")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(self.width)} {number(height)}" '
            f'role="img" lang="{self.language}" aria-labelledby={name} font-family="{FONTS}">'
            f'<title id="{self.key}-title">{escape(clean(title))}</title>'
            f'<desc id="{self.key}-desc">{escape(clean(description))}</desc>'
            f"{''.join(self.shapes)}</svg>"
        )


def round_below(lowest: Decimal, high: Decimal) -> Decimal:
    """A round value some way below the lowest, so that what differs can be seen; not below 0."""
    step = round_step(max(high - lowest, Decimal(1)) / 4)
    below = (lowest - step / 2) // step * step
    return max(below, Decimal(0))


def say_cut(paper: Paper, y: float, axis: Axis) -> float:
    """Say at the base line y that the axis does not begin at 0, if so, and give the picture's height."""
    if axis.low == 0:
        return y - SMALL
    words = CUT_AXIS.in_(paper.language).format(low=plain(axis.low))
    paper.text(0, y, words, size=SMALL, fill=SOFT)
    return y + SMALL * 0.5
