"""Making small office files, sound and spoilt."""

import io
import zipfile

import pytest

from prongsai.documents.tables import TableError, read_tables

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def cells(content, name):
    """The lines and cells of the only table."""
    (table,) = read_tables(content, name)
    return [(row.line, *row.cells) for row in table.rows]


def refusal(content, name, language="en"):
    with pytest.raises(TableError) as refused:
        read_tables(content, name)
    head, problem = refused.value.in_(language).split("\n")
    assert head == {"en": f"{name} has 1 problem(s):", "th": f"{name} มีข้อผิดพลาด 1 แห่ง:"}[language]
    return problem.removeprefix("  ")


def zipped(entries):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return target.getvalue()


def unzipped(content):
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        return {name: made.read(name) for name in made.namelist()}


SHEET = "xl/worksheets/sheet1.xml"


def changed(content, *swaps, entry=SHEET):
    """The same archive with texts of one entry swapped."""
    entries = unzipped(content)
    for old, new in swaps:
        assert old in entries[entry], old
        entries[entry] = entries[entry].replace(old, new)
    return zipped(entries)


ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="A">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""
TEXT = '<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'
NUMBER = (
    '<table:table-cell office:value-type="float" office:value="{value}">'
    "<text:p>{value}</text:p></table:table-cell>"
)


def ods(rows, manifest="<manifest/>"):
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped(
        {"mimetype": mimetype, "content.xml": ODS.format(rows=rows), "META-INF/manifest.xml": manifest}
    )


def row(*inside, times=""):
    return f"<table:table-row{times}>{''.join(inside)}</table:table-row>"


def word(body):
    return zipped({"word/document.xml": f'<w:document xmlns:w="{NS}"><w:body>{body}</w:body></w:document>'})


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
