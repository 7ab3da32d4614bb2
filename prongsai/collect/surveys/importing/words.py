"""Titles that are no questions, as people and form services write them; in plain form."""

from __future__ import annotations

from prongsai.core.thai import plain

PERSON = frozenset(map(plain, ("name", "first name", "last name", "surname", "ไลน์", "line", "line id")))
PERSON_BEGINS = tuple(map(plain, ("ชื่อ", "นามสกุล", "สกุล", "ที่อยู่", "full name", "your name", "user name")))
PERSON_HOLDS = (
    *("อีเมล", "e-mail", "email", "นามสกุล", "ชื่อ-สกุล", "ชื่อ–สกุล", "ชื่อสกุล", "ชื่อผู้"),
    *("โทรศัพท์", "เบอร์", "มือถือ", "phone", "mobile", "เลขประจำตัว", "บัตรประชาชน", "เลขบัตร"),
    *("วันเกิด", "birth", "ipaddress", "facebook", "เฟซบุ๊ก", "identity", "citizenid"),
)
SERVICE = frozenset(
    map(
        plain,
        (
            *("timestamp", "date", "time", "submitted", "language", "score", "total points", "quiz feedback"),
            *("วันที่", "เวลา", "วันเวลา", "วัน เดือน ปี", "ภาษา", "คะแนน", "คะแนนรวม", "คำติชมแบบทดสอบ"),
            *(
                "id",
                "no",
                "no.",
                "#",
                "number",
                "response id",
                "token",
                "ที่",
                "ลำดับ",
                "ลำดับที่",
                "หมายเลข",
                "รหัส",
            ),
        ),
    )
)
SERVICE_BEGINS = (
    *("timestamp", "starttime", "startdate", "completiontime", "lastmodified", "submittedat", "lastpage"),
    *("ประทับเวลา", "เวลาเริ่ม", "เวลาที่", "เวลาส่ง", "วันที่ตอบ", "วันที่ส่ง", "เวลาแก้ไข"),
)
