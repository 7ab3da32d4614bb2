"""Opening archives of strangers."""

import io
import struct
import zipfile

import pytest
from office_files import changed, ods, refusal, unzipped, zipped

from prongsai.documents import archive

NO_ZIP = "damaged, or no file of an office program. Open it and save it again as .xlsx, .ods or .docx."
LOCKED = "has a password. Save it again without one."
BOMB = "not opened: too large when unpacked (over 150 MB, or packed beyond reason). Divide the file."


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04 no", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_archive_is_refused(content):
    assert refusal(content, "a.xlsx") in (
        NO_ZIP,
        "holds no XLSX workbook. Give the file its true ending, or save it again.",
    )


def test_old_and_locked_office_files_are_told_apart_from_damage():
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "a.xlsx") == (
        "locked by a password, or of the old kind (.xls, .doc). Save it as .xlsx or .docx without a password."
    )


def test_a_locked_archive_is_refused(xlsx):
    locked = bytearray(xlsx)
    at = locked.index(b"PK\x01\x02")
    struct.pack_into("<H", locked, at + 8, 1)

    assert refusal(bytes(locked), "a.xlsx") == LOCKED


def test_a_locked_ods_is_refused():
    assert refusal(ods("", manifest="<manifest><encryption-data/></manifest>"), "a.ods") == LOCKED


def test_a_bomb_is_refused_unopened(xlsx, monkeypatch):
    monkeypatch.setattr(archive, "_unpacked", None)  # to touch it would fail

    assert refusal(changed(xlsx, (b"</worksheet>", b"</worksheet>" + b" " * 20_000_000)), "a.xlsx") == BOMB


def test_too_many_entries_are_refused(xlsx, monkeypatch):
    monkeypatch.setattr(archive, "MOST_ENTRIES", 3)

    assert refusal(xlsx, "a.xlsx") == BOMB


def test_a_size_that_lies_is_refused(xlsx):
    lying = bytearray(xlsx)
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = lying.index(
            b"xl/worksheets/sheet1.xml",
            lying.index(mark) if mark == b"PK\x03\x04" else lying.index(b"PK\x01\x02"),
        )
        at = lying.rindex(mark, 0, at)
        struct.pack_into("<I", lying, at + offset, 10)

    assert refusal(bytes(lying), "a.xlsx") == NO_ZIP


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_are_refused(xlsx):
    target = io.BytesIO(xlsx)
    with zipfile.ZipFile(target, "a") as made:
        made.writestr("XL\\workbook.xml", "<a/>")

    assert refusal(target.getvalue(), "a.xlsx") == NO_ZIP


def test_only_xml_is_unpacked(xlsx):
    entries = {**unzipped(xlsx), "xl/media/picture.png": b"x" * 100, "xl/vbaProject.bin": b"y"}

    assert set(archive.opened(zipped(entries))) == {
        name for name in unzipped(xlsx) if name.endswith((".xml", ".rels"))
    }
