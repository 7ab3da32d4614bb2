"""Words on a page: escaped, with what is never broken over a line held together."""

from __future__ import annotations

from html import escape

from prongsai.documents.words import Piece, Splitter


class Teller:
    """Writes the texts of one document as HTML."""

    def __init__(self, keep_whole: tuple[str, ...]) -> None:
        self.split = Splitter(keep_whole)

    def __call__(self, text: str) -> str:
        return "".join(map(_told, self.split(text))).replace("\n", "<br>")


def _told(piece: Piece) -> str:
    told = escape(piece.text)
    return told if piece.kind == "plain" else f'<span class="{piece.kind}">{told}</span>'
