"""What stands on the blank for a pen besides its questions."""

from __future__ import annotations

from prongsai.core.text import Text
from prongsai.core.veil import LEAST_FOR_BREAKDOWN

WHO = Text("ผู้มีสิทธิตอบ: {who}", "Who may answer: {who}")
PROMISE_TITLE = Text("คำมั่นต่อผู้ตอบ", "What we promise you")
PROMISES = (
    Text(
        "แบบนี้ไม่ถามชื่อ และไม่มีสิ่งใดบนกระดาษที่บอกว่าผู้ใดได้ไป",
        "No name is asked, and nothing on this paper tells who was given it.",
    ),
    Text(
        "ท่านพับแบบใส่กล่องปิดด้วยตนเอง แบบทุกชุดจะคลุกรวมกันก่อนมีผู้เปิดอ่าน",
        "You put the folded paper into a closed box yourself; all papers are mixed before anyone reads one.",
    ),
    Text(
        "เลขที่ของแบบเขียนภายหลังและถูกลบเมื่อพิมพ์คำตอบเข้าระบบครบแล้ว ผลเปิดดูได้เมื่อปิดรับคำตอบแล้ว",
        "The paper's number is written later and is deleted once the answers are in. "
        "Results can be seen only after the survey has closed.",
    ),
)
HOW_TITLE = Text("วิธีตอบ", "How to fill it in")
HOW = (
    Text(
        "ใช้ปากกาทำเครื่องหมาย ✓ ในช่องสี่เหลี่ยมช่องเดียวของแต่ละบรรทัดคำถาม",
        "With a pen, put a ✓ into one box for each question line.",
    ),
    Text(
        "หากเปลี่ยนคำตอบ ให้ระบายทึบช่องเดิม แล้วทำเครื่องหมายในช่องใหม่",
        "To change an answer, black out the first box and tick another.",
    ),
    Text(
        "ข้อที่ไม่ประสงค์จะตอบให้เว้นว่างไว้ และไม่เขียนชื่อหรือสิ่งที่บอกได้ว่าท่านเป็นใคร",
        "Leave blank what you do not want to answer, and write nothing that tells who you are.",
    ),
)
SERIAL = Text("เลขที่แบบ (เจ้าหน้าที่เขียนหลังคลุกแล้ว)", "No. (for office use, after mixing)")
SUGGESTION = Text("ข้อเสนอแนะ (ไม่เขียนก็ได้)", "Suggestion (you may leave it out)")
SUGGESTION_WARNING = Text(
    "โปรดอย่าเขียนชื่อ ตำแหน่ง หรือเรื่องที่มีท่านรู้เพียงผู้เดียว หากเกรงว่าจะมีผู้จำลายมือได้ ให้เขียนตัวบรรจงหรือเว้นไว้ "
    f"ข้อเสนอแนะเก็บแยกจากคำตอบ และแสดงเมื่อมีอย่างน้อย {LEAST_FOR_BREAKDOWN} ข้อ",
    "Do not write your name, your post or what only you can know. If someone might know your hand, print "
    "the letters or leave it out. "
    f"Suggestions are kept apart from answers and shown once there are at least {LEAST_FOR_BREAKDOWN}.",
)
END = Text(
    "ขอบคุณ โปรดพับแบบแล้วใส่กล่องปิดด้วยตนเอง", "Thank you. Fold the paper and put it into the closed box yourself."
)
PAGE = Text("หน้า {n} จาก {m}", "Page {n} of {m}")
