"""The few elements of WordprocessingML that a report needs, as text."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from prongsai.documents.docx_styles import style_id

NAMESPACES = nsdecls("w", "r", "wp", "a", "pic")


def append(word: WordDocument, xml: str) -> None:
    """Put an element at the end of the text, before the properties of the last section."""
    word.element.body.insert_element_before(parsed(xml), "w:sectPr")


def parsed(xml: str) -> BaseOxmlElement:
    """An element that stands in none yet."""
    name, rest = xml.split(">", 1)
    return parse_xml(f"{name} {NAMESPACES}>{rest}")


def paragraph(style: str, content: str, *, new_page: bool = False, keep: bool = False) -> str:
    """keep: stays on the page of what follows."""
    properties = f'<w:pStyle w:val="{style_id(style)}"/>'
    properties += "<w:keepNext/>" if keep else ""
    properties += "<w:pageBreakBefore/>" if new_page else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def run(text: str, *, bold: bool = False) -> str:
    """Words, with their line ends and tabs."""
    properties = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    return f"<w:r>{properties}{words(text)}</w:r>"


def words(text: str) -> str:
    lines = ("<w:tab/>".join(map(_plain, line.split("\t"))) for line in text.split("\n"))
    return "<w:br/>".join(lines)


def _plain(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def field(instruction: str, shown: str, *, bold: bool = False) -> str:
    """A field with what it shows until Word counts anew."""
    properties = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{properties}{words(shown)}</w:r>"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def bookmarked(content: str, name: str, number: int) -> str:
    return (
        f"<w:bookmarkStart w:id={quoteattr(str(number))} w:name={quoteattr(name)}/>{content}"
        f"<w:bookmarkEnd w:id={quoteattr(str(number))}/>"
    )
