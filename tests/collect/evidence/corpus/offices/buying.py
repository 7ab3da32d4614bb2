"""O21-O28: buying and people."""

# ruff: noqa: E501 - the words of a case stand in one line
# fmt: off

from __future__ import annotations

from collections.abc import Iterator

from corpus.cases import Case
from corpus.offices.layouts import (
    accordion,
    cards,
    files,
    h,
    joomla,
    p,
    press,
    sites,
    table,
    ul,
    word,
    workbook,
)
from corpus.offices.told import SHEET, WORD, file, web

FULL = ("ตุลาคม 2564", "พฤศจิกายน 2564", "ธันวาคม 2564", "มกราคม 2565", "กุมภาพันธ์ 2565", "มีนาคม 2565")
HEADS = ["ลำดับที่", "งานที่จัดซื้อหรือจัดจ้าง", "วงเงินที่จะซื้อหรือจ้าง", "ราคากลาง", "วิธีซื้อหรือจ้าง", "รายชื่อผู้เสนอราคาและราคาที่เสนอ", "ผู้ได้รับการคัดเลือกและราคาที่ตกลงซื้อหรือจ้าง", "เหตุผลที่คัดเลือกโดยสรุป", "เลขที่และวันที่ของสัญญาหรือข้อตกลงในการซื้อหรือจ้าง"]
ROW = ["1", "จ้างซ่อมรถ", "8,500", "8,500", "เฉพาะเจาะจง", "อู่สมมุติ 8,500", "อู่สมมุติ 8,500", "ราคาเหมาะสม", "จ.3/2565 ลว. 9 พ.ย. 64"]
NONE = ["", "ไม่มีการจัดซื้อจัดจ้าง", *["-"] * 7]


def buying() -> Iterator[Case]:
    yield from _buying_plans()
    yield from _months()
    yield from _whole_year()
    yield from _policy()
    yield from _people()


def _buying_plans() -> Iterator[Case]:
    def year(number: int) -> tuple[str, str]:
        return f"ปีงบประมาณ {number}", files((f"/egp/{number}.pdf", "แผนจัดซื้อจัดจ้าง (e-GP)"), (f"/egp/{number}b.pdf", "แผนจัดซื้อครุภัณฑ์"))

    yield web("o21", "an accordion of years", press, "แผนการจัดซื้อจัดจ้าง", accordion(year(2565), year(2564), year(2563)))
    yield web("o21", "an accordion that ends last year", press, "แผนการจัดซื้อจัดจ้าง", accordion(year(2564), year(2563)), "current", "fiscal_year")
    rows = [["ลำดับ", "รหัสแผน", "ชื่อโครงการ", "งบประมาณโครงการ", "คาดว่าจะประกาศจัดซื้อจัดจ้าง"], ["1", "P6501", "เช่าเครื่องถ่ายเอกสาร", "96,000", "10/2564"]]
    yield file("o21", "from e-GP", word("แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ 2565", rows), WORD)
    notices = [["วันที่ประกาศ", "เรื่อง", "ดาวน์โหลด"], ["15/12/2564", "ประกวดราคาซื้อคอมพิวเตอร์ (e-bidding)", "ไฟล์"], ["20/01/2565", "ผู้ชนะการเสนอราคาซื้อคอมพิวเตอร์", "ไฟล์"]]
    yield web("o22", "a table of dates", joomla, "ประกาศจัดซื้อจัดจ้าง", table(*notices))
    old = [[cell.replace("2565", "2563").replace("2564", "2562") for cell in row] for row in notices]
    yield web("o22", "a table of old dates", joomla, "ประกาศจัดซื้อจัดจ้าง", table(*old), "current", "fiscal_year")
    yield web("o22", "links by kind", sites, "ประกาศเกี่ยวกับการจัดซื้อจัดจ้าง ปี 2565", h(2, "ประกาศเชิญชวน") + files(
        ("/x/1.pdf", "ประกวดราคาจ้างปรับปรุงอาคาร 3 ม.ค. 65")) + h(2, "ประกาศผล") + files(("/x/2.pdf", "ผู้ชนะ ปรับปรุงอาคาร 2 ก.พ. 65")))


def _months() -> Iterator[Case]:
    title = "สรุปผลการดำเนินการจัดซื้อจัดจ้าง (สขร.1)"
    split = [
        ["^2:ที่", "^2:งานจัดซื้อจัดจ้าง", "^2:วงเงินที่จะซื้อ/จ้าง", "^2:ราคากลาง", "^2:วิธีซื้อ/จ้าง", "2:ผู้เสนอราคา", "2:ผู้ได้รับคัดเลือก", "^2:เหตุผลที่คัดเลือก", "2:สัญญาหรือข้อตกลง"],
        ["รายชื่อ", "ราคาที่เสนอ", "รายชื่อ", "ราคาที่ตกลง", "เลขที่", "วันที่"],
    ]
    line = ["1", "จ้างซ่อมรถ", "8,500", "8,500", "เฉพาะเจาะจง", "อู่สมมุติ", "8,500", "อู่สมมุติ", "8,500", "ราคาเหมาะสม", "จ.3/2565", "9 พ.ย. 64"]

    def month(name: str) -> str:
        row = ["", "11:ไม่มีการจัดซื้อจัดจ้าง"] if name.startswith("ธันวา") else line
        return h(2, f"ประจำเดือน {name}") + table(*split, row, heads=2)

    yield web("o23", "two rows of heads, a table a month", press, title, "".join(month(each) for each in FULL))
    yield web("o23", "a table a month, one left out", press, title,
              "".join(month(each) for each in FULL if "ธันวา" not in each), "by_month", "six_months")
    yield web("o23", "months as files", joomla, title, files(*((f"/s/{n}.pdf", f"แบบ สขร.1 เดือน{each}") for n, each in enumerate(FULL))))
    yield web("o23", "months as files, one left out", joomla, title, files(
        *((f"/s/{n}.pdf", f"แบบ สขร.1 เดือน{each}") for n, each in enumerate(FULL) if "มกรา" not in each)), "by_month", "six_months")
    book = {each[:8]: [[f"สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน {each}"], ["แบบ สขร.1"], HEADS, NONE if "ธันวา" in each else ROW] for each in FULL}
    yield file("o23", "a sheet a month", workbook(book), SHEET)
    thin = {name: [*rows[:2], *([cell for n, cell in enumerate(row) if n not in (3, 7)] for row in rows[2:])] for name, rows in book.items()}
    yield file("o23", "a sheet a month with columns left out", workbook(thin), SHEET, "reference_price", "reason")
    short = ("ต.ค. ๖๔", "พ.ย. ๖๔", "ธ.ค. ๖๔", "ม.ค. ๖๕", "ก.พ. ๖๕", "มี.ค. ๖๕")
    yield web("o23", "an accordion of short months", press, "สขร.๑ ปีงบประมาณ ๒๕๖๕", accordion(*((each, table(HEADS, ROW)) for each in short)))


def _whole_year() -> Iterator[Case]:
    rows = [["วิธีการจัดหา", "จำนวนโครงการ", "วงเงินงบประมาณ", "ใช้จ่ายจริง"], ["เฉพาะเจาะจง", "41", "310,500", "301,200"]]
    more = ("ปัญหาอุปสรรค", "1) ระบบ e-GP ขัดข้องบ่อย", "ข้อเสนอแนะ", "1) อบรมเจ้าหน้าที่")
    yield file("o24", "from Word", word("รายงานสรุปผลการจัดซื้อจัดจ้าง ปีงบประมาณ พ.ศ.๒๕๖๔", rows, *more), WORD)
    yield web("o24", "nothing is recommended", press, "รายงานสรุปผลการจัดซื้อจัดจ้าง ปีงบประมาณ 2564", table(*rows) + p(*more[:2]), "recommendations")
    yield web("o24", "of two years before", press, "รายงานสรุปผลการจัดซื้อจัดจ้าง ปีงบประมาณ 2562", table(*rows) + p(*more), "current", "fiscal_year")


def _policy() -> Iterator[Case]:
    text = ("นโยบายด้านการบริหารและพัฒนาทรัพยากรบุคคลของสำนักงานยึดหลักคุณธรรม ความโปร่งใส และความเป็นธรรม", "๑. ด้านการสรรหา", "๒. ด้านการพัฒนา", "ประกาศ ณ วันที่ ๑ ตุลาคม {} (นางตัวอย่าง รักษาการ) ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมุติ เขต ๖")
    yield file("o25", "for three years", word("ประกาศ เรื่อง นโยบายการบริหารทรัพยากรบุคคล พ.ศ. ๒๕๖๔ - ๒๕๖๖", *(each.format("๒๕๖๓") for each in text)), WORD)
    yield file("o25", "ended last year", word("ประกาศ เรื่อง นโยบายการบริหารทรัพยากรบุคคล พ.ศ. ๒๕๖๒ - ๒๕๖๔", *(each.format("๒๕๖๑") for each in text)), WORD, "current", "in_force")


def _people() -> Iterator[Case]:
    rows = [["ประเด็นนโยบาย", "การดำเนินการ"], ["การวางแผนกำลังคน", "จัดทำแผนอัตรากำลัง"], ["การสรรหาและคัดเลือก", "สอบครูผู้ช่วย"], ["การพัฒนาบุคลากร", "อบรม 5 หลักสูตร"], ["ความก้าวหน้าในสายงาน", "เลื่อนวิทยฐานะ"], ["คุณภาพชีวิตและสวัสดิการ", "ตรวจสุขภาพ"], ["การบรรจุ แต่งตั้ง ย้าย", "32 ราย"], ["การประเมินผลการปฏิบัติราชการ", "1 เม.ย. 65"], ["คุณธรรม จริยธรรม และวินัย", "ประชุมชี้แจง"]]
    title = "ผลการดำเนินการตามนโยบายบริหารงานบุคคล ปี 2565"
    yield web("o26", "topics as rows", press, title, table(*rows))
    yield web("o26", "topics as rows, one left out", press, title, table(*(row for row in rows if "คุณภาพ" not in row[0])), "quality_of_life")
    yield web("o26", "topics as cards", sites, title, cards(*((head, p(what)) for head, what in rows[1:])))
    rules = ("หลักเกณฑ์และวิธีการคัดเลือกบุคคลเพื่อบรรจุเป็นครูผู้ช่วย (ว 14/2563)", "หลักเกณฑ์การบรรจุและแต่งตั้งข้าราชการครู", "หลักเกณฑ์การพัฒนาข้าราชการครู (ว 22/2560)", "หลักเกณฑ์การประเมินผลการปฏิบัติงาน (ว 20/2561)", "หลักเกณฑ์การให้คุณ ให้โทษ และสร้างขวัญกำลังใจ")
    yield web("o27", "files", joomla, "หลักเกณฑ์การบริหารงานบุคคล", files(*((f"/h/{n}.pdf", each) for n, each in enumerate(rules))))
    yield web("o27", "nothing of reward", press, "หลักเกณฑ์การบริหารงานบุคคล", ul(*rules[:4]), "reward_and_punishment")
    report = ("1. ผลการดำเนินงานตามนโยบาย บุคลากรได้รับการพัฒนา 210 คน", "2. การวิเคราะห์ จุดแข็งคือมีแผนชัดเจน จุดอ่อนคือขาดอัตรากำลัง", "3. แนวทางปีต่อไป ขออัตราเพิ่มในปีงบประมาณ 2565")
    yield web("o28", "numbered paragraphs", sites, "รายงานผลการบริหารทรัพยากรบุคคล ประจำปี 2564", p(*report))
    yield web("o28", "of two years before", joomla, "รายงานผลการบริหารทรัพยากรบุคคล ประจำปี 2562", p(*report[:2]), "current", "fiscal_year")
