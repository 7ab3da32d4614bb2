"""The chapters around the tables: preface, weak points, measures, certainty, method, and the last page."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.analyse import indicator_words, method_words, words
from prongsai.analyse.reports._pen import NOTHING, Pen
from prongsai.core.codes import canonical
from prongsai.core.days import local_day, written_day, written_period
from prongsai.core.gaps import Gap
from prongsai.core.measure import Measure, Practice
from prongsai.core.naming import label, listed, name
from prongsai.core.text import Text
from prongsai.documents.model import Cell, Column, PageBreak, Paragraph, Row, Signature


def preface(pen: Pen) -> None:
    """The office's own, or the usual one; with the place to sign."""
    story = pen.story
    pen.heading(Text(th="คำนำ", en="Preface"), 1)
    if story.preface.th.strip():
        pen.own_words(story.preface)
    else:
        for text in _usual_preface(pen):
            pen.say(text)
    pen.write(Signature(tuple(_signature(pen))), PageBreak())


def _usual_preface(pen: Pen) -> tuple[Text, ...]:
    framework = pen.story.framework
    values = {
        "office": pen.story.office.name,
        "year": framework.year_be,
        "next": framework.measures_year_be,
        "many": len(framework.indicators),
        "names": listed([name(indicator) for indicator in framework.indicators]),
        "instruments": listed([name(instrument) for instrument in framework.instruments]),
    }
    return tuple(text.fill(**values) for text in _PREFACE)


_PREFACE = (
    Text(
        th="การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ช่วยให้หน่วยงานเห็นการทำงานของตน"
        "ผ่านสายตาของบุคลากรภายใน ผู้รับบริการ และผู้ตรวจข้อมูลที่เปิดเผยต่อสาธารณะ "
        "ผลที่ได้มิใช่เพียงคะแนน แต่เป็นข้อมูลสำหรับตัดสินใจว่าควรปรับปรุงเรื่องใดก่อน",
        en="The integrity and transparency assessment (ITA) lets a public office see its work "
        "through the eyes of its staff, of those it serves, and of those who examine what it discloses. "
        "It gives more than a figure: it shows what to improve first.",
    ),
    Text(
        th="รายงานฉบับนี้แสดงผลการประเมินของ{office} ประจำปีงบประมาณ พ.ศ. {year} ซึ่งวัดด้วย {instruments} "
        "รวม {many} ตัวชี้วัด ได้แก่ {names} พร้อมทั้งแสดงที่มาของคะแนน จำนวนผู้ตอบ และสิ่งที่ทำให้คะแนนลดลง",
        en="This report gives the result of {office} for fiscal year B.E. {year}, measured by {instruments} "
        "in {many} indicators: {names}. It also shows how each figure was made, how many answered, "
        "and where points were lost.",
    ),
    Text(
        th="{office} ได้นำผลการประเมินมาวิเคราะห์เพื่อระบุประเด็นที่ต้องแก้ไขโดยเร่งด่วนและประเด็นที่ควรพัฒนาให้ดีขึ้น "
        "และกำหนดมาตรการที่จะนำไปปฏิบัติในปีงบประมาณ พ.ศ. {next} โดยระบุผู้รับผิดชอบและวิธีติดตามไว้อย่างชัดเจน",
        en="{office} has analysed the result, named what must be mended first and what should be "
        "developed further, and set measures to be carried out in fiscal year B.E. {next}, each with who is "
        "responsible and how it is followed up.",
    ),
)


def _signature(pen: Pen) -> Iterator[str]:
    office = pen.story.office
    yield f"({pen(office.head_name) or '.' * 50})"
    yield pen(office.head_position) or pen(Text(th="ผู้บริหารสูงสุดของหน่วยงาน", en="Head of the office"))
    if not office.head_position.th:
        yield pen(office.name)


def weak_points(pen: Pen) -> None:
    pen.chapter(Text(th="ประเด็นที่เป็นจุดอ่อนและต้องแก้ไขโดยเร่งด่วน", en="Weak points to mend first"))
    pen.say(words.weak_points(pen.story))
    for gap in pen.result.gaps.weakest:
        _indicator(pen, gap.code)
    _unknown(pen)


def to_develop(pen: Pen) -> None:
    pen.chapter(Text(th="ประเด็นที่จะต้องพัฒนาให้ดีขึ้น", en="Points to develop further"))
    pen.say(words.to_develop(pen.story))
    gaps: tuple[Gap, ...] = pen.result.gaps.develop
    for gap in gaps:
        _indicator(pen, gap.code)


def _indicator(pen: Pen, code: str) -> None:
    """Fixed description, what the figures say, and what the office does about it, each known by its lead."""
    indicator = next(each for each in pen.story.framework.indicators if each.code == code)
    points = pen.result.printed(code)
    pen.heading(
        Text(th="{name} คะแนน {points}", en="{name}: {points} points").fill(
            name=name(indicator), points=points
        )
    )
    pen.say(indicator.description)
    pen.say(_FIGURES, *indicator_words.of_indicator(pen.story, code))
    own = pen.story.texts.get(code)
    if own and own.th.strip():
        first, *rest = [line.strip() for line in pen(own).splitlines() if line.strip()]
        pen.write(Paragraph(f"{pen(_DOES)} {first}"), *(Paragraph(line) for line in rest))
    else:
        pen.say(_DOES, Text(th="ยังไม่ได้ระบุ", en="not stated yet."))


_FIGURES = Text(th="ผลการประเมิน:", en="What the figures say:")
_DOES = Text(th="การดำเนินการของสำนักงาน:", en="What the office does:")


def _unknown(pen: Pen) -> None:
    unknown = [
        part for part in pen.story.framework.indicators if pen.result.by_code[part.code].points is None
    ]
    if unknown:
        names = listed([name(part) for part in unknown])
        pen.say(
            Text(
                th="ตัวชี้วัดที่ยังไม่มีคะแนนจึงยังจัดกลุ่มไม่ได้: {names}",
                en="Without a figure, and so in neither group: {names}.",
            ).fill(names=names)
        )


def measures(pen: Pen) -> None:
    """The six columns; a measure's name stands once beside all its practices."""
    year = pen.story.framework.measures_year_be
    pen.chapter(
        Text(
            th="มาตรการขับเคลื่อนการส่งเสริมคุณธรรมและความโปร่งใส",
            en="Measures to promote integrity and transparency",
        )
    )
    if not pen.story.measures:
        pen.say(Text(th="ยังไม่ได้กำหนดมาตรการ", en="No measures have been set yet."))
        return
    pen.say(
        Text(
            th=f"มาตรการต่อไปนี้ตอบผลการประเมินและนำไปปฏิบัติในปีงบประมาณ พ.ศ. {year}",
            en=f"These measures answer the result and are carried out in fiscal year B.E. {year}.",
        )
    )
    pen.table(
        Text(th=f"มาตรการ ปีงบประมาณ พ.ศ. {year}", en=f"Measures, fiscal year B.E. {year}"),
        [pen.column(title, width) for title, width in _MEASURE_COLUMNS],
        [row for measure in pen.story.measures for row in _measure(pen, measure)],
        landscape=True,
    )


_MEASURE_COLUMNS = (
    (Text(th="มาตรการ", en="Measure"), 2.0),
    (Text(th="วิธีปฏิบัติ", en="Practice"), 3.2),
    (Text(th="แนวทางการกำกับติดตาม", en="Monitoring"), 2.6),
    (Text(th="การรายงานผล", en="Reporting"), 2.2),
    (Text(th="ระยะเวลาดำเนินการ", en="Period"), 1.4),
    (Text(th="ผู้รับผิดชอบ", en="Responsible"), 1.6),
)


def _measure(pen: Pen, measure: Measure) -> Iterator[Row]:
    known = {indicator.code: indicator for indicator in pen.story.framework.indicators}
    answers = [known[code] for code in map(canonical, measure.indicators) if code in known]
    text = f"{measure.name} ({', '.join(pen(label(each)) for each in answers)})" if answers else measure.name
    if not measure.practices:
        yield Row((Cell(text), *(pen.text(NOTHING) for _ in _MEASURE_COLUMNS[1:])))
    for place, practice in enumerate(measure.practices):
        first = (Cell(text, rows=len(measure.practices)),) if place == 0 else ()
        yield Row((*first, *_practice(pen, practice)))


def _practice(pen: Pen, practice: Practice) -> tuple[Cell, ...]:
    return (
        _lined(practice.practice),
        _lined(practice.monitoring),
        _lined(practice.reporting),
        Cell(written_period(practice.starts_on, practice.ends_on, pen.language)),
        _lined("\n".join(practice.owners)) if practice.owners else pen.text(NOTHING),
    )


def _lined(text: str) -> Cell:
    """A text of several lines as a list; hyphens that stood for bullets are taken off."""
    lines = [line.strip().lstrip("-–•").strip() for line in text.splitlines() if line.strip()]
    return Cell(bullets=tuple(lines)) if len(lines) > 1 else Cell("".join(lines))


def certainty(pen: Pen) -> None:
    """What the sampling words and the interval rest on, below the table of respondents."""
    framework = pen.story.framework
    pen.bullets([method_words.of_sample(pen.result, each) for each in method_words.surveys(framework)])
    rules = [
        Text(th="{short}: {rule}", en="{short}: {rule}").fill(
            short=each.short, rule=method_words.sampling_rule(each.sampling)
        )
        for each in method_words.surveys(framework)
        if each.sampling
    ]
    if rules:
        pen.heading(Text(th="ผู้ตอบและจำนวนขั้นต่ำ", en="Who is asked, and how many must answer"))
        pen.bullets(rules)


def method(pen: Pen) -> None:
    framework = pen.story.framework
    pen.chapter(Text(th="วิธีคำนวณและข้อจำกัด", en="Method and limits"))
    pen.bullets(method_words.method(framework))
    warnings = method_words.rule_warnings(framework)
    if warnings:
        pen.heading(Text(th="หลักเกณฑ์ที่ยังไม่ได้ยืนยัน", en="Rules that are not confirmed"))
        pen.say(
            Text(
                th="หลักเกณฑ์ต่อไปนี้เป็นค่าตั้งต้นที่ยังไม่พบเอกสารทางการยืนยัน ผลที่อาศัยหลักเกณฑ์เหล่านี้จึงควรใช้ด้วยความระมัดระวัง",
                en="No official text was found for these rules. Use figures that rest on them with care.",
            )
        )
        pen.bullets(warnings)


def colophon(pen: Pen) -> None:
    """What anybody needs to make the same book again."""
    story, framework = pen.story, pen.story.framework
    pen.chapter(Text(th="ข้อมูลของเอกสาร", en="About this document"))
    pen.say(
        Text(
            th="ข้อมูล กรอบการประเมิน และโปรแกรมรุ่นเดียวกันให้เอกสารที่เหมือนกันทุกประการ",
            en="The same data, framework and release give the same document, byte for byte.",
        )
    )
    lines = (
        (Text(th="กรอบการประเมิน", en="Framework"), framework.code),
        (Text(th="รหัสแฮชของหลักเกณฑ์การให้คะแนน", en="Hash of the scoring rules"), framework.scoring_hash),
        (Text(th="รหัสแฮชของถ้อยคำ", en="Hash of the wording"), framework.wording_hash),
        (Text(th="รหัสแฮชของข้อมูล", en="Hash of the data"), story.data_hash),
        (Text(th="โปรแกรม", en="Program"), f"Prongsai {story.release}"),
    )
    rows = [Row((pen.text(title), Cell(value))) for title, value in lines]
    day = written_day(local_day(story.made_at), pen.language)
    rows.append(Row((pen.text(Text(th="จัดทำเมื่อ", en="Made on")), Cell(day))))
    columns: list[Column] = [
        pen.column(Text(th="รายการ", en="What"), 2),
        pen.column(Text(th="ค่า", en="Value"), 5, "code"),
    ]
    pen.table(Text(th="ที่มาของเอกสาร", en="What this document is made from"), columns, rows)
