"""The same as offices publish it: good and bad HTML, old charsets, Word, PDF of three makers, scans."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

import docx
from openpyxl import Workbook

from prongsai.project.demonstration.sites import making
from prongsai.project.demonstration.sites.content import faulty, good

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SITE = good(office=faulty().office, director="นางตัวอย่าง รักษาการ")
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
# As fonts of the nineties drew raised tone marks.
PRIVATE = str.maketrans({"่": "\uf70a", "้": "\uf70b", "๊": "\uf70c", "๋": "\uf70d", "์": "\uf70e"})


def html(title: str, body: list[Any]) -> tuple[bytes, str]:
    return making.page(SITE, title, body).encode(), "text/html; charset=utf-8"


def thai_digits(title: str, body: list[Any]) -> tuple[bytes, str]:
    """Digits of the text only: addresses keep theirs."""
    page = making.page(SITE, title, body)
    turned = re.sub(r">[^<]+<", lambda m: m[0].translate(THAI_DIGITS), page[page.index("<main>") :])
    return (page[: page.index("<main>")] + turned).encode(), "text/html; charset=utf-8"


def cp874(title: str, body: list[Any]) -> tuple[bytes, str]:
    """Declared nowhere, as old sites do."""
    page = making.page(SITE, title, body).replace('<meta charset="utf-8">', "")
    return page.encode("cp874", "xmlcharrefreplace"), "text/html"


def private_glyphs(title: str, body: list[Any]) -> tuple[bytes, str]:
    return making.page(SITE, title, body).translate(PRIVATE).encode(), "text/html; charset=utf-8"


def bad_html(title: str, body: list[Any]) -> tuple[bytes, str]:
    """Nothing closed, no headings, spaces that do not break, letters apart by tags."""
    page = making.page(SITE, title, body)
    inner = page[page.index("<main>") + 6 : page.index("</main>")]
    inner = re.sub(r"</(p|li|td|th|tr)>", "", inner).replace(" ", "&nbsp;", 3)
    inner = re.sub(r"<h[12]>(.*?)</h[12]>", r"<P><FONT SIZE=5><B>\1</B></FONT>", inner)
    return (
        f"<HTML><HEAD><TITLE>{escape(title)}</TITLE><BODY><CENTER>{inner}".encode(),
        "text/html; charset=utf-8",
    )


def typst_pdf(title: str, body: list[Any]) -> tuple[bytes, str]:
    return making.printed(SITE, title, body), "application/pdf"


def scanned(title: str, body: list[Any]) -> tuple[bytes, str]:
    return making.scanned(making.printed(SITE, title, body)), "application/pdf"


def word(title: str, body: list[Any]) -> tuple[bytes, str]:
    document = docx.Document()
    document.add_heading(title, 1)
    for block in body:
        match block:
            case str():
                (
                    document.add_heading(block[2:], 2)
                    if block.startswith("# ")
                    else document.add_paragraph(block)
                )
            case {"list": entries}:
                for each in entries:
                    document.add_paragraph(each, style="List Bullet")
            case {"table": {"heads": heads, "rows": rows}}:
                table = document.add_table(0, len(heads))
                for line in [heads, *rows]:
                    for cell, said in zip(table.add_row().cells, line, strict=True):
                        cell.text = said
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue(), WORD


def workbook(title: str, body: list[Any]) -> tuple[bytes, str]:
    book = Workbook()
    sheet = book.active
    sheet.append([title])
    for block in body:
        if isinstance(block, str):
            sheet.append([block.removeprefix("# ")])
        elif "table" in block:
            for line in [block["table"]["heads"], *block["table"]["rows"]]:
                sheet.append(line)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue(), SHEET


def comma(title: str, body: list[Any]) -> tuple[bytes, str]:
    kept = io.StringIO()
    table = next(each["table"] for each in body if isinstance(each, Mapping) and "table" in each)
    csv.writer(kept).writerows([[title], table["heads"], *table["rows"]])
    return kept.getvalue().encode("utf-8-sig"), "text/csv"


def office_pdfs(pages: Mapping[str, tuple[str, list[Any]]]) -> dict[str, bytes]:
    """Many Word files through LibreOffice at once: starting it takes longer than the work."""
    with tempfile.TemporaryDirectory() as folder:
        for name, (title, body) in pages.items():
            (Path(folder) / f"{name}.docx").write_bytes(word(title, body)[0])
        subprocess.run(
            [
                *("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"),
                *("--convert-to", "pdf", "--outdir", folder, *map(str, Path(folder).glob("*.docx"))),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return {name: (Path(folder) / f"{name}.pdf").read_bytes() for name in pages}


@lru_cache(maxsize=1)
def has_office() -> bool:
    return subprocess.run(["which", "soffice"], capture_output=True, check=False).returncode == 0
