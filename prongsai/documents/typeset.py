"""Typst, as we call it: our fonts only, no character without a shape, pictures for Word."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import typst

from prongsai.documents.fonts import covered, print_fonts
from prongsai.documents.lettering import parted

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
MM_AN_INCH = 25.4
UNSHOWN = "□"  # stands for a character that no font here has: PDF/A forbids an empty box
_PICTURE = """
#let it = json(bytes(sys.inputs.chart))
#set page(width: it.width * 1pt, height: it.height * 1pt, margin: 0pt)
#set text(font: ("Sarabun", "DejaVu Sans Mono"))
#chart(it, it.width * 1pt)
"""
_PROBE = '#set document(title: "-")\n#sys.inputs.it'


def pdf(template: str, *, inputs: dict[str, str], timestamp: int) -> bytes:
    """Typeset a template as PDF/A-2a and PDF/UA-1.

    timestamp  seconds of the era, the only time in the file.
    """
    return typst.compile(
        template.encode(),
        font_paths=_fonts(print_fonts()),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=STANDARDS,
        timestamp=timestamp,
    )


def picture(svg: str, *, width_mm: int, ppi: int = 200) -> bytes:
    """Draw a chart as PNG, for those who cannot be trusted with SVG."""
    chart = parted(svg)
    inch = chart["width"] / 72
    return typst.compile(
        (part("chart.typ") + _PICTURE).encode(),
        font_paths=_fonts(print_fonts()),
        ignore_system_fonts=True,
        format="png",
        ppi=ppi * width_mm / MM_AN_INCH / inch,
        sys_inputs={"chart": showable(json.dumps(chart, ensure_ascii=False))},
    )


@lru_cache(maxsize=4)
def part(name: str) -> str:
    """A template of this room."""
    return (files(__package__) / name).read_text(encoding="utf-8")


def showable(text: str) -> str:
    """Put UNSHOWN in the place of every character that no font at hand can show."""
    missing = {character for character in set(text) - covered() if not _has_shape(character)}
    return text.translate(dict.fromkeys(map(ord, missing), UNSHOWN))


@lru_cache(maxsize=4096)
def _has_shape(character: str) -> bool:
    if character in "\n\r\t":
        return True
    try:
        pdf(_PROBE, inputs={"it": character}, timestamp=0)
    except typst.TypstError:
        return False
    return True


@lru_cache(maxsize=4)
def _fonts(folder: Path) -> typst.Fonts:
    # the fonts that Typst brings stand in for the few signs that Sarabun lacks
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
