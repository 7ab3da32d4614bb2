"""The styles of a Word document: an officer changes them in one place, and Thai letters obey too.

Word keeps a second set of properties for complex scripts, Thai among them: font, size and weight
are each said twice, or Thai text falls back to another font.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from prongsai.core.text import Language

FONT = "TH SarabunPSK"
NAVY, GREY, BLACK, WHITE, HAIR = "1B365D", "4A5260", "000000", "FFFFFF", "B9C2CE"
TWIPS = 567  # a centimetre in twentieths of a point
TEXT_WIDTH = {False: round(16.5 * TWIPS), True: round(25.2 * TWIPS)}  # upright and landscape
INDENT = round(1.25 * TWIPS)  # of the first line of a Thai paragraph
BULLET = 1  # the numbering of List Bullet in python-docx's template
KEPT = {"Normal Table", "Table Grid", "Default Paragraph Font", "No List"}


@dataclass(frozen=True, slots=True)
class Look:
    """size in points; before and after: points around a paragraph; edge: a line on that side."""

    size: float = 16
    bold: bool = False
    ink: str = BLACK
    before: float = 0
    after: float = 0
    align: Literal["left", "right", "center"] = "left"
    next_too: bool = False  # stays on the page of what follows
    left: int = 0  # twips, as are the two below
    first: int = 0
    tab: int = 0  # a tab stop with dots, to the right
    edge: str = ""
    bullet: bool = False
    level: int = 0  # of a heading


LOOKS = {
    "Normal": Look(after=6),
    "Body Text": Look(after=6),
    "Title": Look(30, bold=True, ink=NAVY, before=140, after=18),
    "Subtitle": Look(20, after=4),
    "heading 1": Look(22, bold=True, ink=NAVY, before=18, after=8, next_too=True, level=1),
    "heading 2": Look(18, bold=True, ink=NAVY, before=14, after=4, next_too=True, level=2),
    "heading 3": Look(16, bold=True, before=10, after=4, next_too=True, level=3),
    "caption": Look(before=8, after=4),
    "List Bullet": Look(after=2, left=600, first=-300, bullet=True),
    "header": Look(13, ink=GREY, edge="bottom"),
    "footer": Look(13, ink=GREY, edge="top"),
    "TOC Heading": Look(22, bold=True, ink=NAVY, before=6, after=8),
    "toc 1": Look(bold=True, before=6, tab=TEXT_WIDTH[False]),
    "toc 2": Look(left=400, tab=TEXT_WIDTH[False]),
    "toc 3": Look(left=800, tab=TEXT_WIDTH[False]),
    "Lead": Look(18, before=6, after=10, left=160, edge="left"),
    "Note": Look(14, ink=GREY, after=6),
    "Table Text": Look(14),
    "Table Strong": Look(14, bold=True),
    "Table Number": Look(14, align="right"),
    "Table Number Strong": Look(14, bold=True, align="right"),
    "Table Head": Look(14, bold=True, ink=WHITE),
    "Table Head Number": Look(14, bold=True, ink=WHITE, align="right"),
    "Table Bullet": Look(14, left=260, first=-260, bullet=True),
    "Signature": Look(align="center", left=8 * TWIPS),
}


def set_styles(word: WordDocument, language: Language) -> None:
    """Put our styles in the place of the template's, each with its complex-script half."""
    styles = word.styles.element
    for style in styles.findall(qn("w:style")):
        if style.find(qn("w:name")).get(qn("w:val")) not in KEPT:
            styles.remove(style)
    defaults = styles.find(qn("w:docDefaults"))
    styles.replace(defaults, parse_xml(_DEFAULTS.format(ns=nsdecls("w"), font=FONT)))
    for name, look in LOOKS.items():
        indented = name == "Body Text" and language == "th"
        styles.append(parse_xml(_style(name, look, first=INDENT if indented else look.first)))


def _style(name: str, look: Look, *, first: int) -> str:
    base = "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'
    default = ' w:default="1"' if name == "Normal" else ""
    follows = '<w:next w:val="BodyText"/>' if look.level else ""
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="{style_id(name)}"{default}>'
        f'<w:name w:val="{name}"/>{base}{follows}<w:qFormat/>'
        f"<w:pPr>{_paragraph(look, first)}</w:pPr><w:rPr>{_run(look)}</w:rPr></w:style>"
    )


def style_id(name: str) -> str:
    """The id under which paragraphs name a style: "heading 1" is Heading1, "toc 1" is TOC1."""
    words = name.replace("toc", "TOC").split()
    return "".join(word[0].upper() + word[1:] for word in words)


def _paragraph(look: Look, first: int) -> str:
    hanging = f'w:hanging="{-first}"' if first < 0 else f'w:firstLine="{first}"'
    edge = f'<w:{look.edge} w:val="single" w:sz="{_thick(look)}" w:space="4" w:color="{_ink(look)}"/>'
    return "".join(
        (
            "<w:keepNext/><w:keepLines/>" if look.next_too else "",
            f'<w:numPr><w:numId w:val="{BULLET}"/></w:numPr>' if look.bullet else "",
            f"<w:pBdr>{edge}</w:pBdr>" if look.edge else "",
            f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{look.tab}"/></w:tabs>' if look.tab else "",
            f'<w:spacing w:before="{look.before * 20:.0f}" w:after="{look.after * 20:.0f}" {_SINGLE}/>',
            f'<w:ind w:left="{look.left}" {hanging}/>',
            f'<w:jc w:val="{look.align}"/>',
            f'<w:outlineLvl w:val="{look.level - 1}"/>' if look.level else "",
        )
    )


def _thick(look: Look) -> int:
    return 24 if look.edge == "left" else 4


def _ink(look: Look) -> str:
    return NAVY if look.edge == "left" else HAIR


def _run(look: Look) -> str:
    bold = "<w:b/><w:bCs/>" if look.bold else ""
    size = round(look.size * 2)  # half points
    return f'{FONTS}{bold}<w:color w:val="{look.ink}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


_SINGLE = 'w:line="240" w:lineRule="auto"'
FONTS = f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>'
_DEFAULTS = (
    "<w:docDefaults {ns}><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="{font}" w:eastAsia="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
    '<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/>'
    "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)
