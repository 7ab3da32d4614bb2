"""What the columns of an exported survey are called, and what they mean."""

from __future__ import annotations

from prongsai.core.text import Text

COUNTS = {
    "row": Text("รหัสแถวคำตอบ ดูคำถามในสมุดรหัส", "Code of the answer row; the codebook has its wording"),
    "stream": Text(
        "ช่องทางที่เก็บคำตอบ (all คือทุกช่องทางรวมกัน) ดูชื่อในสมุดรหัส",
        "Stream of answers (all: every stream together); the codebook has its name",
    ),
    "answers": Text("จำนวนผู้ตอบแถวนี้", "How many answered this row"),
    "blank": Text("จำนวนผู้ที่เว้นว่างแถวนี้", "How many left this row blank"),
    "state": Text(
        "สถานะ: shown แสดง, withheld ไม่แสดง (ไม่ใช่ศูนย์)", "State: shown, or withheld (which is not zero)"
    ),
    "reason_th": Text("เหตุที่ไม่แสดง (ภาษาไทย)", "Why it is withheld, in Thai"),
    "reason_en": Text("เหตุที่ไม่แสดง (ภาษาอังกฤษ)", "Why it is withheld, in English"),
}
CHOICE = Text("จำนวนผู้เลือกตัวเลือกที่ {place}", "How many took choice {place}")
CODEBOOK = {
    "what": Text(
        "บรรทัดนี้อธิบาย: column คอลัมน์, stream ช่องทาง, row แถวคำตอบ, choice ตัวเลือก",
        "What the line explains: column, stream, row, choice",
    ),
    "row": Text("รหัสแถวคำตอบ", "Code of the answer row"),
    "name": Text("ชื่อคอลัมน์ หรือรหัสช่องทาง", "Name of the column, or code of the stream"),
    "thai": Text("ความหมายหรือข้อความภาษาไทย", "Meaning or wording in Thai"),
    "english": Text("ความหมายหรือข้อความภาษาอังกฤษ", "Meaning or wording in English"),
    "scale": Text("รหัสมาตรวัด", "Code of the scale"),
    "choice": Text("รหัสตัวเลือก", "Code of the choice"),
    "points": Text(
        "คะแนนของตัวเลือกในแถวนี้ กลับทิศทางแล้วหากแถวกลับทิศทาง (ว่าง คือไม่นับ)",
        "Points of the choice in this row, turned where the row is reversed (empty: not counted)",
    ),
}
EVERYONE = Text("ทุกช่องทางรวมกัน", "Every stream together")
_OF_CHOICE = "choice_"
_IN_WORDS = {
    "row": Text("แถวคำตอบ", "Answer row"),
    "stream": Text("ช่องทาง", "Stream"),
    "answers": Text("ผู้ตอบ", "Answered"),
    "blank": Text("เว้นว่าง", "Left blank"),
    "state": Text("สถานะ", "State"),
    "reason_th": Text("เหตุ (ไทย)", "Reason (Thai)"),
    "reason_en": Text("เหตุ (อังกฤษ)", "Reason (English)"),
    "what": Text("อธิบายสิ่งใด", "Explains"),
    "name": Text("ชื่อหรือรหัส", "Name or code"),
    "thai": Text("ภาษาไทย", "In Thai"),
    "english": Text("ภาษาอังกฤษ", "In English"),
    "scale": Text("มาตรวัด", "Scale"),
    "choice": Text("ตัวเลือก", "Choice"),
    "points": Text("คะแนน", "Points"),
}


def in_words(column: str) -> Text:
    """Name a column for people, in a word or two."""
    if column.startswith(_OF_CHOICE):
        place = column.removeprefix(_OF_CHOICE)
        return Text("ตัวเลือกที่ {place}", "Choice {place}").fill(place=place)
    return _IN_WORDS[column]
