"""Cases of still other offices, written without sight of the checks and measured once.

Labels say what a strict but fair person would hold against the office; where such a person would
hesitate, nothing fails.
"""

# ruff: noqa: E501 - the words of a case stand in one line
# fmt: off

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus import makers
from corpus.cases import Case
from corpus.offices.layouts import PAGE, SHEET, WORD, files, h, p, table, ul, word, workbook
from corpus.offices.told import HOST, Site, file, labels

HEAD = "นางตัวอย่าง รักษาการ"
READING, TEACHERS, SAFE = "โครงการยกระดับการอ่านออกเขียนได้", "โครงการพัฒนาครูสู่ความเป็นเลิศ", "โครงการโรงเรียนปลอดภัย"
CLEAN, SCHOOLS = "โครงการเขตสุจริต", "โครงการโรงเรียนสุจริต"
HALF = ("ตุลาคม 2564", "พฤศจิกายน 2564", "ธันวาคม 2564", "มกราคม 2565", "กุมภาพันธ์ 2565", "มีนาคม 2565")


def portal(title: str, inner: str) -> str:
    """A theme with breadcrumbs, sharing and a counter of readers."""
    return (
        f'<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{title} | สพม.นามสมมุติ</title></head><body>'
        '<a class="skip" href="#main">ข้ามไปยังเนื้อหา</a><header><img src="/logo.svg" alt="ตราสำนักงาน"><nav aria-label="เมนูหลัก">'
        '<a href="/home">หน้าหลัก</a> <a href="/board">ผู้บริหาร</a> <a href="/ita65">ITA 2565</a> <a href="/ita63">ITA 2563</a></nav>'
        f'</header><ol class="breadcrumb"><li>หน้าหลัก</li><li>{title}</li></ol><main id="main"><h1>{title}</h1>{inner}'
        '<div class="share">แบ่งปัน: <a href="https://www.facebook.com/sharer.php">Facebook</a></div></main>'
        '<footer><small>สงวนลิขสิทธิ์ สพม.นามสมมุติ | เปิดอ่าน 2,564 ครั้ง</small></footer></body></html>'
    )


def blog(title: str, inner: str) -> str:
    """Posts of a weblog: a head, a date of posting, labels, an archive at the side."""
    return (
        f'<!DOCTYPE html><html lang="th"><head><title>{title}</title></head><body><div class="header"><p>เขตพื้นที่การศึกษาสมมุติใต้</p></div>'
        f'<div class="post hentry"><h1 class="post-title">{title}</h1><div class="post-body">{inner}</div><div class="post-footer">'
        'ป้ายกำกับ: <a href="/search/label/oit">OIT</a></div></div><div class="sidebar"><h2>คลังบทความ</h2><ul><li><a href="/2022/">2022 (31)</a></li>'
        '<li><a href="/2021/">2021 (58)</a></li></ul></div><div>ขับเคลื่อนโดย Blogger</div></body></html>'
    )


LOST = {portal: portal("ขออภัย", p("ระบบไม่พบเนื้อหาที่ท่านเรียก")), blog: blog("ไม่พบหน้าเว็บ", p("ขออภัย ไม่พบหน้าเว็บในบล็อกนี้"))}


def at(item: str, name: str, site: Site, title: str, inner: str, *fails: str) -> Case:
    return Case(
        name=f"{item} {name} ({site.__name__})", item=item, content=site(title, inner).encode(), media_type=PAGE,
        nonsense=LOST[site].encode(), fails=labels(*fails),
    )


def terms(*pairs: tuple[str, str]) -> str:
    return "<dl>" + "".join(f"<dt>{term}</dt><dd>{said}</dd>" for term, said in pairs) + "</dl>"


def second_set() -> Iterator[Case]:
    for part in (_office, _reach, _news, _plans, _reports, _services, _money, _buying, _people, _staff, _complaints, _head, _risks, _preventing, _measures, _poor):
        yield from part()


def _office() -> Iterator[Case]:
    tree = ul("ผู้อำนวยการเขตพื้นที่ " + ul("รองผู้อำนวยการ", "กลุ่มอำนวยการ", "กลุ่มส่งเสริมการจัดการศึกษา", "กลุ่มกฎหมายและคดี", "หน่วยตรวจสอบภายใน"))
    yield at("o1", "a tree and a picture", portal, "โครงสร้างหน่วยงาน", '<img src="tree.png" alt="แผนผังโครงสร้างหน่วยงานและกลุ่มงาน">' + tree)
    yield at("o1", "the history of the office", blog, "เกี่ยวกับเรา", p("เดิมสำนักงานใช้ศาลากลางหลังเก่าเป็นที่ทำการ", "ต่อมาได้ย้ายมาอาคารปัจจุบันริมแม่น้ำ"), "chart", "key_posts", "divisions")

    def person(name: str, post: str, number: int, *, phone: bool = True) -> str:
        said = [("ชื่อ-สกุล", name), ("ตำแหน่ง", post), ("อีเมล", f"chief{number}@smt.example.go.th"), ("มือถือ", f"08 0000 00{number}0")]
        return f'<img src="/p{number}.jpg" alt="รูป {name}">' + terms(*said[: None if phone else 3])

    both = ((HEAD, "ผู้อำนวยการ สพม.นามสมมุติ", 1), ("นายทดลอง นามแฝง", "รองผู้อำนวยการ สพม.นามสมมุติ", 2))
    yield at("o2", "terms beside faces", portal, "ผู้บริหารหน่วยงาน", "".join(person(*each) for each in both))
    yield at("o2", "terms without numbers", portal, "ผู้บริหารหน่วยงาน", "".join(person(*each, phone=False) for each in both), "phone")
    duties = "<ol><li>กำกับดูแลสถานศึกษาระดับมัธยมศึกษาในเขต</li><li>ประสาน ส่งเสริม และสนับสนุนการจัดการศึกษาของเอกชนและท้องถิ่น</li><li>พัฒนางานวิชาการและประกันคุณภาพ</li></ol>"
    yield at("o3", "an ordered list under the law", blog, "อำนาจและหน้าที่ของสำนักงาน", p("มาตรา 37 แห่งพระราชบัญญัติระเบียบบริหารราชการกระทรวงศึกษาธิการฯ กำหนดให้สำนักงานเขตพื้นที่การศึกษามีอำนาจหน้าที่") + duties)
    yield at("o3", "a motto and colours", portal, "อำนาจหน้าที่", p("คำขวัญ: บริการด้วยใจ ใฝ่คุณภาพ", "สีประจำสำนักงาน: ฟ้า-ขาว", "ต้นไม้ประจำสำนักงาน: ราชพฤกษ์"), "powers_and_duties")
    aims = h(2, "ประเด็นยุทธศาสตร์") + table(["ยุทธศาสตร์", "เป้าประสงค์", "ตัวชี้วัด", "โครงการ"], ["1 โอกาสทางการศึกษา", "ผู้เรียนเข้าถึงทุกคน", "อัตราเข้าเรียนร้อยละ 99", "พาน้องกลับมาเรียน"], ["2 คุณภาพ", "ผลสัมฤทธิ์สูงขึ้น", "คะแนนเฉลี่ยเพิ่มร้อยละ 3", "ยกระดับผลสัมฤทธิ์"])
    yield at("o4", "five years", portal, "แผนพัฒนาการศึกษา ระยะ 5 ปี (พ.ศ. 2564 - พ.ศ. 2568)", aims)
    yield at("o4", "five years that are over", blog, "แผนพัฒนาการศึกษา ระยะ 5 ปี (พ.ศ. 2559 - พ.ศ. 2563)", aims, "current")


def _reach() -> Iterator[Case]:
    lines = (("ที่ตั้ง", "88/8 ถนนริมน้ำ ตำบลกลาง อำเภอเมือง จังหวัดนามสมมุติ 99110"), ("Tel.", "+66 2 000 0700"), ("Fax.", "+66 2 000 0701"), ("E-Mail", "saraban@smt.example.go.th"))
    place = '<a href="https://www.google.com/maps/place/x">เปิดแผนที่นำทาง</a>'
    yield at("o5", "terms in English", portal, "ติดต่อสำนักงาน", terms(*lines) + place)
    yield at("o5", "a Facebook page for mail", portal, "ติดต่อสำนักงาน", terms(*lines[:3], ("เฟซบุ๊ก", "สพม.นามสมมุติ")) + place, "email")
    laws = [["ที่", "ชื่อกฎหมาย", "ปี พ.ศ."], ["1", "รัฐธรรมนูญแห่งราชอาณาจักรไทย", "2560"], ["2", "พระราชบัญญัติการศึกษาแห่งชาติ และฉบับแก้ไขเพิ่มเติม", "2542"], ["3", "พระราชบัญญัติระเบียบบริหารราชการกระทรวงศึกษาธิการ และฉบับแก้ไขเพิ่มเติม", "2546"], ["4", "พระราชบัญญัติระเบียบข้าราชการครูและบุคลากรทางการศึกษา และฉบับแก้ไขเพิ่มเติม", "2547"], ["5", "พระราชบัญญัติการศึกษาภาคบังคับ", "2545"], ["6", "พระราชบัญญัติข้อมูลข่าวสารของราชการ", "2540"]]
    yield at("o6", "years in a column", portal, "กฎหมายที่เกี่ยวข้อง", table(*laws))
    yield at("o6", "nothing on teachers", portal, "กฎหมายที่เกี่ยวข้อง", table(*(row for row in laws if row[0] != "4")), "teachers_and_personnel")
    answered = "".join(h(3, f"ถาม: {ask}") + p(f"ตอบ: {told}") for ask, told in (("ขอวุฒิบัตรใหม่ได้ที่ไหน", "ติดต่อกลุ่มส่งเสริมฯ ชั้น 2"), ("ย้ายสถานศึกษายื่นเมื่อไร", "เดือนมกราคมของทุกปี")))
    ask = '<form method="post" action="/ask"><label for="q">พิมพ์คำถาม</label><textarea id="q" name="q"></textarea><label for="m">อีเมลสำหรับส่งคำตอบ</label><input id="m" name="m" type="email"><button type="submit">ส่งคำถาม</button></form>'
    yield at("o8", "questions, answers and a box", portal, "สอบถามและตอบปัญหา", answered + h(2, "ตั้งคำถามใหม่") + ask)
    yield at("o8", "frequent questions only", blog, "คำถามที่พบบ่อย", answered, "place_on_site", "two_ways")
    yield at("o9", "pictures that link", blog, "ช่องทางโซเชียล", '<a href="https://www.facebook.com/smt.example"><img src="fb.png" alt="เฟซบุ๊กของสำนักงาน"></a> <a href="https://www.youtube.com/@smtexample"><img src="yt.png" alt="ช่องยูทูบของสำนักงาน"></a>')


def _news() -> Iterator[Case]:
    told = (("๑๘ มีนาคม ๒๕๖๕", "เปิดสอบคัดเลือกนักเรียนชั้น ม.๑"), ("๔ กุมภาพันธ์ ๒๕๖๕", "นิเทศ ติดตามการสอนออนไลน์"), ("๒๗ ธันวาคม ๒๕๖๔", "มอบนโยบายผู้บริหารสถานศึกษา"))
    yield at("o7", "articles in Thai digits", blog, "ข่าวสารของเรา", "".join(f"<article>{h(2, what)}{p('วันที่ ' + day, 'สำนักงานดำเนินการร่วมกับสถานศึกษาในเขต')}</article>" for day, what in told))
    old = (("๓ กันยายน ๒๕๖๔", told[0][1]), ("๒๐ กรกฎาคม ๒๕๖๔", told[1][1]), ("๘ มิถุนายน ๒๕๖๔", told[2][1]))
    yield at("o7", "articles up to September", blog, "ข่าวสารของเรา", "".join(f"<article>{h(2, what)}{p('วันที่ ' + day, 'สำนักงานดำเนินการร่วมกับสถานศึกษาในเขต')}</article>" for day, what in old), "current", "fiscal_year")
    joined = (("ประชุมคณะกรรมการเขตพื้นที่ร่วมพิจารณาแผน", "22 พฤศจิกายน 2564"), ("รับฟังเสียงผู้ปกครองเรื่องการเปิดเรียน", "11 มกราคม 2565"))
    yield at("o33", "sections with pictures", portal, "เปิดโอกาสให้ผู้มีส่วนได้ส่วนเสียเข้ามามีส่วนร่วม", "".join(h(2, what) + p(f"เมื่อ {day} ผู้แทนชุมชนร่วมเสนอแนวทางและตัดสินใจ") + '<img src="k.jpg" alt="ที่ประชุมยกมือลงมติ">' for what, day in joined))
    yield at("o33", "sections of last year", portal, "เปิดโอกาสให้ผู้มีส่วนได้ส่วนเสียเข้ามามีส่วนร่วม", "".join(h(2, what) + p(f"เมื่อ {day} ผู้แทนชุมชนร่วมเสนอแนวทาง") for what, day in ((joined[0][0], "16 กุมภาพันธ์ 2564"), (joined[1][0], "9 มิถุนายน 2564"))), "current", "fiscal_year")


def _plans() -> Iterator[Case]:
    title = "แผนปฏิบัติการของเขตพื้นที่ ปีงบประมาณ พ.ศ. 2565"
    yield at("o10", "terms under each project", portal, title, "".join(h(2, name) + terms(("เงินที่ใช้", f"{money} บาท"), ("ดำเนินการ", when), ("เจ้าของโครงการ", "กลุ่มนิเทศ")) for name, money, when in ((READING, "350,000", "พฤศจิกายน 2564 ถึง สิงหาคม 2565"), (TEACHERS, "220,000", "มกราคม ถึง มีนาคม 2565"), (SAFE, "150,000", "ตลอดปีงบประมาณ"))))
    yield at("o10", "nothing of when", blog, title, table(["ลำดับ", "โครงการ", "จำนวนเงิน (บาท)", "ผู้รับผิดชอบ"], ["1", READING, "350,000", "กลุ่มนิเทศ"], ["2", SAFE, "150,000", "กลุ่มส่งเสริม"]), "time")
    rows = [["โครงการ", "เงินจัดสรร", "เบิกแล้ว", "คิดเป็นร้อยละ", "ความก้าวหน้าของงาน"], [READING, "๓๕๐,๐๐๐", "๑๔๐,๐๐๐", "๔๐", "ดำเนินการแล้ว ๒ จาก ๔ กิจกรรม"], [TEACHERS, "๒๒๐,๐๐๐", "๒๒๐,๐๐๐", "๑๐๐", "เสร็จสิ้น"], [SAFE, "๑๕๐,๐๐๐", "๐", "๐", "ยังไม่เริ่ม"]]
    yield file("o11", "Thai digits in Word", word("รายงานการติดตามผลโครงการตามแผนปฏิบัติการ ครั้งที่ ๑ (๑ ตุลาคม ๒๕๖๔ ถึง ๓๑ มีนาคม ๒๕๖๕)", rows), WORD)
    yield at("o11", "the second half of last year", portal, "รายงานการติดตามผลโครงการตามแผนปฏิบัติการ รอบ 6 เดือนหลัง (เมษายน - กันยายน 2564)", table(*rows), "current", "six_months")


def _reports() -> Iterator[Case]:
    rows = [["ชื่อโครงการ", "ใช้จ่าย (บาท)", "เป้าหมายที่ตั้งไว้", "ผลที่ทำได้"], ["โครงการห้องเรียนต้นแบบ", "98,500", "12 โรงเรียน", "14 โรงเรียน บรรลุเป้าหมาย"], ["โครงการแนะแนวอาชีพ", "64,000", "600 คน", "588 คน ร้อยละ 98"]]
    after = ("ปัญหาที่พบระหว่างดำเนินงาน", "บุคลากรเปลี่ยนตำแหน่งบ่อย", "ข้อเสนอแนะสำหรับปีต่อไป", "ควรจัดทำคู่มือส่งมอบงาน")
    title = "รายงานผลการดำเนินงาน ปีงบประมาณ พ.ศ. 2564 (ตุลาคม 2563 - กันยายน 2564)"
    yield file("o12", "targets beside results", word(title, "บทสรุปผู้บริหาร ผลสัมฤทธิ์ภาพรวมเป็นไปตามเป้าหมาย", rows, *after), WORD)
    yield at("o12", "nothing is recommended", blog, title, p("ผลสัมฤทธิ์ภาพรวมเป็นไปตามเป้าหมาย") + table(*rows) + p(*after[:2]), "recommendations")
    yield at("o16", "means and deviations", portal, "รายงานการสำรวจความพึงพอใจของผู้รับบริการ ปีงบประมาณ 2564", table(["ด้าน", "ค่าเฉลี่ย", "S.D.", "แปลผล"], ["เจ้าหน้าที่", "4.61", "0.52", "มากที่สุด"], ["สถานที่", "4.20", "0.70", "มาก"]))
    yield at("o16", "means of the year before", portal, "รายงานการสำรวจความพึงพอใจของผู้รับบริการ ปีงบประมาณ 2563", table(["ด้าน", "ค่าเฉลี่ย", "แปลผล"], ["เจ้าหน้าที่", "4.52", "มากที่สุด"], ["สถานที่", "4.11", "มาก"]), "current", "fiscal_year")


def _services() -> Iterator[Case]:
    units = ("กลุ่มอำนวยการ", "กลุ่มนโยบายและแผน", "กลุ่มบริหารงานการเงินและสินทรัพย์", "กลุ่มบริหารงานบุคคล", "กลุ่มพัฒนาครูและบุคลากรทางการศึกษา", "กลุ่มส่งเสริมการศึกษาทางไกล เทคโนโลยีสารสนเทศและการสื่อสาร", "กลุ่มนิเทศ ติดตามและประเมินผลการจัดการศึกษา", "กลุ่มส่งเสริมการจัดการศึกษา", "กลุ่มกฎหมายและคดี", "หน่วยตรวจสอบภายใน")
    yield at("o13", "a row a group", portal, "มาตรฐานการปฏิบัติงาน", table(["กลุ่ม/หน่วย", "คู่มือการปฏิบัติงาน"], *([each, f'<a href="/m/{n}.pdf">คู่มือ{each}</a>'] for n, each in enumerate(units))))
    yield at("o13", "of one group", blog, "คู่มือปฏิบัติงานกลุ่มกฎหมายและคดี", p("ขั้นตอนการสอบสวนวินัย: รับเรื่อง ตั้งคณะกรรมการ สอบสวน รายงานผล"), "every_group")
    steps = [["บริการ", "ขั้นตอน", "เวลาที่ใช้", "ผู้รับผิดชอบ"], ["ขอสำเนาทะเบียนประวัติ", "ยื่นคำขอ → ค้นแฟ้ม → รับรองสำเนา", "20 นาที", "กลุ่มบริหารงานบุคคล"], ["ขอจัดตั้งศูนย์การเรียน", "ยื่นคำขอ → ตรวจเอกสาร → เสนอ อนุมัติ", "15 วันทำการ", "กลุ่มส่งเสริมการจัดการศึกษา"]]
    flows = '<img src="f1.png" alt="แผนผังขั้นตอนการขอสำเนาทะเบียนประวัติ"><img src="f2.png" alt="แผนผังขั้นตอนการขอจัดตั้งศูนย์การเรียน">'
    guide = p("คู่มือนี้ให้แนวทางปฏิบัติแก่ผู้มาขอรับบริการ")
    yield at("o14", "services as rows", portal, "คู่มือสำหรับประชาชนผู้รับบริการ", guide + table(*steps) + flows)
    yield at("o14", "nobody is responsible", portal, "คู่มือสำหรับประชาชนผู้รับบริการ", guide + table(*(row[:3] for row in steps)) + flows, "responsible")
    counted = ul(*(f"{each} ผู้ใช้บริการ {101 + 7 * n} ราย" for n, each in enumerate(HALF)))
    yield at("o15", "a line a month", blog, "สถิติการใช้บริการ ณ จุดบริการ", counted)
    yield at("o15", "four months", blog, "สถิติการใช้บริการ ณ จุดบริการ", ul(*(f"{each} ผู้ใช้บริการ {101 + 7 * n} ราย" for n, each in enumerate(HALF[:4]))), "six_months")
    yield at("o17", "systems as buttons", portal, "บริการออนไลน์", p("ยื่นคำขอผ่านอินเทอร์เน็ตได้ตลอด 24 ชั่วโมง") + '<a class="btn" href="https://e.smt.example.go.th/transfer">ยื่นคำร้องขอย้ายออนไลน์</a> <a class="btn" href="https://e.smt.example.go.th/room">จองห้องประชุมออนไลน์</a>')
    yield at("o17", "still being made", portal, "บริการออนไลน์", p("ระบบ e-Service อยู่ระหว่างการพัฒนา คาดว่าจะเปิดให้บริการในปีถัดไป"), "online_service")


def _money() -> Iterator[Case]:
    title = "แผนการใช้จ่ายเงิน ประจำปีงบประมาณ พ.ศ. 2565"
    yield file("o18", "a sheet", workbook({"แผนเงิน": [[title], ["แหล่งเงิน", "หมวดรายจ่าย", "จำนวน"], ["เงินงบประมาณแผ่นดิน", "งบดำเนินงาน", "2400000"], ["เงินงบประมาณแผ่นดิน", "งบลงทุน", "710000"], ["เงินรายได้สถานศึกษา", "งบรายจ่ายอื่น", "56000"]]}), SHEET)
    yield at("o18", "nothing of where it comes from", blog, title, table(["ประเภทรายจ่าย", "จำนวนเงิน (บาท)"], ["งบบุคลากร", "3,900,000"], ["งบดำเนินงาน", "2,400,000"], ["งบลงทุน", "710,000"]), "by_source")
    spent = [["รายการ", "ได้รับตามแผน", "เบิกจ่ายสะสม", "คงเหลือ", "ร้อยละ"], ["งบดำเนินงาน", "1,850,000", "925,000", "925,000", "50.00"], ["งบลงทุน", "900,000", "300,000", "600,000", "33.33"]]
    yield at("o19", "up to the end of March", portal, "ผลการใช้จ่ายงบประมาณ รอบ 6 เดือนแรก ข้อมูล ณ 31 มีนาคม 2565", table(*spent))
    yield at("o19", "up to March of last year", portal, "ผลการใช้จ่ายงบประมาณ รอบ 6 เดือนแรก ข้อมูล ณ 31 มีนาคม 2564", table(*spent), "current", "six_months")
    whole = p("เป้าหมายการเบิกจ่ายร้อยละ 95 ผลสัมฤทธิ์เบิกจ่ายได้จริงร้อยละ 97.2 สูงกว่าเป้าหมาย")
    yield at("o20", "prose and a table", blog, "รายงานผลการใช้จ่ายงบประมาณทั้งปี พ.ศ. 2564", table(*spent) + whole + h(2, "อุปสรรค") + p("เงินงวดโอนล่าช้า") + h(2, "ข้อเสนอแนะ") + p("ควรเร่งรัดตั้งแต่ไตรมาสแรก"))
    yield at("o20", "neither problems nor advice", blog, "รายงานผลการใช้จ่ายงบประมาณทั้งปี พ.ศ. 2564", table(*spent) + whole, "problems", "recommendations")


def _buying() -> Iterator[Case]:
    yield at("o21", "in Thai digits", portal, "แผนการจัดหาพัสดุ ประจำปีงบประมาณ พ.ศ. ๒๕๖๕", table(["รายการ", "งบประมาณ", "เดือนที่จะดำเนินการ"], ["จ้างเหมายามรักษาการณ์", "๑๐๘,๐๐๐", "ตุลาคม ๒๕๖๔"], ["ซื้อกระดาษถ่ายเอกสาร", "๔๕,๐๐๐", "มกราคม ๒๕๖๕"]))
    yield at("o21", "of two years before", portal, "แผนการจัดหาพัสดุ ประจำปีงบประมาณ พ.ศ. ๒๕๖๓", table(["รายการ", "งบประมาณ", "เดือนที่จะดำเนินการ"], ["จ้างเหมายามรักษาการณ์", "๑๐๘,๐๐๐", "ตุลาคม ๒๕๖๒"]), "current", "fiscal_year")
    yield at("o22", "a list of notices", blog, "ประกาศจัดซื้อจัดจ้าง", files(("/n/8", "ประกาศผู้ชนะการเสนอราคา จ้างทำป้าย ลงวันที่ 14 มี.ค. 2565"), ("/n/7", "ประกาศเชิญชวน ซื้อครุภัณฑ์โต๊ะเก้าอี้ ลงวันที่ 1 ก.พ. 2565"), ("/n/6", "ประกาศราคากลาง ปรับปรุงห้องน้ำ ลงวันที่ 25 พ.ย. 2564")))
    heads = ["งานที่ซื้อหรือจ้าง", "วงเงิน", "ราคากลาง", "วิธีซื้อหรือจ้าง", "ผู้เสนอราคาและราคา", "ผู้ได้รับคัดเลือกและราคา", "เหตุผลที่คัดเลือก", "เลขที่สัญญา", "วันที่สัญญา"]

    def line(month: str) -> list[str]:
        return ["ซื้อหมึกพิมพ์", "4,200", "4,200", "เฉพาะเจาะจง", "ร้านนามสมมุติ 4,200", "ร้านนามสมมุติ 4,200", "ราคาต่ำสุด", f"ซ.{1 + HALF.index(month)}/2565", f"12 {month}"]

    def sheets(*left_out: str) -> dict[str, list[list[str]]]:
        kept = [n for n, each in enumerate(heads) if each not in left_out]
        return {each: [[f"แบบ สขร.1 สรุปผลการจัดซื้อจัดจ้าง เดือน{each}"], *([row[n] for n in kept] for row in (heads, line(each)))] for each in HALF}

    title = "แบบ สขร.1 ปีงบประมาณ 2565"
    groups = [row for each in HALF for row in ([f"9:เดือน {each}"], line(each) if "กุมภา" not in each else ["9:เดือนนี้ไม่มีการจัดซื้อจัดจ้าง"])]
    yield at("o23", "one table with rows for months", portal, title, table(heads, *groups))
    yield at("o23", "one table without the way of buying", portal, title, table([each for each in heads if each != "วิธีซื้อหรือจ้าง"], *(row if len(row) == 1 else [*row[:3], *row[4:]] for row in groups)), "method")
    yield file("o23", "sheets without contracts", workbook(sheets("เลขที่สัญญา", "วันที่สัญญา")), SHEET, "contract_number", "contract_date")
    sums = table(["วิธี", "จำนวนครั้ง", "งบประมาณที่ใช้ (บาท)"], ["เฉพาะเจาะจง", "33", "402,110"], ["ประกาศเชิญชวนทั่วไป", "2", "1,250,000"])
    yield at("o24", "a table and two headings", portal, "สรุปผลจัดซื้อจัดจ้างประจำปีงบประมาณ 2564", sums + h(2, "ปัญหา") + p("ผู้ขายส่งของล่าช้า") + h(2, "ข้อเสนอแนะ") + p("กำหนดค่าปรับให้ชัด"))
    yield at("o24", "no problems", portal, "สรุปผลจัดซื้อจัดจ้างประจำปีงบประมาณ 2564", sums + h(2, "ข้อเสนอแนะ") + p("กำหนดค่าปรับให้ชัด"), "problems")


def _people() -> Iterator[Case]:
    policy = ("นโยบายบริหารทรัพยากรบุคคล ปีงบประมาณ พ.ศ. 2565 มุ่งความโปร่งใส เป็นธรรม และคุณธรรม", "1. วางแผนกำลังคน 2. สรรหาด้วยความเป็นธรรม 3. พัฒนาสมรรถนะ")
    signed = f"จึงประกาศให้ทราบทั่วกัน ประกาศ ณ วันที่ 1 พฤศจิกายน พ.ศ. 2564 ({HEAD}) ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา"
    yield file("o25", "signed", word("ประกาศสำนักงาน เรื่อง นโยบายบริหารทรัพยากรบุคคล", *policy, signed), WORD)
    yield at("o25", "signed by nobody", blog, "นโยบายบริหารทรัพยากรบุคคล", p(*policy, "เรียบเรียงโดย กลุ่มบริหารงานบุคคล"), "by_the_head")
    done = (("แผนอัตรากำลัง", "วิเคราะห์อัตรากำลังตามเกณฑ์ ก.ค.ศ."), ("สรรหาคนดีคนเก่ง", "สอบแข่งขันครูผู้ช่วย 14 วิชาเอก"), ("พัฒนาบุคลากร", "อบรมครู 3 รุ่น"), ("ความก้าวหน้าในสายอาชีพ", "ประชุมชี้แจงการเลื่อนวิทยฐานะ"), ("คุณภาพชีวิต", "ตรวจสุขภาพประจำปี"), ("บรรจุและแต่งตั้ง", "บรรจุครูผู้ช่วย 22 ราย"), ("ประเมินผลการปฏิบัติงาน", "ประเมินครั้งที่ 1/2565"), ("จริยธรรมและวินัย", "อบรมวินัยข้าราชการ"))
    title = "ผลการดำเนินงานตามนโยบายบริหารทรัพยากรบุคคล ปีงบประมาณ 2565"
    yield at("o26", "eight terms", portal, title, terms(*done))
    yield at("o26", "neither careers nor appraisal", portal, title, terms(*(pair for pair in done if "ก้าวหน้า" not in pair[0] and "ประเมิน" not in pair[0])), "career", "appraisal")


def _staff() -> Iterator[Case]:
    rules = ("1. หลักเกณฑ์และวิธีการสรรหาและคัดเลือกบุคคล", "2. หลักเกณฑ์การบรรจุ การแต่งตั้ง และการย้าย", "3. หลักเกณฑ์การพัฒนาครูอย่างเข้มและการพัฒนาก่อนแต่งตั้ง", "4. หลักเกณฑ์การประเมินผลการปฏิบัติงานเพื่อเลื่อนเงินเดือน", "5. หลักเกณฑ์การให้คุณให้โทษ การเสริมสร้างขวัญกำลังใจ")
    title = "หลักเกณฑ์การบริหารทรัพยากรบุคคล (ใช้บังคับในปีงบประมาณ 2565)"
    yield file("o27", "five in Word", word(title, *rules), WORD)
    yield at("o27", "nothing on development", blog, title, p(*(each for each in rules if "พัฒนา" not in each)), "development")
    told = h(2, "ผลการบริหารงานบุคคล") + p("บรรจุครูได้ร้อยละ 96 ของอัตราว่าง ตามนโยบายข้อ 2 ได้ครูครบทุกโรงเรียน", "พัฒนาครู 410 คน ตามนโยบายข้อ 3 ครูได้รับวิทยฐานะเพิ่ม 38 คน")
    yield at("o28", "with an analysis", portal, "รายงานผลการบริหารทรัพยากรบุคคล ปีงบประมาณ พ.ศ. 2564", told + h(2, "วิเคราะห์ผล") + p("อัตราว่างลดลงเพราะเรียกบรรจุเร็วขึ้น แต่วิชาเอกฟิสิกส์ยังขาด"))
    yield at("o28", "without an analysis", portal, "รายงานผลการบริหารทรัพยากรบุคคล ปีงบประมาณ พ.ศ. 2564", told, "analysis")


def _complaints() -> Iterator[Case]:
    title = "แนวปฏิบัติการจัดการเรื่องร้องเรียนเจ้าหน้าที่ทุจริตและประพฤติมิชอบ"
    how = h(2, "วิธีร้องเรียน") + p("กรอกแบบออนไลน์ ส่งจดหมาย หรือโทรศัพท์สายตรงผู้อำนวยการ")
    way = h(2, "กระบวนการ") + "<ol><li>ลงทะเบียนรับเรื่อง ภายใน 1 วัน</li><li>ตรวจสอบข้อเท็จจริง ภายใน 15 วัน</li><li>แจ้งผล ภายใน 7 วัน</li></ol>" + p("กลุ่มกฎหมายและคดีเป็นผู้รับผิดชอบ")
    yield at("o29", "days in each step", portal, title, how + way)
    yield at("o29", "not how to complain", portal, title, way, "how_to_complain")
    yield at("o30", "a button to a form", portal, "ช่องทางร้องเรียนการทุจริตและประพฤติมิชอบ", p("ข้อมูลของท่านเป็นความลับ แยกจากช่องทางติดต่อทั่วไป") + '<a class="btn" href="https://forms.gle/x1">กรอกแบบร้องเรียนออนไลน์</a>')
    yield at("o30", "come yourself", blog, "ช่องทางร้องเรียนการทุจริตและประพฤติมิชอบ", p("โปรดมายื่นเรื่องด้วยตนเองที่ห้องกลุ่มกฎหมายและคดี ชั้น 1 ในวันราชการ"), "online_channel")
    heads = ["เดือน", "เรื่องที่ได้รับ", "กำลังดำเนินการ", "ยุติแล้ว", "หมายเหตุ"]
    rows = [[each, "0", "0", "0", "ไม่มีเรื่องร้องเรียน"] for each in HALF]
    yield at("o31", "a row a month", blog, "สถิติเรื่องร้องเรียนทุจริตของเจ้าหน้าที่ ปีงบประมาณ 2565", table(heads, *rows))
    yield at("o31", "four months", blog, "สถิติเรื่องร้องเรียนทุจริตของเจ้าหน้าที่ ปีงบประมาณ 2565", table(heads, *rows[:4]), "six_months")
    yield at("o32", "a form", portal, "แสดงความคิดเห็น", '<form action="/say" method="post"><label for="t">ความคิดเห็นต่อการทำงานของสำนักงาน</label><textarea id="t" name="t"></textarea><button>ส่งความคิดเห็น</button></form>')


def _head() -> Iterator[Case]:
    thai = f"ข้าพเจ้า {HEAD} ผู้อำนวยการสำนักงาน ขอให้คำมั่นว่าจะบริหารงานด้วยความสุจริต โปร่งใส ตรวจสอบได้ ยึดหลักธรรมาภิบาล และไม่ยอมรับการทุจริตทุกรูปแบบ"
    english = "I hereby pledge, as Director of this Secondary Educational Service Area Office, to manage it with integrity and transparency, to follow good governance, and never to tolerate corruption of any kind in any of our duties."
    title = "คำประกาศเจตจำนงสุจริต"
    yield at("o34", "one after the other", blog, title, p(thai) + f'<div lang="en">{h(2, "Integrity Pledge") + p(english)}</div>')
    yield file("o34", "Thai only in Word", word(title, thai, "ประกาศ ณ วันที่ 4 ตุลาคม พ.ศ. 2564"), WORD, "in_english")
    deed = "นำประชุมมอบนโยบายคุณธรรมและความโปร่งใส และลงนามต่อต้านการทุจริต เมื่อ 8 กุมภาพันธ์ 2565"
    yield at("o35", "the head speaks", portal, "ผู้บริหารมีส่วนร่วม", p(f"{HEAD} ผู้อำนวยการ {deed}") + f'<img src="d.jpg" alt="{HEAD} ลงนาม">')
    yield at("o35", "the head before speaks", portal, "ผู้บริหารมีส่วนร่วม", p(f"นายคนก่อน พ้นไปแล้ว ผู้อำนวยการ {deed}"), "present_executive")


def _risks() -> Iterator[Case]:
    rows = [["กระบวนงาน", "รูปแบบความเสี่ยง", "โอกาสเกิด", "ความรุนแรง", "ระดับ", "วิธีจัดการ"], ["การยืมทรัพย์สิน", "นำรถราชการไปใช้ส่วนตัว", "2", "4", "สูง", "ลงทะเบียนคุมการใช้รถ"], ["การจัดซื้อโดยวิธีเฉพาะเจาะจง", "เอื้อผู้ขายรายเดิม", "3", "3", "สูง", "ตรวจสอบโดยผู้ตรวจสอบภายใน"]]
    yield at("o36", "two processes", portal, "ผลประเมินความเสี่ยงต่อการทุจริต ประจำปี 2565", table(*rows))
    yield at("o36", "of last year", portal, "ผลประเมินความเสี่ยงต่อการทุจริต ประจำปี 2564", table(*rows), "current", "fiscal_year")
    yield at("o37", "dates of what was done", blog, "การจัดการความเสี่ยงทุจริต ปีงบประมาณ 2565", p("มาตรการ: ตรวจสอบโดยผู้ตรวจสอบภายใน", "วันที่ 17 กุมภาพันธ์ 2565 ผู้ตรวจสอบภายในสุ่มตรวจการจัดซื้อโดยวิธีเฉพาะเจาะจง 12 รายการ ไม่พบข้อบกพร่อง"))
    deeds = ("ปฏิญาณตนเป็นข้าราชการที่ดี", "อบรมมาตรฐานทางจริยธรรม", "คัดเลือกคนดีศรีเขต", "ทำบุญตักบาตรและฟังธรรม", "รณรงค์ไม่รับของขวัญ")
    title = "กิจกรรมสร้างวัฒนธรรมสุจริต ปีงบประมาณ 2565"
    yield at("o38", "a heading each", portal, title, "".join(h(2, f"กิจกรรมที่ {n}. {each}") + p(f"จัดเมื่อวันที่ {n + 6} มกราคม 2565") for n, each in enumerate(deeds, 1)))
    yield at("o38", "three headings", portal, title, "".join(h(2, f"กิจกรรมที่ {n}. {each}") + p(f"จัดเมื่อวันที่ {n + 6} มกราคม 2565") for n, each in enumerate(deeds[:3], 1)), "at_least_five")


def _preventing() -> Iterator[Case]:
    plan = table(["กิจกรรม", "เป้าหมาย", "เงิน", "ปฏิทิน"], [CLEAN, "บุคลากรทุกคน", "40,000", "ไตรมาส 1-4"], [SCHOOLS, "45 โรงเรียน", "90,000", "ไตรมาส 2-4"])
    yield at("o39", "quarters", blog, "แผนปฏิบัติการต่อต้านการทุจริต ปีงบประมาณ พ.ศ. 2565", plan)
    yield at("o39", "of last year", blog, "แผนปฏิบัติการต่อต้านการทุจริต ปีงบประมาณ พ.ศ. 2564", plan, "current", "fiscal_year")
    half = [["กิจกรรม", "ความก้าวหน้า", "งบประมาณที่เบิกจ่าย"], [CLEAN, "ร้อยละ 55 อยู่ระหว่างดำเนินการ", "21,000"], [SCHOOLS, "ร้อยละ 30", "27,500"]]
    title = "ผลการดำเนินการป้องกันทุจริต รอบ 6 เดือนแรก ปีงบประมาณ พ.ศ. 2565 (ต.ค. 2564 - มี.ค. 2565)"
    yield at("o40", "three columns", portal, title, table(*half))
    yield at("o40", "nothing of money", portal, title, table(*(row[:2] for row in half)), "budget_used")
    year = [["โครงการ", "ผล", "เป้าหมาย / ผลสัมฤทธิ์", "ใช้เงิน (บาท)"], [CLEAN, "อบรม 68 คน", "60 คน / สูงกว่าเป้าหมาย", "38,400"], [SCHOOLS, "44 โรงเรียน", "45 โรงเรียน / ร้อยละ 97.8", "88,000"]]
    words = ("อุปสรรค: การระบาดทำให้เลื่อนกิจกรรม", "ข้อเสนอแนะ: จัดแบบออนไลน์")
    yield file("o41", "in Word", word("รายงานผลป้องกันการทุจริต ปีงบประมาณ พ.ศ. 2564", year, *words), WORD)
    yield at("o41", "no problems", blog, "รายงานผลป้องกันการทุจริต ปีงบประมาณ พ.ศ. 2564", table(*year) + p(words[1]), "problems")


def _measures() -> Iterator[Case]:
    names = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต", "คุณภาพการดำเนินงาน", "ประสิทธิภาพการสื่อสาร", "การปรับปรุงระบบการทำงาน", "การเปิดเผยข้อมูล", "การป้องกันการทุจริต")

    def every(*kept: str) -> str:
        return ul(*(f"{name}: 8{n}.25 คะแนน วิเคราะห์แล้วควรเพิ่มการรับรู้" for n, name in enumerate(kept)))

    then = h(2, "มาตรการที่กำหนด") + terms(("มาตรการที่ 1 เพิ่มการรับรู้ของบุคลากร", "จัดประชุมทุกเดือน กลุ่มอำนวยการรับผิดชอบ ติดตามและรายงานทุกไตรมาส"))
    title = "วิเคราะห์ผล ITA ปีงบประมาณ พ.ศ. 2564 และมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
    yield at("o42", "a line an indicator", portal, title, every(*names) + then)
    yield at("o42", "the last two are left out", portal, title, every(*names[:8]) + then, "every_indicator")
    yield at("o43", "a term a measure", blog, "ผลตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ 2565", terms(("มาตรการเปิดเผยแผนการใช้งบประมาณ", "นำไปปฏิบัติโดยแจ้งแผนในที่ประชุมทุกเดือนตั้งแต่พฤศจิกายน 2564 ผลที่ได้ บุคลากรร้อยละ 90 รับทราบแผน")))


def _poor() -> Iterator[Case]:
    sold = "<!doctype html><html lang='en'><head><title>Domain for sale</title></head><body><h1>This domain is for sale</h1><p>Buy this domain. Related searches: casino, loans.</p></body></html>"
    yield file("o39", "a domain for sale", sold.encode(), PAGE, "alive")
    asks = "<!doctype html><html lang='th'><head><title>ต้องขอสิทธิ์เข้าถึง</title></head><body><h1>คุณต้องมีสิทธิ์เข้าถึง</h1><p>ขอสิทธิ์เข้าถึง หรือเปลี่ยนไปใช้บัญชีที่มีสิทธิ์</p></body></html>"
    yield replace(file("o20", "a drive that wants permission", asks.encode(), PAGE, "alive"), address="https://drive.google.com/file/d/2y/view")
    yield at("o25", "the page of nothing", portal, "ขออภัย", p("ระบบไม่พบเนื้อหาที่ท่านเรียก"), "alive")
    yield replace(file("o33", "not found", b"<h1>Not Found</h1>", "text/html", "alive"), status=404, address=f"{HOST}/take-part")
    scan, kind = makers.scanned("แผนปฏิบัติการต่อต้านการทุจริต ปีงบประมาณ พ.ศ. 2565", [f"{CLEAN} งบประมาณ 40,000 บาท", f"{SCHOOLS} งบประมาณ 90,000 บาท"])
    yield file("o39", "scanned", scan, kind, "machine_readable", "accessible")
    bare = portal("โครงสร้างหน่วยงาน", '<img src="tree.png">' + ul("ผู้อำนวยการ", "รองผู้อำนวยการ", "กลุ่มอำนวยการ", "หน่วยตรวจสอบภายใน"))
    yield file("o1", "a picture without words", bare.encode(), PAGE, "accessible")


__all__ = ["second_set"]
