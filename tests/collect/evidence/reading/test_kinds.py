"""What a file is, by its bytes; and that no bytes break the reader."""

import io
import zipfile

import pytest
from hypothesis import example, given, settings, strategies as st

from prongsai.collect.evidence.reading.charsets import decoded
from prongsai.collect.evidence.reading.content import Block, Content, Grid, Kind, Picture
from prongsai.collect.evidence.reading.normal import normal, unknown_letters
from prongsai.collect.evidence.reading.read import read
from prongsai.core.text import Text

WHOLE = Text("ทั้งไฟล์", "the whole file")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
THAI = "ประกาศเจตจำนงสุจริตของผู้บริหาร ก่อน"


def zipped(**entries):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/"), data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("body", "media_type", "address", "kind"),
    [
        (b"", "text/html", "", Kind.EMPTY),
        (b" \r\n\t", "", "", Kind.EMPTY),
        (b"<p>x", "application/pdf", "a.pdf", Kind.HTML),
        (b"words", "text/html", "", Kind.HTML),
        (b"\xff\xfe" + "<html>ก".encode("utf-16-le"), "", "", Kind.HTML),
        (b'{"a": 1}', "", "", Kind.JSON),
        (b"a,b", "text/csv", "", Kind.CSV),
        (b"a,b", "application/octet-stream", "https://one.example/a.CSV?x=.html", Kind.CSV),
        (b"a\tb", "application/vnd.ms-excel", "a.xls", Kind.CSV),
        (b"words", "text/plain", "", Kind.TEXT),
        (b"{words}", "text/plain", "", Kind.TEXT),
        (b"\x89PNG\r\n\x1a\n", "text/html", "", Kind.PICTURE),
        (b"RIFF\0\0\0\0WEBPVP8", "", "", Kind.PICTURE),
        (b'<?xml version="1.0"?><svg xmlns="x">', "image/svg+xml", "", Kind.PICTURE),
        (OLE, "application/msword", "", Kind.OLD_OFFICE),
        (b"{\\rtf1 x}", "", "", Kind.OLD_OFFICE),
        (b"Rar!\x1a\x07", "", "", Kind.ARCHIVE),
        (zipped(a="b"), "", "", Kind.ARCHIVE),
        (b"PK\x03\x04 broken", "", "", Kind.ARCHIVE),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "", "", Kind.UNKNOWN),
        (b"MZ\x90\0\x03", "", "", Kind.UNKNOWN),
        (b"<!---->" * 500 + b"<x>", "text/plain", "", Kind.TEXT),
    ],
)
def test_the_bytes_have_the_first_word(body, media_type, address, kind):
    assert read(body, media_type=media_type, address=address).kind is kind


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "There is nothing in it."),
        (OLE, "A file of the old kind (.doc, .xls, .ppt), which is not read. Publish .docx, .xlsx or PDF."),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "The file has a password and cannot be read."),
        (zipped(a="b"), "An archive, which is not unpacked. Publish each file by itself."),
        (b"MZ\0", "A kind of file that is not known and was not read."),
        (b"{,}", "The JSON is damaged and cannot be read."),
        (b"[" * 100_000, "The JSON is damaged and cannot be read."),
    ],
)
def test_what_cannot_be_read_says_why(body, said):
    content = read(body)

    assert content.unreadable.en == said
    assert content.unreadable.th
    assert (content.is_whole, content.text) == (False, "")


def test_a_picture_is_a_page_of_which_nothing_is_read():
    assert read(b"GIF89a", address="https://one.example/a.gif") == Content(
        kind=Kind.PICTURE,
        pictures=(Picture("https://one.example/a.gif", None, WHOLE),),
        pages=1,
        scanned_pages=(1,),
    )


def test_json_that_lists_things_is_a_table():
    body = '{"ok": true, "data": [{"ชื่อ": "ก", "ปี": 2566}, {"ชื่อ": null, "จำนวน": [1]}]}'.encode()

    assert read(body).tables == (
        Grid(Text("ตารางที่ 1", "table 1"), ("ชื่อ", "ปี", "จำนวน"), (("ก", "2566", ""), ("", "", "[1]"))),
    )
    assert read(b'["a", "b"]').text == '["a", "b"]'


def test_lines_of_a_text_are_read():
    assert read("ก\r\n\n- ข".encode(), media_type="text/plain").blocks == (
        Block("ก", WHOLE),
        Block("- ข", WHOLE, is_entry=True),
    )


@pytest.mark.parametrize("sent", ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16"])
@pytest.mark.parametrize("declared", ["", "utf-8", "tis-620", "windows-874", "iso-8859-1", "nonsense"])
def test_thai_is_read_whatever_is_declared(sent, declared):
    assert decoded(THAI.encode(sent), declared) == THAI


def test_the_page_itself_may_declare_its_charset():
    body = b'<meta charset="gb2312"><p>' + "中文".encode("gb2312")

    assert read(body).text == "中文"


def test_a_damaged_place_does_not_spoil_the_rest():
    assert decoded(THAI.encode()[:-1]) == THAI[:-1] + "\ufffd"
    assert decoded(THAI.encode("cp874") + b"\xff") == THAI + "\ufffd"
    assert decoded("café".encode("cp1252")) == "café"
    assert decoded(b"\xd3\xa1,a") == "ำก,a"  # Cyrillic, were it UTF-8


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ประจ\u0e4d\u0e32ปี  น\u0e49\u0e4d\u0e32\u00ad", "ประจำปี น้ำ"),
        ("ปี ๒๕๖๖\u200b\n", "ปี 2566"),
        ("ท\uf70aี ป\uf702\uf705 \uf70fา", "ที่ ปี่ ญา"),
        ("ท\uf88bี ป\uf886\uf88c", "ที่ ปี่"),
        ("¡ÃÐ·ÃÇ§ café", "กระทรวง café"),
        ("\uf0a1\uf0c3\uf0d0\uf0b7 \uf0b7 ข้อ", "กระท ข้อ"),
        ("\x00a\x07b", "ab"),
    ],
)
def test_text_becomes_what_was_meant(text, meant):
    assert normal(text) == meant


def test_letters_that_only_their_font_knows_are_counted():
    assert unknown_letters(normal("ก\ue001\uf8ff\ufffdข\uf70a")) == 3


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.builds(
            lambda start, rest: start + rest,
            st.sampled_from(
                [b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"{", OLE, b"\xff\xfe", b"<table><tr><td>"]
            ),
            st.binary(max_size=100),
        ),
    ),
    st.sampled_from(["", "text/html; charset=tis-620", "text/csv", "application/json", "application/pdf"]),
)
@example(b"<a href='//[x'>", "text/html")
@example(b'{"a": "\\ud800"}', "application/json")
def test_no_bytes_break_the_reader(body, media_type):
    content = read(body, media_type=media_type, address="https://one.example/a")

    assert content.text.encode() is not None
    assert isinstance(content.kind, Kind)
