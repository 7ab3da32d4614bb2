"""O1-O9: who the office is, how to reach it, what is new."""

# ruff: noqa: E501 - the words of a case stand in one line
# fmt: off

from __future__ import annotations

from collections.abc import Iterator

from corpus.cases import Case
from corpus.offices.layouts import (
    accordion,
    cards,
    files,
    joomla,
    p,
    photo,
    press,
    saved,
    sites,
    table,
    ul,
)
from corpus.offices.told import page, web

HEAD, DEPUTY = "นางตัวอย่าง รักษาการ", "ว่าที่ร้อยตรีสมมุติ ช่วยงาน"
HEAD_POST, DEPUTY_POST = "ผอ.สพป.สมมุติ เขต 3", "รอง ผอ.สพป.สมมุติ เขต 3"
LAWS = (
    "รัฐธรรมนูญแห่งราชอาณาจักรไทย พ.ศ. ๒๕๖๐",
    "พ.ร.บ.การศึกษาแห่งชาติ พ.ศ. ๒๕๔๒ แก้ไขเพิ่มเติม (ฉบับที่ ๔) พ.ศ. ๒๕๖๒",
    "พ.ร.บ.ระเบียบบริหารราชการกระทรวงศึกษาธิการ พ.ศ. ๒๕๔๖ และที่แก้ไข",
    "พ.ร.บ.ระเบียบข้าราชการครูและบุคลากรทางการศึกษา พ.ศ. ๒๕๔๗ และที่แก้ไข",
    "พ.ร.บ.การศึกษาภาคบังคับ พ.ศ. ๒๕๔๕",
    "พ.ร.บ.ข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐",
)
COMPULSORY = 4


def about() -> Iterator[Case]:
    yield from _structure()
    yield from _executives()
    yield from _duties_and_plans()
    yield from _contacts()
    yield from _laws()
    yield from _news()
    yield from _questions()


def _structure() -> Iterator[Case]:
    units = ("กลุ่มอำนวยการ", "กลุ่มนโยบายและแผน", "กลุ่มนิเทศ ติดตามและประเมินผล", "หน่วยตรวจสอบภายใน")
    chart = photo("chart.jpg", "แผนภูมิการแบ่งส่วนราชการ", "แผนภูมิโครงสร้างองค์กร มีผู้อำนวยการ รองผู้อำนวยการ และ 10 กลุ่ม")
    yield web("o1", "chart and cards", sites, "โครงสร้างองค์กร", chart + cards(
        *((each, p("ผู้อำนวยการกลุ่ม 1 คน เจ้าหน้าที่ 4 คน")) for each in units),
        ("ผู้บริหาร", p("ผู้อำนวยการ สพป. และรองผู้อำนวยการ สพป. 3 คน")),
    ))
    yield web(
        "o1", "a chart without words", press, "แผนผังโครงสร้าง", '<img src="/img/structure-2565.jpg">', "accessible"
    )


def _executives() -> Iterator[Case]:
    def person(name: str, post: str, tail: str, file: str) -> tuple[str, str]:
        return name, (
            f'<img src="{file}" alt="{name}">' + p(post)
            + f'<a href="tel:+6620000{tail}">0-2000-0{tail}</a><br><a href="mailto:e{tail}@khet3.example.go.th">'
            f"e{tail}@khet3.example.go.th</a>"
        )

    both = [person(HEAD, HEAD_POST, "301", "1.jpg"), person(DEPUTY, DEPUTY_POST, "302", "2.jpg")]
    yield web("o2", "cards with tel: and mailto:", press, "ทำเนียบผู้บริหาร", cards(*both))
    others = [person("นายอดีต เคยเป็น", HEAD_POST, "301", "1.jpg"), both[1]]
    yield web("o2", "cards of the head before", press, "ทำเนียบผู้บริหาร", cards(*others), "head")
    faces = "".join(photo(f"{n}.jpg", f"{name}<br>{post}", name) for n, name, post in (
        (1, HEAD.replace(" ", "&nbsp; "), HEAD_POST), (2, DEPUTY, DEPUTY_POST)))
    lines = table(
        ["ชื่อ - สกุล", "เบอร์ติดต่อ", "e-mail"],
        [HEAD, "02 000 0301 ต่อ 11", "head@khet4.example.go.th"],
        [DEPUTY, "02 000 0301 ต่อ 12", "deputy@khet4.example.go.th"],
    )
    yield web("o2", "faces here, numbers there", sites, "คณะผู้บริหาร", faces,
              beside=page("phones.html", sites, "สมุดโทรศัพท์ผู้บริหาร", lines))
    bare = table(["ที่", "ชื่อ - สกุล", "ตำแหน่ง", "โทรศัพท์"], ["1", HEAD, "ผู้อำนวยการ", "0 2000 0501"],
                 ["2", DEPUTY, "รองผู้อำนวยการ", "0 2000 0502"])
    yield web("o2", "a list without faces and mail", joomla, "ผู้บริหาร", bare, "photo", "email")


def _duties_and_plans() -> Iterator[Case]:
    duty = (
        "๑. จัดทำนโยบาย แผนพัฒนา และมาตรฐานการศึกษาของเขตพื้นที่การศึกษา",
        "๒. วิเคราะห์การจัดตั้งงบประมาณเงินอุดหนุนทั่วไปของสถานศึกษา",
        "๓. กำกับ ดูแล ติดตาม และประเมินผลสถานศึกษาขั้นพื้นฐาน",
    )
    law = "ตามประกาศกระทรวงศึกษาธิการ เรื่อง การแบ่งส่วนราชการภายในสำนักงานเขตพื้นที่การศึกษา พ.ศ. ๒๕๖๐ ให้มีหน้าที่ดังนี้"
    yield web("o3", "numbered paragraphs", sites, "ภารกิจและอำนาจหน้าที่", p(law, *duty))
    yield web("o3", "nothing yet", press, "อำนาจหน้าที่", p("อยู่ระหว่างปรับปรุงข้อมูล"), "powers_and_duties")
    goals = p("วิสัยทัศน์: องค์กรแห่งการเรียนรู้", "กลยุทธ์ที่ ๑ พัฒนาผู้เรียน", "กลยุทธ์ที่ ๒ พัฒนาครู", "ตัวชี้วัด ๑๒ ตัว เป้าหมายร้อยละ ๘๐")
    yield web("o4", "in Thai digits", joomla, "แผนพัฒนาการศึกษาขั้นพื้นฐาน พ.ศ.๒๕๖๓-๒๕๖๕", goals)
    yield web("o4", "chapters as files", press, "แผนพัฒนาการศึกษา (2561–2565)", files(
        ("/f/1.pdf", "บทที่ 1 บทนำ"), ("/f/2.pdf", "บทที่ 2 ทิศทางการพัฒนา"), ("/f/3.pdf", "บทที่ 3 โครงการและงบประมาณ")))
    yield web("o4", "a plan not yet in force", joomla, "แผนพัฒนาการศึกษา พ.ศ. 2566-2570", goals, "current")
    yield web("o4", "a plan that has ended", press, "แผนกลยุทธ์ พ.ศ. 2559 - 2562", goals, "current")


def _contacts() -> Iterator[Case]:
    where = "199 หมู่ 3 ต.ในเมือง อ.เมืองสมมุติ จ.สมมุติ 99000"
    embed = '<iframe src="https://www.google.com/maps/embed?pb=!1m18" title="แผนที่"></iframe>'
    line = "โทร. 02-000-0400 ต่อ 11-14 โทรสาร 02-000-0499 E-mail : khet4@khet4.example.go.th"
    yield web("o5", "one line and an embedded map", sites, "ติดต่อเรา", p(where, line) + embed)
    icons = (
        f'<p><i class="fa fa-home"></i> {where}</p><p><i class="fa fa-phone" title="โทรศัพท์"></i> 0-2000-0300</p>'
        '<p><i class="fa fa-fax" title="โทรสาร"></i> 0-2000-0399</p>'
        '<p><i class="fa fa-envelope"></i> <a href="mailto:info@khet3.example.go.th">อีเมลถึงเรา</a></p>'
    )
    chart = '<a href="https://goo.gl/maps/abc">ดูเส้นทางใน Google Maps</a>'
    yield web("o5", "icons", press, "ช่องทางการติดต่อ", icons + chart)
    yield web("o5", "icons without mail", press, "ช่องทางการติดต่อ",
              icons[: icons.index('<p><i class="fa fa-envelope')] + chart, "email")
    yield web("o5", "no fax, no map", joomla, "ติดต่อหน่วยงาน",
              p(where, "โทร 0 2000 0500", "อีเมล์ khet5@khet5.example.go.th"), "fax", "map")


def _laws() -> Iterator[Case]:
    groups = (("กฎหมายสูงสุด", files(("/law/1.pdf", LAWS[0]))),
              ("กฎหมายการศึกษา", files(*((f"/law/{n}.pdf", LAWS[n]) for n in range(1, 5)))),
              ("กฎหมายอื่น", files(("/law/6.pdf", LAWS[5]))))
    yield web("o6", "short names in an accordion", press, "ระเบียบ กฎหมาย", accordion(*groups))
    yield web("o6", "a list with one left out", joomla, "ระเบียบ กฎหมาย",
              ul(*(each for n, each in enumerate(LAWS) if n != COMPULSORY)), "compulsory_education")


def _news() -> Iterator[Case]:
    fresh = (("15 มี.ค. 65", "ผอ.เขต ตรวจเยี่ยมโรงเรียน"), ("2 ก.พ. 65", "อบรมครูผู้ช่วย"), ("9 ธ.ค. 64", "มอบทุนการศึกษา"))
    yield web("o7", "cards with short dates", press, "ข่าวกิจกรรม",
              cards(*((what, f"<time>{day}</time>" + p("อ่านต่อ")) for day, what in fresh)))
    rows = [["01/03/2565", "ประชุมเตรียมสอบ O-NET", "214"], ["14/02/2565", "นิเทศโรงเรียนคุณภาพ", "88"]]
    yield web("o7", "a table", joomla, "ข่าวประชาสัมพันธ์", table(["วันที่", "หัวข้อ", "อ่าน"], *rows))
    old = [[day.replace("2565", "2563"), *rest] for day, *rest in rows]
    yield web("o7", "a table of old news", joomla, "ข่าวประชาสัมพันธ์",
              table(["วันที่", "หัวข้อ", "อ่าน"], *old), "current", "fiscal_year")


def _questions() -> Iterator[Case]:
    asked = table(["กระทู้", "ผู้ถาม", "ตอบ"], ["ขอย้ายต้องทำอย่างไร", "ครูคนหนึ่ง", "2"], ["สอบบรรจุเมื่อใด", "ผู้สนใจ", "1"])
    box = '<form method="post" action="#"><label>คำถามของท่าน<textarea name="q"></textarea></label><button>ตั้งกระทู้</button></form>'
    yield web("o8", "a board", joomla, "กระดานถาม - ตอบ", asked + box)
    yield web("o8", "an outside form in a frame", sites, "ถาม-ตอบ (Q&amp;A)", p("เจ้าหน้าที่จะตอบกลับทางอีเมลภายใน 1 วัน") +
              '<iframe src="https://docs.google.com/forms/d/e/x/viewform?embedded=true" title="แบบฟอร์มถาม"></iframe>')
    yield web("o8", "a telephone only", press, "ถาม-ตอบ", p("มีข้อสงสัย สอบถามและรับคำตอบได้ที่ โทร. 0 2000 0300 ในวันและเวลาราชการ"), "place_on_site")
    signs = "".join(f'<a href="https://{at}" aria-label="{name}"><i class="bi"></i></a>' for at, name in (
        ("www.facebook.com/khet3.example", "Facebook"), ("line.me/R/ti/p/@khet3", "LINE")))
    yield web("o9", "signs with labels", press, "ติดตามเรา", p("สื่อสังคมออนไลน์ของสำนักงาน") + signs)
    yield web("o9", "no network at all", joomla, "Social Network", p("เครือข่ายสังคมออนไลน์ อยู่ระหว่างจัดทำ"), "place_on_site")
    yield web("o9", "saved from Word", saved, "เครือข่ายสังคมออนไลน์", p(
        'เพจ <a href="https://facebook.com/khet7.example">สพป.สมมุติ เขต 7</a>'), "accessible")
