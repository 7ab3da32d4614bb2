"""O29-O43: complaints, taking part, the head's pledge, risks, measures."""

# ruff: noqa: E501 - the words of a case stand in one line
# fmt: off

from __future__ import annotations

from collections.abc import Iterator

from corpus.cases import Case
from corpus.offices.about import HEAD
from corpus.offices.layouts import accordion, cards, h, joomla, p, photo, press, saved, sites, table, ul, word
from corpus.offices.told import WORD, file, page, web

DEEDS = ("อบรมคุณธรรมจริยธรรมบุคลากร", "ประกาศงดรับของขวัญ (No Gift Policy)", "ยกย่องข้าราชการพลเรือนดีเด่น", "กิจกรรมหน้าเสาธงวันจันทร์ต้านโกง", "สวดมนต์ทุกวันศุกร์", "จิตอาสาทำความดี")
DAYS = ("5 พ.ย. 64", "21 ธ.ค. 64", "14 ม.ค. 65", "7 ก.พ. 65", "25 ก.พ. 65", "10 มี.ค. 65")
INDICATORS = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต")
ENGLISH = "I, Mrs. Tuayang Raksakan, Director of the Educational Service Area Office, hereby declare my intention to administer the office with honesty, integrity and transparency in accordance with the principles of good governance, and to resist every form of corruption."
THAI = f"ข้าพเจ้า {HEAD} ขอแสดงเจตนารมณ์ต่อสาธารณชนว่าจะปฏิบัติหน้าที่และบริหารสำนักงานด้วยความซื่อสัตย์สุจริต โปร่งใส เป็นธรรม ตามหลักธรรมาภิบาล"


def honesty() -> Iterator[Case]:
    yield from _complaints()
    yield from _counted()
    yield from _taking_part()
    yield from _pledges()
    yield from _leading()
    yield from _risks()
    yield from _culture()
    yield from _preventing()
    yield from _measures()


def _complaints() -> Iterator[Case]:
    who = "หน่วยงานที่รับผิดชอบ: กลุ่มกฎหมายและคดี"
    text = ("๑. ช่องทางการร้องเรียน: เว็บไซต์ จดหมาย โทรศัพท์ หรือด้วยตนเอง", "๒. ขั้นตอน: ลงรับ → ตรวจสอบ → เสนอผู้บริหาร → แจ้งผู้ร้อง", "๓. แจ้งผลให้ผู้ร้องทราบภายใน ๑๕ วันทำการ")
    title = "คู่มือการจัดการข้อร้องเรียนการทุจริตและประพฤติมิชอบ"
    yield web("o29", "numbered paragraphs", sites, title, p(*text, who))
    yield web("o29", "nobody is responsible", sites, title, p(*text), "responsible")
    yield web("o29", "no time is told", joomla, title, p(*text[:2], who), "time")
    box = '<form method="post"><label>ชื่อผู้ถูกกล่าวหา<input name="a"></label><label>พฤติการณ์<textarea name="b"></textarea></label><button>ส่งเรื่อง</button></form>'
    yield web("o30", "a form for tips", press, "แจ้งเบาะแสการทุจริต ประพฤติมิชอบ", p("ข้อมูลผู้แจ้งจะถูกปกปิดเป็นความลับ") + box)
    yield web("o30", "by post only", press, "ร้องเรียนการทุจริตและประพฤติมิชอบ", p("ส่งหนังสือร้องเรียนทางไปรษณีย์ถึงผู้อำนวยการ หรือยื่นด้วยตนเอง") +
              '<a href="/f/complain.pdf">ดาวน์โหลดแบบร้องเรียน</a>', "online_channel")
    yield web("o32", "an outside form in a frame", sites, "รับฟังความคิดเห็น", p("ร่วมเสนอแนะการทำงานของเรา") +
              '<iframe src="https://docs.google.com/forms/d/e/z/viewform?embedded=true" title="แบบแสดงความคิดเห็น"></iframe>')
    yield web("o32", "words and no form", joomla, "รับฟังความคิดเห็น", p("ท่านสามารถแสดงความคิดเห็นได้ที่ตู้รับฟังความคิดเห็นหน้าสำนักงาน"), "online_channel")


def _counted() -> Iterator[Case]:
    title = "สถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"
    one = "ตั้งแต่วันที่ 1 ตุลาคม 2564 ถึงวันที่ 31 มีนาคม 2565 สำนักงานไม่มีเรื่องร้องเรียนการทุจริตและประพฤติมิชอบของเจ้าหน้าที่"
    yield web("o31", "none in one sentence", press, title, p(one))
    yield web("o31", "none in one sentence, in short", sites, "ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตฯ รอบ 6 เดือน (ต.ค.64-มี.ค.65)", p("ไม่มีเรื่องร้องเรียน"))
    across = [["รายการ", "ต.ค. 64", "พ.ย. 64", "ธ.ค. 64", "ม.ค. 65", "ก.พ. 65", "มี.ค. 65"], ["จำนวนเรื่องที่รับ", *["0"] * 6], ["อยู่ระหว่างดำเนินการ", *["0"] * 6], ["แล้วเสร็จ", *["0"] * 6], ["หมายเหตุ", "6:ไม่มีเรื่องร้องเรียน"]]
    yield web("o31", "months as columns", joomla, title, table(*across))
    quarter = [["เดือน", "รับเรื่อง", "ดำเนินการอยู่", "ยุติ"], ["ตุลาคม 2564", "ไม่มี", "0", "0"], ["พฤศจิกายน 2564", "ไม่มี", "0", "0"], ["ธันวาคม 2564", "ไม่มี", "0", "0"]]
    yield web("o31", "one quarter", press, title, table(*quarter), "six_months")
    yield web("o31", "one sentence of last year", press, title, p(one.replace("2564", "2563").replace("2565", "2564")), "current", "six_months")


def _taking_part() -> Iterator[Case]:
    rows = [["วัน เดือน ปี", "กิจกรรม", "การมีส่วนร่วม"], ["18 พ.ย. 64", "ประชุมผู้มีส่วนได้ส่วนเสียจัดทำแผน", "ร่วมวางแผน"], ["9 ก.พ. 65", "เวทีรับฟังความเห็นผู้ปกครอง", "ร่วมแลกเปลี่ยนความเห็น"]]
    yield web("o33", "activities as rows", joomla, "การมีส่วนร่วมของประชาชน", table(*rows))
    yield web("o33", "activities as captions", press, "เปิดโอกาสให้มีส่วนร่วม ปีงบประมาณ 2565", "".join(
        photo(f"{n}.jpg", f"{row[1]} {row[0]}", row[1]) for n, row in enumerate(rows[1:])))
    old = [[cell.replace("64", "62").replace("65", "63") for cell in row] for row in rows]
    yield web("o33", "rows of long ago", joomla, "การมีส่วนร่วมของประชาชน", table(*old), "current", "fiscal_year")


def _pledges() -> Iterator[Case]:
    title = "ประกาศเจตจำนงสุจริตในการบริหารงาน"
    english = page("en/pledge.html", press, "Declaration of Honesty", f'<div lang="en">{p(ENGLISH)}</div>')
    yield web("o34", "English on a page of its own", press, title, p(THAI), beside=english)
    yield file("o34", "Thai in Word, English on a page", word(title, THAI), WORD, beside=english)
    yield web("o34", "two pages in Thai", press, title, p(THAI), "in_english", beside=page("pledge2.html", press, "เจตจำนงสุจริต", p(THAI)))
    yield web("o34", "of the head before", sites, title, p(THAI.replace(HEAD, "นายอดีต เคยเป็น"), ENGLISH.replace("Mrs. Tuayang Raksakan", "Mr. Adit Khoeipen")), "present_executive")
    yield web("o34", "both saved from Word", saved, title, p(THAI, ENGLISH), "accessible")


def _leading() -> Iterator[Case]:
    good = f"{HEAD} ผอ.เขต เป็นประธานประชุมขับเคลื่อนการยกระดับ ITA คุณธรรมและความโปร่งใส"
    yield web("o35", "captions", press, "ผู้บริหารกับความโปร่งใส", photo("a.jpg", f"{good} 12 ม.ค. 2565") + photo("b.jpg", f"{HEAD} มอบนโยบายต่อต้านทุจริต 3 ก.พ. 2565"))
    yield web("o35", "the deputy leads", press, "ผู้บริหารกับความโปร่งใส", photo("a.jpg", "ว่าที่ร้อยตรีสมมุติ ช่วยงาน รองผู้อำนวยการ เป็นประธานประชุมส่งเสริมคุณธรรมและความโปร่งใส 12 ม.ค. 2565"), "present_executive")
    yield web("o35", "rows", joomla, "การมีส่วนร่วมของผู้บริหาร ปี ๒๕๖๕", table(["วันที่", "กิจกรรม"], ["12 ม.ค. 65", good]))


def _risks() -> Iterator[Case]:
    rows = [["ที่", "ความเสี่ยงการทุจริต", "Likelihood", "Impact", "คะแนน", "แนวทางป้องกัน"], ["1", "การเบิกค่าเดินทางไปราชการไม่ตรงจริง", "3", "3", "9 (ปานกลาง)", "ตรวจสอบหลักฐาน"]]
    title = "รายงานการประเมินความเสี่ยงการทุจริตและผลประโยชน์ทับซ้อน ปี {}"
    yield web("o36", "likelihood and impact", sites, title.format("๒๕๖๕"), table(*rows))
    yield web("o36", "of two years before", sites, title.format("๒๕๖๓"), table(*rows), "current", "fiscal_year")
    yield web("o37", "cards", press, "การดำเนินการเพื่อบริหารจัดการความเสี่ยงการทุจริต", cards(
        ("ประชุมชี้แจงระเบียบการเบิกจ่าย", p("7 มี.ค. 65 ตามมาตรการป้องกันความเสี่ยงข้อ 1")), ("สุ่มตรวจการใช้รถราชการ", p("21 มี.ค. 65"))))


def _culture() -> Iterator[Case]:
    title = "กิจกรรมเสริมสร้างวัฒนธรรมองค์กรด้านความซื่อสัตย์สุจริต ปี 2565"
    both = list(zip(DEEDS, DAYS, strict=True))
    yield web("o38", "five captions", press, title, "".join(photo(f"{n}.jpg", f"{what} ({day})") for n, (what, day) in enumerate(both[:5])))
    yield web("o38", "six rows", joomla, title, table(["ที่", "กิจกรรม", "วันที่"], *([str(n + 1), *each] for n, each in enumerate(both))))
    yield web("o38", "three rows", joomla, title, table(["ที่", "กิจกรรม", "วันที่"], *([str(n + 1), *each] for n, each in enumerate(both[:3]))), "at_least_five")
    yield web("o38", "five numbered paragraphs", sites, title, p(*(f"{n + 1}. {what} เมื่อวันที่ {day}" for n, (what, day) in enumerate(both[:5]))))
    yield web("o38", "four numbered paragraphs", sites, title, p(*(f"{n + 1}. {what} เมื่อวันที่ {day}" for n, (what, day) in enumerate(both[:4]))), "at_least_five")
    yield web("o38", "an accordion", press, title, accordion(*((what, p(f"จัดเมื่อ {day} ณ ห้องประชุม")) for what, day in both[:5])))
    yield web("o38", "two activities in six captions", press, title, "".join(
        photo(f"{n}.jpg", f"{both[n % 2][0]} {both[n % 2][1]}") for n in range(6)), "at_least_five")


def _preventing() -> Iterator[Case]:
    rows = [["โครงการ", "งบประมาณ", "เวลา"], ["โครงการเขตสุจริต", "40,000", "ต.ค. 64 - ก.ย. 65"], ["โครงการโรงเรียนสุจริต", "ไม่ใช้งบประมาณ", "ม.ค.-ส.ค. 65"]]
    yield web("o39", "without a sum", press, "แผนป้องกันและปราบปรามการทุจริต ประจำปี พ.ศ. 2565", table(*rows))
    yield web("o39", "of last year", press, "แผนป้องกันและปราบปรามการทุจริต ประจำปี พ.ศ. 2563", table(["โครงการ", "งบประมาณ"], *(row[:2] for row in rows[1:])), "current", "fiscal_year")
    half = [["กิจกรรม/โครงการ", "งบที่ตั้งไว้", "งบที่ใช้", "สถานะ"], ["โครงการเขตสุจริต", "40,000", "25,000", "กำลังดำเนินการ 60%"], ["โครงการโรงเรียนสุจริต", "90,000", "45,000", "กำลังดำเนินการ 50%"]]
    yield file("o40", "from Word", word("รายงานผลการดำเนินการตามแผนป้องกันการทุจริต รอบ ๖ เดือน (๑ ตุลาคม ๒๕๖๔ - ๓๑ มีนาคม ๒๕๖๕)", half), WORD)
    done = [["โครงการ", "งบฯ ใช้จริง", "ผลการดำเนินการ"], ["โครงการเขตสุจริต", "39,000", "ตรวจไม่พบการทุจริต บุคลากรร่วม 70 คน"]]
    words = ("ปัญหาและอุปสรรค ไม่มี", "ข้อเสนอแนะ ควรขยายผล", "ผลสัมฤทธิ์ บรรลุตามเป้าหมายทุกโครงการ")
    yield web("o41", "a site with a form to sign in", joomla, "รายงานผลแผนป้องกันการทุจริต ปีงบประมาณ 2564", table(*done) + p(*words))
    yield web("o41", "nothing of what came of it", joomla, "รายงานผลแผนป้องกันการทุจริต ปีงบประมาณ 2564", table(*done) + p(*words[:2]), "achievement")


def _measures() -> Iterator[Case]:
    def each(names: tuple[str, ...]) -> str:
        return "".join(h(2, f"{n + 1}) ตัวชี้วัด{name}") + p(f"ได้ {90 + n}.50 คะแนน ควรรักษามาตรฐานและพัฒนาจุดที่ยังต่ำ") for n, name in enumerate(names))

    plan = h(2, "มาตรการยกระดับ") + table(["มาตรการ/แนวทาง", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "กำกับติดตาม"], ["ประชุมชี้แจงการใช้งบประมาณ", "แจ้งในที่ประชุมประจำเดือน", "กลุ่มนโยบายและแผน", "ทุกไตรมาส"])
    title = "การวิเคราะห์ผลการประเมิน ITA ปี 2564 สู่การกำหนดมาตรการ ปี 2565"
    yield web("o42", "a heading an indicator", sites, title, each(INDICATORS) + plan)
    yield web("o42", "two indicators are missing", sites, title, each(tuple(name for name in INDICATORS if "งบ" not in name and "สื่อสาร" not in name)) + plan.replace("การใช้งบประมาณ", "แผนงาน"), "every_indicator")
    yield web("o43", "cards", press, "ผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปี 2565", cards(
        ("มาตรการที่ 1 ประชุมชี้แจงการใช้งบประมาณ", p("ดำเนินการ 5 ครั้ง ระหว่าง ต.ค. 64 - มี.ค. 65", "ผลลัพธ์: บุคลากรรับรู้ร้อยละ 94"))))
    yield web("o43", "a list", joomla, "รายงานผลการดำเนินการตามมาตรการ ITA ปีงบประมาณ 2563", ul("มาตรการเปิดเผยข้อมูล นำไปปฏิบัติโดยแจ้งเวียน ผลคือทุกคนรับรู้"), "current", "fiscal_year")
