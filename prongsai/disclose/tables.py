"""A frozen record as CSV: one line for every figure, and a codebook that says what each column means.

UTF-8 with a mark at the beginning, so that spreadsheet programs read the Thai.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from typing import Any

from prongsai.core.text import Text

Record = Mapping[str, Any]

COLUMNS = {
    "code": Text("รหัสของส่วนนี้", "Code of the part"),
    "parent": Text("รหัสของส่วนที่อยู่เหนือขึ้นไป", "Code of the part that it belongs to"),
    "kind": Text(
        "ชนิด: total คะแนนรวม, instrument เครื่องมือ, indicator ตัวชี้วัด, sub_indicator ตัวชี้วัดย่อย, question ข้อคำถาม, "
        "row แถวคำตอบ, item ข้อการเปิดเผยข้อมูล",
        "Kind: total, instrument, indicator, sub_indicator, question, row (of answers), item (of disclosure)",
    ),
    "name_th": Text("ชื่อภาษาไทย", "Name in Thai"),
    "name_en": Text("ชื่อภาษาอังกฤษ", "Name in English"),
    "state": Text(
        "สถานะ: scored มีคะแนน, missing ไม่มีข้อมูล, withheld ไม่แสดงเพราะผู้ตอบน้อย, not_applicable ไม่เกี่ยวข้อง "
        "สามสถานะหลังไม่ใช่ศูนย์",
        "State: scored, missing (no data), withheld (too few answered), not_applicable; "
        "none of the last three is zero",
    ),
    "reason": Text("เหตุที่ไม่มีคะแนน", "Why there is no figure"),
    "weight": Text(
        "น้ำหนักในส่วนที่อยู่เหนือขึ้นไป (ค่าที่แม่นยำเป็นเศษส่วนอยู่ในแฟ้ม JSON)",
        "Share of its parent (the JSON file has the exact fraction)",
    ),
    "points": Text(
        "คะแนนเต็ม 100 ก่อนปัดเศษ (ค่าที่แม่นยำเป็นเศษส่วนอยู่ในแฟ้ม JSON)",
        "Points of 100 before rounding (the JSON file has the exact fraction)",
    ),
    "printed": Text("คะแนนที่พิมพ์ ปัดเศษแล้ว", "Points as printed, rounded"),
    "share": Text("คะแนนที่เครื่องมือนำเข้าคะแนนรวม", "What an instrument brings to the total"),
    "level": Text("ระดับ", "Level"),
    "worth": Text("มีผลต่อคะแนนรวมได้มากที่สุดกี่คะแนน", "Points of the total that it can bring"),
    "lost": Text("เสียไปกี่คะแนนของคะแนนรวม", "Points of the total that it did not bring"),
    "margin": Text(
        "ครึ่งหนึ่งของช่วงความเชื่อมั่นร้อยละ 95 หน่วยเป็นคะแนน", "Half the width of the 95 % interval, in points"
    ),
    "respondents": Text("จำนวนผู้ตอบ", "How many answered"),
    "counts": Text(
        "จำนวนคำตอบของแต่ละตัวเลือก เรียงตามมาตรวัด คั่นด้วยช่องว่าง",
        "Answers per choice in the order of the scale, by spaces",
    ),
    "choice_points": Text(
        "คะแนนของแต่ละตัวเลือกตามลำดับเดียวกัน (- คือไม่นับ)", "Points per choice in the same order (- is not counted)"
    ),
    "is_published": Text(
        "1 คือคะแนนที่เผยแพร่ไว้แล้วและใช้ตามนั้น", "1: a figure that was published before and is used as it stands"
    ),
    "remark": Text("ความเห็นของผู้ตรวจ", "Remark of the reviewers"),
}
FRACTIONS = ("weight", "points", "worth", "lost")
PLACES = 10  # a spreadsheet program takes 1/5 for a day in May
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def result_csv(record: Record) -> bytes:
    """One line for every figure, each part before its own parts."""
    return _written([list(COLUMNS), *_lines(record, record["score"], "")])


def codebook_csv(record: Record) -> bytes:
    """The columns, then the scales with their choices."""
    head = [["what", "name", "thai", "english"]]
    columns = [["column", name, said.th, said.in_("en")] for name, said in COLUMNS.items()]
    scales = [
        ["choice", f"{scale} {number}", choice["th"], choice["en"]]
        for scale, choices in record["scales"].items()
        for number, choice in enumerate(choices, start=1)
    ]
    return _written([*head, *columns, *scales])


def _lines(record: Record, score: Record, parent: str) -> Iterator[list[str]]:
    about = record["parts"][score["code"]]
    found = {
        "code": score["code"],
        "parent": parent,
        "name_th": about["name"]["th"],
        "name_en": about["name"]["en"],
        "counts": " ".join(str(count) for count in score.get("counts", ())),
        "choice_points": " ".join(points or "-" for points in about.get("choice_points", ())),
        "is_published": "1" if score.get("is_published") else "",
        "remark": record["remarks"].get(score["code"], ""),
    }
    known = {**about, **score}
    found |= {name: _decimal(known.get(name)) for name in FRACTIONS}
    yield [_cell(found[name] if name in found else known.get(name)) for name in COLUMNS]
    for part in score.get("parts", ()):
        yield from _lines(record, part, score["code"])


def _decimal(exact: str | None) -> str:
    if exact is None:
        return ""
    figure = Fraction(exact)
    text = f"{Decimal(figure.numerator) / Decimal(figure.denominator):.{PLACES}f}"
    return text.rstrip("0").rstrip(".")


def _cell(value: object) -> str:
    """Text that a spreadsheet program would run as a formula gets an apostrophe before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    buffer = StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(rows)
    return ("\ufeff" + buffer.getvalue()).encode()
