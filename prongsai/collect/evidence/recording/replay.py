"""What a captured page looked like: its text, tables, links and pictures, and nothing that acts or loads.

The payload comes from `archive.find`. What is made here is still to be shown in a sandbox, on an origin of
its own, with POLICY as its Content-Security-Policy.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from prongsai.collect.evidence.reading.charsets import decoded
from prongsai.collect.evidence.reading.html_depth import is_hostile
from prongsai.collect.evidence.recording.records import Captured, Damaged
from prongsai.core.text import Language, Text

POLICY = (
    "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none';"
    " form-action 'none'; sandbox allow-popups"
)
MOST = 5_000_000  # bytes of a page
Rewriter = Callable[[str], str]
_WORDS = (
    "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del"
    " details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd"
    " li main mark nav ol p pre q s samp section small span strike strong sub summary sup table"
    " tbody td tfoot th thead time tr tt u ul var wbr"
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "title", "align", "style"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "font": {"color", "size", "face"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "table": {"border", "width", "cellpadding", "cellspacing", "bgcolor"},
    "tr": {"valign", "bgcolor"},
    "td": {"colspan", "rowspan", "headers", "valign", "width", "bgcolor"},
    "th": {"colspan", "rowspan", "headers", "scope", "valign", "width", "bgcolor"},
    "col": {"span", "width"},
    "colgroup": {"span"},
    "time": {"datetime"},
    "details": {"open"},
}
_STYLING = (  # none that takes an address, and none that moves a thing over another
    "background-color border border-collapse border-color border-style border-width color display font-size"
    " font-style font-weight line-height margin padding text-align text-decoration text-indent"
    " vertical-align visibility white-space width"
)
_TAGS, _STYLES = set(_WORDS.split()), set(_STYLING.split())
_GONE = {"script", "style", "noscript", "template", "svg", "math", "head", "title", "frameset", "canvas"}
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+")
_COLOR = re.compile(r"[\s\w-]+:\s*(?:rgb|hsl)a?\([\d\s.,%/]+\)\s*", re.IGNORECASE)
_PAGE = """\
<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<style>body {{ font-family: Sarabun, sans-serif; overflow-wrap: anywhere }} img {{ max-width: 100% }}</style>
</head><body>
{body}
</body></html>
"""


def page(captured: Captured, *, link: Rewriter, picture: Rewriter, language: Language = "th") -> str:
    """A whole harmless HTML page of what was received.

    link      gives where a link of this absolute address (http, https) leads now; "" takes the link away.
    picture   gives where the kept copy of a picture is; "" where there is none: its alt text is left.
    language  of the few words that stand in place of fields, frames and media.
    raises    Damaged if the page is too large or nested too deep to be shown
    """
    charset = captured.headers.get("content-type", "").lower().partition("charset=")[2].strip("\"' ")
    text = decoded(captured.body[: MOST + 1], charset)
    if len(captured.body) > MOST or is_hostile(text):
        raise Damaged(_NOT_SHOWN)
    tree = LexborHTMLParser(text)
    base = _base(tree, captured.address)
    _replace(tree, base, language)
    body = nh3.clean(
        tree.html or "",
        tags=_TAGS,
        clean_content_tags=_GONE,
        attributes=_ATTRIBUTES,
        attribute_filter=lambda tag, name, value: _attribute((tag, name), value, base, link, picture),
        url_schemes={"http", "https", "mailto", "tel", "data"},
        filter_style_properties=_STYLES,
    )
    title = tree.css_first("title")
    root = tree.root
    declared = root.attributes.get("lang") if root else None
    return _PAGE.format(
        language=html.escape(declared or ""),
        title=html.escape(title.text(strip=True) if title else captured.address),
        body=body,
    )


def _attribute(
    place: tuple[str, str], value: str, base: str, link: Rewriter, picture: Rewriter
) -> str | None:
    """What an attribute becomes; None takes it away. Also asked of elements that go away as a whole."""
    if place[1] == "style":
        return ";".join(each for each in value.split(";") if "(" not in each or _COLOR.fullmatch(each))
    if place not in {("a", "href"), ("img", "src")}:
        return value
    is_link, plain = place[0] == "a", value.strip()
    is_harmless = plain.lower().startswith(("mailto:", "tel:")) if is_link else _PICTURE.fullmatch(plain)
    if is_harmless:
        return plain
    address = _absolute(base, plain)
    return ((link if is_link else picture)(address) or None) if address else None


def _absolute(base: str, value: str) -> str:
    """The address of http or https that a link means; empty where it is none."""
    try:
        address = urljoin(base, value.strip())
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.netloc else ""


def _base(tree: LexborHTMLParser, address: str) -> str:
    node = tree.css_first("base[href]")
    return (node and _absolute(address, node.attributes.get("href") or "")) or address


def _replace(tree: LexborHTMLParser, base: str, language: Language) -> None:
    """Put words where something stood that is not shown, so that nobody thinks it was not there."""
    for node in tree.css("iframe, frame, embed, object, video, audio"):
        named = node.attributes.get("src") or node.attributes.get("data") or ""
        where = _absolute(base, named) if named else ""
        words = _MEDIA if node.tag in {"video", "audio"} else _FRAME
        node.replace_with(words.fill(address=where or "–").in_(language))
    for node in tree.css("input, textarea, select, button"):
        if node.attributes.get("type") != "hidden":
            node.replace_with(_field(node).in_(language))


def _field(node: LexborNode) -> Text:
    kind = node.attributes.get("type") or ""
    if node.tag == "button" or kind in {"submit", "button", "reset", "image"}:
        named = node.text(strip=True) or node.attributes.get("value") or node.attributes.get("alt") or ""
        return _BUTTON.fill(name=named)
    return _FIELD.fill(name=node.attributes.get("placeholder") or "")


_NOT_SHOWN = Text(
    th="หน้านี้ใหญ่หรือซ้อนกันลึกเกินไป จึงไม่แสดง โปรดดาวน์โหลดไฟล์หลักฐานแทน",
    en="not shown: the page is too large or nested too deep. Download the file of evidence instead.",
)
_FRAME = Text(th="[กรอบที่ไม่ได้แสดง: {address}]", en="[frame, not shown: {address}]")
_MEDIA = Text(th="[สื่อที่ไม่ได้แสดง: {address}]", en="[media, not shown: {address}]")
_BUTTON = Text(th="[ปุ่ม {name}]", en="[button {name}]")
_FIELD = Text(th="[ช่องกรอก {name}]", en="[field {name}]")
