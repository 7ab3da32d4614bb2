"""Fonts: made once, wherever there is room to write."""

import os
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from prongsai.documents import fonts


def test_fonts_are_made_once(tmp_path):
    fonts.make_fonts(tmp_path)
    made = {
        path.relative_to(tmp_path): path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()
    }
    fonts.make_fonts(tmp_path)

    assert {str(path) for path in made} == {
        "stamp",
        "print/Sarabun-Regular.ttf",
        "print/Sarabun-Bold.ttf",
        "print/Sarabun-Italic.ttf",
        "print/Sarabun-BoldItalic.ttf",
        "web/sarabun-regular.woff2",
        "web/sarabun-bold.woff2",
    }
    assert {path: (tmp_path / path).stat().st_mtime_ns for path in made} == made


def test_fonts_of_another_edition_are_made_anew_and_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "PRINT_STYLES", ("Bold",))
    monkeypatch.setattr(fonts, "WEB_STYLES", ())
    fonts.make_fonts(tmp_path)
    first = (tmp_path / "print" / "Sarabun-Bold.ttf").read_bytes()
    (tmp_path / "stamp").write_text("of old", encoding="utf-8")
    (tmp_path / "print" / "Sarabun-Bold.ttf").write_bytes(b"")
    fonts.make_fonts(tmp_path)

    assert (tmp_path / "print" / "Sarabun-Bold.ttf").read_bytes() == first


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_web_fonts_are_small_unhinted_and_whole(weight):
    path = fonts.web_fonts() / f"sarabun-{weight}.woff2"
    font = TTFont(path)

    assert path.stat().st_size < 20_000
    assert not {"fpgm", "prep", "cvt "} & set(font.keys())
    assert not set(map(ord, "กฮำ่้๊๋์ฯๆ๐๙฿azAZ09–—“”…•×−→≥€éÅ")) - set(font.getBestCmap())


def test_the_folder_is_the_one_that_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PRONGSAI_CACHE_DIR", str(tmp_path / "named"))

    assert fonts.font_folder() == tmp_path / "named" / "fonts"


def test_without_a_name_it_lies_in_the_home(tmp_path, monkeypatch):
    monkeypatch.delenv("PRONGSAI_CACHE_DIR", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))

    assert fonts.font_folder() == tmp_path / ".cache" / "prongsai" / "fonts"


@pytest.mark.parametrize("home", ["/dev/null", "/proc/no/such/home"])
def test_without_a_home_that_can_be_written_it_is_temporary(tmp_path, monkeypatch, home):
    monkeypatch.delenv("PRONGSAI_CACHE_DIR", raising=False)
    monkeypatch.setenv("HOME", home)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    assert fonts.font_folder() == tmp_path / f"prongsai-{os.getuid()}" / "fonts"


def test_a_temporary_folder_of_somebody_else_is_not_trusted(tmp_path, monkeypatch):
    monkeypatch.delenv("PRONGSAI_CACHE_DIR", raising=False)
    monkeypatch.setenv("HOME", "/dev/null")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    theirs = tmp_path / f"prongsai-{os.getuid()}" / "fonts"
    theirs.mkdir(parents=True)
    fonts._private_folder.cache_clear()
    mine = os.getuid()
    monkeypatch.setattr("prongsai.documents.fonts._owner", lambda path: mine + 1 if path == theirs else mine)

    folder = fonts.font_folder()

    assert folder != theirs
    assert folder.parent == tmp_path
    assert folder == fonts.font_folder()


def test_a_named_folder_that_cannot_be_written_is_an_error(monkeypatch):
    monkeypatch.setenv("PRONGSAI_CACHE_DIR", "/dev/null")

    with pytest.raises(OSError, match="/dev/null"):
        fonts.font_folder()


def test_every_character_of_the_print_font_is_covered():
    assert set(map(ord, fonts.covered())) == set(
        TTFont(Path(fonts.print_fonts()) / "Sarabun-Bold.ttf").getBestCmap()
    )
