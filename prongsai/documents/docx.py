"""A document as a Word file that an officer finishes by hand."""

from __future__ import annotations

import io
from datetime import UTC

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section as WordSection
from docx.shared import Cm, Mm

from prongsai.documents import typeset, words
from prongsai.documents.docx_grid import grid
from prongsai.documents.docx_styles import FONTS, TEXT_WIDTH, set_styles
from prongsai.documents.docx_xml import append, bookmarked, field, paragraph, parsed, run
from prongsai.documents.model import (
    Block,
    Bullets,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Table,
)
from prongsai.documents.package import settled
from prongsai.documents.prepare import Names, Numbered, Section, prepared, sections

PAPER = Mm(210), Mm(297)
FIGURE_MM = 160
BALLAST = ("/stylesWithEffects", "/thumbnail", "/customXml")


def render(document: Document) -> bytes:
    """Write the document. The same document gives the same bytes."""
    document = prepared(document)
    word = docx.Document()
    _drop_ballast(word)
    set_styles(word, document.language)
    _set_bullets(word)
    _set_properties(word, document)
    writer = _Writer(word, document)
    for place, section in enumerate(sections(document.blocks)):
        _begin(word, document, section, first=place == 0)
        writer.write(section)
    packed = io.BytesIO()
    word.save(packed)
    return settled(packed.getvalue(), document.made_at)


class _Writer:
    """Writes block after block; remembers that a page is to begin."""

    def __init__(self, word: WordDocument, document: Document) -> None:
        self.word, self.document = word, document
        self.names = Names(document)
        self.new_page = False
        self.headings = 0  # bookmarks so far

    def write(self, section: Section) -> None:
        self.new_page = False
        for block in section.blocks:
            self.block(self.names(block))

    def add(self, style: str, content: str, *, keep: bool = False) -> None:
        append(self.word, paragraph(style, content, new_page=self.new_page, keep=keep))
        self.new_page = False

    def block(self, block: Block | Numbered) -> None:
        match block:
            case Cover():
                self.cover(block)
            case Contents(title):
                self.contents(title)
            case Heading() | Paragraph() | Bullets():
                self.text(block)
            case Signature():
                self.signature(block)
            case Numbered(name, Table() as table):
                self.table(name, table)
            case Numbered(name, Figure() as figure):
                self.figure(name, figure)
            case PageBreak():
                self.new_page = True

    def text(self, block: Heading | Paragraph | Bullets) -> None:
        match block:
            case Heading(text, level):
                self.headings += 1
                self.add(f"heading {level}", bookmarked(run(text), mark(self.headings), self.headings))
            case Paragraph(text, style, verbatim):
                named = {"lead": "Lead", "note": "Note", "body": "Normal" if verbatim else "Body Text"}
                self.add(named[style], run(text))
            case Bullets(items):
                for item in items:
                    self.add("List Bullet", run(item))

    def cover(self, cover: Cover) -> None:
        self.add("Title", run(cover.title))
        for line in cover.lines:
            self.add("Subtitle", run(line))
        self.new_page = True

    def contents(self, title: str) -> None:
        """A field of contents, filled so that it is not empty before Word counts the pages."""
        self.add("TOC Heading", run(title))
        entries = [block for block in self.document.blocks if isinstance(block, Heading)]
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
            r'<w:r><w:instrText xml:space="preserve"> TOC \o "1-3" \h \z \u </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        for place, entry in enumerate(entries, start=1):
            named = run(f"{entry.text}\t") + field(rf"PAGEREF {mark(place)} \h", "")
            link = f'<w:hyperlink w:anchor="{mark(place)}" w:history="1">{named}</w:hyperlink>'
            self.add(f"toc {entry.level}", (begin if place == 1 else "") + link)
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        self.add("Normal", end if entries else f"{begin}{end}")
        self.new_page = True

    def signature(self, signature: Signature) -> None:
        place = f"{words.SIGN_HERE.in_(self.document.language)} {'.' * 48}"
        self.add("Signature", "<w:r><w:br/><w:br/></w:r>" + run(place), keep=True)
        for line in signature.lines:
            self.add("Signature", run(line), keep=line != signature.lines[-1])

    def caption(self, name: str, caption: str, *, keep: bool) -> None:
        """The number is a field, so that a table added by hand moves the numbers after it."""
        label, _, number = name.rpartition(" ")
        shape = "ThaiArabic" if self.document.digits == "thai" else "ARABIC"
        counted = field(rf"SEQ {label} \* {shape}", number, bold=True)
        self.add("caption", run(f"{label} ", bold=True) + counted + run(f"  {caption}"), keep=keep)

    def table(self, name: str, table: Table) -> None:
        self.caption(name, table.caption, keep=True)
        append(self.word, grid(table))
        self.add("Note", run(table.note))

    def figure(self, name: str, figure: Figure) -> None:
        image = io.BytesIO(typeset.picture(figure.svg, width_mm=FIGURE_MM))
        inline = self.word.part.new_pic_inline(image, width=Mm(FIGURE_MM))
        inline.docPr.set("descr", figure.description)
        inline.docPr.set("title", figure.caption)
        self.add("Normal", f"<w:r><w:drawing>{inline.xml}</w:drawing></w:r>", keep=True)
        self.caption(name, figure.caption, keep=False)


def mark(place: int) -> str:
    """The bookmark of a heading."""
    return f"_Toc{place:08d}"


def _begin(word: WordDocument, document: Document, section: Section, *, first: bool) -> None:
    """Begin pages of the section's direction, with their head and foot."""
    pages = word.sections[0] if first else _next_pages(word)
    wide, high = PAPER[::-1] if section.landscape else PAPER
    pages.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
    pages.page_width, pages.page_height = wide, high
    pages.left_margin, pages.right_margin = Cm(2.5), Cm(2)
    pages.top_margin, pages.bottom_margin = Cm(2.5), Cm(2.2)
    pages.header_distance = pages.footer_distance = Cm(1.25)
    # the cover has neither
    pages.different_first_page_header_footer = first and any(isinstance(b, Cover) for b in section.blocks[:1])
    for part, content in ((pages.header, run(document.header)), (pages.footer, _foot(document))):
        part.is_linked_to_previous = False
        style = "header" if part is pages.header else "footer"
        tab = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH[section.landscape]}"/></w:tabs></w:pPr>'
        written = paragraph(style, content).replace("</w:pPr>", tab, 1)
        part.part.element[:] = [parsed(written)]


def _foot(document: Document) -> str:
    before, between, after = words.PAGE.in_(document.language).replace("{m}", "{n}").split("{n}")
    shape = r" \* ThaiArabic" if document.digits == "thai" else ""
    one = words.with_digits("1", document.digits)
    return (
        run(f"{document.footer}\t{before}")
        + field(f"PAGE{shape}", one)
        + run(between)
        + field(f"NUMPAGES{shape}", one)
        + run(after)
    )


def _next_pages(word: WordDocument) -> WordSection:
    """End the pages so far at the last paragraph: one more, empty, might take a page of its own."""
    pages: WordSection = word.add_section(WD_SECTION.NEW_PAGE)
    ending = word.element.body.xpath("./w:p[w:pPr/w:sectPr]")[-1]
    last = ending.getprevious()
    if last is not None and last.tag == qn("w:p"):
        last.get_or_add_pPr().append(ending.pPr.find(qn("w:sectPr")))
        word.element.body.remove(ending)
    return pages


def _drop_ballast(word: WordDocument) -> None:
    """Leave out what the template brings along: a picture of an empty page, styles of Word 2010."""
    for relations in (word.part.rels, word.part.package.rels):
        for key in [key for key, each in relations.items() if each.reltype.endswith(BALLAST)]:
            del relations[key]


def _set_bullets(word: WordDocument) -> None:
    numbering = word.part.numbering_part.element
    numbering[:] = list(parse_xml(_BULLETS.format(ns=nsdecls("w"), font=FONTS)))


def _set_properties(word: WordDocument, document: Document) -> None:
    facts = word.core_properties
    facts.title, facts.author, facts.subject = document.title, document.author, document.subject
    facts.last_modified_by, facts.language, facts.comments = document.author, document.language, ""
    facts.created = facts.modified = document.made_at.astimezone(UTC).replace(tzinfo=None)
    facts.revision = 1
    settings = word.settings.element
    compatible = settings.find(qn("w:compat"))
    if any(isinstance(block, Contents) for block in document.blocks):
        compatible.addprevious(parse_xml(f'<w:updateFields {nsdecls("w")} w:val="true"/>'))
    compatible.remove(compatible.find(qn("w:useFELayout")))
    compatible.find(qn("w:compatSetting")).set(qn("w:val"), "15")  # Word 2013 and later
    settings.find(qn("w:themeFontLang")).set(qn("w:bidi"), "th-TH")


_BULLETS = (
    '<w:numbering {ns}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>'
    '<w:lvlJc w:val="left"/>'
    "<w:rPr>{font}</w:rPr></w:lvl></w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
