"""The page: everything escaped, nothing from outside, in order for those who listen."""

import re
from html.parser import HTMLParser

import pytest
from sample_document import CHART, INJECTION, document, full_document

from prongsai.documents import html
from prongsai.documents.model import (
    Bullets,
    Cell,
    Column,
    Contents,
    Cover,
    Figure,
    Heading,
    Paragraph,
    Row,
    Signature,
    Table,
)

HOSTILE = f'</style><script>alert(1)</script><img src=x onerror="alert(1)"> {INJECTION}'
EMPTY = {"meta", "br", "col", "img"}


class Reader(HTMLParser):
    """Takes a page apart, and fails where an element is not closed."""

    def __init__(self, made):
        super().__init__()
        self.starts, self.open, self.texts, self.heads = [], [], [], []
        self.feed(made.decode())
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.starts.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.starts.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.starts if name == tag]


def test_a_page_is_whole_and_takes_nothing_from_outside():
    made = html.render(full_document())
    page = Reader(made)

    assert page.all("html") == [{"lang": "th"}]
    assert {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in page.starts} == set()
    assert re.findall(r"""(?:src|href|url\()=?["']?(https?:|//)""", made.decode()) == []
    assert made.decode().count("data:font/woff2;base64,") == 2


def test_every_text_is_escaped():
    made = html.render(
        document(
            Cover(HOSTILE, (HOSTILE,)),
            Contents(HOSTILE),
            Heading(HOSTILE),
            Paragraph(HOSTILE),
            Bullets((HOSTILE,)),
            Table(
                HOSTILE,
                (Column(HOSTILE, 1, unit=HOSTILE),),
                (Row((Cell(HOSTILE, bullets=(HOSTILE,)),)),),
                HOSTILE,
            ),
            Signature((HOSTILE,)),
            Figure(HOSTILE, CHART, "d"),
            title=HOSTILE,
            author=HOSTILE,
            subject=HOSTILE,
            footer=HOSTILE,
            keep_whole=("<script>", "alert"),
        )
    )
    page = Reader(made)

    assert {"script", "img"} & {tag for tag, _ in page.starts} == set()
    assert not any(name.startswith("on") for _, attributes in page.starts for name in attributes)
    assert "".join(page.texts).count(HOSTILE) == 17  # every place once, the heading in the contents too


def test_headings_are_in_order_and_the_contents_lead_to_them():
    page = Reader(html.render(full_document()))
    levels = [int(tag[1]) for tag, _ in page.starts if re.fullmatch(r"h\d", tag)]
    anchors = {
        attributes["id"]
        for tag, attributes in page.starts
        if re.fullmatch(r"h\d", tag) and "id" in attributes
    }

    assert levels == [1, 2, 2, 3, 2]
    assert {attributes["href"].removeprefix("#") for attributes in page.all("a")} <= anchors


def test_tables_say_what_heads_what():
    page = Reader(html.render(full_document()))
    scopes = [attributes["scope"] for attributes in page.all("th")]

    assert scopes == ["col"] * 3 + ["rowgroup", "row", "row"] + ["col"] * 3 + ["rowgroup"]
    assert len(page.all("caption")) == len(page.all("table")) == 2
    captions = {attributes["id"] for attributes in page.all("caption")}
    assert {
        attributes.get("aria-labelledby") for attributes in page.all("div") if "role" in attributes
    } == captions


def test_no_id_is_given_twice_and_every_name_is_found():
    figures = [Figure("ภาพ", CHART, "d", narrow=CHART) for _ in range(3)]
    page = Reader(html.render(full_document(blocks=(*full_document().blocks, *figures))))
    ids = [attributes["id"] for _, attributes in page.starts if "id" in attributes]
    named = [name for _, attributes in page.starts for name in attributes.get("aria-labelledby", "").split()]

    assert len(ids) == len(set(ids))
    assert set(named) <= set(ids)
    assert len(page.all("svg")) == 8


def test_thai_digits_reach_pictures_but_not_their_coordinates():
    made = html.render(document(Figure("ภาพ 1", CHART, "d"), digits="thai")).decode()

    assert ">๙๘.๕๐</text>" in made
    assert re.findall(r'(?:x|y|viewBox)="[^"]*[๐-๙]', made) == []


def test_the_same_document_gives_the_same_bytes():
    assert html.render(full_document()) == html.render(full_document())


def test_kept_words_are_held_together():
    made = html.render(document(Paragraph("ข้อเสนอแนะในวันที่ 30 ก.ย. 2566"))).decode()

    assert '<span class="kept">ข้อเสนอแนะ</span>ในวันที่ <span class="kept">30 ก.ย.</span> 2566' in made


@pytest.mark.parametrize("language", ["th", "en"])
def test_without_a_cover_the_title_heads_the_page(language):
    made = html.render(document(Heading("ก", 2), language=language)).decode()

    assert "<h1>รายงานตัวอย่าง" in made
    assert '<h2 id="h1">ก</h2>' in made
    assert f'<html lang="{language}">' in made
