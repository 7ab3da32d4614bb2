"""The yearbook: results, weak points and measures of one office and one fiscal year."""

from __future__ import annotations

from prongsai.analyse import method_words, words
from prongsai.analyse.reports import _chapters, _charts, _more_tables, _tables
from prongsai.analyse.reports._pen import Pen
from prongsai.analyse.story import Story
from prongsai.core.days import local_day, written_day
from prongsai.core.text import Language, Text
from prongsai.documents.model import Contents, Cover, Digits, Document, PageBreak
from prongsai.score import climbing

CODE = "yearbook"
TITLE = Text(
    th="รายงานผลการประเมินและมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    en="Assessment Results and Measures for Integrity and Transparency",
)
# Compounds that read badly when a line ends within them.
KEEP_WHOLE = (
    "ข้อเสนอแนะ", "อิเล็กทรอนิกส์", "ปีงบประมาณ", "งบประมาณ", "ตัวชี้วัด", "คุณธรรม",
    "ความโปร่งใส", "ธรรมาภิบาล", "การทุจริต", "ประพฤติมิชอบ", "จัดซื้อจัดจ้าง", "ผู้รับผิดชอบ",
    "ผู้รับบริการ", "ผู้มาติดต่อ", "ผู้บริหาร", "บุคลากร", "เว็บไซต์", "ประชาสัมพันธ์",
    "ประสิทธิภาพ", "ทรัพย์สิน", "ค่าเฉลี่ย", "ระยะเวลา", "ผลการประเมิน", "คะแนนรวม",
    "ความเชื่อมั่น", "กลุ่มตัวอย่าง", "ร้องเรียน", "เจตจำนง", "วัฒนธรรม", "ยุทธศาสตร์",
    "กำกับติดตาม", "โดยเร่งด่วน", "แผนปฏิบัติการ", "ผู้อำนวยการ",
)  # fmt: skip


def build(story: Story, *, language: Language, digits: Digits = "arabic") -> Document:
    """Write the whole book."""
    pen = Pen(story, language)
    _front(pen)
    _results(pen)
    _chapters.weak_points(pen)
    _chapters.to_develop(pen)
    _costs(pen)
    _chapters.measures(pen)
    _certainty(pen)
    _chapters.method(pen)
    _chapters.colophon(pen)
    year = Text(
        th=f"ปีงบประมาณ พ.ศ. {story.framework.year_be}", en=f"Fiscal year B.E. {story.framework.year_be}"
    )
    office = story.office
    short = office.short.en if language == "en" else office.short.th
    return Document(
        title=f"{pen(TITLE)} {pen(year)}",
        language=language,
        author=pen(office.name),
        subject=pen(story.framework.name),
        header=f"{pen(TITLE)} · {pen(year)}",
        footer=short or pen(office.name),
        made_at=story.made_at,
        digits=digits,
        keep_whole=KEEP_WHOLE,
        blocks=tuple(pen.blocks),
    )


def _front(pen: Pen) -> None:
    story = pen.story
    year = Text(th="ประจำปีงบประมาณ พ.ศ. {year}", en="Fiscal year B.E. {year}").fill(
        year=story.framework.year_be
    )
    made_on = written_day(local_day(story.made_at), pen.language)
    lines = (
        pen(year),
        pen(story.office.name),
        story.office.site,
        pen(Text(th=f"จัดทำเมื่อ {made_on}", en=f"Made on {made_on}")),
    )
    pen.write(Cover(pen(TITLE), tuple(line for line in lines if line)))
    _chapters.preface(pen)
    pen.write(Contents(pen(Text(th="สารบัญ", en="Contents"))), PageBreak())


def _results(pen: Pen) -> None:
    first, *rest = words.overall(pen.story)
    pen.chapter(Text(th="ผลการประเมินในภาพรวม", en="The overall result"))
    pen.say(first, style="lead")
    pen.say(*rest)
    _tables.of_instruments(pen)
    pen.chapter(Text(th="ผลการประเมินรายตัวชี้วัด", en="Results by indicator"))
    _tables.of_indicators(pen)
    _charts.indicators(pen)
    if pen.story.framework.items:
        pen.chapter(Text(th="ผลการเปิดเผยข้อมูลสาธารณะรายข้อ", en="Results by item of public information"))
        _tables.of_items(pen)
    pen.chapter(Text(th="ลำดับคะแนนและการเปรียบเทียบ", en="Ranking and comparison"))
    _tables.of_ranking(pen)
    _more_tables.of_comparisons(pen)
    _charts.years(pen)


def _costs(pen: Pen) -> None:
    pen.chapter(Text(th="คะแนนที่เสียไปและทางสู่ระดับถัดไป", en="Points lost, and the way to the next grade"))
    _charts.losses(pen)
    if _more_tables.of_costs(pen) is None:
        pen.say(Text(th="ในส่วนที่มีคะแนนแสดง ไม่มีรายการที่ทำให้เสียคะแนน", en="Nothing that is shown lost points."))
    pen.bullets(climbing.of_climb(pen.result))


def _certainty(pen: Pen) -> None:
    if not method_words.surveys(pen.story.framework):
        return
    pen.chapter(Text(th="ผู้ตอบแบบวัดและความแม่นยำของคะแนน", en="Respondents and certainty"))
    _more_tables.of_respondents(pen)
    _chapters.certainty(pen)
    _more_tables.of_questions(pen)
