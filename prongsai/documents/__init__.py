"""A plain document, written as PDF, Word, spreadsheet or page. Knows nothing of the assessment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from prongsai.documents import docx, html, pdf, xlsx
from prongsai.documents.model import Document


@dataclass(frozen=True, slots=True)
class Format:
    """What a document can be written as."""

    media_type: str
    suffix: str
    render: Callable[[Document], bytes]


FORMATS = {
    "pdf": Format("application/pdf", ".pdf", pdf.render),
    "docx": Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", docx.render
    ),
    "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", xlsx.render),
    "html": Format("text/html; charset=utf-8", ".html", html.render),
}
