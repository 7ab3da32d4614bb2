"""Typst, as we call it: our fonts only, no character without a shape, pictures for Word."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import typst

from prongsai.documents import words
from prongsai.documents.fonts import covered, print_fonts

STANDARDS: list[typst.PDFStandard] = ["a-2a", "ua-1"]
UNSHOWN = "□"  # stands for a character that no font here has: PDF/A forbids an empty box
_PICTURE = "#set page(width: {w}mm, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: 100%)"
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


def picture(svg: str, *, ppi: int = 200, width_mm: int = 160) -> bytes:
    """Draw a chart as PNG, for those who cannot be trusted with SVG."""
    return typst.compile(
        _PICTURE.replace("{w}", str(width_mm)).encode(),
        font_paths=_fonts(print_fonts()),
        ignore_system_fonts=True,
        format="png",
        ppi=ppi,
        sys_inputs={"svg": words.svg_for_typst(showable(svg))},
    )


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
