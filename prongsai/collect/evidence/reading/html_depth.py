"""Whether a page may be parsed: some take minutes or all memory, as small as they are."""

from __future__ import annotations

import re
from collections import Counter

MOST_NESTED = 1_000  # elements in one another; the parser takes time by their square
MOST_REPEATED = 2_000_000  # elements that fonts and links, never closed, are repeated to
_USUAL = 100  # marks that are left open by mistake
_COMMENT = re.compile("<!--.*?(?:-->|$)", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?:[^<>]*(/)>)?")
_ALONE = frozenset((
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "br",
    "hr", "img", "input", "meta", "link", "base", "area", "col", "colgroup", "embed", "source",
    "track", "wbr", "param", "html", "head", "body",
))  # fmt: skip
_FORMATTING = frozenset((
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
))  # fmt: skip


def is_hostile(text: str) -> bool:
    """Whether a page is nested thousands deep, or leaves marks open that each line would repeat."""
    open_now: Counter[str] = Counter()
    deepest = unclosed = depth = formatting = tags = 0
    for closing, name, itself in _TAG.findall(_COMMENT.sub("", text)):
        tag = name.lower()
        tags += 1
        if tag in _ALONE or (closing and not open_now[tag]) or (itself and open_now["svg"]):
            continue
        step = -1 if closing else 1
        open_now[tag] += step
        depth += step
        formatting += step if tag in _FORMATTING else 0
        deepest, unclosed = max(deepest, depth), max(unclosed, formatting)
    return deepest > MOST_NESTED or (unclosed > _USUAL and unclosed * tags > MOST_REPEATED)
