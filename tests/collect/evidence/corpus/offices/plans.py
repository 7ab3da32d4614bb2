"""O10-O20: plans, what came of them, services and money."""

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
    photo,
    press,
    saved,
    sites,
    table,
    ul,
    word,
    workbook,
)
from corpus.offices.told import SHEET, WORD, file, page, web

READING, TEACHERS, SAFE = "โครงการยกระดับการอ่านออกเขียนได้", "โครงการพัฒนาครูสู่ความเป็นเลิศ", "โครงการโรงเรียนปลอดภัย"
MONTHS = ("ต.ค.64", "พ.ย.64", "ธ.ค.64", "ม.ค.65", "ก.พ.65", "มี.ค.65", "เม.ย.65", "พ.ค.65", "มิ.ย.65", "ก.ค.65", "ส.ค.65", "ก.ย.65")
HALF = MONTHS[:6]


def plans() -> Iterator[Case]:
    yield from _year_plans()
    yield from _half_years()
    yield from _year_reports()
    yield from _manuals()
    yield from _statistics()
    yield from _satisfaction()
    yield from _services()
    yield from _money()


def _year_plans() -> Iterator[Case]:
    quarters = [
        ["^2:ที่", "^2:ชื่อโครงการ", "^2:งปม. (บาท)", "4:ระยะเวลาดำเนินงาน (ไตรมาส)"],
        ["1", "2", "3", "4"],
        ["1", READING, "350,000", "✓", "✓", "✓", ""],
        ["2", TEACHERS, "220,000", "", "✓", "", ""],
    ]
    title = "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕"
    yield web("o10", "two rows of heads", press, title, table(*quarters, heads=2))
    yield web("o10", "a table without heads marked", joomla, title, table(*quarters, heads=2, tag="td"), "accessible")
    chart = [["โครงการ/กิจกรรม", "งบฯ", *MONTHS], [READING, "350,000", *["■"] * 12], [SAFE, "150,000", *["■"] * 6, *[""] * 6]]
    yield web("o10", "months as columns", sites, "แผนปฏิบัติการประจำปี", table(*chart))
    last = table(["โครงการ", "งบประมาณ", "ระยะเวลา"], [READING, "350,000", "ต.ค.63-ก.ย.64"], [SAFE, "120,000", "ม.ค.-ส.ค.64"])
    yield web("o10", "of last year, in short years", press, "แผนปฏิบัติการ ปีงบฯ 64", last, "current", "fiscal_year")
    plain = [["โครงการ", "งบประมาณที่ใช้", "ห้วงเวลา", "ผู้รับผิดชอบ"], [READING, "350000", "ตลอดปี", "กลุ่มนิเทศ"]]
    yield file("o10", "year in the file name only", word("แผนปฏิบัติการ", plain), WORD, at="plan/แผนปฏิบัติการ2565.docx")
    yield file("o10", "rows above the heads", workbook({"Sheet1": [
        ["สำนักงานเขตพื้นที่การศึกษาประถมศึกษาสมมุติ เขต 6"], ["แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. ๒๕๖๕"], [],
        ["ลำดับ", "โครงการ/กิจกรรม", "วงเงินงบประมาณ", "ช่วงเวลา"], ["1", READING, "350000", "ต.ค.64-ก.ย.65"]]},
        "A1:D1", "A2:D2"), SHEET)
    yield web("o10", "names without money", sites, title, p(
        f"1. {READING} ดำเนินการ ต.ค. 64 - ก.ย. 65", f"2. {TEACHERS} ดำเนินการ ม.ค. - มี.ค. 65"), "budget")
    yield web("o10", "files only", press, "แผนปฏิบัติการ ปีงบประมาณ 2565", files(
        ("/d/65-1.pdf", "ส่วนที่ 1 สภาพทั่วไป"), ("/d/65-2.pdf", "ส่วนที่ 2 รายละเอียดโครงการ")))
    yield web("o10", "files of last year only", press, "แผนปฏิบัติการประจำปี", files(
        ("/d/64.pdf", "แผนปฏิบัติการ ปีงบประมาณ 2564"), ("/d/63.pdf", "แผนปฏิบัติการ ปีงบประมาณ 2563")), "current", "fiscal_year")


def _half_years() -> Iterator[Case]:
    rows = [
        ["ที่", "โครงการ", "งปม.ที่ได้รับ", "ใช้ไป", "คงเหลือ", "ร้อยละความก้าวหน้า"],
        ["1", READING, "350,000", "170,000", "180,000", "50"],
        ["2", TEACHERS, "220,000", "220,000", "0", "100"],
        ["3", SAFE, "150,000", "60,000", "90,000", "40"],
    ]
    title = "รายงานติดตามแผนปฏิบัติการ รอบ 6 เดือน (ต.ค.64-มี.ค.65)"
    yield web("o11", "a range without spaces", press, title, table(*rows))
    apart = h(2, "งบพัฒนาคุณภาพการศึกษา") + table(*rows[:2]) + h(2, "งบ สพฐ. จัดสรรเพิ่มเติม") + table(rows[0], *rows[2:])
    yield web("o11", "two tables", sites, "รายงานความก้าวหน้าครึ่งปีแรก ปีงบประมาณ ๒๕๖๕", apart)
    yield web("o11", "compared with last year", press, title, p(
        "เมื่อเทียบกับช่วงเดียวกันของปีงบประมาณ 2564 ซึ่งเบิกจ่ายร้อยละ 41 ปีงบประมาณ 2565 เบิกจ่ายได้สูงกว่า") + table(*rows))
    yield web("o11", "one quarter only", joomla, "รายงานผลตามแผนปฏิบัติการ ไตรมาสที่ 1 (ตุลาคม - ธันวาคม 2564)",
              table(*rows), "current", "six_months")
    unspent = [[row[0], row[1], row[5]] for row in rows]
    yield web("o11", "nothing of money", press, title, table(*unspent), "budget_used")
    yield web("o11", "cards of another plan", press, title, cards(*((f"โครงการสมมุติที่ {n}", p(
        "งบประมาณ 10,000 บาท ใช้ไป 5,000 บาท ความก้าวหน้าร้อยละ 50")) for n in range(1, 5))), "progress_by_project")


def _year_reports() -> Iterator[Case]:
    rows = [
        ["โครงการ/กิจกรรม", "งบที่ได้รับ", "งบที่ใช้จริง", "ผลการดำเนินงาน/ผลสัมฤทธิ์", "เป้าหมาย"],
        [READING, "350,000", "348,000", "ผู้เรียนร้อยละ 88", "ร้อยละ 85"],
        [TEACHERS, "220,000", "219,500", "ครู 120 คน", "100 คน"],
    ]
    after = ("ปัญหาอุปสรรค: สถานการณ์โรคระบาด", "ข้อเสนอแนะ/แนวทางแก้ไข: ปรับเป็นออนไลน์")
    fore = "คำนำ รายงานฉบับนี้สรุปผลปีงบประมาณ 2564 เพื่อใช้วางแผนปีงบประมาณ 2565 ต่อไป (ธันวาคม 2564)"
    yield file("o12", "names this year and last", word("รายงานผลการปฏิบัติราชการ ประจำปีงบประมาณ 2564", fore, rows, *after), WORD)
    older = fore.replace("2564", "2563").replace("2565", "2564")
    yield file("o12", "of two years ago, written last year", word(
        "รายงานผลการปฏิบัติราชการ ประจำปีงบประมาณ 2563", older.replace("ธันวาคม 2563", "มกราคม 2564"), rows, *after),
        WORD, "current", "fiscal_year")
    yield web("o12", "an accordion", press, "รายงานประจำปี ๒๕๖๔", accordion(
        ("ผลการดำเนินงานรายโครงการ", table(*rows)), ("ปัญหา/อุปสรรค และข้อเสนอแนะ", p(*after))))
    yield web("o12", "an accordion without problems", press, "รายงานประจำปี ๒๕๖๔", accordion(
        ("ผลการดำเนินงานรายโครงการ", table(*rows)), ("ภาคผนวก", p("คณะทำงาน"))), "problems", "recommendations")


def _manuals() -> Iterator[Case]:
    units = ("กลุ่มอำนวยการ", "กลุ่มนโยบายและแผน", "กลุ่มบริหารงานบุคคล", "หน่วยตรวจสอบภายใน")
    yield web("o13", "files of every group", joomla, "คู่มือปฏิบัติงาน", files(
        *((f"/m/{n}.pdf", f"คู่มือปฏิบัติงาน {each}") for n, each in enumerate(units))))
    flow = photo("flow.png", "ผังงาน", "ผังขั้นตอน (Flow chart) การขอหนังสือรับรอง ตั้งแต่ยื่นคำขอจนรับเอกสาร")
    service = p("ขั้นตอนที่ 1 ยื่นคำร้อง", "ขั้นตอนที่ 2 ตรวจหลักฐาน", "ขั้นตอนที่ 3 ผู้มีอำนาจลงนาม")
    whole = service + p("ใช้เวลา 30 นาที", "เจ้าหน้าที่ผู้รับผิดชอบ กลุ่มบริหารงานบุคคล") + flow
    intro = p("แนวทางปฏิบัติสำหรับผู้มาติดต่อ งานที่ให้บริการมีดังนี้")
    yield web("o14", "cards", press, "คู่มือการให้บริการประชาชน", intro + cards(("บริการออกหนังสือรับรอง", whole)))
    hasty = whole.replace(p("ใช้เวลา 30 นาที"), "")
    yield web("o14", "cards without time", press, "คู่มือการให้บริการประชาชน", intro + cards(("บริการออกหนังสือรับรอง", hasty)), "time")


def _statistics() -> Iterator[Case]:
    across = [["งานบริการ", *HALF, "รวม"], ["หนังสือรับรอง", "11", "9", "7", "12", "10", "13", "62"], ["ใบแทน ปพ.", "2", "0", "1", "3", "2", "1", "9"]]
    title = "สถิติผู้มารับบริการ"
    yield web("o15", "months as columns", joomla, title, table(*across))
    yield web("o15", "a month is no column", joomla, title, table(*([*row[:6], row[7]] for row in across)), "six_months")
    quarters = "".join(h(2, f"ไตรมาสที่ {n + 1}") + table(
        [*across[0][:1], *HALF[3 * n : 3 * n + 3]], [*across[1][:1], *across[1][1 + 3 * n : 4 + 3 * n]]) for n in (0, 1))
    yield web("o15", "a table a quarter", sites, title, quarters)
    short = ("ต.ค.๖๔", "พ.ย.๖๔", "ธ.ค.๖๔", "ม.ค.๖๕", "ก.พ.๖๕", "มี.ค.๖๕")
    yield web("o15", "short Thai years", press, title, table(["เดือน", "จำนวน (คน)"], *([each, "๑๒"] for each in short)))
    yield web("o15", "short Thai years, one left out", press, title,
              table(["เดือน", "จำนวน (คน)"], *([each, "๑๒"] for each in short if "ธ.ค." not in each)), "six_months")
    yield file("o15", "months as columns of a sheet", workbook({"สถิติ": [["สถิติการให้บริการ สพป.สมมุติ เขต 6"], ["ปีงบประมาณ 2565"], *across]}), SHEET)


def _satisfaction() -> Iterator[Case]:
    told = "ผู้รับบริการตอบแบบสอบถาม 325 คน พึงพอใจโดยรวมร้อยละ 92.40 แยกเป็นด้านเจ้าหน้าที่ร้อยละ 93 ด้านกระบวนการร้อยละ 91"
    title = "ผลสำรวจความพึงพอใจผู้รับบริการ ปี {}"
    yield web("o16", "in one paragraph", sites, title.format("๒๕๖๔"), p(told))
    yield web("o16", "of two years before", sites, title.format("๒๕๖๒"), p(told), "current", "fiscal_year")
    yield web("o16", "saved from Word", saved, title.format("งบประมาณ 2564"), p(told), "accessible")


def _services() -> Iterator[Case]:
    links = ul('<a href="https://docs.google.com/forms/d/e/y/viewform">ยื่นคำขอหนังสือรับรองออนไลน์</a>',
               '<a href="https://eservice.khet3.example.go.th/id">ระบบขอมีบัตรประจำตัวเจ้าหน้าที่ของรัฐออนไลน์</a>')
    yield web("o17", "links to systems", press, "E-Service", p("เลือกบริการออนไลน์ที่ต้องการ") + links)
    paper = files(("/f/a.pdf", "แบบคำขอ (ดาวน์โหลด)"), ("/f/b.doc", "แบบหนังสือมอบอำนาจ (ดาวน์โหลด)"))
    yield web("o17", "paper forms", press, "แบบฟอร์มบริการ", p("พิมพ์แบบฟอร์ม กรอก และยื่นด้วยตนเองที่สำนักงาน") + paper, "online_service")


def _money() -> Iterator[Case]:
    sources = [["แหล่งงบประมาณ", "งบบุคลากร", "งบดำเนินงาน", "งบลงทุน", "รวม"], ["สพฐ.", "4,200,000", "1,850,000", "900,000", "6,950,000"], ["เงินอุดหนุน อปท.", "-", "120,000", "-", "120,000"]]
    yield file("o18", "kinds as columns", word("แผนการใช้จ่ายงบประมาณ ปีงบประมาณ ๒๕๖๕", sources), WORD)
    yield web("o18", "one sum", press, "แผนการใช้จ่ายงบประมาณ ปีงบประมาณ พ.ศ. 2565", p(
        "ได้รับจัดสรรจาก สพฐ. รวมทั้งสิ้น 7,070,000 บาท"), "by_kind")
    half = [["รายงานผลการใช้จ่ายงบประมาณ รอบ 6 เดือน"], ["ข้อมูล ณ วันที่ 31 มีนาคม 2565"],
            ["รายการ", "แผน", "ผล", "", "คงเหลือ"], ["", "(บาท)", "เบิกจ่าย", "ร้อยละ", ""],
            ["งบบุคลากร", "4200000", "2100000", "50", "2100000"], ["งบลงทุน", "900000", "610000", "67.8", "290000"]]
    yield file("o19", "merged heads in two rows", workbook({"รอบ 6 เดือน": half}, "A1:E1", "C3:D3"), SHEET)
    spent = table(["ประเภทงบ", "จัดสรร", "เบิกจ่ายแล้ว", "%"], ["งบบุคลากร", "4,200,000", "2,100,000", "50"])
    yield web("o19", "of the half year a year ago", sites, "ผลการเบิกจ่ายงบประมาณ (๑ ต.ค. ๖๓ - ๓๑ มี.ค. ๖๔)", spent, "current", "six_months")
    yield web("o19", "of this half year", sites, "ผลการเบิกจ่ายงบประมาณ (๑ ต.ค. ๖๔ - ๓๑ มี.ค. ๖๕)", spent)
    said = p("ปัญหา อุปสรรค", "งบประมาณโอนล่าช้า", "ข้อเสนอแนะ", "ควรเร่งรัดการก่อหนี้", "ผลสัมฤทธิ์ เบิกจ่ายเกินเป้าหมายร้อยละ 2")
    title = "สรุปการใช้จ่ายเงินงบประมาณเปรียบเทียบกับแผน ปี งปม. 2564"
    yield web("o20", "in short words", press, title, spent + said)
    yield web("o20", "a table and no word", press, title, spent, "problems", "recommendations", "achievement")
    yield web("o20", "a table here, words there", press, title, spent, beside=page("o20-2.html", press, "ปัญหาและข้อเสนอแนะ ปีงบประมาณ 2564", said))
