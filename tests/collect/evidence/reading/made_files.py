"""Files as offices make them: by Typst, by Word's format, by a scanner."""

import io
import subprocess
from functools import cache

import typst
from PIL import Image, ImageDraw

ROWS = (
    ("ที่", "โครงการและกิจกรรม", "งบประมาณ (บาท)", "ผู้รับผิดชอบ"),
    ("๑", "โครงการส่งเสริมคุณธรรมและความโปร่งใสของสถานศึกษาทุกแห่งในสังกัด", "๑๒,๐๐๐", "กลุ่มนโยบายและแผน"),
    ("๒", "โครงการอบรม", "", "กลุ่มบริหารงานบุคคล"),
    ("๓", "จัดซื้อวัสดุ", "๔๕,๐๐๐.๕๐", "กลุ่มอำนวยการ"),
)
HEADS = ROWS[0]
READ = (
    ("1", ROWS[1][1], "12,000", "กลุ่มนโยบายและแผน"),
    ("2", "โครงการอบรม", "", "กลุ่มบริหารงานบุคคล"),
    ("3", "จัดซื้อวัสดุ", "45,000.50", "กลุ่มอำนวยการ"),
)


@cache
def typeset(body, font="Laksaman"):
    """A PDF of Typst's markup."""
    head = f'#set text(font: "{font}", lang: "th")\n#set document(title: "แผนการใช้จ่าย")\n'
    return bytes(typst.compile((head + body).encode()))


def table_in_typst():
    cells = ",".join(f"[{cell}]" for row in ROWS for cell in row)
    return f"#table(columns: (1fr, 3fr, 2fr, 2fr), {cells})"


def scan(pages=1):
    """A PDF of pictures of pages, as a scanner makes it."""
    sheets = []
    for number in range(pages):
        sheet = Image.new("L", (620, 877), 255)
        ImageDraw.Draw(sheet).text((60, 60), f"scanned sheet {number}", fill=0)
        sheets.append(sheet)
    target = io.BytesIO()
    sheets[0].save(target, "PDF", save_all=True, append_images=sheets[1:])
    return target.getvalue()


def converted(content, name, to, folder):
    """A file that LibreOffice made of another. to: an ending, or a filter with options."""
    (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", to, "--outdir", str(folder), name],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / name).with_suffix("." + to.partition(":")[0]).read_bytes()
