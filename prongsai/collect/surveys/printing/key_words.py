"""What stands on the slip of a key holder."""

from __future__ import annotations

from prongsai.core.text import Text

TITLE = Text("กุญแจเปิดคำตอบที่ล็อกไว้", "Key to the locked answers")
LEAD = Text(
    "คำตอบทุกชุดถูกปิดไว้จนถึงวันปิดผนึกผล ต้องใช้กุญแจของผู้ถือสองคนจึงเปิดได้ กุญแจนี้แสดงให้เห็นครั้งเดียว "
    "ไม่มีผู้ใดทำให้ใหม่ได้ แม้ผู้ดูแลระบบ",
    "Every answer stays shut until the day of sealing, and it takes the keys of two holders to open them. "
    "This key is shown once; nobody can make it again, not even the operators of the system.",
)
OFFICE = Text("หน่วยงาน", "Office")
SURVEY = Text("แบบสำรวจ", "Survey")
HOLDER = Text("ผู้ถือกุญแจ", "Key holder")
PICTURE = Text("คิวอาร์โค้ดของกุญแจ", "QR code of the key")
NOTE = Text(
    "มีเพียงตัวอักษร a–z และเลข 2–7 พิมพ์ตัวเล็กหรือใหญ่ เว้นวรรคหรือไม่ก็ได้ ก่อนพิมพ์ให้สลับแป้นพิมพ์เป็นภาษาอังกฤษ",
    "Only the letters a–z and the digits 2–7; capitals or not, with or without spaces. "
    "Set the keyboard to English first.",
)
PARTS = (
    (
        Text("การเก็บรักษา", "Until then"),
        (
            Text(
                "พับให้กุญแจอยู่ด้านใน ใส่ซองทึบ ปิดซองและลงชื่อคาบรอยปิด แล้วเก็บในที่ล็อกซึ่งท่านเปิดได้ผู้เดียว",
                "Fold the page with the key inside, put it into an opaque envelope, sign across the flap, "
                "and lock it away where only you can open.",
            ),
            Text(
                "เก็บให้ห่างจากคอมพิวเตอร์ ไม่ถ่ายภาพ ไม่พิมพ์ลงไฟล์ ไม่ส่งทางอีเมลหรือแอปสนทนา และไม่ให้ผู้ถือกุญแจคนอื่นเห็น",
                "Keep it away from any computer. Do not photograph it, type it into a file, send it, or "
                "show it to another holder.",
            ),
            Text(
                "พิมพ์เพียงแผ่นเดียว แล้วลบไฟล์นี้และลบงานพิมพ์ที่ค้างอยู่ในเครื่องพิมพ์",
                "Print one page, then delete this file and any job kept in the printer.",
            ),
            Text(
                "หากกุญแจเหลือไม่ถึงสองดอก จะไม่มีผู้ใดเปิดคำตอบได้อีก หากหายให้แจ้งผู้ถือกุญแจคนอื่นทันที",
                "If fewer than two keys are left, nobody can ever open the answers. Tell the other "
                "holders at once if yours is lost.",
            ),
        ),
    ),
    (
        Text("ในวันปิดผนึกผล", "On the day of sealing"),
        (
            Text(
                "นำแผ่นนี้มาด้วยตนเอง เปิดซองต่อหน้าผู้ถือกุญแจอีกคน แล้วสแกนหรือพิมพ์กุญแจในหน้าปิดผนึกผล",
                "Bring this page yourself, open the envelope before the other holder, and scan or type "
                "the key on the sealing page.",
            ),
        ),
    ),
    (
        Text("หลังปิดผนึกผลแล้ว", "After sealing"),
        (
            Text(
                "ทำลายแผ่นนี้ด้วยเครื่องย่อยเอกสารหรือเผา ต่อหน้าผู้ถือกุญแจอีกคน",
                "Shred or burn this page before the other holder.",
            ),
        ),
    ),
)
