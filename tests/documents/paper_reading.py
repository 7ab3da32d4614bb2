"""The ways tests read a paper back: as a scanner and as a screen reader would."""

import io
import re

import pypdfium2
import zxingcpp
from sample_document import read_pdf

DPI = 200
A_ROW = 40  # pixels within which two pictures stand in one row


def scanned(content):
    """What a scanner reads in the QR codes, page by page, row by row."""
    found = []
    for page in pypdfium2.PdfDocument(io.BytesIO(content)):
        codes = zxingcpp.read_barcodes(page.render(scale=DPI / 72).to_pil())
        found += sorted(codes, key=lambda c: (c.position.top_left.y // A_ROW, c.position.top_left.x))
    return [each.text for each in found]


def pages(content):
    """The words of each page, without spaces."""
    return [re.sub(r"\s", "", page) for page in read_pdf(content, squeeze=False).split("\f")[:-1]]


def sizes(content):
    """Width and height of each page in millimetres."""
    every = [page.get_size() for page in pypdfium2.PdfDocument(io.BytesIO(content))]
    return [(round(wide * 25.4 / 72), round(high * 25.4 / 72)) for wide, high in every]


def claims(content):
    """The standards that a file says it keeps, and the day it says it was made."""
    part = re.search(rb"<pdfaid:part>(\d)</pdfaid:part>\s*<pdfaid:conformance>(\w)<", content)
    made = pypdfium2.PdfDocument(io.BytesIO(content)).get_metadata_dict()["CreationDate"]
    return b"".join(part.groups()).decode(), b"<pdfuaid:part>1<" in content, made


CLAIMED = ("2A", True, "D:19700101000000Z")
