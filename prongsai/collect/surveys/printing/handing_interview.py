"""Slips for interviewers: one code an interview."""

from __future__ import annotations

from prongsai.collect.surveys.printing import handing
from prongsai.core.text import Text

INTERVIEW = handing.Handing(
    title=Text("วิธีใช้ใบรหัสในการสัมภาษณ์", "How to use the slips in interviews"),
    lead=Text(
        "แผ่นถัดไปมีใบรหัส {slips} ใบ สำหรับผู้สัมภาษณ์ตาม{survey} ของ{office} ใช้ใบหนึ่งต่อการสัมภาษณ์หนึ่งครั้ง",
        "The sheets that follow hold {slips} slips for those who interview for {survey} of {office}: one "
        "slip for each interview.",
    ),
    ask=Text("ผู้สัมภาษณ์สแกนคิวอาร์โค้ด หรือเปิดหน้า", "Interviewer: scan the picture, or open"),
    typing=Text("แล้วพิมพ์รหัสด้านล่าง (ใช้สัมภาษณ์ได้ครั้งเดียว)", "and type the code below (for one interview)"),
    promises=(
        Text(
            "อ่านคำถามและตัวเลือกตามที่เขียนทุกคำ ไม่อธิบายเพิ่ม ไม่ชี้นำ",
            "Read every question and choice aloud as it stands; do not explain or lead.",
        ),
        Text(
            "ไม่จดชื่อ เบอร์โทรศัพท์ หรือสิ่งที่บอกได้ว่าสัมภาษณ์ใคร และไม่นำคำตอบไปเล่าต่อ",
            "Do not write down who was interviewed, and do not pass on what you heard.",
        ),
        Text("สัมภาษณ์เสร็จแล้วฉีกใบนี้ทิ้ง", "When the interview is over, tear this slip up."),
    ),
    steps=(
        handing.PRINT,
        handing.CUT,
        Text(
            "คลุกใบในกล่อง แล้วให้ผู้สัมภาษณ์หยิบเองตามจำนวนที่จะสัมภาษณ์ ไม่จดว่าใครได้รหัสใด",
            "Shuffle the slips in a box and let each interviewer draw as many as they will interview. "
            "Do not write down who has which code.",
        ),
        Text(
            "ก่อนเริ่ม บอกผู้ตอบว่าระบบไม่เก็บสิ่งที่บอกได้ว่าผู้ตอบเป็นใคร ไม่ตอบข้อใดก็ได้ และเลิกเมื่อใดก็ได้",
            "Before you begin, say that the system keeps nothing that tells who answered, "
            "that any question may be left out, and that they may stop at any time.",
        ),
        Text(
            "อ่านทุกคำถามออกเสียงตามที่เขียน แล้วกดคำตอบตามที่ได้ยินโดยให้ผู้ตอบเห็นหน้าจอ",
            "Read every question aloud as it stands, and mark what you hear where the respondent can see "
            "the screen.",
        ),
        handing.LEFT_OVER,
    ),
    warnings=(
        Text(
            "ไม่บันทึกเสียงหรือภาพ และไม่ให้บุคลากรของหน่วยงานที่ถูกประเมินนั่งฟัง",
            "Record neither sound nor picture, and let nobody from the assessed office listen in.",
        ),
        Text(
            "ไม่เขียนชื่อ เลข หรือเครื่องหมายใดบนใบ และไม่เก็บใบที่ใช้แล้ว",
            "Write no name, number or mark on a slip, and do not keep used slips.",
        ),
        handing.NO_COPIES,
    ),
)
