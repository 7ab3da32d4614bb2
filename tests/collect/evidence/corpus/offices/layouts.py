"""How other offices build their pages: four kinds of site, and the small parts that stand in them."""

# ruff: noqa: E501 - pages as they are sent

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import docx
from corpus.makers import SHEET, WORD
from openpyxl import Workbook

PAGE = "text/html; charset=utf-8"
MENU = (
    ("index.php", "หน้าแรก"),
    ("about.html", "เกี่ยวกับหน่วยงาน"),
    ("plan2566.html", "แผนปฏิบัติการ ปีงบประมาณ 2566 (ร่าง)"),
    ("ita2564.html", "ITA 2564"),
    ("download.html", "ดาวน์โหลดแบบฟอร์ม"),
)


# Parts


def h(level: int, text: str) -> str:
    return f"<h{level}>{text}</h{level}>"


def p(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def ul(*entries: str) -> str:
    return "<ul>" + "".join(f"<li>{each}</li>" for each in entries) + "</ul>"


def files(*pairs: tuple[str, str]) -> str:
    """A list of nothing but links."""
    return ul(*(f'<a href="{address}">{text}</a>' for address, text in pairs))


def table(*rows: Sequence[str], heads: int = 1, tag: str = "th") -> str:
    """The first `heads` rows are of `tag`; an entry "3:text" spans three columns, "^2:text" two rows."""
    lines = []
    for number, row in enumerate(rows):
        name = tag if number < heads else "td"
        lines.append("<tr>" + "".join(_cell(name, each) for each in row) + "</tr>")
    return f"<table>{''.join(lines)}</table>"


def _cell(name: str, said: str) -> str:
    if found := re.match(r"(\^?)(\d):", said):
        span = "rowspan" if found[1] else "colspan"
        return f'<{name} {span}="{found[2]}">{said[found.end() :]}</{name}>'
    return f"<{name}>{said}</{name}>"


def photo(file: str, caption: str, alt: str = "ภาพกิจกรรม") -> str:
    return f'<figure><img src="{file}" alt="{alt}"><figcaption>{caption}</figcaption></figure>'


def accordion(*parts: tuple[str, str]) -> str:
    """Heads are buttons, bodies are folded away until somebody presses."""
    return '<div class="accordion">' + "".join(
        f'<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button collapsed" '
        f'data-bs-target="#c{number}">{head}</button></h2>'
        f'<div id="c{number}" class="accordion-collapse collapse"><div class="accordion-body">{body}</div></div></div>'
        for number, (head, body) in enumerate(parts)
    ) + "</div>"  # fmt: skip


def cards(*parts: tuple[str, str]) -> str:
    return '<div class="row">' + "".join(
        f'<div class="col-md-4"><div class="card"><div class="card-body"><h3 class="card-title">{head}</h3>{body}'
        "</div></div></div>"
        for head, body in parts
    ) + "</div>"  # fmt: skip


# Sites


def press(title: str, inner: str) -> str:
    """A young site: header, menu, aside with news, foot."""
    menu = "".join(f'<li><a href="/{address}">{text}</a></li>' for address, text in MENU)
    return (
        f'<!DOCTYPE html><html lang="th-TH"><head><meta charset="utf-8"><title>{title} – สพป.สมมุติ เขต 3</title>'
        '</head><body class="page"><div id="page"><header id="masthead"><a href="/">สพป.สมมุติ เขต 3</a>'
        f'<nav><ul class="menu">{menu}</ul></nav></header><div id="content"><article><h1 class="entry-title">{title}'
        f'</h1><div class="entry-content">{inner}</div></article><aside class="widget-area"><h2>ข่าวล่าสุด</h2>'
        '<ul><li><a href="/n1">ประชุมประจำเดือน 7 เม.ย. 2565</a></li><li><a href="/n2">สงกรานต์ 2565</a></li></ul>'
        "</aside></div><footer><p>© 2565 สพป.สมมุติ เขต 3 โทร. 0 2000 0300</p></footer></div></body></html>"
    )


def sites(title: str, inner: str) -> str:
    """As Google Sites writes: divs in divs, spans in paragraphs."""
    inner = re.sub(r"<p>(.*?)</p>", r'<p dir="ltr" class="zfr3Q"><span class="C9DxTc">\1</span></p>', inner)
    return (
        f'<!DOCTYPE html><html lang="th"><head><title>{title}</title></head><body><div jscontroller="pc62j"><div>'
        '<div class="Xb9hP"><a href="/view/khet4/home">สพป.สมมุติ เขต 4</a></div></div><div role="main"><section>'
        f'<div class="mYVXT"><div class="LS81yb"><div class="oKdM2c"><h1 class="zfr3Q"><span>{title}</span></h1></div>'
        f'</div></div></section><section><div class="mYVXT"><div class="LS81yb"><div class="oKdM2c">{inner}</div></div>'
        '</div></section></div><div>Report abuse</div><div>Page details</div></div></body></html>'
    )  # fmt: skip


def joomla(title: str, inner: str) -> str:
    """Tables hold the page, a form to sign in stands beside every text."""
    menu = "".join(f'<a href="index.php?id={text}">{text}</a><br>' for _, text in MENU)
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="th-th"><head><meta http-equiv="Content-Type" content="text/html; '
        f'charset=utf-8"><title>{title}</title></head><body><table width="980"><tr><td colspan="2"><img src="banner.jpg" '
        f'alt="สพป.สมมุติ เขต 5"></td></tr><tr><td width="200">{menu}<form action="index.php"><b>เข้าสู่ระบบ</b>'
        '<label>ชื่อผู้ใช้ <input name="username"></label><label>รหัสผ่าน <input type="password" name="passwd"></label>'
        f'<button>เข้าสู่ระบบ</button></form></td><td><h2 class="contentheading">{title}</h2><div class="article">{inner}'
        "</div></td></tr></table><div>จำนวนผู้เข้าชม 123,456 คน</div></body></html>"
    )


def saved(title: str, inner: str) -> str:
    """Saved from a word processor: no language, no headings, no heads of tables."""
    inner = re.sub(
        r"<h\d>(.*?)</h\d>", r"<p class=MsoNormal><b><span style='font-size:20pt'>\1</span></b></p>", inner
    )
    inner = re.sub(r"<(/?)th\b", r"<\1td", inner).replace("<p>", "<p class=MsoNormal>")
    return (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset=utf-8>"
        "<meta name=Generator content='Microsoft Word 15'></head><body lang=EN-US><div class=WordSection1>"
        f"<p class=MsoTitle><b>{title}</b></p>{inner}</div></body></html>"
    )


NOWHERE = {
    press: press("404", "<p>ขออภัยค่ะ ไม่มีหน้าที่คุณกำลังมองหา ลองค้นหาอีกครั้ง</p>"),
    sites: sites("เกิดข้อผิดพลาด", "<p>ไม่พบเว็บไซต์หรือหน้าที่ต้องการ</p>"),
    joomla: joomla("404 - Category not found", "<p>The requested resource was not found.</p>"),
    saved: "",
}


# Files


def word(title: str, *blocks: str | Sequence[Sequence[str]]) -> bytes:
    """Nothing has a style: bold lines for headings, tables whose first row is like all others."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมุติ เขต 6"
    document.sections[0].footer.paragraphs[0].text = "เอกสารเผยแพร่ หน้า"
    document.add_paragraph().add_run(title).bold = True
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
        else:
            made = document.add_table(0, len(block[0]))
            for row in block:
                for cell, said in zip(made.add_row().cells, row, strict=True):
                    cell.text = said
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def workbook(sheets: dict[str, Sequence[Sequence[str]]], *merged: str) -> bytes:
    """Sheets by name, rows as they stand; merged: ranges of the first sheet."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for each in merged:
        book.worksheets[0].merge_cells(each)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


__all__ = ["SHEET", "WORD"]
