"""Pages as sites send them: what is read, in which order, and where it stands."""

import pytest

from prongsai.collect.evidence.reading import html
from prongsai.collect.evidence.reading.content import Block, Content, Grid, Kind, Link, Picture
from prongsai.collect.evidence.reading.read import read
from prongsai.core.text import Text

AT = "https://one.example/ita/page.html"
TOP = Text("ต้นหน้า", "the top of the page")
FIRST = Text("ตารางที่ 1", "table 1")


def under(words):
    return Text(f"ใต้หัวข้อ “{words}”", f"under “{words}”")


def page(body, head=""):
    whole = (
        f"<!doctype html><html lang='th'><head><title>ข้อ O1</title>{head}</head><body>{body}</body></html>"
    )
    return read(whole.encode(), media_type="text/html; charset=utf-8", address=AT)


def table(rows, more=""):
    return page(f"<table{more}>{rows}</table>").tables


def test_a_page_is_read_in_the_order_of_a_reader():
    body = """<nav><a href="/">หน้าแรก</a> เมนูหลัก</nav><p>คำนำ<b>ต่อ</b>กัน</p>
    <h1>แผน<br>ปี ๒๕๖๖</h1><div>ก<p>ข</p>ค</div><ul><li>หนึ่ง <li><p>สอง</p></ul>1. สาม<br>๒) สี่
    <h2>ติดต่อ</h2>โทร<footer>สพป.ตัวอย่าง</footer>หลังท้าย<script>var a = "ไม่ใช่";</script>"""

    assert page(body) == Content(
        kind=Kind.HTML,
        title="ข้อ O1",
        language="th",
        blocks=(
            Block("คำนำต่อกัน", TOP),
            Block("แผน ปี 2566", under("แผน ปี 2566"), 1),
            Block("ก", under("แผน ปี 2566")),
            Block("ข", under("แผน ปี 2566")),
            Block("ค", under("แผน ปี 2566")),
            Block("หนึ่ง", under("แผน ปี 2566"), is_entry=True),
            Block("สอง", under("แผน ปี 2566"), is_entry=True),
            Block("1. สาม", under("แผน ปี 2566"), is_entry=True),
            Block("2) สี่", under("แผน ปี 2566"), is_entry=True),
            Block("ติดต่อ", under("ติดต่อ"), 2),
            Block("โทร", under("ติดต่อ")),
            Block("สพป.ตัวอย่าง", Text("ท้ายหน้า", "the foot of the page")),
            Block("หลังท้าย", under("ติดต่อ")),
        ),
        links=(Link("https://one.example/", "หน้าแรก", TOP),),
    )


def test_everything_that_leads_on_is_a_link():
    body = """<a href="a.pdf"><img src="i.png" alt="แผน"></a><a href="#top">ขึ้น</a>
    <a href="javascript:x()">x</a>
    <iframe src="https://drive.example/f" title="แผนที่"></iframe>
    <a href="mailto:o@one.example">เขียนถึงเรา</a>
    <map><area href="/b" alt="ข"></map><object data="c.pdf"></object><a href="http://[x">เสีย</a><a>ว่าง</a>"""
    found = page(body, head='<meta http-equiv="Refresh" content="3; URL=\'/next\'">').links

    assert [(link.address, link.text) for link in found] == [
        ("https://one.example/ita/a.pdf", "แผน"),
        ("https://drive.example/f", "แผนที่"),
        ("mailto:o@one.example", "เขียนถึงเรา"),
        ("https://one.example/b", "ข"),
        ("https://one.example/ita/c.pdf", ""),
        ("https://one.example/next", ""),
    ]


def test_links_follow_the_base_of_the_page():
    assert page("<a href='x'>ก</a>", head="<base href='https://two.example/d/'>").links == (
        Link("https://two.example/d/x", "ก", TOP),
    )


def test_frames_of_a_frameset_are_links():
    content = read(b"<html><frameset><frame src='menu.htm'></frameset></html>", address=AT)

    assert content.links == (Link("https://one.example/ita/menu.htm", "", TOP),)


def test_pictures_say_what_stands_for_them():
    body = '<img src="a.png"><img src="b.png" alt=""><img data-src="c.png" alt="ผัง"><svg role="img"></svg>'

    assert page(body).pictures == (
        Picture("https://one.example/ita/a.png", None, TOP),
        Picture("https://one.example/ita/b.png", "", TOP),
        Picture("https://one.example/ita/c.png", "ผัง", TOP),
        Picture("", None, TOP),
    )


@pytest.mark.parametrize(
    ("body", "asks_password", "takes_text"),
    [
        ("<form><input name=user><input type=password></form>", True, False),
        ("<form><input type=search><input name=q><input placeholder='ค้นหา'></form>", False, False),
        ("<textarea name=body></textarea>", False, True),
        ("<textarea name=q></textarea>", False, True),
        ("<form><input type=password></form><form><input name=story></form>", True, True),
        ("<input type=checkbox><input type=submit>", False, False),
    ],
)
def test_fields_of_forms_are_told_apart(body, asks_password, takes_text):
    content = page(body)

    assert (content.asks_password, content.takes_text) == (asks_password, takes_text)


def test_merged_cells_are_unrolled():
    rows = """<thead><tr><th rowspan=2>โครงการ<th colspan=2>งบประมาณ</tr><tr><th>ได้รับ<th>ใช้ไป</tr></thead>
    <tr><td rowspan=2>ก<td>๑<td>2<tr><td colspan=2>3"""

    assert table(rows) == (
        Grid(FIRST, ("โครงการ", "งบประมาณ ได้รับ", "งบประมาณ ใช้ไป"), (("ก", "1", "2"), ("ก", "3", "3"))),
    )


@pytest.mark.parametrize(
    ("rows", "heads", "is_marked"),
    [
        ("<tr><th>ก<th>ข<tr><td>1<td>2", ("ก", "ข"), True),
        ("<tr><td>ก<td>ข<tr><td>1<td>2", ("ก", "ข"), False),
        ("<tr><td>1<td>2<tr><td>3<td>4", (), False),
        ("<tr><td colspan=2>ก<td>ข<tr><td>ค<td>ง<td><tr><td>1<td>2<td>3", ("ก ค", "ก ง", "ข"), False),
        ("<tr><td colspan=2>ก<td>ข<tr><td>ค<td>ง<td>จ<tr><td>1<td>2<td>3", ("ก", "ก", "ข"), False),
        ("<tr><td colspan=2>ก<td>ข<tr><td>1<td>2<td>3", ("ก", "ก", "ข"), False),
        ("<tr><th colspan=2>ชื่อ<tr><td>1<td>2", (), False),
        ("<tr><td colspan=2>ชื่อตาราง<tr><td>ก<td>ข<tr><td>1<td>2", ("ก", "ข"), False),
    ],
)
def test_heads_are_those_that_are_marked_or_could_be(rows, heads, is_marked):
    (found,) = table(rows)

    assert (found.heads, found.is_marked) == (heads, is_marked)


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td><h2>ข่าว</h2><td>เนื้อหา<tr><td>a<td>b",
        "<tr><td>ข่าว<tr><td>เนื้อหา",
        "<tr><td>ข่าว<td>เนื้อหา",
        "<tr><td><table><tr><td>ข่าว</table><td>เนื้อหา<tr><td>a<td>b",
    ],
)
def test_a_table_that_lays_out_the_page_is_read_as_text(rows):
    content = page(f"<table>{rows}</table>")

    assert content.tables == ()
    assert {"ข่าว", "เนื้อหา"} <= {block.text for block in content.blocks}


def test_a_table_that_its_page_calls_presentation_is_read_as_text():
    assert page("<table role=presentation><tr><th>ก<th>ข<tr><td>1<td>2</table>").tables == ()


def test_lines_above_the_heads_are_text():
    content = page("<table><tr><td colspan=2>ชื่อตาราง<tr><td>ก<td>ข<tr><td>1<td>2</table>")

    assert content.blocks == (Block("ชื่อตาราง", TOP),)
    assert content.tables == (Grid(FIRST, ("ก", "ข"), (("1", "2"),), is_marked=False),)


def test_a_page_beyond_the_limit_is_read_up_to_it_and_said_so(monkeypatch):
    monkeypatch.setattr(html, "MOST_BYTES", 100)

    content = page("<p>ก" + " " * 100 + "ข")

    assert content.left_out == (
        Text("อ่านเฉพาะ 0 MB แรกของหน้าเว็บ", "Only the first 0 MB of the page were read."),
    )
    assert "ข" not in content.text


def test_links_and_pictures_in_a_table_are_met_and_its_caption_read():
    content = page(
        "<table><caption>คำอธิบาย</caption><tr><th>ก<th>ข<tr><td><a href=x>ดู</a><td><img src=y></table>"
    )

    assert [link.text for link in content.links] == ["ดู"]
    assert [picture.alt for picture in content.pictures] == [None]
    assert [block.text for block in content.blocks] == ["คำอธิบาย"]


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 200_000,
        "".join(f"<b id={number}>" for number in range(2_000)) + "<p>x" * 2_000,
        "<p><table><tr><td colspan=999999999999 rowspan=99999999>" * 500,
        "<svg>" * 50_000,
    ],
)
def test_a_page_built_to_hurt_is_refused_or_read_soon(body):
    assert page(body).kind is Kind.HTML


def test_a_page_nested_beyond_reason_says_so():
    assert page("<div>" * 2_000).unreadable == Text(
        "หน้าเว็บซ้อนกันลึกหรือเปิดแท็กค้างไว้มากผิดปกติ จึงไม่อ่าน",
        "The page is nested beyond reason, or leaves too many marks open, and was not read.",
    )


def test_many_drawings_are_no_nesting():
    content = page("<svg viewBox='0 0 1 1'>" + "<path d='M0 0'/>" * 3_000 + "</svg><p>ข้อความ")

    assert [block.text for block in content.blocks] == ["ข้อความ"]


def test_a_sign_without_words_says_its_title():
    told = page("<p><i class='fa fa-fax' title='โทรสาร'></i> 0 2000 0399</p><p><i title='x'>อีเมล</i></p>")

    assert [block.text for block in told.blocks] == ["โทรสาร 0 2000 0399", "อีเมล"]
