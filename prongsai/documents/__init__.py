"""A plain document, written as PDF, Word, spreadsheet or page. Knows nothing of the assessment."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from prongsai.documents.model import Document


@dataclass(frozen=True, slots=True)
class Format:
    """What a document can be written as. writer: the module here that writes it."""

    writer: str
    media_type: str
    suffix: str

    def render(self, document: Document) -> bytes:
        """Write the document. The writer is loaded when it is first needed: half a second in all."""
        written: bytes = import_module(f"{__name__}.{self.writer}").render(document)
        return written


FORMATS = {
    name: Format(name, media_type, f".{name}")
    for name, media_type in (
        ("pdf", "application/pdf"),
        ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("html", "text/html; charset=utf-8"),
    )
}
