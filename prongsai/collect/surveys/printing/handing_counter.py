"""Slips for service users: at the counter, or with a receipt."""

from __future__ import annotations

from prongsai.collect.surveys.printing import handing
from prongsai.collect.surveys.printing.common import PROMISE
from prongsai.core.text import Text

COUNTER = handing.Handing(
    title=Text("วิธีแจกใบรหัสแก่ผู้รับบริการ", "How to hand the slips out to service users"),
    lead=Text(
        "แผ่นถัดไปมีใบรหัส {slips} ใบ สำหรับ{survey} ของ{office} ให้ผู้ที่มารับบริการแล้วคนละหนึ่งใบ ใบหนึ่งตอบได้หนึ่งครั้ง",
        "The sheets that follow hold {slips} slips for {survey} of {office}: one for each person who has "
        "been served. "
        "Each slip is good for one answer.",
    ),
    promises=(
        PROMISE,
        Text(
            "ใบนี้หยิบจากกล่องที่คลุกแล้ว ไม่มีผู้ใดจดว่าให้ใบใดแก่ใคร",
            "This slip came from a shuffled box; nobody wrote down who was given which.",
        ),
        handing.TEAR_UP,
    ),
    steps=(
        handing.PRINT,
        handing.CUT,
        Text(
            "ใส่ทุกใบลงในกล่องที่จุดบริการ แล้วคลุกให้ทั่ว",
            "Put all slips into a box at the counter and shuffle them well.",
        ),
        Text(
            "เมื่อให้บริการเสร็จ ให้ผู้รับบริการทุกคนหยิบเองคนละหนึ่งใบ ไม่เลือกให้เฉพาะผู้ที่คาดว่าจะพอใจ",
            "After the service, let every service user draw one slip. Do not pick those who seem content.",
        ),
        Text(
            "หากแนบไปกับใบเสร็จ ให้หยิบใบจากกล่องที่คลุกแล้ว ไม่เรียงตามเลขที่ใบเสร็จหรือเลขที่คิว",
            "If a slip goes with a receipt, take it from the shuffled box, never in the order of receipt "
            "or queue numbers.",
        ),
        handing.LEFT_OVER,
    ),
    warnings=(
        Text(
            "ไม่เขียนชื่อ เลข หรือเครื่องหมายใดบนใบ และไม่จดว่าให้ใบใดแก่ผู้ใด",
            "Write no name, number or mark on a slip, and do not write down who was given which.",
        ),
        Text(
            "ไม่ตอบแทนผู้รับบริการ และไม่ยืนดูขณะที่ผู้รับบริการตอบ",
            "Do not answer in a service user's place, and do not look on while they answer.",
        ),
        handing.NO_COLLECTING,
        handing.NO_COPIES,
    ),
)
