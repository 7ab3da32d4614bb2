"""Links that show nothing to a stranger, files that are pictures, and Word-made PDF files."""

# ruff: noqa: E501 - the words of a case stand in one line
# fmt: off

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from corpus.cases import Case
from corpus.offices.layouts import joomla, p, press, sites, word
from corpus.offices.plans import READING, SAFE, TEACHERS
from corpus.offices.told import HOST, file, web
from PIL import Image, ImageDraw


def gone() -> Iterator[Case]:
    yield web("o3", "another page instead", joomla, "404 - Category not found", p("The requested resource was not found."), "alive")
    yield web("o10", "nothing is found, in friendly words", press, "Oops!", p("ไม่มีหน้าที่คุณกำลังมองหา", "กลับหน้าแรก"), "alive")
    yield web("o18", "a site that was taken down", sites, "เกิดข้อผิดพลาด", p("ไม่พบเว็บไซต์หรือหน้าที่ต้องการ"), "alive")
    deny = (
        "<!DOCTYPE html><html lang='th'><head><title>Google Drive: ลงชื่อเข้าใช้</title></head><body><h1>ลงชื่อเข้าใช้</h1>"
        "<p>ไปยัง Google ไดรฟ์</p><form><input type='email' aria-label='อีเมลหรือโทรศัพท์'></form></body></html>"
    )
    yield replace(
        file("o12", "a drive that asks who you are", deny.encode(), "text/html; charset=utf-8", "alive"),
        address="https://drive.google.com/file/d/1x/view",
        final="https://accounts.google.com/v3/signin/identifier?continue=https://drive.google.com/file/d/1x/view",
    )
    yield replace(file("o24", "removed for good", b"<h1>Gone</h1>", "text/html", "alive"), status=410)
    yield replace(file("o36", "an error of the server", b"Internal Server Error", "text/plain"), status=500)
    yield replace(file("o28", "forbidden to machines", b"<h1>403 Forbidden</h1>", "text/html"), status=403)
    front = press("สพป.สมมุติ เขต 3", p("ยินดีต้อนรับสู่เว็บไซต์ของเรา", "เรียนดี มีความสุข"))
    yield replace(file("o16", "sent to the front page", front.encode(), "text/html; charset=utf-8", "alive"), final=f"{HOST}/")
    yield from _pictures()


def _pictures() -> Iterator[Case]:
    sheet = Image.new("RGB", (800, 1100), "white")
    ImageDraw.Draw(sheet).rectangle((90, 90, 700, 600), outline="black", width=3)
    kept = io.BytesIO()
    sheet.save(kept, "JPEG")
    yield file("o20", "a photograph of paper", kept.getvalue(), "image/jpeg", "machine_readable", "accessible", at="o20.jpg")
    paper = io.BytesIO()
    sheet.save(paper, "PDF")
    yield file("o11", "a scan", paper.getvalue(), "application/pdf", "machine_readable", "accessible", at="report65.pdf")
    shots = "".join(f'<img src="/scan/p{n}.jpg">' for n in range(1, 5))
    yield web("o42", "pages as pictures", press, "การวิเคราะห์ผลการประเมิน ITA ปี 2564 และมาตรการ ปี 2565", shots, "machine_readable", "accessible")


def papers() -> Iterator[Case]:
    """Word files through LibreOffice: a running head and foot on every page, tables that go on over pages."""
    row = [["ที่", "โครงการ/กิจกรรม", "งบประมาณ (บาท)", "ระยะเวลา", "ผู้รับผิดชอบ"]]
    names = (READING, TEACHERS, SAFE, *(f"โครงการย่อยที่ {n} ของสำนักงาน" for n in range(4, 50)))
    rows = row + [[str(n + 1), name, "10,000", "ต.ค. ๖๔ - ก.ย. ๖๕", "กลุ่มนิเทศ"] for n, name in enumerate(names)]
    months = ("ตุลาคม", "พฤศจิกายน", "ธันวาคม", "มกราคม", "กุมภาพันธ์", "มีนาคม")
    counts = [["เดือน", "จำนวน"], *([f"{name} {'๒๕๖๔' if n < 3 else '๒๕๖๕'}", "๑๕"] for n, name in enumerate(months))]
    text = [f"{n}. เนื้อความของรายงานข้อที่ {n} " + "รายละเอียดการดำเนินงาน " * 20 for n in range(1, 30)]
    made = {
        "o10 a long table": ("o10", word("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. ๒๕๖๕", rows), ()),
        "o10 a long table of last year": ("o10", word("แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. ๒๕๖๔", [[c.replace("๖๕", "๖x").replace("๖๔", "๖๓").replace("๖x", "๖๔") for c in r] for r in rows]), ("current", "fiscal_year")),
        "o15 months": ("o15", word("สถิติการให้บริการ ปีงบประมาณ ๒๕๖๕", counts, *text), ()),
        "o15 months, one left out": ("o15", word("สถิติการให้บริการ ปีงบประมาณ ๒๕๖๕", counts[:4] + counts[5:], *text), ("six_months",)),
        "o24 much text": ("o24", word("รายงานผลการจัดซื้อจัดจ้าง ปีงบประมาณ ๒๕๖๔", [["วิธี", "จำนวน", "งบประมาณ"], ["คัดเลือก", "1", "90,000"]], *text, "ปัญหาและอุปสรรค ผู้ขายมีน้อย", "ข้อเสนอแนะ ประกาศล่วงหน้า"), ()),
        "o24 much text, no recommendation": ("o24", word("รายงานผลการจัดซื้อจัดจ้าง ปีงบประมาณ ๒๕๖๔", [["วิธี", "จำนวน", "งบประมาณ"], ["คัดเลือก", "1", "90,000"]], *text, "ปัญหาและอุปสรรค ผู้ขายมีน้อย"), ("recommendations",)),
    }
    printed = _printed({name: content for name, (_, content, _) in made.items()})
    for name, (item, _, fails) in made.items():
        yield file(item, f"{name[4:]} (office PDF)", printed[name], "application/pdf", *fails)


def _printed(files: dict[str, bytes]) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        for number, content in enumerate(files.values()):
            (Path(folder) / f"{number}.docx").write_bytes(content)
        subprocess.run(
            [
                *("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"),
                *("--convert-to", "pdf", "--outdir", folder, *map(str, sorted(Path(folder).glob("*.docx")))),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        return {name: (Path(folder) / f"{number}.pdf").read_bytes() for number, name in enumerate(files)}
