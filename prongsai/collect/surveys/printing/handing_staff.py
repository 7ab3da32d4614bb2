"""Slips of the staff: drawn by hand from one box."""

from __future__ import annotations

from prongsai.collect.surveys.printing import handing
from prongsai.collect.surveys.printing.common import PROMISE
from prongsai.core.text import Text

STAFF = handing.Handing(
    title=Text("วิธีแจกใบรหัสแก่บุคลากร", "How to hand the slips out to the staff"),
    lead=Text(
        "แผ่นถัดไปมีใบรหัส {slips} ใบ สำหรับ{survey} ของ{office} ใบหนึ่งตอบได้หนึ่งครั้ง และต้องไม่มีใครรู้ว่าผู้ใดได้ใบใด",
        "The sheets that follow hold {slips} slips for {survey} of {office}. Each slip is good for one "
        "answer, "
        "and nobody may know who has which.",
    ),
    promises=(
        PROMISE,
        Text(
            "ท่านหยิบใบนี้เองจากกล่อง ไม่มีผู้ใดจดว่าใครได้รหัสใด",
            "You draw this slip yourself; nobody keeps a list of who has which.",
        ),
        handing.TEAR_UP,
    ),
    steps=(
        handing.PRINT,
        handing.CUT,
        Text(
            "ใส่ทุกใบลงในกล่องเดียวกัน แล้วคลุกให้ทั่วต่อหน้าผู้ที่มาหยิบ",
            "Put all slips into one box and shuffle them well before the eyes of those who draw.",
        ),
        Text(
            "ทุกคนตั้งแต่ผู้บริหารถึงผู้ปฏิบัติงานตามสัญญาจ้างหยิบเองคนละหนึ่งใบจากกล่องเดียวกัน ไม่หยิบแทนกัน ผู้ที่ไม่อยู่มาหยิบเองในวันอื่น",
            "Everyone, from executive to contract staff, draws one slip by themself from the same box. "
            "Nobody draws for another; "
            "who is away draws on another day.",
        ),
        handing.LEFT_OVER,
    ),
    warnings=(
        Text(
            "ไม่เขียนชื่อ เลข หรือเครื่องหมายใดบนใบ และไม่ทำบัญชีว่าใครได้ใบใดหรือหยิบเป็นลำดับที่เท่าใด",
            "Write no name, number or mark on a slip, and keep no list of who drew which or in what order.",
        ),
        handing.NO_COLLECTING,
        handing.NO_COPIES,
    ),
)
