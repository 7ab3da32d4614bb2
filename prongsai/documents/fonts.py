"""Sarabun, made ready once: marks mended for print, a subset for the web."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from importlib import metadata
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from prongsai.documents.font_marks import mend_marks

PRINT_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
WEB_STYLES = ("Regular", "Bold")
# Latin, Latin-1, Thai, general punctuation, currency, arrows, mathematical operators
WEB_RANGES = ((0x20, 0x7E), (0xA0, 0xFF), (0xE01, 0xE5B), (0x2010, 0x2026), (0x2030, 0x203A))
WEB_SIGNS = (0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265)
WEB_FEATURES = ("ccmp", "liga", "locl", "kern", "mark", "mkmk")
EDITION = 3  # raise when the making below changes


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
        if _owner(folder) == os.getuid() and os.access(folder, os.W_OK):
            return folder
    return _private_folder()


def _homes() -> Iterator[Path]:
    with suppress(RuntimeError):  # nobody's account, no home
        yield Path.home() / ".cache" / "prongsai" / "fonts"
    yield Path(tempfile.gettempdir()) / f"prongsai-{os.getuid()}" / "fonts"


def _owner(folder: Path) -> int:
    return folder.stat().st_uid


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
        mend_marks(font)
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
