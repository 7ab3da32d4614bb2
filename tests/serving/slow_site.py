"""A site for bench/evidence.py: 43 pages with files beside them, served as slowly as sites answer.

Run by it: python -m serving.slow_site FOLDER; prints its port.
"""

from __future__ import annotations

import csv
import hashlib
import io
import sys
import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from prongsai.documents import docx, pdf, xlsx
from prongsai.documents.model import Cell, Column, Document, Heading, Paragraph, Row, Table
from prongsai.project.demonstration.sites.content import good
from prongsai.project.demonstration.sites.making import MADE_AT, make, page, scanned

FILES = 6
SCANNED_EVERY = 4  # of how many items one has a scanned paper
SLOW, SLOW_SECONDS = 50, 2.0  # one answer of how many takes so long
LEAST, MOST = 0.15, 0.6
HEADS = ("ที่", "โครงการ/กิจกรรม", "งบประมาณ (บาท)", "ระยะเวลาดำเนินการ", "ผู้รับผิดชอบ")
OFFICE, DIRECTOR = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1", "นายตัวอย่าง ใจงาม"


def make_site(folder: Path) -> None:
    """A demonstration site in good order, with six files beside each page."""
    site = good(office=OFFICE, director=DIRECTOR)
    make(site, folder)
    for place, (code, about) in enumerate(site.pages.items()):
        made = dict(_files(code, about["title"], place))
        for name, content in made.items():
            (folder / name).write_bytes(content)
        links = [{"link": [name, f"{about['title']} ({name})"]} for name in made]
        whole = page(site, about["title"], [*about["body"], *links])
        (folder / f"{code}.html").write_text(whole, encoding="utf-8")


def _files(code: str, title: str, place: int) -> Iterator[tuple[str, bytes]]:
    short, long = _document(code, title, 12), _document(code, title, 160)
    paper = pdf.render(short)
    yield f"{code}-short.pdf", scanned(paper) if place % SCANNED_EVERY == 0 else paper
    yield f"{code}-long.pdf", pdf.render(long)
    yield f"{code}-words.docx", docx.render(short)
    yield f"{code}-table.xlsx", xlsx.render(long)
    for many in (40, 400):
        kept = io.StringIO()
        csv.writer(kept).writerows([HEADS, *_rows(code, many)])
        yield f"{code}-{many}.csv", kept.getvalue().encode("utf-8-sig")


def _document(code: str, title: str, rows: int) -> Document:
    columns = tuple(Column(head, 1) for head in HEADS)
    table = Table(title, columns, tuple(Row(tuple(map(Cell, row))) for row in _rows(code, rows)))
    words = tuple(
        Paragraph(f"{title} ประจำปีงบประมาณ พ.ศ. 2565 ส่วนที่ {number} ดำเนินการแล้วตามแผนของสำนักงาน")
        for number in range(1, 9)
    )
    return Document(
        title=title,
        language="th",
        author=OFFICE,
        subject=code,
        header=OFFICE,
        footer=title,
        made_at=MADE_AT,
        blocks=(Heading(title), *words, table),
    )


def _rows(code: str, many: int) -> list[tuple[str, ...]]:
    return [
        (
            str(n),
            f"โครงการพัฒนางานที่ {n} ({code})",
            f"{1000 * n + 500:,}",
            "ต.ค. 64 – มี.ค. 65",
            "กลุ่มนโยบายและแผน",
        )
        for n in range(1, many + 1)
    ]


def seconds_of(path: str) -> float:
    """How long the site takes for this address, always the same; short waits are the more common."""
    number = int.from_bytes(hashlib.sha256(path.encode()).digest()[:4])
    if number % SLOW == 0:
        return SLOW_SECONDS
    return LEAST + (MOST - LEAST) * (number / 2**32) ** 2


class Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        time.sleep(seconds_of(self.path))
        super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the base's
        """Nothing."""


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=sys.argv[1]))
    sys.stdout.write(f"{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()
