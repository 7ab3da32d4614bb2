"""Papers of one fixed form (slips, posters, blanks to fill in, cards): told to a template, set by Typst.

A paper is a frozen dataclass of texts, codes and more such dataclasses; its template stands beside it.
No text becomes markup, and the file is the same whenever it is made.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Any

from prongsai.core.text import Language
from prongsai.documents import typeset, words
from prongsai.documents.qr import Qr

NO_TIME = 0  # PDF/A wants a moment: this one says nothing of when the paper was made


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says of itself. keep_whole: words that are never broken over a line."""

    title: str
    author: str
    language: Language
    keep_whole: tuple[str, ...] = ()


def printed(template: str, *, imprint: Imprint, paper: object) -> bytes:
    """Set a paper as PDF/A-2a and PDF/UA-1. template: the file in this room, without its suffix."""
    split = words.Splitter(imprint.keep_whole)
    told = {
        "title": words.clean(imprint.title),
        "author": words.clean(imprint.author),
        "language": imprint.language,
        "paper": _told(paper, split),
    }
    return typeset.pdf(
        typeset.part("paper.typ") + typeset.part(f"{template}.typ"),
        inputs={"paper": typeset.showable(json.dumps(told, ensure_ascii=False))},
        timestamp=NO_TIME,
    )


def _told(it: Any, split: words.Splitter) -> Any:
    match it:
        case str():
            return _pieces(it, split)
        case Qr():
            return {"svg": it.svg, "alt": words.clean(it.description)}
        case tuple():
            return [_told(each, split) for each in it]
        case None | int():
            return it
        case _:
            return {field.name: _told(getattr(it, field.name), split) for field in fields(it)}


def _pieces(text: str, split: words.Splitter) -> str | list[str | dict[str, str]]:
    pieces = split(words.clean(text))
    if all(piece.kind == "plain" for piece in pieces):
        return "".join(piece.text for piece in pieces)
    return [piece.text if piece.kind == "plain" else {piece.kind: piece.text} for piece in pieces]
