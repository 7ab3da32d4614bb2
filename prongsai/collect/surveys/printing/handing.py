"""How slips with codes are worded and handed out, by stream."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.text import Text

TEAR_UP = Text("ตอบเสร็จแล้วโปรดฉีกใบนี้ทิ้ง", "When you have answered, tear this slip up.")
ASK = Text("สแกนคิวอาร์โค้ดด้วยโทรศัพท์ หรือเปิดหน้า", "Scan the picture with a phone, or open")
TYPING = Text("แล้วพิมพ์รหัสด้านล่าง (ใช้ได้ครั้งเดียว)", "and type the code below (it works once)")
WARNINGS = Text("เพื่อรักษาความลับของผู้ตอบ", "To keep the respondents' secret")
PICTURE = Text("คิวอาร์โค้ดที่เปิดแบบสำรวจพร้อมรหัสในใบนี้", "QR code that opens the survey with the code of this slip")
FOLD = Text("พับ", "fold")
WHO = Text("ผู้มีสิทธิตอบ: {who}", "Who may answer: {who}")
PRINT = Text(
    "พิมพ์หน้าเดียวในขนาดจริง (100%) แล้วนับให้ครบ {sheets} แผ่น",
    "Print on one side in true size (100 %), and count that all {sheets} sheets are there.",
)
CUT = Text(
    "ตัดตามเส้นประ พับตามเส้นจุดให้รหัสอยู่ด้านใน แล้วพับซ้ำอีกครั้ง ให้ทุกใบดูเหมือนกัน",
    "Cut along the dashed lines, fold along the dotted line with the code inside, and fold once more, so "
    "that all look alike.",
)
LEFT_OVER = Text(
    "ใบที่เหลือให้อยู่ในกล่องปิด เมื่อหมดเวลาตอบแล้วให้ฉีกทิ้งต่อหน้าพยานอย่างน้อยสองคน",
    "Slips that are left over stay in the closed box. When answering has ended, tear them up before at "
    "least two witnesses.",
)
NO_COPIES = Text(
    "ไม่ถ่ายสำเนา ไม่ถ่ายภาพ และไม่ส่งไฟล์นี้ต่อ เมื่อพิมพ์ครบแล้วให้ลบไฟล์นี้ และลบงานพิมพ์ที่ค้างอยู่ในเครื่องพิมพ์",
    "Do not copy or photograph the slips or pass this file on. Once all is printed, delete this file and "
    "any job kept in the printer.",
)
NO_COLLECTING = Text(
    "ไม่เก็บใบที่ใช้แล้วคืน และไม่ขอดูใบหรือหน้าจอของผู้ตอบ",
    "Do not collect used slips, and do not ask to see anyone's slip or screen.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handing:
    """promises: on every slip. steps and warnings: on the first page; `{sheets}` may stand in them."""

    title: Text
    lead: Text  # `{slips}`, `{survey}` and `{office}` may stand in it
    ask: Text = ASK
    typing: Text = TYPING
    promises: tuple[Text, ...]
    steps: tuple[Text, ...]
    warnings: tuple[Text, ...]
