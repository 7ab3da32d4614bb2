"""Files as form services write them, with titles as offices word them."""

import csv
import io

from openpyxl import Workbook

from prongsai.collect.surveys.importing.rows import Rows
from prongsai.frameworks import library

YEAR = library.load("obec-2565")
IIT = Rows(YEAR.part("iit").parts)
EIT = Rows(YEAR.part("eit").parts)
LEVELS = ("น้อยที่สุดหรือไม่มีเลย", "น้อย", "มาก", "มากที่สุด")

# Row code -> a title that means it: other words, numbers of their own, grids in brackets.
MESSY = {
    "i1.1": "1. บุคลากรของสำนักงานให้บริการครบถ้วนตามขั้นตอนที่กำหนด มากน้อยเพียงใด",
    "i1.2": "2. บุคลากรของสำนักงานให้บริการเสร็จภายในระยะเวลาที่กำหนด มากน้อยเพียงใด",
    "i2.1": "๓. บริการผู้มาติดต่อทั่วๆ ไป และผู้ที่รู้จักเป็นการส่วนตัว  อย่างเท่าเทียมกันเพียงใด",
    "i3.1": "การทำงานของบุคลากรเป็นอย่างไร [มุ่งผลสำเร็จของงาน]",
    "i3.2": "การทำงานของบุคลากรเป็นอย่างไร [ให้ความสำคัญกับงานมากกว่าธุระส่วนตัว]",
    "i3.3": "การทำงานของบุคลากรเป็นอย่างไร [พร้อมรับผิดชอบเมื่อผิดพลาด]",
    "i4.1": "มีการเรียกรับสิ่งเหล่านี้จากผู้มาติดต่อ เพื่อแลกกับการปฏิบัติงาน อนุมัติ อนุญาต หรือให้บริการ หรือไม่ [เงิน]",
    "i4.2": "มีการเรียกรับสิ่งเหล่านี้จากผู้มาติดต่อ เพื่อแลกกับการปฏิบัติงาน อนุมัติ อนุญาต หรือให้บริการ หรือไม่ [ทรัพย์สิน]",
    "i4.3": "มีการเรียกรับสิ่งเหล่านี้จากผู้มาติดต่อ เพื่อแลกกับการปฏิบัติงาน อนุมัติ อนุญาต หรือให้บริการ หรือไม่ [ประโยชน์อื่น ๆ]",
    "i5.2": "I5 นอกเหนือจากที่ให้กันตามธรรมเนียม [ทรัพย์สิน]",
    "i7.1": "ท่านรู้แผนการใช้จ่ายงบประมาณประจำปีของหน่วยงานเพียงใด",
    "i8.1": "หน่วยงานใช้จ่ายงบประมาณอย่างไร [คุ้มค่า]",
    "i8.2": "หน่วยงานใช้จ่ายงบประมาณอย่างไร [ตรงตามวัตถุประสงค์ที่ตั้งไว้]",
    "i12.1": "หน่วยงานเปิดโอกาสให้มีส่วนร่วมตรวจสอบการใช้จ่ายงบประมาณ [สอบถาม]",
    "i12.2": "หน่วยงานเปิดโอกาสให้มีส่วนร่วมตรวจสอบการใช้จ่ายงบประมาณ [ทักท้วง]",
    "i12.3": "หน่วยงานเปิดโอกาสให้มีส่วนร่วมตรวจสอบการใช้จ่ายงบประมาณ [ร้องเรียน]",
    "i16.1": "ท่านเคยถูกผู้บังคับบัญชาสั่งให้ทำธุระส่วนตัวของผู้บังคับบัญชา มากน้อยเพียงใด",
    "i21.1": "เวลายืมทรัพย์สินของราชการไปใช้ปฏิบัติงาน บุคลากรขออนุญาตอย่างถูกต้องเพียงใด",
    "i26.1": "หน่วยงานทำสิ่งต่อไปนี้หรือไม่ [ทบทวนนโยบายหรือมาตรการป้องกันการทุจริต]",
    "i26.2": "หน่วยงานทำสิ่งต่อไปนี้หรือไม่ [จัดทำแผนป้องกันและปราบปรามการทุจริต]",
    "i30.4": "หากท่านแจ้งเบาะแสการทุจริต [มั่นใจว่าตนเองจะปลอดภัยและไม่ได้รับผลกระทบ]",
}
# What a person writes and a service adds; none of it may be seen again.
PERSONAL = {
    "ประทับเวลา": lambda n: f"1/3/2566, 8:{n:02}:11 น.",
    "ที่อยู่อีเมล": lambda n: f"khon{n}@example.invalid",
    "ชื่อ-สกุล": lambda n: f"สมมุติ{n} นามสมมุติ",
    "เบอร์โทรศัพท์ (ถ้ามี)": lambda n: f"08-1111-{n:04}",
    "ข้อเสนอแนะถึงผู้บริหาร": lambda n: f"ฝากถึงหัวหน้าเรื่องที่ {n}",
}


def answer(code, n):
    """What the n-th respondent says of a row."""
    row = IIT.by_code[code]
    kinds = len(row.scale.choices)
    return row.scale.choices[(n + len(code)) % kinds].label.th


def sheet(many, titles=MESSY, personal=PERSONAL):
    """Lines of an export, its titles first."""
    head = [*personal, *titles.values()]
    lines = [[make(n) for make in personal.values()] + [answer(c, n) for c in titles] for n in range(many)]
    return [head, *lines]


def csv_of(lines, charset="utf-8-sig", separator=","):
    out = io.StringIO()
    csv.writer(out, delimiter=separator).writerows(lines)
    return out.getvalue().encode(charset)


def xlsx_of(lines, name="การตอบแบบฟอร์ม 1"):
    book = Workbook()
    page = book.active
    page.title = name
    for line in lines:
        page.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
