"""The words inside an element of a page, as they are seen: parts of a word stay together."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from prongsai.collect.evidence.reading.normal import normal

UNSEEN = frozenset(
    {"script", "style", "template", "noscript", "-comment", "head", "iframe", "option", "textarea"}
)
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "em",
    "font", "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "select",
    "small", "span", "strike", "strong", "sub", "sup", "textarea", "time", "tt", "u", "var", "wbr",
    "-text",
))  # fmt: skip


def words(node: LexborNode) -> str:
    """All words in an element, in one line; a picture says what stands for it."""
    parts: list[str] = []
    for here in node.traverse(include_text=True):
        tag = here.tag
        if tag == "-text":
            parent = here.parent
            parts.append((here.text_content or "") if parent is None or parent.tag not in UNSEEN else "")
        elif tag == "img":
            parts.append(f" {attribute(here, 'alt')} ")
        elif tag not in INLINE:
            parts.append(" ")
    return normal("".join(parts))


def attribute(node: LexborNode, name: str) -> str:
    """An attribute's value, empty where it is not there or has none."""
    return node.attributes.get(name) or ""
