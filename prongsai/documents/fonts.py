"""Sarabun, made ready once: levelled for print, subset for the web.

Typst writes a cluster twice into a PDF when one of its marks is raised or lowered by the font's
positioning tables, so that ซึ่ง is found as ซึ่ซึ่ง. Levelling gives the marks and the places they
sit on one common height, a few hundredths of an em away, and the text reads back as it was written.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # ships no types

PRINT_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
WEB_STYLES = ("Regular", "Bold")
# Latin, Latin-1, Thai, general punctuation, currency, arrows, mathematical operators
WEB_RANGES = ((0x20, 0x7E), (0xA0, 0xFF), (0xE01, 0xE5B), (0x2010, 0x2026), (0x2030, 0x203A))
WEB_SIGNS = (0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265)
WEB_FEATURES = ("ccmp", "liga", "locl", "kern", "mark", "mkmk")
MARK_TO_BASE, MARK_TO_MARK = 4, 6  # kinds of lookup, in OpenType's numbering
LEVEL_REACH = 90  # units of 1000 an em: what lies farther apart is not the same level
EDITION = 1  # raise when the making below changes


def font_folder() -> Path:
    """Give the folder for made fonts: PRONGSAI_CACHE_DIR, else ~/.cache/prongsai, else a temporary one.

    raises  OSError if PRONGSAI_CACHE_DIR is set and cannot be written.
    """
    named = os.environ.get("PRONGSAI_CACHE_DIR")
    if named:
        folder = Path(named) / "fonts"
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    for folder in _homes():
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            continue
        if folder.stat().st_uid == os.getuid() and os.access(folder, os.W_OK):
            return folder
    return _private_folder()


def _homes() -> Iterator[Path]:
    with suppress(RuntimeError):  # nobody's account, no home
        yield Path.home() / ".cache" / "prongsai" / "fonts"
    yield Path(tempfile.gettempdir()) / f"prongsai-{os.getuid()}" / "fonts"


@lru_cache(maxsize=1)
def _private_folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="prongsai-fonts-"))


def make_fonts(folder: Path) -> None:
    """Make the fonts in `folder`: print/*.ttf and web/*.woff2. Does nothing if they are there already."""
    stamp = folder / "stamp"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == _edition():
        return
    for style in PRINT_STYLES:
        font = _packaged(style)
        _level(font)
        _save(font, folder / "print" / f"Sarabun-{style}.ttf")
    for style in WEB_STYLES:
        _save(_for_web(_packaged(style)), folder / "web" / f"sarabun-{style.lower()}.woff2")
    _put(stamp, _edition().encode())


def print_fonts() -> Path:
    """The folder of levelled TTFs, made if need be."""
    folder = font_folder()
    make_fonts(folder)
    return folder / "print"


def web_fonts() -> Path:
    """The folder of WOFF2 subsets, made if need be."""
    folder = font_folder()
    make_fonts(folder)
    return folder / "web"


@lru_cache(maxsize=1)
def covered() -> frozenset[str]:
    """The characters that Sarabun has."""
    return frozenset(map(chr, _packaged("Regular").getBestCmap()))


def _edition() -> str:
    versions = (metadata.version(name) for name in ("fontpkg-sarabun", "fonttools"))
    return " ".join((str(EDITION), *versions))


def _packaged(style: str) -> TTFont:
    path = files("fontpkg_sarabun") / "files" / f"Sarabun-{style}.ttf"
    return TTFont(str(path), recalcTimestamp=False)


def _save(font: TTFont, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as beside:
        draft = Path(beside) / path.name
        font.save(draft)
        draft.replace(path)  # whoever reads meanwhile sees the old one or the new one


def _put(path: Path, content: bytes) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)


def _for_web(font: TTFont) -> TTFont:
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = list(WEB_FEATURES)
    tool = subset.Subsetter(options)
    wanted = [code for first, last in WEB_RANGES for code in range(first, last + 1)]
    tool.populate(unicodes=[*wanted, *WEB_SIGNS])
    tool.subset(font)
    font.flavor = "woff2"
    return font


def _level(font: TTFont) -> None:
    """Move the anchors of Thai marks, and of what they sit on, to the levels that the marks share."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            held = _anchors(table)
            if held:
                _level_lookup(*held)


def _anchors(table: Any) -> tuple[list[tuple[int, Any]], list[list[Any]]] | None:
    """Take (class, anchor) of each Thai mark, and the anchors by class of each base, from a lookup."""
    if table.LookupType == MARK_TO_BASE:
        names, marks = table.MarkCoverage.glyphs, table.MarkArray.MarkRecord
        bases = [record.BaseAnchor for record in table.BaseArray.BaseRecord]
    elif table.LookupType == MARK_TO_MARK:
        names, marks = table.Mark1Coverage.glyphs, table.Mark1Array.MarkRecord
        bases = [record.Mark2Anchor for record in table.Mark2Array.Mark2Record]
    else:
        return None
    thai = [(mark.Class, mark.MarkAnchor) for name, mark in zip(names, marks, strict=True) if "0E" in name]
    return thai, bases


def _level_lookup(marks: list[tuple[int, Any]], bases: list[list[Any]]) -> None:
    for group in {group for group, _ in marks}:
        anchors = [anchor for its, anchor in marks if its == group]
        levels = _levels([anchor.YCoordinate for anchor in anchors])
        for anchor in [*anchors, *(base[group] for base in bases if base[group])]:
            height = anchor.YCoordinate
            anchor.YCoordinate = next(
                (level for level in levels if abs(level - height) <= LEVEL_REACH), height
            )


def _levels(heights: list[int]) -> list[int]:
    """Find the heights that stand for all: the commonest first, near ones join it."""
    levels: list[int] = []
    for height, _ in Counter(heights).most_common():
        if all(abs(height - level) > LEVEL_REACH for level in levels):
            levels.append(height)
    return levels
