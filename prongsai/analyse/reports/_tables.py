"""The four tables that every yearly book has: instruments, indicators, items, ranking."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.analyse import table_words
from prongsai.analyse.reports._pen import NOTHING, Pen
from prongsai.core.codes import order
from prongsai.core.framework import Indicator, Instrument, Item, Kind, SubIndicator
from prongsai.core.naming import name
from prongsai.core.score import FULL
from prongsai.core.text import Text
from prongsai.documents.model import Cell, Column, Row

TOTAL = Text(th="รวม", en="Total")
FULL_POINTS = Text(th="คะแนนเต็ม", en="Full points")
POINTS = Text(th="คะแนน", en="Points")
LEVEL = Text(th="ระดับคุณภาพ", en="Level")
_WITHOUT_REMARKS = 5  # columns of the table of items
LOST = Text(th="เสียไปจากคะแนนรวม", en="Lost of the total")
WORTH = Text(th="มีผลต่อคะแนนรวม", en="Worth of the total")


def of_instruments(pen: Pen) -> None:
    """Each instrument's share of the total, as it is published, and its own points of 100."""
    columns = [
        pen.column(Text(th="การวัด", en="Instrument"), 5),
        pen.column(FULL_POINTS, 1.4, "number"),
        pen.column(Text(th="ผลการประเมิน", en="Result"), 1.6, "number"),
        pen.column(Text(th="เมื่อคิดเต็ม 100", en="Out of 100"), 1.6, "number"),
    ]
    rows = [_instrument(pen, instrument) for instrument in pen.story.framework.instruments]
    total = pen.result.total
    rows.append(
        Row((pen.text(TOTAL), pen.number(Decimal(100), 0), pen.number(total), pen.number(total)), "total")
    )
    number = pen.table(
        Text(
            th="ผลการประเมินคุณธรรมและความโปร่งใสจำแนกตามเครื่องมือ ปีงบประมาณ พ.ศ. {year}",
            en="Results by instrument, fiscal year B.E. {year}",
        ).fill(year=pen.story.framework.year_be),
        columns,
        rows,
    )
    pen.say(table_words.of_instruments(pen.story, number))


def _instrument(pen: Pen, instrument: Instrument) -> Row:
    full = instrument.weight * 100
    return Row(
        (
            pen.text(name(instrument)),
            pen.number(pen.result.rounded(full), 0 if full.denominator == 1 else None),
            _or_state(pen, instrument.code, pen.result.share(instrument.code)),
            pen.points(instrument.code),
        )
    )


def _or_state(pen: Pen, code: str, figure: Decimal | None) -> Cell:
    return pen.points(code) if figure is None else pen.number(figure)


def of_indicators(pen: Pen) -> None:
    """All indicators in their own order, with level, last year's figure and what they cost."""
    number = _indicator_table(
        pen,
        Text(
            th="ผลการประเมินคุณธรรมและความโปร่งใสจำแนกตามตัวชี้วัด ปีงบประมาณ พ.ศ. {year}",
            en="Results by indicator, fiscal year B.E. {year}",
        ),
        [indicator.code for indicator in pen.story.framework.indicators],
    )
    pen.say(table_words.of_indicators(pen.story, number))


def of_ranking(pen: Pen) -> None:
    """The indicators from the highest to the lowest; those without a figure stand last."""
    result = pen.result
    codes = sorted(
        (indicator.code for indicator in pen.story.framework.indicators),
        key=lambda code: (-(result.by_code[code].points or -FULL), order(code)),
    )
    number = _indicator_table(
        pen,
        Text(
            th="ผลการประเมินจำแนกตามตัวชี้วัด เรียงลำดับคะแนนจากมากไปน้อย ปีงบประมาณ พ.ศ. {year}",
            en="Results by indicator from the highest to the lowest, fiscal year B.E. {year}",
        ),
        codes,
    )
    pen.say(table_words.of_ranking(pen.story, number))


def _indicator_table(pen: Pen, caption: Text, codes: list[str]) -> int:
    has_levels = any(pen.result.level(code) for code in codes)
    columns = [
        pen.column(Text(th="ตัวชี้วัด", en="Indicator"), 5),
        pen.column(FULL_POINTS, 1.3, "number"),
        pen.column(POINTS, 1.4, "number"),
        *([pen.column(LEVEL, 1.4)] if has_levels else []),
        pen.column(LOST, 1.7, "number"),
    ]
    rows = [_indicator(pen, code, has_levels=has_levels) for code in codes]
    return pen.table(
        caption.fill(year=pen.story.framework.year_be), columns, [*rows, _total(pen, has_levels=has_levels)]
    )


def _indicator(pen: Pen, code: str, *, has_levels: bool) -> Row:
    level = pen.result.level(code)
    return Row(
        (
            pen.text(name(pen.story.framework.part(code))),
            pen.number(Decimal(100), 0),
            pen.points(code),
            *([pen.text(level.name if level else NOTHING)] if has_levels else []),
            pen.lost(code),
        )
    )


def _total(pen: Pen, *, has_levels: bool) -> Row:
    total, grade = pen.result.total, pen.result.grade
    return Row(
        (
            pen.text(TOTAL),
            pen.number(Decimal(100), 0),
            pen.number(total),
            *([pen.text(grade.name if grade else NOTHING)] if has_levels else []),
            pen.text(NOTHING) if total is None else pen.number(Decimal(100) - total),
        ),
        "total",
    )


def of_items(pen: Pen) -> None:
    """Every item: what it must show, its figure, what it is worth, and the reviewer's remark."""
    has_remarks = bool(pen.result.remarks)
    columns = [
        pen.column(Text(th="ข้อ", en="Item"), 0.8),
        pen.column(Text(th="ข้อมูล", en="Information"), 2.2),
        pen.column(Text(th="รายละเอียดข้อมูลที่เผยแพร่", en="What must be shown"), 4.6),
        pen.column(POINTS, 1.1, "number"),
        pen.column(WORTH, 1.4, "number"),
        *([pen.column(Text(th="ความเห็นของผู้ประเมิน", en="Reviewer's remark"), 2)] if has_remarks else []),
    ]
    number = pen.table(
        Text(th="ผลการวัดการเปิดเผยข้อมูลสาธารณะรายข้อ", en="Results by item of public information"),
        columns,
        _item_rows(pen, columns),
        note=Text(
            th="“ตัวอย่าง” คือสิ่งที่กรอบการประเมินยกเป็นตัวอย่าง ไม่เป็นเหตุให้ข้อนั้นไม่ผ่าน",
            en="“For example” marks what the framework gives as an example; it cannot fail an item.",
        ),
    )
    pen.say(table_words.of_items(pen.story, number))


def _item_rows(pen: Pen, columns: list[Column]) -> Iterator[Row]:
    for instrument in pen.story.framework.instruments:
        if instrument.kind is not Kind.ITEMS:
            continue
        for indicator in instrument.parts:
            yield _band(pen, indicator, len(columns))
            for sub_indicator in indicator.parts:
                if isinstance(sub_indicator, SubIndicator):
                    yield _band(pen, sub_indicator, len(columns))
                    yield from (_item(pen, item, len(columns)) for item in sub_indicator.parts)


def _band(pen: Pen, part: Indicator | SubIndicator, width: int) -> Row:
    figures = (pen.points(part.code), pen.worth(part.code))
    rest = (Cell(),) * (width - _WITHOUT_REMARKS)
    return Row((pen.text(name(part), columns=3), *figures, *rest), "group")


def _item(pen: Pen, item: Item, width: int) -> Row:
    remark = (Cell(pen.result.remarks.get(item.code, "")),) * (width - _WITHOUT_REMARKS)
    return Row(
        (
            Cell(item.code.upper()),
            pen.text(item.name),
            Cell(bullets=tuple(_must_show(pen, item))),
            pen.points(item.code),
            pen.worth(item.code),
            *remark,
        )
    )


def _must_show(pen: Pen, item: Item) -> Iterator[str]:
    """Required elements one a line, all examples together in the last."""
    yield from (pen(element.name) for element in item.elements if element.is_required)
    examples = [pen(element.name) for element in item.elements if not element.is_required]
    if examples:
        yield pen(Text(th="ตัวอย่าง: {all}", en="For example: {all}").fill(all="; ".join(examples)))
