"""What stands behind the figures: other years, respondents, what cost most, every question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from prongsai.analyse import comparing
from prongsai.analyse.method_words import interval, surveys
from prongsai.analyse.reports._pen import NOTHING, Pen
from prongsai.analyse.reports._tables import LOST, POINTS, TOTAL, WORTH
from prongsai.analyse.story import NO_WORDS, Mean
from prongsai.core.framework import Instrument, Item, Question, Row as AnswerRow
from prongsai.core.gaps import dearest
from prongsai.core.naming import label, name
from prongsai.core.stake import Stake
from prongsai.core.text import Text
from prongsai.documents.model import Cell, Row

MOST_COSTS = 12  # so many of what cost most are listed
UNKNOWN = Text(th="ไม่ทราบ", en="not known")


def of_comparisons(pen: Pen) -> None:
    """Each figure beside last year's and beside the means that tell more than the total."""
    story = pen.story
    past = story.last_year
    means = [
        mean for mean in story.means if mean.figures.keys() & {each.code for each in story.framework.walk()}
    ]
    if not past and not means:
        return
    columns = [
        pen.column(Text(th="รายการ", en="Figure"), 4),
        pen.column(_year(story.framework.year_be), 1.4, "number"),
    ]
    if past:
        columns += [
            pen.column(_year(past.framework.year_be), 1.4, "number"),
            pen.column(Text(th="เปลี่ยนแปลง", en="Change"), 1.4, "number"),
        ]
    columns += [pen.column(mean.label, 1.6, "number") for mean in means]
    codes = [*(indicator.code for indicator in story.framework.indicators), story.framework.code]
    pen.table(
        Text(th="คะแนนเทียบกับปีก่อนและค่าเฉลี่ย", en="Figures beside last year's and beside means"),
        columns,
        [_compared(pen, code, means) for code in codes],
        note=_COMPARED,
    )


_COMPARED = Text(
    th="กรอบการประเมินของแต่ละปีอาจต่างกัน จึงเทียบเฉพาะส่วนที่มีความหมายเดียวกัน เครื่องหมาย * "
    "หมายถึงความแตกต่างอยู่ในช่วงความคลาดเคลื่อนของการสุ่มตัวอย่าง",
    en="Frameworks differ from year to year: only what means the same is compared. "
    "* marks a difference within sampling error.",
)


def _year(year_be: int) -> Text:
    return Text(th=f"ปี {year_be}", en=f"B.E. {year_be}")


def _compared(pen: Pen, code: str, means: Sequence[Mean]) -> Row:
    story = pen.story
    is_total = code == story.framework.code
    cells = [
        pen.text(TOTAL if is_total else name(story.framework.part(code))),
        pen.number(pen.result.total) if is_total else pen.points(code),
    ]
    if story.last_year:
        past = comparing.before(story, code)
        cells += [
            pen.number(past.difference.other) if past else pen.text(NOTHING),
            _change(pen, past) if past else pen.text(NOTHING),
        ]
    for mean in means:
        figure = mean.figures.get(code)
        cells.append(pen.text(NOTHING) if figure is None else pen.number(figure))
    return Row(tuple(cells), "total" if is_total else "body")


def _change(pen: Pen, past: comparing.Beside) -> Cell:
    change = past.difference.change
    doubt = "*" if past.difference.is_clear is False and change else ""
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return Cell(f"{sign}{abs(change)}{doubt}", value=change, places=pen.places)


def of_respondents(pen: Pen) -> None:
    """How many answered each survey, of how many, and how sure its figure is."""
    columns = [
        pen.column(Text(th="เครื่องมือ", en="Instrument"), 3.4),
        pen.column(Text(th="ผู้มีสิทธิตอบ", en="Could answer"), 1.3, "number", pen(_PEOPLE)),
        pen.column(Text(th="ขั้นต่ำ", en="Required"), 1.2, "number", pen(_PEOPLE)),
        pen.column(Text(th="ผู้ตอบ", en="Answered"), 1.2, "number", pen(_PEOPLE)),
        pen.column(Text(th="ร้อยละของขั้นต่ำ", en="Share of required"), 1.4, "number", "%"),
        pen.column(Text(th="คะแนนและช่วงความเชื่อมั่น", en="Points and interval"), 2),
    ]
    pen.table(
        Text(th="ผู้ตอบแบบวัดและความแม่นยำของคะแนน", en="Respondents and certainty of the figures"),
        columns,
        [_respondents(pen, instrument) for instrument in surveys(pen.story.framework)],
    )


_PEOPLE = Text(th="คน", en="people")


def _respondents(pen: Pen, instrument: Instrument) -> Row:
    found = pen.result.samples.get(instrument.code)
    figures = (found.population, found.needed, found.answered) if found else (None, None, None)
    reached = found.reached if found else None
    return Row(
        (
            pen.text(name(instrument)),
            *(pen.text(UNKNOWN) if figure is None else pen.whole(figure) for figure in figures),
            pen.text(UNKNOWN) if reached is None else pen.number(pen.result.rounded(reached * 100)),
            pen.text(interval(pen.result, instrument.code)),
        )
    )


def of_costs(pen: Pen) -> int | None:
    """What cost the total most: rows and items, or whole indicators where nothing finer is known."""
    found = dearest(list(_finest(pen)))[:MOST_COSTS]
    if not found:
        return None
    columns = [
        pen.column(Text(th="รหัส", en="Code"), 1),
        pen.column(Text(th="เรื่อง", en="About"), 5),
        pen.column(POINTS, 1.2, "number"),
        pen.column(WORTH, 1.3, "number"),
        pen.column(LOST, 1.4, "number"),
    ]
    return pen.table(
        Text(th="รายการที่ทำให้คะแนนรวมลดลงมากที่สุด", en="What cost the total most"),
        columns,
        [_cost(pen, stake) for stake in found],
        note=NO_WORDS if all(_is_fine(pen, stake) for stake in found) else _COARSE,
    )


_COARSE = Text(
    th="รหัสที่เป็นตัวเลขหมายถึงทั้งตัวชี้วัด เพราะไม่มีข้อมูลรายข้อ",
    en="A code without a letter is a whole indicator: the data of its parts are not known.",
)


def _is_fine(pen: Pen, stake: Stake) -> bool:
    return isinstance(pen.story.framework.part(stake.code), Item | AnswerRow)


def _finest(pen: Pen) -> Iterator[Stake]:
    leaves = {part.code for part in pen.story.framework.walk() if isinstance(part, Item | AnswerRow)}
    for instrument in pen.result.score.parts:
        for indicator in instrument.parts:
            below = [part.code for part in indicator.walk() if part.code in leaves and part.is_scored]
            yield from (pen.result.stakes[code] for code in below or [indicator.code])


def _cost(pen: Pen, stake: Stake) -> Row:
    part = pen.story.framework.part(stake.code)
    return Row(
        (
            pen.text(label(part)) if _is_fine(pen, stake) else Cell(part.code),
            pen.text(part.name),
            pen.points(stake.code),
            pen.number(pen.result.rounded(stake.worth)),
            pen.number(pen.result.rounded(stake.lost or Fraction(0))),
        )
    )


def of_questions(pen: Pen) -> None:
    """Every row of every survey with how many answered, where the answers are known."""
    rows = list(_questions(pen))
    if not any(row.style == "body" for row in rows):
        return
    columns = [
        pen.column(Text(th="ข้อ", en="Row"), 0.9),
        pen.column(Text(th="ข้อคำถาม", en="Question"), 5.6),
        pen.column(Text(th="ผู้ตอบ", en="Answered"), 1.1, "number", pen(_PEOPLE)),
        pen.column(POINTS, 1.2, "number"),
        pen.column(LOST, 1.3, "number"),
    ]
    pen.table(Text(th="คะแนนรายข้อคำถาม", en="Figures by question"), columns, rows)


def _questions(pen: Pen) -> Iterator[Row]:
    """A band an indicator and a line an answer row, of the surveys whose answers were brought in."""
    for instrument in surveys(pen.story.framework):
        for indicator in instrument.parts if instrument.code in pen.result.samples else ():
            figures = (pen.points(indicator.code), pen.lost(indicator.code))
            yield Row((pen.text(name(indicator), columns=3), *figures), "group")
            for question in indicator.parts:
                if isinstance(question, Question):
                    yield from (_question(pen, row) for row in question.parts)


def _question(pen: Pen, row: AnswerRow) -> Row:
    many = pen.result.by_code[row.code].respondents
    return Row(
        (
            Cell(row.code),
            pen.text(row.name),
            pen.text(NOTHING) if many is None else pen.whole(many),
            pen.points(row.code),
            pen.lost(row.code),
        )
    )
